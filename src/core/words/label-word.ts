/** Words that name a kind of text (`問題`, `Summary`), and so no person. */

/** What a label's name ends with. Single characters end people's names as well: `陳忠義`, `李四`. */
const CHINESE =
  /(?:[問问][題题]?|[題题]|答案|回[答應应]|[優优缺重要疑特痛難难盲看焦起終终論论觀观亮][點点]|[結结討讨理推評评導导緒绪爭争概立][論论]|[結结成效後后]果|[原起成]因|[定意涵含字釋释][義义]|[解註注闡阐][釋释]|[備备附批][註注]|[案舉举範范事條条]例|[筆笔日札手後后週周附雜杂標标][記记]|[摘概提紀纪綱纲需]要|[現现]象|背景|目的|目[標标]|方法|方案|步[驟骤]|建[議议]|想法|心得|反思|思考|[來来]源|出[處处]|作者|日期|[時时][間间]|地[點点]|[標标][籤签]|主旨|[總总小][結结]|[適适]用.{0,2}|[檢检][查核][項项]?|[場场]景|[關关][鍵键][字詞词]|[類类]比|映射|瓶[頸颈]|[選选][擇择項项]|之[謎谜]|[內内]容|引[用言文]|[參参]考|[連连][結结]|提示|警告|[結结][語语尾]|附[錄录]|更新|[說说]明|[補补]充|[優优][勢势]|劣[勢势]|[狀状][態态況况]|情境|任[務务]|限制|挑[戰战]|假[設设]|[觀观]察|行[動动]|[練练][習习]|第.{1,3}[章節节部回])$/;
/** A label by itself. */
const CHINESE_ALONE =
  /^(?:[答點点論论果因義义釋释例註注記记要按案評评]|[其第]?[0-9一二三四五六七八九十]+)$/;
const ENGLISH =
  /^(?:questions?|answers?|notes?|summary|examples?|definitions?|tips?|warnings?|key|takeaways?|key takeaways?|sources?|author|date|titles?|tags?|why|how|what|when|where|problems?|solutions?|pros|cons|goals?|part|steps?|chapter|section|topics?|todo|update|updates?|background|context|method|methods|results?|discussion|conclusions?|introduction|overview|abstract|references?|links?|see also|important|caution|faq|ps|p\.s|edit|tl;?dr|idea|ideas|action|actions|next|issue|issues|open questions?|core questions?|follow-ups?|follow-up questions?|anomaly|analogy|limits?|usage|options?|default|type|name|status|version|requirements?|installation|input|output|returns?|parameters?)(?:\s+\d+)?$/i;
/** `理由一`, `原則 2`; people are `李四`. */
const COUNTED = /^[\u3400-\u9fff]{2,}\s*(?:\d+|[一二三四五六七八九十]+)$/;
/** `方案 B`: which of its kind. */
const LETTER = /\s*[A-Z甲乙丙丁]$/;

/** Whether `name` names a kind of text. Whether `Q` and `A` do, the rest of the note says. */
export function isLabelWord(name: string): boolean {
  if (ENGLISH.test(name) || CHINESE.test(name) || CHINESE_ALONE.test(name)) return true;
  return COUNTED.test(name) || CHINESE.test(name.replace(LETTER, ''));
}
