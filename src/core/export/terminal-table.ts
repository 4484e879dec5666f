/**
 * A table to read in a terminal: where, mark, question, or the columns that are asked for. Columns line up by the width
 * that the host measures (East Asian characters take two); what is too wide ends (a place begins) with `…`. Marks are
 * named without their root.
 */
import type { AnswerRow } from '../query';
import {
  type Cell,
  cellsOf,
  type ColumnId,
  NO_PROPERTIES,
  type NoteProperties,
  propertyHeading,
} from './column';

export interface Terminal {
  /** How wide it is; null where the output goes elsewhere and lines may be long. */
  readonly columns: number | null;
  readonly widthOf: (text: string) => number;
}

/** A table's column: how much of a terminal it may take, and which end of a cell is kept. */
interface Layout {
  readonly heading: string;
  readonly share: number;
  readonly keeps: 'start' | 'end';
}

const GAP = '  ';
const NARROWEST = 8;

const PLACE: Layout = { heading: 'WHERE', share: 0.35, keeps: 'end' };
const MARK: Layout = { heading: 'MARK', share: 0.25, keeps: 'start' };
const QUESTION: Layout = { heading: 'QUESTION', share: 1, keeps: 'start' };

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where, mark, question. */
export function questionTable(rows: Iterable<AnswerRow>, terminal: Terminal): Generator<string> {
  return alignedTable([PLACE, MARK, QUESTION], mapped(rows, placedCells), terminal);
}

/** The columns that are asked for. */
export function columnTable(
  rows: Iterable<AnswerRow>,
  columns: readonly ColumnId[],
  terminal: Terminal,
  properties: NoteProperties = NO_PROPERTIES,
): Generator<string> {
  const headings = [...columns, ...properties.names.map(propertyHeading)];
  return recordTable(
    headings,
    mapped(rows, (row) => cellsOf(row, columns, properties)),
    terminal,
  );
}

/** Any records under their headings. */
export function recordTable(
  headings: readonly string[],
  records: Iterable<readonly Cell[]>,
  terminal: Terminal,
): Generator<string> {
  const share = 1 / Math.max(1, headings.length);
  return alignedTable(
    headings.map((heading) => ({ heading: heading.toUpperCase(), share, keeps: 'start' })),
    mapped(records, (cells) => cells.map((cell) => (cell === null ? '' : String(cell)))),
    terminal,
  );
}

function* alignedTable(
  layouts: readonly Layout[],
  records: Iterable<readonly string[]>,
  { columns, widthOf }: Terminal,
): Generator<string> {
  const lines = [...mapped(records, (cells) => cells.map(printable))];
  if (lines.length === 0) return;
  lines.unshift(layouts.map(({ heading }) => printable(heading)));
  const room = columns ?? Infinity;
  const before = layouts.slice(0, -1).map(({ share }, at) => {
    const widest = lines.reduce((width, cells) => Math.max(width, widthOf(cells[at] ?? '')), 0);
    return Math.min(widest, Math.max(NARROWEST, Math.floor(room * share)));
  });
  const taken = before.reduce((sum, width) => sum + width + GAP.length, 0);
  const last = Math.max(NARROWEST, room - taken);
  for (const cells of lines) {
    const fitted = layouts.map(({ keeps }, at) => {
      const cell = cells[at] ?? '';
      const width = before[at] ?? last;
      const cut = keeps === 'start' ? cutEnd(cell, width, widthOf) : cutStart(cell, width, widthOf);
      return at < before.length ? cut + ' '.repeat(Math.max(0, width - widthOf(cut))) : cut;
    });
    yield `${fitted.join(GAP)}\n`;
  }
}

function placedCells({ path, line, mark, text }: AnswerRow): readonly string[] {
  const tag = mark === null ? '-' : [mark.stance, mark.stage ?? []].flat().join('/');
  return [`${path}:${line}`, tag, text];
}

function cutEnd(cell: string, width: number, widthOf: Terminal['widthOf']): string {
  if (widthOf(cell) <= width) return cell;
  return `${fitting(splitCharacters(cell), width - 1, widthOf)}…`;
}

function cutStart(cell: string, width: number, widthOf: Terminal['widthOf']): string {
  if (widthOf(cell) <= width) return cell;
  const backwards = fitting(splitCharacters(cell).reverse(), width - 1, widthOf);
  return `…${splitCharacters(backwards).reverse().join('')}`;
}

/** As many of `parts` as fit, in one string. */
function fitting(parts: readonly string[], width: number, widthOf: Terminal['widthOf']): string {
  let result = '';
  let room = width;
  for (const part of parts) {
    room -= widthOf(part);
    if (room < 0) break;
    result += part;
  }
  return result;
}

function splitCharacters(text: string): string[] {
  return [...characters.segment(text)].map(({ segment }) => segment);
}

/** Control characters would move the cursor or colour the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}

function* mapped<From, To>(items: Iterable<From>, to: (item: From) => To): Generator<To> {
  for (const item of items) yield to(item);
}
