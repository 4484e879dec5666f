/** The cells of a table row: what one sentence of a table can run through. */
import type { InlineSpan } from '../markdown/span';

/** Start and end of each cell between the bars that stand in plain text. */
export function cutCells(
  text: string,
  from: number,
  to: number,
  spans: readonly InlineSpan[],
): readonly (readonly [from: number, to: number])[] {
  const cells: [number, number][] = [];
  let cell = from;
  let next = 0;
  for (let at = text.indexOf('|', from); at !== -1 && at < to; at = text.indexOf('|', at + 1)) {
    while ((spans[next]?.to ?? to) <= at) next += 1;
    const span = spans[next];
    const isInSpan = span !== undefined && span.from <= at && at < span.to;
    // A bar ends a cell even inside maths or a comment; only code and links keep it.
    if ((isInSpan && span.kind !== 'mark') || text[at - 1] === '\\') continue;
    if (at > cell) cells.push([cell, at]);
    cell = at + 1;
  }
  if (cell < to) cells.push([cell, to]);
  return cells;
}
