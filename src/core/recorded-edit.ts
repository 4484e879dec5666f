/**
 * Edits as they were made, kept so that they can be taken back later on a text that may have changed since.
 * A recorded edit knows what stood at its place before and after, and what stands beside it on its line;
 * it is taken back only where exactly that still stands, found again where the text has moved.
 */
import { inTextOrder, type TextEdit } from './text-edit';

/** One edit that was made. Offsets are of the text after all edits of its operation on that note. */
export interface RecordedEdit {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** What stands right before and right behind, within the line and up to the next edit; at most `CONTEXT` units. */
  readonly lead: string;
  readonly trail: string;
  /** Whether `lead` reaches back to the line's start, and `trail` to its end. */
  readonly startsLine: boolean;
  readonly endsLine: boolean;
}

export interface Reversal {
  readonly edits: readonly TextEdit[];
  /** Edits whose place has changed since, or can't be told from another; they are left alone. */
  readonly lost: readonly RecordedEdit[];
}

const CONTEXT = 48;

/** Records `edits` that made `textAfter`. They must have fitted the text before. */
export function recordEdits(
  edits: readonly TextEdit[],
  textAfter: string,
): readonly RecordedEdit[] {
  let shift = 0;
  const places = inTextOrder(edits).map(({ from, to, expected, insert }) => {
    const at = from + shift;
    shift += insert.length - (to - from);
    return { at, before: expected, after: insert };
  });
  return places.map((place, index) => {
    const previous = places[index - 1];
    const next = places[index + 1];
    const end = place.at + place.after.length;
    const from = contextStart(
      textAfter,
      place.at,
      previous ? previous.at + previous.after.length : 0,
    );
    const to = contextEnd(textAfter, end, next ? next.at : textAfter.length);
    return {
      ...place,
      lead: textAfter.slice(from, place.at),
      trail: textAfter.slice(end, to),
      startsLine: isLineStart(textAfter, from),
      endsLine: isLineEnd(textAfter, to),
    };
  });
}

/** Plans to put back what stood before each edit. */
export function planReversal(text: string, recorded: readonly RecordedEdit[]): Reversal {
  return plan(
    text,
    recorded,
    (edit) => edit.after,
    (edit) => edit.before,
  );
}

/** Plans to make the edits again after they were taken back. */
export function planRepeat(text: string, recorded: readonly RecordedEdit[]): Reversal {
  return plan(
    text,
    recorded,
    (edit) => edit.before,
    (edit) => edit.after,
  );
}

function plan(
  text: string,
  recorded: readonly RecordedEdit[],
  expectedOf: (edit: RecordedEdit) => string,
  insertOf: (edit: RecordedEdit) => string,
): Reversal {
  const edits: TextEdit[] = [];
  const lost: RecordedEdit[] = [];
  // Text written before an edit pushes it and all that follow on by as much: look there first.
  let drift = 0;
  for (const edit of recorded) {
    const expected = expectedOf(edit);
    const place = findPlace(text, edit, expected, edit.at + drift);
    if (place === null || overlapsLast(edits, place)) {
      lost.push(edit);
      continue;
    }
    drift = place - edit.at;
    edits.push({ from: place, to: place + expected.length, expected, insert: insertOf(edit) });
    // Offsets count the text with the edit in; where it is out now, those behind stand that much nearer.
    drift += expected.length - edit.after.length;
  }
  return { edits, lost };
}

/** Where the edit stands: at `likely`, or at the only place of the text that reads the same. */
function findPlace(
  text: string,
  edit: RecordedEdit,
  expected: string,
  likely: number,
): number | null {
  const reading = edit.lead + expected + edit.trail;
  const reads = (start: number) =>
    start >= 0 &&
    text.startsWith(reading, start) &&
    (!edit.startsLine || isLineStart(text, start)) &&
    (!edit.endsLine || isLineEnd(text, start + reading.length));
  if (reads(likely - edit.lead.length)) return likely;
  let found: number | null = null;
  for (let start = text.indexOf(reading); start !== -1; start = text.indexOf(reading, start + 1)) {
    if (!reads(start)) continue;
    if (found !== null) return null;
    found = start + edit.lead.length;
  }
  return found;
}

function overlapsLast(edits: readonly TextEdit[], place: number): boolean {
  const last = edits.at(-1);
  return last !== undefined && place < last.to;
}

function contextStart(text: string, at: number, limit: number): number {
  let from = at;
  while (from > limit && at - from < CONTEXT && !isLineStart(text, from)) from -= 1;
  return from;
}

function contextEnd(text: string, at: number, limit: number): number {
  let to = at;
  while (to < limit && to - at < CONTEXT && !isLineEnd(text, to)) to += 1;
  return to;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text[at] === '\r';
}
