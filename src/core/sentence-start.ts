/** Where a sentence starts, given its first word: signs that belong to the word, numbers that do not. */
import { CHARACTER, CLASS_OF, classAt, isAsciiWord, isWide } from './character';

/** Signs that names of code, paths, variables and options start with: `@Bean`, `$PATH`, `.env`, `/etc`, `--help`, `::after`. */
const IS_PREFIX = new Uint8Array(0x80);
for (const sign of '@$./~-%&+:') IS_PREFIX[sign.charCodeAt(0)] = 1;
const LONGEST_PREFIX = 3;

/** `一、` and `3、` number; `一、二、四` and `3、4 月` count what is talked about. */
const NUMBERING =
  /(?:\d{1,3}(?:[.)/]\s+|[、．）](?!\d))|[一二三四五六七八九十]{1,3}[、．](?![一二三四五六七八九十]{1,3}[、．])|[①-⑳❶-❿]\s*|\d\ufe0f?\u20e3\s*|\d{1,2}:\d{2}(?::\d{2})?\s+|[A-Za-z](?:[)）]\s*|\.\s*(?=[\u3400-\u9fff])))/y;
/** `1.2 `, `3.1.4. `: in running text these are as often versions and amounts. */
const SECTION_NUMBER = /\d{1,3}(?:[.-]\d{1,3}){1,4}[.、)]?\s+/y;

/** The start of the token whose first letter or digit stands at `word`. */
export function tokenStart(text: string, word: number): number {
  if (!isAsciiWord(text.charCodeAt(word))) return word;
  let at = word;
  while (at > 0 && word - at <= LONGEST_PREFIX && IS_PREFIX[text.charCodeAt(at - 1)] === 1) at -= 1;
  if (at === word || word - at > LONGEST_PREFIX) return word;
  const before = text.charCodeAt(at - 1);
  const kind = CLASS_OF[before] ?? CHARACTER.space;
  const isApart = at === 0 || kind === CHARACTER.space || kind === CHARACTER.open || isWide(before);
  // `...and then`: dots that lead on.
  return isApart && !text.startsWith('..', at) ? at : word;
}

/** The start of a sentence behind its number or time stamp. */
export function skipNumbering(text: string, start: number, isHeading: boolean): number {
  const numbering =
    (isHeading ? matchAt(SECTION_NUMBER, text, start) : 0) || matchAt(NUMBERING, text, start);
  const at = start + numbering;
  return classAt(text, at) === CHARACTER.word ? at : start;
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex - at : 0;
}
