/**
 * Time stamps that stand before text without being part of it: of captions (`0:03` alone in its line, SRT and VTT
 * cues), of transcripts (`[00:12] …`) and of chapters (`03:12 - …`). Sentences run on over them.
 */
import { CHARACTER, classAt, isDigit, lineEndFrom } from './character';

const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
/** One stamp or a range, with what parts it from the text. */
const STAMP = new RegExp(
  String.raw`[（([【]?${CLOCK}(?:\s*(?:-->|[-–—~～→])\s*${CLOCK})?[)）\]】]?(?:[^\S\n]*(?:[-–—]\s|[|｜])[^\S\n]*|[^\S\n]+|(?=\n|$))`,
  'y',
);
const CUE = new RegExp(String.raw`^${CLOCK} --> ${CLOCK}(?:\s+[a-z]+:\S+)*\s*$`);
const STAMPED = /\d:\d{2}/;
const LONGEST_CUE_NUMBER = 5;
/** The shortest gap between two lines with a stamp in it: a line feed and `0:03`. */
const SHORTEST_GAP = 5;

/** The start of the line's text behind its stamp; `to` where it has nothing else, `from` where it has none. */
export function skipTimeStamp(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (!isDigit(first) && classAt(text, from) !== CHARACTER.open) return from;
  STAMP.lastIndex = from;
  if (!STAMP.test(text)) return from;
  const end = Math.min(STAMP.lastIndex, to);
  return CUE.test(text.slice(from, to)) ? to : end;
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
