/**
 * A whole query as plain data: what it asks for, of which notes, and how the answer is to be shown. What is
 * absent is whatever the door that runs the query would do by itself.
 */
import { TIME_UNITS } from './calendar';
import type { Filter } from './condition';

/** Which notes: the user's articles, one note, one folder, or all. Without a path: the query's own note. */
export const NOTE_CHOICES = ['articles', 'note', 'folder', 'vault'] as const;
export type NoteChoiceName = (typeof NOTE_CHOICES)[number];

export const VIEWS = [
  'list',
  'compare',
  'transitions',
  'timeline',
  'matrix',
  'path',
  'table',
] as const;
export type ViewName = (typeof VIEWS)[number];

export const GROUP_FIELDS = [
  'note',
  'folder',
  'section',
  'label',
  'speaker',
  'asker',
  'stance',
  'stage',
  'kind',
  ...TIME_UNITS,
] as const;
export type GroupField = (typeof GROUP_FIELDS)[number];

export const SORT_FIELDS = [
  'note',
  'path',
  'line',
  'text',
  'label',
  'speaker',
  'asker',
  'stance',
  'stage',
  'kind',
  'date',
  'coverage',
] as const;
export type SortField = (typeof SORT_FIELDS)[number];

/** What of an answer can be shown or hidden. */
export const PARTS = [
  'header',
  'count',
  'note',
  'section',
  'label',
  'asker',
  'line',
  'chip',
  'path',
] as const;
export type Part = (typeof PARTS)[number];

export interface Ordering<FieldName extends string> {
  readonly by: FieldName;
  readonly reverse: boolean;
}

export interface NoteChoiceWords {
  readonly kind: NoteChoiceName;
  /** A note's or folder's path; null for the query's own. */
  readonly path: string | null;
}

export interface Query {
  /** Everything that is asked narrows the rest: each line of filter words, each preset. */
  readonly filter: Filter;
  readonly notes?: NoteChoiceWords;
  /** Nested, outermost first; at most `MOST_GROUPINGS`. */
  readonly groups: readonly Ordering<GroupField>[];
  /** The first one decides, the next where it says the same. */
  readonly sorts: readonly Ordering<SortField>[];
  readonly limit?: number;
  readonly limitGroups?: number;
  readonly view?: ViewName;
  readonly show: readonly Part[];
  readonly hide: readonly Part[];
  readonly explain: boolean;
}

export const MOST_GROUPINGS = 2;

export const EMPTY_QUERY: Query = {
  filter: [],
  groups: [],
  sorts: [],
  show: [],
  hide: [],
  explain: false,
};

/** A query that has a name, in the settings: its text, or the parts of a dashboard that were saved. */
export interface Preset {
  readonly name: string;
  readonly text: string;
}
