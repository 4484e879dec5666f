/**
 * The columns that rows are written in. Their ids are the headings of CSV and the names on the command line; they are
 * English in every language and never change, since scripts read by them.
 */
import { tagPath } from '../model/stage-key';
import { type AnswerRow, noteName } from '../query';
import type { RootedMark } from '../model/question';

/** What stands in one cell. A number is written as one; text that looks like a number stays text. */
export type Cell = string | number | null;

/** All that is known of a question, as it stands by default: what came later stands behind what was there first. */
export const DEFAULT_COLUMNS = [
  'path',
  'start',
  'end',
  'line',
  'text',
  'kind',
  'section',
  'label',
  'speaker',
  'group',
  'stance',
  'stage',
  'asker',
  'date',
  'root',
  'otherMarks',
] as const;

/** `note` is the note's name alone. */
export const COLUMNS = [...DEFAULT_COLUMNS, 'note'] as const;
export type ColumnId = (typeof COLUMNS)[number];

const BETWEEN_HEADINGS = ' › ';
const BETWEEN_ITEMS = '; ';

const READERS: { readonly [id in ColumnId]: (row: AnswerRow) => Cell } = {
  path: ({ path }) => path,
  start: ({ start }) => start,
  end: ({ end }) => end,
  line: ({ line }) => line,
  text: ({ text }) => text,
  kind: ({ kind }) => kind,
  section: ({ section }) => section.join(BETWEEN_HEADINGS),
  label: ({ label }) => label,
  speaker: ({ speaker }) => speaker,
  group: ({ group }) => group,
  stance: ({ mark }) => mark?.stance ?? null,
  stage: ({ mark }) => mark?.stage ?? null,
  asker: ({ asker }) => asker,
  date: ({ date }) => date,
  root: ({ mark }) => mark?.root ?? null,
  // No tag has a space in it.
  otherMarks: ({ otherMarks }) => otherMarks.map(tagOf).join(' '),
  note: ({ path }) => noteName(path),
};

/** Properties of the notes that stand in columns of their own, behind the others. */
export interface NoteProperties {
  /** As they are asked for; Obsidian takes names in any case. */
  readonly names: readonly string[];
  /** The value as parsed YAML; undefined or null where the note has no such property. */
  readonly valueOf: (path: string, name: string) => unknown;
}

export const NO_PROPERTIES: NoteProperties = { names: [], valueOf: () => null };

/** The heading of a property's column: no other column has a colon in it. */
export function propertyHeading(name: string): string {
  return `prop:${name}`;
}

export function cellsOf(
  row: AnswerRow,
  columns: readonly ColumnId[],
  properties: NoteProperties,
): readonly Cell[] {
  return [...columns.map((id) => READERS[id](row)), ...propertyCells(row.path, properties)];
}

export function propertyCells(path: string, { names, valueOf }: NoteProperties): readonly Cell[] {
  return names.map((name) => propertyCell(valueOf(path, name)));
}

/** A property's value in a cell: a list's items one after the other; lists in lists, and objects, as JSON. */
export function propertyCell(value: unknown): Cell {
  if (!Array.isArray(value)) return typeof value === 'number' ? value : textOf(value);
  return value.map((item: unknown) => textOf(item) ?? '').join(BETWEEN_ITEMS);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return null;
  if (!(value instanceof Date)) return jsonOf(value);
  return Number.isNaN(value.getTime()) ? null : value.toISOString();
}

/** Null for what JSON can't say: YAML has lists that hold themselves. */
export function jsonOf(value: unknown): string | null {
  try {
    // Its type leaves out what comes of functions and the like.
    const json: unknown = JSON.stringify(value);
    return typeof json === 'string' ? json : null;
  } catch {
    return null;
  }
}

/** The mark as its tag says it, without `#`. */
export function tagOf(mark: RootedMark): string {
  return `${mark.root}/${tagPath(mark)}`;
}

export function isColumn(name: string): name is ColumnId {
  return COLUMNS.some((id) => id === name);
}
