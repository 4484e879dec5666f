/**
 * What is known of a chunk's notes beside their questions, a column for each thing asked. Each is made when it is
 * first asked for, which `make` can do before; facts are read again for the next column, and not kept.
 */
import { AskerNames, splitNames } from '../../askers/asker-names';
import type { NoteEntry } from '../../index/question-index';
import { foldText } from '../../text/fold-text';
import { dayOfValue } from '../language/date-range';
import type { Codes } from './codes';
import { dayOfNote } from './note-day';
import type { FactContext, NoteNeed } from './note-facts';
import { nameKey } from './property-name';
import { endOfRun, firstOfRun } from './run-bounds';

/** Stands around every folded value, and in none. */
const BREAK = '\n';

/** Properties whose columns are kept at one time: more than a query names. */
export const MOST_PROPERTIES = 16;

/** Items of a list that count; nobody writes more, but aliases in YAML can make any number of them. */
const MOST_ITEMS = 10_000;

/** A list in a list: what `[[a link]]` without quotes is in YAML. */
const MOST_NESTED = 2;

/** By note: its values, folded, each between two breaks; null where it has no such property. */
type Values = readonly (string | null)[];

/** Instead of a column of nothing. */
const NO_VALUES: Values = [];

/** By note: the codes of its tags, folded, end to end; where each note's begin, and, last, where all end. */
interface TagLists {
  readonly starts: Int32Array;
  readonly codes: Int32Array;
}

/** By note: the code of its day, and 1 where one of the properties says it. */
interface Days {
  readonly names: readonly string[];
  readonly codes: Int32Array;
  readonly said: Uint8Array;
}

interface AskedProperty {
  readonly name: string;
  readonly value: string | null;
  readonly values: Values;
  readonly wanted: string;
}

export class FactColumns {
  readonly #entries: readonly Pick<NoteEntry, 'path'>[];
  readonly #codes: Codes;
  readonly #context: FactContext;
  #days: Days | null = null;
  #tags: TagLists | null = null;
  readonly #properties = new Map<string, Values>();
  #asked: AskedProperty | null = null;
  #askedTag: TagTest | null = null;

  constructor(entries: readonly Pick<NoteEntry, 'path'>[], codes: Codes, context: FactContext) {
    this.#entries = entries;
    this.#codes = codes;
    this.#context = context;
  }

  /** By note the code of its day, `YYYY-MM-DD`; 0 where none is known. */
  get days(): Int32Array {
    return this.#readDaysNow().codes;
  }

  /** By note: 1 where a property says its day, 0 where it is the file's, or none is known. */
  get saidDays(): Uint8Array {
    return this.#readDaysNow().said;
  }

  /** Whether the note has the folded tag, or one below it. */
  hasTag(note: number, tag: string): boolean {
    // All notes are asked the same.
    if (this.#askedTag?.wanted !== tag) this.#askedTag = tagTestOf(this.#codes, tag);
    const test = this.#askedTag;
    this.#tags ??= this.#readTags();
    const { starts, codes } = this.#tags;
    const end = endOfRun(starts, note);
    for (let at = firstOfRun(starts, note); at < end; at++)
      if (test.fits(codes[at] ?? 0)) return true;
    return false;
  }

  /** Whether the note has the property, and, where a value is given, with that value or as one of its list. */
  propertyFits(note: number, name: string, value: string | null): boolean {
    // All notes are asked the same.
    if (this.#asked?.name !== name || this.#asked.value !== value) {
      const wanted = value === null ? '' : BREAK + foldedLine(value) + BREAK;
      this.#asked = { name, value, values: this.#valuesOf(name), wanted };
    }
    const { values, wanted } = this.#asked;
    const texts = values[note] ?? null;
    if (texts === null || texts.length <= wanted.length) return texts === wanted;
    return texts.includes(wanted);
  }

  get askersProperty(): string {
    return this.#context.askersProperty();
  }

  /** Whom the note's property gives as its askers; null where it gives nobody. */
  askersOf(note: number): AskerNames | null {
    const { properties } = this.#context.factsOf(this.#entries[note]?.path ?? '') ?? {};
    if (!properties) return null;
    const wanted = nameKey(this.askersProperty);
    for (const name of Object.keys(properties)) {
      if (nameKey(name) !== wanted) continue;
      const texts: string[] = [];
      addTexts(properties[name], texts);
      const names = new AskerNames(Array.isArray(properties[name]) ? texts : splitNames(texts));
      if (names.names.length > 0) return names;
    }
    return null;
  }

  isReady(need: NoteNeed): boolean {
    switch (need.kind) {
      case 'days':
        return this.#days?.names === this.#context.dateProperties();
      case 'tags':
        return this.#tags !== null;
      case 'property':
        return this.#properties.has(nameKey(need.name));
    }
  }

  make(need: NoteNeed): void {
    switch (need.kind) {
      case 'days':
        this.#readDaysNow();
        return;
      case 'tags':
        this.#tags ??= this.#readTags();
        return;
      case 'property':
        this.#valuesOf(need.name);
    }
  }

  #readDaysNow(): Days {
    const names = this.#context.dateProperties();
    if (this.#days?.names !== names) this.#days = this.#readDays(names);
    return this.#days;
  }

  #readDays(names: readonly string[]): Days {
    const said = new Uint8Array(this.#entries.length);
    const codes = Int32Array.from(this.#entries, ({ path }, at) => {
      const facts = this.#context.factsOf(path);
      if (!facts) return 0;
      const { day, isSaid } = dayOfNote(facts, names);
      said[at] = isSaid ? 1 : 0;
      return this.#codes.codeOf(day);
    });
    return { names, codes, said };
  }

