/** What queries ask of a note beside its questions, and who knows it: the metadata cache, or the note's text. */

export interface NoteFacts {
  /** Of frontmatter and text, with `#` or without. */
  readonly tags: readonly string[];
  /** By their names as they are written. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The local day on which the file was made, `YYYY-MM-DD`; null where nobody knows. */
  readonly created: string | null;
}

/** Null where there is no such note. */
export type NoteFactsSource = (path: string) => NoteFacts | null;

export interface FactContext {
  readonly factsOf: NoteFactsSource;
  /** The names of properties that say a note's day; the first that does is believed. The same array while nothing changes. */
  readonly dateProperties: () => readonly string[];
  /** The name of the property that says who asks in a note. */
  readonly askersProperty: () => string;
}

/** The properties that say a note's day where nobody has said otherwise. */
export const DATE_PROPERTIES: readonly string[] = ['date', 'created'];

/** The property that says who asks in a note where nobody has said otherwise. */
export const ASKERS_PROPERTY = 'askers';

/** For lists that ask of nothing beside questions. */
export const NO_FACTS: FactContext = {
  factsOf: () => null,
  dateProperties: () => DATE_PROPERTIES,
  askersProperty: () => ASKERS_PROPERTY,
};

/** One column of facts of notes. */
export type NoteNeed =
  { readonly kind: 'days' | 'tags' } | { readonly kind: 'property'; readonly name: string };

/** One column of facts: of notes, or who asks each of their questions. */
export type FactNeed = NoteNeed | { readonly kind: 'askers' };
