/**
 * A stem as a line of a note, at the cursor: on the cursor's line where that is empty, else below it, with an empty line
 * around it where text stands, so that no sentence runs into it. A callout, a list or another block that the cursor's
 * line is part of keeps its lines: the stem goes below all of it. What is planned reads back: the question stands alone
 * with its mark, and everything else reads as before.
 */
import { findBody } from '../markdown/frontmatter';
import { wholeBlockEnd } from '../markdown/whole-block';
import { formatMark, sameMark, type MarkFormat } from '../model/mark';
import { markOf, type MarkValue, type Question } from '../model/question';
import type { TextEdit } from '../model/text-edit';
import { extractQuestions } from '../reading/extract';
import { GAP, stemText } from '../text/gap';

export interface StemPlan {
  readonly edit: TextEdit;
  /** Of the text with the question alone: its mark, which is what can be taken back later. */
  readonly mark: TextEdit;
  /** Of the text that the edit makes: the first gap, or the end of the question, in UTF-16 units. */
  readonly select: { readonly from: number; readonly to: number };
}

/** Where nothing is written: an empty item of a list, an empty line of a quotation. */
const EMPTY_ITEM = /^[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)?$/;

/** Where a stem is written: at the end of a line, on that line or below it. An offset in UTF-16 units. */
interface StemPlace {
  readonly at: number;
  readonly isOnLine: boolean;
}

/** Null where a question can't be written at the cursor, which is an offset of `text` in UTF-16 units. */
export function planStem(
  text: string,
  cursor: number,
  stem: string,
  value: MarkValue,
  format: MarkFormat,
  roots: readonly string[],
): StemPlan | null {
  const question = stemText(stem);
  const before = extractQuestions(text, { roots });
  for (const place of placesFor(text, cursor)) {
    const plan = planAt(text, place, question, formatMark(value, format));
    const { edit } = plan;
    const after = text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
    const read = extractQuestions(after, { roots });
    if (readsAs(before, read, question, value, format.root)) return plan;
  }
  return null;
}

/** The end of the line at which a stem is written for a cursor there; behind the properties at the earliest. */
export function stemPlace(text: string, cursor: number): number {
  return firstPlace(text, cursorLineEnd(text, cursor)).at;
}

function placesFor(text: string, cursor: number): readonly StemPlace[] {
  const line = cursorLineEnd(text, cursor);
  const first = firstPlace(text, line);
  const behind = wholeBlockEnd(text, line);
  const further = wholeBlockEnd(text, paragraphEnd(text, behind));
  return [first, ...[behind, further].filter((at) => at > first.at).map(belowLine)];
}

/** On the line that ends at `at` where that has room for it, else below the whole block that the line stands in. */
function firstPlace(text: string, at: number): StemPlace {
  const line = text.slice(lineStart(text, at), at);
  const behind = wholeBlockEnd(text, at);
  const isOnLine = line.trim() === '' ? behind === at : EMPTY_ITEM.test(line);
  return isOnLine ? { at, isOnLine } : belowLine(behind);
}

function belowLine(at: number): StemPlace {
  return { at, isOnLine: false };
}

/** The end of the cursor's line; with a cursor in the properties, of the note. */
function cursorLineEnd(text: string, cursor: number): number {
  const body = findBody(text).at;
  return lineEnd(text, cursor < body ? text.length : cursor);
}

function planAt(
  text: string,
  { at, isOnLine }: StemPlace,
  question: string,
  mark: string,
): StemPlan {
  const from = lineStart(text, at);
  const isBare = text.slice(from, at).trim() === '';
  const start = isBare ? from : at;
  const above = isBare ? (isTextLine(text, from - 1) ? '\n' : '') : isOnLine ? '' : '\n\n';
  const below = (isBare || !isOnLine) && isTextLine(text, at + 1) ? '\n' : '';
  const tagging = ` ${mark}`;
  const insert = `${above}${question}${tagging}${below}`;
  const begin = start + above.length;
  const end = begin + question.length;
  const gap = question.indexOf(GAP);
  const select =
    gap === -1 ? { from: end, to: end } : { from: begin + gap, to: begin + gap + GAP.length };
  return {
    edit: { from: start, to: at, expected: text.slice(start, at), insert },
    mark: { from: end, to: end, expected: '', insert: tagging },
    select,
  };
}

function lineStart(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Whether the line at `at` has text; outside of the note there is none. */
function isTextLine(text: string, at: number): boolean {
  if (at < 0 || at > text.length) return false;
  return text.slice(lineStart(text, at), lineEnd(text, at)).trim() !== '';
}

/** The end of the last line with text before the next empty one. */
function paragraphEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isTextLine(text, end + 1)) end = lineEnd(text, end + 1);
  return end;
}

/** Whether `read` is `before` with that one question among them. */
function readsAs(
  before: readonly Question[],
  read: readonly Question[],
  text: string,
  value: MarkValue,
  root: string,
): boolean {
  const at = read.findIndex((question, place) => !isSame(question, before[place]));
  const added = read[at];
  return (
    added?.text === text &&
    sameMark(markOf(added, root), value) &&
    read.length === before.length + 1 &&
    read.slice(at + 1).every((question, place) => isSame(question, before[at + place]))
  );
}

function isSame(question: Question, other: Question | undefined): boolean {
  return (
    question.text === other?.text &&
    question.kind === other.kind &&
    question.label === other.label &&
    question.speaker === other.speaker &&
    question.section.join('\n') === other.section.join('\n') &&
    question.marks.length === other.marks.length &&
    question.marks.every((mark, at) => {
      const same = other.marks[at] ?? null;
      return mark.root === same?.root && sameMark(mark, same);
    })
  );
}
