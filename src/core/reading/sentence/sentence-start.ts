/** Where a sentence starts, given its first word: characters that belong to the word, numbers that do not. */
import { CHARACTER, CLASS_OF, classAt, isAsciiWord, isDigit, isWide } from '../../text/character';
import { CLOCK } from '../../text/time-stamp';
import type { PassageText } from '../passage/passage-text';
import { matchLength } from '../../text/match-length';

/** Characters that names of code, paths, variables and options start with: `@Bean`, `$PATH`, `.env`, `/etc`, `--help`, `::after`. */
const IS_PREFIX = new Uint8Array(0x80);
for (const character of '@$./~-%&+:') IS_PREFIX[character.charCodeAt(0)] = 1;
const LONGEST_PREFIX = 3;

/** Numbers that stand apart from their sentence only by the space behind them. */
const COUNTED = new RegExp(String.raw`\d{1,3}[.)/]|${CLOCK}`, 'y');
/** `一、` and `3、` number; `一、二、四` and `3、4 月` count what is talked about. */
const NUMBERING =
  /(?:\d{1,3}[、．）](?!\d)|[一二三四五六七八九十]{1,3}[、．](?![一二三四五六七八九十]{1,3}[、．])|[①-⑳❶-❿]\s*|\d\ufe0f?\u20e3\s*|[A-Za-z](?:[)）]\s*|\.\s*(?=[\u3400-\u9fff])))/y;
const COUNTS = /[一二三四五六七八九十]/;
/** `1.2 `, `3.1.4. `: in running text these are as often versions and amounts. */
const SECTION_NUMBER = /\d{1,3}(?:[.-]\d{1,3}){1,4}[.、)]?/y;

/** Dots that lead on (`...and then`), a wave or a stroke before a word (`~and then`); `~5` and `~/notes` are tokens. */
const LEADS_ON = /^(?:\.\.|~[^\d/])/;

/** The start of the token whose first letter or digit stands at `word`, in plain text that starts at `from`. */
export function tokenStart(text: string, word: number, from: number): number {
  if (!isAsciiWord(text.charCodeAt(word))) return word;
  let at = word;
  while (at > from && word - at <= LONGEST_PREFIX && IS_PREFIX[text.charCodeAt(at - 1)] === 1) {
    at -= 1;
  }
  if (at === word || word - at > LONGEST_PREFIX) return word;
  const before = text.charCodeAt(at - 1);
  const kind = CLASS_OF[before] ?? CHARACTER.space;
  const isApart =
    at === from || kind === CHARACTER.space || kind === CHARACTER.open || isWide(before);
  return isApart && !LEADS_ON.test(text.slice(at, at + 2)) ? at : word;
}

/** What parts a source from its title: a dash or bar with spaces around it. */
const PARTS_TITLE = /\s[-–—|｜]\s+$/;
const PART_REACH = 8;

interface TitlePlace {
  /** Where the sentence starts. */
  readonly from: number;
  readonly link: { readonly from: number; readonly to: number; readonly end: number } | null;
  /** Just after the question with what closes it. */
  readonly markAt: number;
}

/** Where a question starts that is the title of what a reference links to: `Site - N.D. - [Why?](a.md)`. */
export function titleStart(
  passage: PassageText,
  { from, link, markAt }: TitlePlace,
): number | null {
  if (link === null || link.from <= from || markAt !== link.end) return null;
  const before = passage.text.slice(Math.max(from, link.from - PART_REACH), link.from);
  return PARTS_TITLE.test(before) ? skipDressing(passage, link.to) : null;
}

/**
 * The start of a sentence behind its number or time stamp, over emphasis that closes or opens there and into a
 * link. In a title `1.2` numbers, too.
 */
export function skipNumbering(passage: PassageText, start: number, isTitle: boolean): number {
  const { text } = passage;
  if (!mayCount(text, start)) return start;
  const counted =
    (isTitle ? matchLength(SECTION_NUMBER, text, start) : 0) || matchLength(COUNTED, text, start);
  if (counted > 0) {
    const at = skipDressing(passage, start + counted);
    if (isSpaced(text, start + counted, at) && classAt(text, at) === CHARACTER.word) return at;
  }
  const numbering = matchLength(NUMBERING, text, start);
  if (numbering === 0) return start;
  const at = skipDressing(passage, start + numbering);
  return classAt(text, at) === CHARACTER.word ? at : start;
}

/** Most sentences start with a letter that no digit, bracket or dot follows. */
function mayCount(text: string, start: number): boolean {
  const code = text.charCodeAt(start);
  if (isDigit(code) || (code >= 0x2460 && code <= 0x2bff)) return true;
  const next = text.charCodeAt(start + 1);
  if (isAsciiWord(code)) return next === 0x29 || next === 0xff09 || next === 0x2e;
  return isWide(code) && COUNTS.test(text.charAt(start));
}

/** Over white space, emphasis and the brackets that open links. */
function skipDressing(passage: PassageText, from: number): number {
  let at = from;
  for (;;) {
    const span = passage.findSpan(at);
    if (span?.kind === 'emphasis' || span?.kind === 'link') at = span.to;
    else if (at < passage.end && classAt(passage.text, at) === CHARACTER.space) at += 1;
    else return at;
  }
}

function isSpaced(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (classAt(text, at) === CHARACTER.space) return true;
  }
  return false;
}
