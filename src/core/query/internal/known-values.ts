/**
 * The values of fields that the notes have, for whoever writes a query. Counted when first asked for, and again only
 * once the index is another. Not those of one list: a query says itself which notes it looks at.
 */
import type { PathList } from '../../index/path-list';
import type { NoteEntry } from '../../index/question-index';
import { foldersAbove } from '../../model/path';
import { foldText } from '../../text/fold-text';
import { BETWEEN_TITLES, type Columns } from '../columns/columns';
import { nameKey } from '../columns/property-name';
import { noteName } from '../columns/row';
import type { KnownField, KnownValue } from '../completing/completion';
import type { ColumnStore } from './column-store';
import { endOfRun, firstOfRun } from '../columns/run-bounds';

/** Fields and properties that are remembered at one time. */
const MOST_KEPT = 16;
/** Nobody chooses a longer one from a list. */
const LONGEST_VALUE = 200;

interface Kept {
  readonly entries: PathList<NoteEntry>;
  readonly askersProperty: string;
  readonly values: readonly KnownValue[];
}

export class KnownValues {
  readonly #store: ColumnStore;
  readonly #kept = new Map<string, Kept>();

  constructor(store: ColumnStore) {
    this.#store = store;
  }

  /** The commonest first; of `prop` the names of properties or, where one is given, its values. */
  of(
    entries: PathList<NoteEntry>,
    field: KnownField,
    property: string | null = null,
  ): readonly KnownValue[] {
    const key = property === null ? field : `${field} ${nameKey(property)}`;
    const askersProperty = this.#store.properties.askers;
    const known = this.#kept.get(key);
    if (known?.entries === entries && known.askersProperty === askersProperty) return known.values;
    const chunks = entries.chunks.map((notes) => this.#store.of(notes));
    const counted = count(chunks, field, property);
    // What others have worked out of the same list still holds.
    const values = known && isSame(known.values, counted) ? known.values : counted;
    this.#kept.delete(key);
    this.#kept.set(key, { entries, askersProperty, values });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return values;
  }
}

function isSame(one: readonly KnownValue[], other: readonly KnownValue[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ value, count }, at) => other[at]?.value === value && other[at].count === count)
  );
}

function count(
  chunks: readonly Columns[],
  field: KnownField,
  property: string | null,
): readonly KnownValue[] {
  switch (field) {
    case 'label':
      return sorted(codesIn(chunks, ({ labels }) => labels));
    case 'speaker':
      return sorted(codesIn(chunks, ({ speakers }) => speakers));
    case 'asker':
      return sorted(codesIn(chunks, ({ askers }) => askers));
    case 'section':
      return sorted(titlesIn(codesIn(chunks, ({ trails }) => trails)));
    case 'path':
      return sorted(pathsIn(chunks));
    case 'note':
      return sorted(namesIn(pathsIn(chunks)));
    case 'folder':
      return sorted(foldersIn(pathsIn(chunks)));
    case 'tag':
      return spelledIn(chunks, foldText, ({ facts }, note) => facts.tagsOf(note));
    case 'prop':
      return property === null
        ? spelledIn(chunks, nameKey, ({ facts }, note) => facts.propertiesOf(note))
        : spelledIn(chunks, foldText, ({ facts }, note) => facts.valuesOf(note, property));
  }
}

type Counted = Iterable<readonly [value: string, count: number]>;

function sorted(counts: Counted): readonly KnownValue[] {
  return Array.from(counts, ([value, count]) => ({ value, count }))
    .filter(({ value }) => value !== '' && value.length <= LONGEST_VALUE)
    .sort((a, b) => b.count - a.count);
}

/** All columns have their codes of one store. */
function codesIn(chunks: readonly Columns[], codesOf: (columns: Columns) => Int32Array): Counted {
  const counts = new Map<number, number>();
  for (const columns of chunks) {
    for (const code of codesOf(columns)) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const codes = chunks[0]?.codes;
  return Array.from(counts, ([code, count]) => [codes?.textOf(code) ?? '', count] as const);
}

/** A question counts for every heading above it. */
function titlesIn(trails: Counted): Counted {
  const counts = new Map<string, number>();
  for (const [trail, count] of trails) {
    for (const title of new Set(trail.split(BETWEEN_TITLES))) add(counts, title, count);
  }
  return counts;
}

function pathsIn(chunks: readonly Columns[]): Counted {
  const counts: (readonly [string, number])[] = [];
  for (const { entries, firsts } of chunks) {
    entries.forEach(({ path }, note) => {
      const questions = endOfRun(firsts, note) - firstOfRun(firsts, note);
      if (questions > 0) counts.push([path, questions]);
    });
  }
  return counts;
}

/** By its name where no other has it, else by its path. */
function* namesIn(paths: Counted): Counted {
  const same = new Map<string, number>();
  const named = Array.from(paths, ([path, count]) => {
    const name = noteName(path);
    const key = foldText(name);
    add(same, key, 1);
    return { path, name, key, count };
  });
  for (const { path, name, key, count } of named) yield [same.get(key) === 1 ? name : path, count];
}

/** A question counts for every folder above its note. */
function foldersIn(paths: Counted): Counted {
  const counts = new Map<string, number>();
  for (const [path, count] of paths) {
    for (const folder of foldersAbove(path)) add(counts, folder, count);
  }
  return counts;
}

/** Texts of notes, each note counted once, as the first of them spells it. */
function spelledIn(
  chunks: readonly Columns[],
  keyOf: (text: string) => string,
  textsOf: (columns: Columns, note: number) => readonly string[],
): readonly KnownValue[] {
  const counts = new Map<string, number>();
  const spelled = new Map<string, string>();
  for (const columns of chunks) {
    columns.entries.forEach((_, note) => {
      const keys = new Set<string>();
      for (const text of textsOf(columns, note)) {
        const key = keyOf(text);
        if (!spelled.has(key)) spelled.set(key, text.trim());
        keys.add(key);
      }
      for (const key of keys) add(counts, key, 1);
    });
  }
  return sorted(Array.from(counts, ([key, count]) => [spelled.get(key) ?? '', count] as const));
}

function add(counts: Map<string, number>, value: string, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}
