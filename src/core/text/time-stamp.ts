/**
 * Time stamps that stand before text without being part of it: of captions (`0:03` alone in its line, SRT and VTT
 * cues), of transcripts (`[00:12] …`) and of chapters (`03:12 - …`). Sentences run on over them.
 */
import { CHARACTER, classAt, isDigit, lineEndFrom } from './character';

/** A clock time, as the source of a pattern: `0:03`, `00:12:33`. */
export const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?`;
/** What a stamp may stand in, likewise. */
export const OPENS_STAMP = '[（([【]';
export const CLOSES_STAMP = String.raw`[)）\]】]`;
/** What may follow a clock that counts twelve hours, likewise. */
export const HALF_OF_DAY = String.raw`(?:\s?[ap]m)?`;

const EXACT_CLOCK = String.raw`${CLOCK}(?:[.,]\d{1,3})?`;
/** One stamp or a range, with what parts it from the text. */
const STAMP = new RegExp(
  String.raw`${OPENS_STAMP}?${EXACT_CLOCK}(?:\s*(?:-->|[-–—~～→])\s*${EXACT_CLOCK})?${CLOSES_STAMP}?(?:[^\S\n]*(?:[-–—]\s|[|｜])[^\S\n]*|[^\S\n]+|(?=\n|$))`,
  'y',
);
const CUE = new RegExp(String.raw`^${EXACT_CLOCK} --> ${EXACT_CLOCK}(?:\s+[a-z]+:\S+)*\s*$`);
const DATE = String.raw`\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s`;
const TIMED = `${CLOCK}${HALF_OF_DAY}`;
/** `[00:12:33] `, `【00:12】`, `[12/03/2024, 09:14:22] `, `12/03/2024, 09:14 - `, `2024-03-12 09:14 `. */
const MESSAGE_STAMP = new RegExp(
  String.raw`(?:${OPENS_STAMP}(?:${DATE})?${TIMED}${CLOSES_STAMP}\s*|${DATE}${TIMED}\s(?:[-–—]\s)?)`,
  'iy',
);
/** A clock with or without brackets, wherever it stands. */
const ANYWHERE = new RegExp(`${OPENS_STAMP}?${CLOCK}${CLOSES_STAMP}?`);
/** With hours, minutes and seconds, and the spaces behind it. */
const FULL_STAMP = new RegExp(
  String.raw`${OPENS_STAMP}?\d{1,2}:\d{2}:\d{2}${CLOSES_STAMP}?[ \t\u3000]*`,
  'y',
);
/** Before a clock or behind it in a line that holds a name or a title beside. */
const AT_AN_END = new RegExp(
  String.raw`^(?:[>\s]|${OPENS_STAMP})*\d{1,2}:\d{2}|\d{1,2}:\d{2}${CLOSES_STAMP}?$`,
);
const STAMPED = /\d:\d{2}/;
const LONGEST_CUE_NUMBER = 5;
/** The shortest gap between two lines with a stamp in it: a line feed and `0:03`. */
const SHORTEST_GAP = 5;

/** The start of the line's text behind its stamp; `to` where it has nothing else, `from` where it has none. */
export function skipTimeStamp(text: string, from: number, to: number): number {
  if (!mayStartStamp(text, from)) return from;
  STAMP.lastIndex = from;
  if (!STAMP.test(text)) return from;
  const end = Math.min(STAMP.lastIndex, to);
  return CUE.test(text.slice(from, to)) ? to : end;
}

/** Whether a stamp may start at `at`, by its first character. */
export function mayStartStamp(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) || classAt(text, at) === CHARACTER.open;
}

/** The start of what is said in a line that a chat or a transcript stamps; `from` where it has no such stamp. */
export function skipMessageStamp(text: string, from: number): number {
  if (!mayStartStamp(text, from)) return from;
  MESSAGE_STAMP.lastIndex = from;
  return MESSAGE_STAMP.test(text) ? MESSAGE_STAMP.lastIndex : from;
}

/** Over a stamp that counts hours, minutes and seconds, and the spaces behind it; `from` where none starts there. */
export function skipFullStamp(text: string, from: number): number {
  if (!mayStartStamp(text, from)) return from;
  FULL_STAMP.lastIndex = from;
  return FULL_STAMP.test(text) ? FULL_STAMP.lastIndex : from;
}

/** `name` without the first stamp in it; the same string where it has none. */
export function withoutStamp(name: string): string {
  return name.includes(':') ? name.replace(ANYWHERE, '') : name;
}

/** Whether a stamp stands at the start of `line` or at its end. */
export function isStampedLine(line: string): boolean {
  return AT_AN_END.test(line);
}

/** Whether the line between `from` and `to` counts the cue of the line behind it. */
export function isCueNumber(text: string, from: number, to: number): boolean {
  // Hardly a line is so short and starts with a digit.
  if (to - from > LONGEST_CUE_NUMBER || !isDigit(text.charCodeAt(from))) return false;
  if (!/^\d+$/.test(text.slice(from, to))) return false;
  const end = lineEndFrom(text, to);
  const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  return CUE.test(text.slice(next, lineEndFrom(text, next)).trim());
}

/** Whether a stamp stands in the gap between two lines of a sentence. */
export function hasTimeStamp(text: string, before: number, after: number): boolean {
  return after - before >= SHORTEST_GAP && STAMPED.test(text.slice(before, after));
}
