/** What somebody chooses of a file to save, and what it comes to; remembered until the app is closed. */
import {
  COLUMNS,
  type ColumnId,
  FILE_ENDINGS,
  type FileFormat,
  folderFault,
  type NameFault,
  nameFault,
  withEnding,
} from '../../core/export';

/** The questions that a list shows, or those of them that are selected. */
export type RowChoice = 'shown' | 'selected';

export interface SaveChoice {
  readonly format: FileFormat;
  readonly columns: readonly ColumnId[];
  readonly properties: readonly string[];
  readonly byteOrderMark: boolean;
  /** Empty for the vault's top level. */
  readonly folder: string;
}

export const FIRST_CHOICE: SaveChoice = {
  format: 'csv',
  columns: COLUMNS,
  properties: [],
  byteOrderMark: true,
  folder: '',
};

/** What was chosen last, for all who ask next. */
export interface SaveMemory {
  last: SaveChoice;
}

/** The tables for statistics have columns of their own, an outline has none. */
export function takesColumns(format: FileFormat): boolean {
  return format !== 'md' && format !== 'wide' && format !== 'sequence';
}

export function takesProperties(format: FileFormat): boolean {
  return format !== 'md';
}

/** Spreadsheets read Chinese only behind one; JSON must not have one, and Markdown need not. */
export function takesByteOrderMark(format: FileFormat): boolean {
  return format !== 'md' && format !== 'json' && format !== 'ndjson';
}

/** The columns with one more or one less, in their order. */
export function withColumn(
  columns: readonly ColumnId[],
  column: ColumnId,
  isChosen: boolean,
): readonly ColumnId[] {
  return COLUMNS.filter((each) => (each === column ? isChosen : columns.includes(each)));
}

/** What stands in the way of saving. */
export type SaveFault =
  { readonly of: 'name' | 'folder'; readonly fault: NameFault } | { readonly of: 'columns' };

/** `typed`: the file's name, with its ending or without. */
export function saveFault(choice: SaveChoice, typed: string): SaveFault | null {
  const ending = FILE_ENDINGS[choice.format];
  const isEmpty = typed.trim() === '';
  const fault = isEmpty ? 'empty' : nameFault(withEnding(typed, ending));
  if (fault) return { of: 'name', fault };
  const folder = folderFault(choice.folder);
  if (folder) return { of: 'folder', fault: folder };
  return hasColumns(choice) ? null : { of: 'columns' };
}

/** Whether there is anything to write of a question. */
export function hasColumns({ format, columns, properties }: SaveChoice): boolean {
  return !takesColumns(format) || columns.length + properties.length > 0;
}
