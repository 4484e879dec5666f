/**
 * The lines of a query. A `\` at a line's end goes on in the next; `#` at a line's start begins a comment. What
 * is taken out leaves as many spaces, so that offsets into a line's text are offsets into the query, less
 * where the line begins.
 */

export interface QueryLine {
  /** Where it begins, a UTF-16 offset into the query. */
  readonly from: number;
  readonly text: string;
}

const LINE_END = /\r\n|\n|\r/g;
const CONTINUED = /\\[^\S\r\n]*(\r\n|\n|\r)/g;

/** Those lines that say something. */
export function queryLines(query: string): readonly QueryLine[] {
  return [...allLines(query)].filter(({ text }) => !/^\s*(?:#|$)/.test(text));
}

/** The line that has an offset in it, an empty one or a comment, too. */
export function lineAt(query: string, offset: number): QueryLine {
  let found: QueryLine = { from: 0, text: '' };
  for (const line of allLines(query)) {
    if (line.from > offset) break;
    found = line;
  }
  return found;
}

function* allLines(query: string): Generator<QueryLine> {
  const joined = query.replace(CONTINUED, (matched) => ' '.repeat(matched.length));
  let from = 0;
  for (const { index, 0: end } of joined.matchAll(LINE_END)) {
    yield { from, text: joined.slice(from, index) };
    from = index + end.length;
  }
  yield { from, text: joined.slice(from) };
}

/** The 1-based lines of offsets, which have to come in their order. */
export function lineCounter(query: string): (offset: number) => number {
  const ends = Array.from(query.matchAll(LINE_END), ({ index, 0: end }) => index + end.length);
  let line = 0;
  return (offset) => {
    while ((ends[line] ?? Infinity) <= offset) line += 1;
    return line + 1;
  };
}
