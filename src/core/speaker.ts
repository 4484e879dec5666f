/**
 * Which lead-ins of a note name who speaks. A name that comes again and again does; so does one with a
 * time stamp, a role, or a full name in bold; a word that names a kind of text (`問題`, `Summary`) never.
 */
import type { LeadIn } from './lead-in';

export interface Turn {
  readonly leadIn: LeadIn;
  /** From a heading such as `### 唐鳳：`. */
  readonly isHeading: boolean;
}

const LABEL_WORD =
  /(?:[問问][題题]?|[題题]|答案?|回[答應应]|[點点]|[論论]|果|因|[義义]|[釋释]|例|[註注记記]|[備备][註注]|要|[現现]象|背景|目的|目[標标]|方法|步[驟骤]|建[議议]|想法|心得|反思|思考|[來来]源|出[處处]|作者|日期|[時时][間间]|地[點点]|[標标][題题籤签]|主旨|主[題题]|[關关][鍵键][字詞词]|[類类]比|映射|瓶[頸颈]|[選选][擇择]|之[謎谜]|[內内]容|[筆笔][記记]|引[用言文]|[參参]考|[連连][結结]|提示|警告|摘要|[結结][語语尾]|附[錄录]|更新|[說说]明|[補补]充|[優优][勢势]|劣[勢势]|[狀状][態态況况]|情境|任[務务]|限制|挑[戰战]|假[設设]|推[論论]|[觀观]察|行[動动]|[練练][習习]|第.{1,3}[章節节部回]|[0-9一二三四五六七八九十]+)$/;
const LABEL_ENGLISH =
  /^(?:q\d*|a\d*|questions?|answers?|notes?|summary|examples?|definitions?|tips?|warnings?|key|takeaways?|key takeaways?|sources?|author|date|titles?|tags?|why|how|what|when|where|problems?|solutions?|pros|cons|goals?|part|steps?|chapter|section|topics?|todo|update|updates?|background|context|method|methods|results?|discussion|conclusions?|introduction|overview|abstract|references?|links?|see also|important|caution|faq|ps|p\.s|edit|tl;?dr|idea|ideas|action|actions|next|issue|issues|open questions?|core questions?|follow-ups?|follow-up questions?|anomaly|analogy|limits?|usage|options?|default|type|name|status|version|requirements?|installation|input|output|returns?|parameters?)(?:\s+\d+)?$/i;
const ROLE =
  /^(?:主持人?|[記记]者|[訪访][談谈問问]?者|受[訪访]者|[來来][賓宾]|嘉[賓宾]|[觀观][眾众]|[聽听][眾众]|[學学]生|老[師师]|教授|[與与][會会]者|[編编][輯辑]|host|interviewer|interviewee|guest|moderator|audience|narrator|speaker(?:\s*\d+|\s+[a-z])?|announcer)\d*$/i;
const CHINESE_NAME = /^[\u3400-\u9fff·．・]{2,8}$/;
const LATIN_NAME = /^[A-Z][\p{L}'’-]*\.?(?: (?:[A-Z][\p{L}.'’-]*|de|van|von|der|bin|al)){0,3}$/u;

/** The names among `turns` that are speakers'. */
export function findSpeakers(turns: readonly Turn[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { leadIn } of turns) counts.set(leadIn.name, (counts.get(leadIn.name) ?? 0) + 1);
  const speakers = new Set<string>();
  for (const turn of turns) {
    const { name } = turn.leadIn;
    if (!speakers.has(name) && isSpeaker(turn, counts.get(name) ?? 0)) speakers.add(name);
  }
  if (speakers.size === 0) return speakers;
  // In a transcript, whoever speaks only once is still a speaker, if introduced as the others are.
  const forms = new Set(turns.filter(({ leadIn }) => speakers.has(leadIn.name)).map(formOf));
  for (const turn of turns) {
    if (forms.has(formOf(turn)) && looksLikeName(turn.leadIn.name)) speakers.add(turn.leadIn.name);
  }
  return speakers;
}

/** How a name is written where its turn begins. */
function formOf({ leadIn, isHeading }: Turn): string {
  const { isAlone, isBold, isTimed } = leadIn;
  return [isHeading, isBold, isTimed, isAlone && !isHeading].join();
}

/** Whether `name` may be a person's or a role's. */
export function looksLikeName(name: string): boolean {
  if (ROLE.test(name)) return true;
  if (LABEL_WORD.test(name) || LABEL_ENGLISH.test(name)) return false;
  return CHINESE_NAME.test(name) || LATIN_NAME.test(name);
}

function isSpeaker({ leadIn, isHeading }: Turn, count: number): boolean {
  const { name, isAlone, isBold, isTimed } = leadIn;
  if (!looksLikeName(name)) return false;
  if (isTimed || ROLE.test(name)) return true;
  if (isHeading) return count > 1 || name.length <= 4 || name.includes(' ');
  if (isAlone && !isBold) return count > 2;
  if (count > 1) return true;
  return isBold && LATIN_NAME.test(name) && name.includes(' ');
}
