/**
 * The one door to writing rows out: a writer for each format, for the plugin's files and the command line alike.
 *
 * Rows go in and pieces of text of some tens of thousands of characters come out, so that a host can write the one
 * while it asks for the next, and yield to the event loop in between. CSV, TSV and both kinds of JSON keep no row; the
 * others have to know all before they can write the first, and hand out empty pieces meanwhile. Each row is looked at
 * once.
 */
import type { Taxonomy } from '../model/taxonomy';
import type { AnswerRow, RowGroup } from '../query';
import {
  type Cell,
  cellsOf,
  type ColumnId,
  DEFAULT_COLUMNS,
  NO_PROPERTIES,
  type NoteProperties,
  propertyHeading,
} from './column';
import { BYTE_ORDER_MARK, type Delimited, delimitedLine } from './delimited';
import { jsonArray, jsonLines } from './json';
import { outline, type OutlineStyle } from './outline';
import { sequenceRecords } from './sequence-records';
import { WIDE_COLUMNS, wideRecords } from './wide-records';

export {
  COLUMNS,
  type Cell,
  type ColumnId,
  DEFAULT_COLUMNS,
  isColumn,
  type NoteProperties,
} from './column';
export {
  folderFault,
  folderParts,
  freeFileName,
  type NameFault,
  nameFault,
  nameInFolder,
  withEnding,
} from './file-name';
export { noteProperties, PropertyNames } from './property-names';
export { escapeMarkdown, markdownLink, markdownTable } from './markdown-text';
export { type OutlineStyle, plainOutlineStyle } from './outline';
export {
  STAGE_COUNT_HEADINGS,
  type StageCount,
  stageCountRecords,
  stageCounts,
} from './stage-count-records';
export { columnTable, questionTable, recordTable, type Terminal } from './terminal-table';

/** The formats that go into files; `wide` and `sequence` are tables for statistics, as CSV. */
export const FILE_FORMATS = ['csv', 'tsv', 'json', 'ndjson', 'md', 'wide', 'sequence'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** What such a file's name ends with, without a dot. */
export const FILE_ENDINGS: { readonly [format in FileFormat]: string } = {
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  ndjson: 'ndjson',
  md: 'md',
  wide: 'csv',
  sequence: 'csv',
};

export interface WriteOptions {
  /** The stages that `wide` has columns for. */
  readonly taxonomies: readonly Taxonomy[];
  /** All of `DEFAULT_COLUMNS` unless given; `wide` has columns of its own. Markdown and `sequence` take none. */
  readonly columns?: readonly ColumnId[];
  /** Stand behind the columns, in every format but Markdown. */
  readonly properties?: NoteProperties;
  /** Whether a CSV or TSV file begins with one; JSON must not, and Markdown need not. */
  readonly byteOrderMark?: boolean;
  /** The groups of the answer or the list, where Markdown is to have them for headings; its notes otherwise. */
  readonly groups?: readonly RowGroup[];
  /** Markdown's words and links; `plainOutlineStyle` for a host that has none of its own. */
  readonly outline: OutlineStyle;
}

/** The rows in the format: pieces of one text, in their order. */
export function writeRows(
  format: FileFormat,
  rows: Iterable<AnswerRow>,
  options: WriteOptions,
): Generator<string> {
  return inPieces(textsOf(format, rows, options));
}

/** Records as lines of CSV or TSV, the first one their headings. */
export function writeRecords(
  kind: Delimited,
  records: Iterable<readonly Cell[]>,
  { byteOrderMark = false }: Pick<WriteOptions, 'byteOrderMark'> = {},
): Generator<string> {
  return inPieces(delimited(kind, records, byteOrderMark));
}

/** Undefined stands between two pieces of work that wrote nothing yet. */
function textsOf(
  format: FileFormat,
  rows: Iterable<AnswerRow>,
  options: WriteOptions,
): Iterable<string | undefined> {
  const {
    taxonomies,
    columns = DEFAULT_COLUMNS,
    properties = NO_PROPERTIES,
    byteOrderMark = false,
  } = options;
  switch (format) {
    case 'csv':
    case 'tsv':
      return delimited(format, records(rows, columns, properties), byteOrderMark);
    case 'json':
      return jsonArray(jsonLines(rows, columns, properties));
    case 'ndjson':
      return ended(jsonLines(rows, columns, properties));
    case 'md':
      return outline(rows, options.groups ?? [], options.outline);
    case 'wide': {
      const { columns: chosen = WIDE_COLUMNS } = options;
      return delimited('csv', wideRecords(rows, taxonomies, chosen, properties), byteOrderMark);
    }
    case 'sequence':
      return delimited('csv', sequenceRecords(rows, properties), byteOrderMark);
  }
}

function* records(
  rows: Iterable<AnswerRow>,
  columns: readonly ColumnId[],
  properties: NoteProperties,
): Generator<readonly Cell[]> {
  yield [...columns, ...properties.names.map(propertyHeading)];
  for (const row of rows) yield cellsOf(row, columns, properties);
}

function* delimited(
  kind: Delimited,
  records: Iterable<readonly Cell[] | undefined>,
  byteOrderMark: boolean,
): Generator<string | undefined> {
  if (byteOrderMark) yield BYTE_ORDER_MARK;
  for (const cells of records) yield cells && delimitedLine(cells, kind);
}

function* ended(lines: Iterable<string>): Generator<string> {
  for (const line of lines) yield `${line}\n`;
}

/** In characters; a piece is as much longer as its last text. */
const PIECE = 1 << 16;

function* inPieces(texts: Iterable<string | undefined>): Generator<string> {
  let piece = '';
  for (const text of texts) {
    piece += text ?? '';
    if (text !== undefined && piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
