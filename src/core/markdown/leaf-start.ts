/**
 * What starts a leaf block at the reading position of a line: headings, fences, tables, definitions, and
 * the prefixes of callouts and tasks. Answers from the line alone, but for a table's header.
 */
import { isWide } from '../text/character';
import { isBlank, type LineCursor } from './line-cursor';
import { matchLength } from '../text/match-length';

const BACKTICK = 0x60;
const HASH = 0x23;

const FOOTNOTE = /\[\^[^\]\s]{1,200}\]:/y;
/** The target must look like one: `[唐鳳]:為什麼？` is a speaker's line. */
const DEFINITION =
  /\[[^\][\n\r]{1,999}\]:[ \t]*(?=\S{0,300}[./#:<])[!-~\u00c0-\uffff]+(?:[ \t]+(?:"[^"\n\r]*"|'[^'\n\r]*'|\([^)\n\r]*\)))?[ \t]*$/my;
const DELIMITER_ROW = /\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/my;
const CALLOUT = /\[![^\]\n\r]{1,100}\][+-]?[ \t]*/y;
const TASK = /\[[^\]\n\r]\][ \t]+/y;
const WIDE_PUNCTUATION = /[，。？！]/;

export interface AtxHeading {
  readonly level: number;
  readonly from: number;
  readonly to: number;
}

/** The heading that the `#` at the reading position starts; its text without closing `#`. */
export function readHeading(text: string, cursor: LineCursor): AtxHeading | null {
  const end = cursor.runEnd(HASH, cursor.textAt);
  const level = end - cursor.textAt;
  if (level > 6 || (end < cursor.to && !isBlank(text.charCodeAt(end)))) return null;
  let from = end;
  while (from < cursor.to && isBlank(text.charCodeAt(from))) from += 1;
  let to = cursor.trimmedEnd(from);
  let closing = to;
  while (closing > from && text.charCodeAt(closing - 1) === HASH) closing -= 1;
  if (closing < to && (closing === from || isBlank(text.charCodeAt(closing - 1)))) {
    to = closing;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  }
  return { level, from, to };
}

/** How many of `code` open a fence at the reading position; 0 where they open none. */
export function readFence(text: string, cursor: LineCursor, code: number): number {
  const end = cursor.runEnd(code, cursor.textAt);
  const length = end - cursor.textAt;
  if (length < 3) return 0;
  if (code !== BACKTICK) return length;
  const next = text.indexOf('`', end);
  return next !== -1 && next < cursor.to ? 0 : length;
}

/** Whether the line at `at` is the delimiter row that makes a table of `header`. */
export function isDelimiterRowOf(header: string, text: string, at: number): boolean {
  if (!header.includes('|')) return false;
  DELIMITER_ROW.lastIndex = at;
  if (!DELIMITER_ROW.test(text)) return false;
  return countCells(header) === countCells(text.slice(at, DELIMITER_ROW.lastIndex));
}

function countCells(row: string): number {
  const cells = row.replace(/\\./g, 'x').trim().replace(/^\|/, '').replace(/\|$/, '');
  return cells.split('|').length;
}

/** Whether the line at `at` defines where a reference leads. */
export function isDefinition(text: string, at: number): boolean {
  return matchLength(DEFINITION, text, at) > 0;
}

/** The length of `[^1]:` at `at`, or 0. */
export function footnoteLength(text: string, at: number): number {
  return matchLength(FOOTNOTE, text, at);
}

/** The length of `[!note]- ` at `at`, or 0. */
export function calloutLength(text: string, at: number): number {
  return matchLength(CALLOUT, text, at);
}

/** The length of `[x] ` at `at`, or 0. */
export function taskLength(text: string, at: number): number {
  return matchLength(TASK, text, at);
}

/** A line that no one wrote as code: transcripts and pasted pages indent paragraphs by accident. */
export function isWideProse(text: string, from: number, to: number): boolean {
  return isWide(text.charCodeAt(from)) && WIDE_PUNCTUATION.test(text.slice(from, to));
}
