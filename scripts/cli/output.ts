/** Answers → pieces of output. */
import stringWidth from 'string-width';
import {
  columnTable,
  type NoteProperties,
  questionTable,
  type Terminal,
  writeRows,
} from '../../src/core/export';
import type { Taxonomy } from '../../src/core/model/taxonomy';
import type { ScanCommand } from './arguments';
import type { PrintedAnswer } from './printed-answer';

type ScanOutput = Pick<ScanCommand, 'format' | 'columns' | 'byteOrderMark'>;

/** `columns`: how wide the terminal is; null where the output goes elsewhere. */
export function scanOutput(
  { rows, groups }: PrintedAnswer,
  { format, columns, byteOrderMark }: ScanOutput,
  taxonomies: readonly Taxonomy[],
  properties: NoteProperties,
  width: number | null,
): Iterable<string> {
  if (format !== 'table') {
    const chosen = columns === null ? {} : { columns };
    return writeRows(format, rows, { taxonomies, properties, byteOrderMark, groups, ...chosen });
  }
  if (columns === null && properties.names.length === 0)
    return questionTable(rows, terminal(width));
  return columnTable(rows, columns ?? TABLE_COLUMNS, terminal(width), properties);
}

/** What a table has beside properties where no columns are chosen. */
const TABLE_COLUMNS = ['path', 'line', 'stance', 'stage', 'text'] as const;

function terminal(columns: number | null): Terminal {
  return { columns, widthOf: stringWidth };
}
