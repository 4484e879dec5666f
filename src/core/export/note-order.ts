/** Rows in whatever order they were asked for, and the order in which their notes ask them. */
import type { AnswerRow } from '../query';

/** The rows of each note together, the notes in the order in which they first come, their rows as they come. */
export function byNote(rows: Iterable<AnswerRow>): ReadonlyMap<string, readonly AnswerRow[]> {
  const notes = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    const known = notes.get(row.path);
    if (known) known.push(row);
    else notes.set(row.path, [row]);
  }
  return notes;
}

/** A note's rows from its beginning to its end. */
export function inPlaceOrder(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  const isSorted = rows.every((row, at) => at === 0 || (rows[at - 1]?.start ?? 0) <= row.start);
  return isSorted ? rows : [...rows].sort((a, b) => a.start - b.start);
}

/** Which question of its note each row is, the first being 1, among the rows given. */
export function ordersInNotes(rows: readonly AnswerRow[]): ReadonlyMap<AnswerRow, number> {
  const orders = new Map<AnswerRow, number>();
  for (const members of byNote(rows).values()) {
    inPlaceOrder(members).forEach((row, at) => orders.set(row, at + 1));
  }
  return orders;
}
