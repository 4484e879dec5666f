/** Words that ask. Only used to weigh where a question starts, never to find one in prose. */

const CHINESE =
  /[什甚][麼么]|[為为]何|如何|[怎]|[誰谁]|哪|何[時时以必況况]|多少|多久|多大|是否|能否|可否|[幾几][個个]|[有能會会要可是]沒?不[有能會会要可是]|有[沒没]有|[嗎吗呢]/;
const ENGLISH = /\b(?:who|whom|whose|what|when|where|why|how|which)\b/i;

/** Whether `text` has a word that asks. */
export function hasInterrogative(text: string): boolean {
  return CHINESE.test(text) || ENGLISH.test(text);
}
