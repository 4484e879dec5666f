/**
 * Rows in whatever order they were asked for, and the order in which their notes ask them. Very many rows are gone
 * through in pieces, so that whoever writes them can yield to the event loop before the first one is written.
 */
import type { Incremental } from '../model/incremental';
import type { AnswerRow } from '../query';

/** Rows in a piece; a millisecond or two. */
const PER_PIECE = 4096;

/** The rows of each note together, the notes in the order in which they first come, their rows as they come. */
export function* rowsByNote(
  rows: Iterable<AnswerRow>,
): Incremental<ReadonlyMap<string, readonly AnswerRow[]>> {
  const notes = new Map<string, AnswerRow[]>();
  let taken = 0;
  for (const row of rows) {
    const known = notes.get(row.path);
    if (known) known.push(row);
    else notes.set(row.path, [row]);
    taken += 1;
    if (taken % PER_PIECE === 0) yield undefined;
  }
  return notes;
}

/** A note's rows from its beginning to its end. */
export function inPlaceOrder(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const isSorted = rows.every((row, at) => at === 0 || (rows[at - 1]?.start ?? 0) <= row.start);
  return isSorted ? rows : [...rows].sort((a, b) => a.start - b.start);
}

/** Each row with which question of its note it is among the rows given, the first being 1; in the order given. */
export function* withOrders(
  rows: Iterable<AnswerRow>,
): Incremental<readonly (readonly [row: AnswerRow, order: number])[]> {
  const all: AnswerRow[] = [];
  // Rows may be made anew each time somebody looks at them: each is looked at once.
  const notes = yield* rowsByNote(kept(rows, all));
  const orders = new Map<AnswerRow, number>();
  let taken = 0;
  for (const members of notes.values()) {
    inPlaceOrder(members).forEach((row, at) => orders.set(row, at + 1));
    taken += members.length;
    if (taken < PER_PIECE) continue;
    taken = 0;
    yield undefined;
  }
  return all.map((row) => [row, orders.get(row) ?? 0] as const);
}

function* kept(rows: Iterable<AnswerRow>, all: AnswerRow[]): Generator<AnswerRow> {
  for (const row of rows) {
    all.push(row);
    yield row;
  }
}