  #readTags(): TagLists {
    const starts = new Int32Array(this.#entries.length + 1);
    const codes: number[] = [];
    this.#entries.forEach(({ path }, at) => {
      for (const tag of this.#context.factsOf(path)?.tags ?? []) {
        codes.push(this.#codes.codeOf(foldText(tag).replace(/^#/, '')));
      }
      starts[at + 1] = codes.length;
    });
    return { starts, codes: Int32Array.from(codes) };
  }

  #valuesOf(name: string): Values {
    const key = nameKey(name);
    const known = this.#properties.get(key);
    if (known) return known;
    const values = this.#entries.map(({ path }) => this.#readValues(path, key));
    const [oldest] = this.#properties.keys();
    if (this.#properties.size >= MOST_PROPERTIES && oldest !== undefined) {
      this.#properties.delete(oldest);
    }
    const column = values.every((value) => value === null) ? NO_VALUES : values;
    this.#properties.set(key, column);
    return column;
  }

  #readValues(path: string, key: string): string | null {
    const texts = this.#textsOf(path, key);
    return texts && BREAK + texts.map((text) => foldedLine(text) + BREAK).join('');
  }

  #textsOf(path: string, key: string): readonly string[] | null {
    const { properties } = this.#context.factsOf(path) ?? {};
    if (!properties) return null;
    const texts: string[] = [];
    let has = false;
    for (const name of Object.keys(properties)) {
      if (nameKey(name) !== key) continue;
      has = true;
      addTexts(properties[name], texts);
    }
    return has ? texts : null;
  }

  /** The note's tags as they are written, without `#`. */
  tagsOf(note: number): readonly string[] {
    const { tags = [] } = this.#context.factsOf(this.#entries[note]?.path ?? '') ?? {};
    return tags.map((tag) => tag.replace(/^#/, ''));
  }

  propertiesOf(note: number): readonly string[] {
    return Object.keys(this.#context.factsOf(this.#entries[note]?.path ?? '')?.properties ?? {});
  }

  /** The values of a note's property as they are written. */
  valuesOf(note: number, name: string): readonly string[] {
    return this.#textsOf(this.#entries[note]?.path ?? '', nameKey(name)) ?? [];
  }
}

/** Whether tags are one that is wanted, or below it: each is compared once, whatever number of notes have it. */
class TagTest {
  readonly #codes: Codes;
  readonly #name: string;
  readonly #known: (boolean | undefined)[] = [];

  constructor(
    codes: Codes,
    readonly wanted: string,
  ) {
    this.#codes = codes;
    this.#name = wanted.replace(/^#/, '').replace(/\/+$/, '');
  }

  fits(code: number): boolean {
    return (this.#known[code] ??= this.#isBelow(this.#codes.textOf(code) ?? ''));
  }

  #isBelow(tag: string): boolean {
    return this.#name !== '' && (tag === this.#name || tag.startsWith(`${this.#name}/`));
  }
}

/** The tests that were asked for last, for all chunks. */
const tagTests = new WeakMap<Codes, TagTest[]>();
const MOST_TESTS = 8;

function tagTestOf(codes: Codes, wanted: string): TagTest {
  const tests = tagTests.get(codes) ?? [];
  tagTests.set(codes, tests);
  const known = tests.find((test) => test.wanted === wanted);
  if (known) return known;
  const test = new TagTest(codes, wanted);
  tests.unshift(test);
  tests.length = Math.min(tests.length, MOST_TESTS);
  return test;
}

/** The texts that a value equals: of a list those of its items, of an object none. */
function addTexts(value: unknown, texts: string[], nested = 0): void {
  if (Array.isArray(value)) {
    if (nested > MOST_NESTED) return;
    for (const item of value) {
      if (texts.length >= MOST_ITEMS) return;
      addTexts(item, texts, nested + 1);
    }
    return;
  }
  const text = textOf(value);
  if (text !== null) texts.push(text);
}

function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null || value === undefined) return '';
  return value instanceof Date ? dayOfValue(value) : null;
}

/** Folded, and without what parts values here. */
function foldedLine(text: string): string {
  return foldText(text).replaceAll(BREAK, ' ').trim();
}
