/**
 * The ranks of questions by their text, and of notes by their name: for sorting, where comparing two hundred thousand
 * strings at each letter would be felt. Worked out in steps for one state of the index, remembered for the last one.
 */
import type { PathList } from '../../index/path-list';
import type { NoteEntry } from '../../index/question-index';
import type { Incremental } from '../../model/incremental';
import { BREAK, type Columns } from '../columns/columns';
import { stringAt } from '../finding/find';

/** What is ranked: every question by its text, or every note by its name. */
export type Ranked = 'text' | 'note';

/** Ranks by place in the columns: by question for texts, by note for names. Equal strings have equal ranks. */
export type Ranks = ReadonlyMap<Columns, Int32Array>;

/** Negative where the first comes before the second. */
export type Compare = (a: string, b: string) => number;

/** Compared between two steps; some milliseconds. */
const PER_STEP = 8192;

export class SortedTexts {
  readonly #compare: Compare;
  readonly #last = new Map<Ranked, { readonly of: PathList<NoteEntry>; readonly ranks: Ranks }>();
  /** The strings of columns in order, which stay while the columns do. */
  readonly #sorted: { readonly [what in Ranked]: WeakMap<Columns, Sorted> } = {
    text: new WeakMap(),
    note: new WeakMap(),
  };

  constructor(compare: Compare) {
    this.#compare = compare;
  }

  /** Null where they have not been worked out for this state of the index. */
  of(entries: PathList<NoteEntry>, what: Ranked): Ranks | null {
    const last = this.#last.get(what);
    return last?.of === entries ? last.ranks : null;
  }

  *prepare(
    entries: PathList<NoteEntry>,
    what: Ranked,
    columnsOf: (notes: readonly NoteEntry[]) => Columns,
  ): Incremental<Ranks> {
    const known = this.of(entries, what);
    if (known) return known;
    const all = entries.chunks.map(columnsOf);
    const strings: string[] = [];
    let runs: Int32Array[] = [];
    const begins: number[] = [];
    for (const columns of all) {
      const before = this.#sorted[what].get(columns);
      const sorted = before ?? sortedStrings(columns, what, this.#compare);
      this.#sorted[what].set(columns, sorted);
      const begin = strings.length;
      begins.push(begin);
      for (const each of sorted.strings) strings.push(each);
      runs.push(sorted.order.map((at) => begin + at));
      yield;
    }
    while (runs.length > 1) {
      const merged: Int32Array[] = [];
      for (let at = 0; at < runs.length; at += 2) {
        const [one, other] = [runs[at], runs[at + 1]];
        if (one) merged.push(other ? yield* this.#merge(one, other, strings) : one);
      }
      runs = merged;
    }
    const ranks = yield* this.#ranksOf(all, begins, strings, runs[0] ?? new Int32Array(0));
    this.#last.set(what, { of: entries, ranks });
    return ranks;
  }

  *#merge(a: Int32Array, b: Int32Array, strings: readonly string[]): Incremental<Int32Array> {
    const merged = new Int32Array(a.length + b.length);
    let [x, y] = [0, 0];
    for (let at = 0; at < merged.length; at++) {
      const isFirst =
        y >= b.length ||
        (x < a.length && this.#compare(strings[a[x] ?? 0] ?? '', strings[b[y] ?? 0] ?? '') <= 0);
      merged[at] = (isFirst ? a[x++] : b[y++]) ?? 0;
      if (at % PER_STEP === PER_STEP - 1) yield;
    }
    return merged;
  }

  *#ranksOf(
    all: readonly Columns[],
    begins: readonly number[],
    strings: readonly string[],
    order: Int32Array,
  ): Incremental<Ranks> {
    const flat = new Int32Array(order.length);
    let rank = 0;
    for (let at = 0; at < order.length; at++) {
      const [one, other] = [strings[order[at - 1] ?? -1], strings[order[at] ?? 0] ?? ''];
      if (one !== undefined && one !== other && this.#compare(one, other) !== 0) rank += 1;
      flat[order[at] ?? 0] = rank;
      if (at % PER_STEP === PER_STEP - 1) yield;
    }
    return new Map(all.map((columns, at) => [columns, flat.subarray(begins[at], begins[at + 1])]));
  }
}

interface Sorted {
  readonly strings: readonly string[];
  /** Their places, by what stands there. */
  readonly order: Int32Array;
}

function sortedStrings(columns: Columns, what: Ranked, compare: Compare): Sorted {
  const strings = what === 'text' ? textsOf(columns) : namesOf(columns);
  const order = Int32Array.from(strings, (_, at) => at);
  return { strings, order: order.sort((a, b) => compare(strings[a] ?? '', strings[b] ?? '')) };
}

function textsOf({ words, size }: Columns): readonly string[] {
  return Array.from({ length: size }, (_, at) => {
    const from = words.starts[at] ?? 0;
    return words.text.slice(from, words.text.indexOf(BREAK, from));
  });
}

function namesOf({ names, entries }: Columns): readonly string[] {
  return entries.map((_, note) => stringAt(names, note));
}
