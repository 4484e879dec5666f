/**
 * Words that ask: to weigh where a question starts and, on request, to find what asks without a mark. In
 * prose a word that asks is never enough: `他知道為什麼` states.
 */

const CHINESE =
  /[什甚][麼么]|[為为]何|如何|[怎]|[誰谁]|哪|何[時时以必況况]|多少|多久|多大|是否|能否|可否|[幾几][個个]|[有能會会要可是]沒?不[有能會会要可是]|有[沒没]有|[嗎吗呢]/;
const ENGLISH = /\b(?:who|whom|whose|what|when|where|why|how|which)\b/i;

/** Whether `text` has a word that asks. */
export function hasInterrogative(text: string): boolean {
  return CHINESE.test(text) || ENGLISH.test(text);
}

const FINAL_PARTICLE = /[嗎吗]$/;
/** `你呢`, `然後呢`: too short to be `他還在睡呢`. */
const SHORT = 6;
const ENGLISH_TITLE = /^(?:who|whom|whose|what|when|where|why|how(?! to\b)|which)\b/i;

/** Whether a sentence of prose without its stop asks by its last particle. */
export function endsAsking(sentence: string): boolean {
  if (FINAL_PARTICLE.test(sentence)) return true;
  return (
    sentence.endsWith('呢') && (sentence.length <= SHORT || CHINESE.test(sentence.slice(0, -1)))
  );
}

/** Whether a heading or title without a mark asks by its words. */
export function isAskingTitle(title: string): boolean {
  return CHINESE.test(title) || ENGLISH_TITLE.test(title);
}
