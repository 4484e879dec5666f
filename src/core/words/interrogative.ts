/**
 * Words that ask: to weigh where a question starts and, on request, to find what asks without an asking sign. In
 * prose a word that asks is never enough: `他知道為什麼` states.
 */

const CHINESE =
  /[什甚][麼么]|[為为]何|如何|[怎]|[誰谁]|哪|何[時时以必況况]|多少|多久|多大|是否|能否|可否|[總总一]共[有是]?[幾几][個个]|[有能會会要可是]沒?不[有能會会要可是]|有[沒没]有|[嗎吗呢]/;
const ENGLISH = /\b(?:who|whom|whose|what|when|where|why|how|which)\b/i;

/** Whether `text` has a word that asks. */
export function hasInterrogative(text: string): boolean {
  return CHINESE.test(text) || ENGLISH.test(text);
}

const FINAL_PARTICLE = /[嗎吗]$/;
/** `你呢`, `然後呢`: too short to be `還沒睡呢`. */
const SHORT = 4;
const NOT_YET = /[還还沒没]/;
/** `不知道裡面有什麼呢` tells, softly. */
const TELLS_SOFTLY = /不知道|不[曉晓]得|不清楚|[總总][覺觉]得|想知道/;
/** `無論如何`, `沒有什麼`, `誰都`: words that ask, used to say all or none. */
const ALL_OR_NONE =
  /[無无][論论]如何|不[論论管]|[沒没]有什[麼么]|(?:[誰谁]|什[麼么]|哪.{0,2})都|不知道|有能力/;
/** `如何使用` is `how to use`. */
const HOW_TO = /^(?:如何|怎[麼么樣样])/;
const ENGLISH_TITLE = /^(?:who|whom|whose|what|where|why|how(?! to\b)|which)\b/i;

/** Whether a sentence of prose without its stop asks by its last particle. */
export function endsAsking(sentence: string): boolean {
  if (FINAL_PARTICLE.test(sentence)) return true;
  if (!sentence.endsWith('呢')) return false;
  if (sentence.length <= SHORT) return !NOT_YET.test(sentence);
  return CHINESE.test(sentence.slice(0, -1)) && !TELLS_SOFTLY.test(sentence);
}

/** Whether a heading or title without an asking sign asks by its words. */
export function isAskingTitle(title: string): boolean {
  if (ENGLISH_TITLE.test(title)) return true;
  return CHINESE.test(title) && !HOW_TO.test(title) && !ALL_OR_NONE.test(title);
}
