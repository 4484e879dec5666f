/**
 * Whether a question that a comma follows is only reported: `他關心如何變大？，` states what someone cares
 * about, `真的嗎？，` asks, with a comma too many behind it.
 */
import { isWide } from '../../text/character';
import { hasInterrogative } from '../../words/interrogative';

const ENUMERATION_COMMA = '、';
/** A clause says within this many characters what it reports. */
const REACH = 60;

/** They end a question that is asked, never one that is told of. */
const FINAL_PARTICLE = /[嗎吗呢吧嘛]$/;
/** Verbs that take a question as what they are about, then the question. */
const REPORTING =
  /(?:[專专]注|[關关][注心於于]|[討讨][論论]|[講讲]到|[說说]到|[談谈]到|提到|[寫写]到|知道|[認认][識识]|[瞭了]解|理解|明白|[懂記记]得|思考|思索|研究|探[討讨究索]|追[問问]|[詢询][問问]|[問问][過过]|(?:[他她它們们]|不再|追[著着]|一直).{0,3}[問问](?![題题])|[釐厘]清|解[釋释]|[說说]明|介[紹绍]|描述|回答|[決决]定|取[決决][於于]|判[斷断]|[學学][會会習习]|在乎|在意|想[過过著着])([^，,。！？；：\n]{1,50})$/;
/** Whoever is asked knows: `你知道為什麼？，` asks. */
const ASKED_PERSON = /(?:[你您妳]|[誰谁]|大家|有[沒没]有人|有人)[^，,。！？；：\n]{0,12}$/;
/** What picks the question up as a thing: `如何變大？，這是舊問題`. */
const RESUMES = /^[，,]\s*(?:[這这那][是個个些]|都[是很不]|以及|和|[與与]|或)/;

/**
 * Whether the question of `text` between `start` and `at`, where its terminator stands, is only reported. `comma`
 * is the offset of the comma that follows it.
 */
export function isReported(text: string, start: number, at: number, comma: number): boolean {
  if (text.charAt(comma) === ENUMERATION_COMMA) return true;
  const clause = text.slice(Math.max(start, at - REACH), at);
  if (!isWide(clause.charCodeAt(clause.length - 1)) || FINAL_PARTICLE.test(clause)) return false;
  if (RESUMES.test(text.slice(comma, comma + 8))) return true;
  const reported = REPORTING.exec(clause);
  if (!reported || !asks(reported[1] ?? '')) return false;
  return !ASKED_PERSON.test(clause.slice(0, reported.index));
}

/** In a clause that reports, `幾` asks as well. */
function asks(reported: string): boolean {
  return hasInterrogative(reported) || /[幾几]/.test(reported);
}
