/** Strings of what saves questions as a file. */
import type { ColumnId, FileFormat, NameFault } from '../../core/export';
import type { FieldName } from './dashboard';
import { counted, formatted } from './count';

const formats: { readonly [format in FileFormat]: string } = {
  csv: 'CSV, for spreadsheets',
  tsv: 'TSV, with tabs between columns',
  json: 'JSON',
  ndjson: 'JSON, one question a line',
  md: 'Markdown outline with links',
  wide: 'Statistics: a 0/1 column a stage (CSV)',
  sequence: 'Statistics: from stage to stage (CSV)',
};

/** All other columns are called as the dashboard calls what they hold. */
const columns: { readonly [column in Exclude<ColumnId, FieldName>]: string } = {
  start: 'Start',
  end: 'End',
  group: 'Group',
  root: 'First word of the tag',
  otherMarks: 'Other tags',
};

const faults: { readonly [fault in NameFault]: string } = {
  empty: 'A name is missing.',
  character: 'A name can’t have any of \\ / : * ? " < > |.',
  edge: 'A name can’t begin with a dot, or end with a dot or a space.',
  device: 'Windows keeps this name for itself.',
  long: 'The name is too long.',
};

export const saving = () => ({
  command: 'Save the dashboard’s questions as a file',
  menu: 'Save as file…',
  query: 'Save one as file…',
  queryCommand: 'Save a saved query’s questions as a file…',
  title: 'Save as file',
  questions: 'Questions',
  shown: (count: number) => `Shown (${formatted(count)})`,
  selected: (count: number) => `Selected (${formatted(count)})`,
  format: 'Format',
  formats,
  /** What a file is called before anybody calls it otherwise, in front of the day. */
  proposedName: 'Questions',
  name: 'Name',
  folder: 'Folder',
  columns: 'Columns',
  /** How many are chosen, behind what they are. */
  chosen: (count: number, total: number) => `${formatted(count)} of ${formatted(total)}`,
  noneChosen: 'none',
  allColumns: 'All columns',
  columnNames: columns,
  noColumns: 'Choose a column.',
  properties: 'Properties of the notes',
  findProperty: 'Find a property…',
  noProperties: 'These notes have no properties.',
  noSuchProperty: 'No property fits.',
  moreProperties: (count: number) => `and ${formatted(count)} more`,
  byteOrderMark: 'Begin with a byte order mark, so that spreadsheets read Chinese',
  nameTaken: (name: string) => `There is such a file already; this one becomes “${name}”.`,
  faults,
  save: 'Save',
  copy: 'Copy',
  working: 'Writing…',
  saved: (count: number, path: string) =>
    `Saved ${counted(count, 'question', 'questions')} as “${path}”.`,
  open: 'Open',
  copied: (count: number) => `Copied ${counted(count, 'question', 'questions')}.`,
  nothing: 'The dashboard shows no questions to save.',
  failures: {
    folder: (_name: string, folder: string) => `“${folder}” is a file, not a folder.`,
    'read-only': (name: string) => `“${name}” could not be saved: the folder can’t be written to.`,
    full: (name: string) => `There is no room left on the disk: “${name}” was not saved whole.`,
    name: (name: string) => `The file system does not take the name “${name}”.`,
    failed: (name: string, detail: string) => `“${name}” could not be saved: ${detail}`,
  },
});
