/**
 * The ranks of questions by their text, and of notes by their name: for sorting, where comparing two hundred thousand
 * strings at each letter would be felt. Worked out in pieces for one state of the index, remembered for the last one.
 */
import type { PathList } from '../../index/path-list';
import type { NoteEntry } from '../../index/question-index';
import type { Incremental } from '../../model/incremental';
import { BREAK, type Columns } from '../columns/columns';
import { stringAt } from '../finding/find';

/** What is ranked: every question by its text, or every note by its name. */
export type Ranked = 'text' | 'note';

/** Ranks by position in the columns: by question for texts, by note for names. Equal strings have equal ranks. */
export type Ranks = ReadonlyMap<Columns, Int32Array>;

/** Negative where the first comes before the second. */
export type Comparator = (a: string, b: string) => number;

/** Compared between two pieces; some milliseconds. */
const PER_PIECE = 8192;

export class SortedTexts {
  readonly #compare: Comparator;
  readonly #last = new Map<Ranked, { readonly of: PathList<NoteEntry>; readonly ranks: Ranks }>();
  /** The strings of columns in order, which stay while the columns do. */
  readonly #sorted: { readonly [what in Ranked]: WeakMap<Columns, Sorted> } = {
    text: new WeakMap(),
    note: new WeakMap(),
  };

  constructor(compare: Comparator) {
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
    const before = this.#last.get(what)?.ranks;
    /** Where the strings of columns that were ranked last stand among each other; −1 for the others. */
    const ranked: number[] = [];
    const runs: Int32Array[] = [];
    const begins: number[] = [];
    for (const columns of all) {
      const made = this.#sorted[what].get(columns);
      const sorted = made ?? (yield* sortedStrings(columns, what, this.#compare));
      this.#sorted[what].set(columns, sorted);
      const begin = strings.length;
      begins.push(begin);
      const ranks = before?.get(columns);
      sorted.strings.forEach((each, at) => {
        strings.push(each);
        ranked.push(ranks?.[at] ?? -1);
      });
      runs.push(sorted.order.map((at) => begin + at));
      if (!made || begin % PER_PIECE > strings.length % PER_PIECE) yield;
    }
    const compare = (a: number, b: number): number => {
      const [one = -1, other = -1] = [ranked[a], ranked[b]];
      if (one !== -1 && other !== -1) return one - other;
      const [x = '', y = ''] = [strings[a], strings[b]];
      return x === y ? 0 : this.#compare(x, y);
    };
    const order = yield* mergeAll(runs, compare);
    const flat = yield* ranksIn(order, compare);
    const ranks = new Map(
      all.map((columns, at) => [columns, flat.subarray(begins[at], begins[at + 1])]),
    );
    this.#last.set(what, { of: entries, ranks });
    return ranks;
  }
}

type ComparePositions = (a: number, b: number) => number;

/** Neighbours into one another, until one is left. */
function* mergeAll(
  parts: readonly Int32Array[],
  compare: ComparePositions,
): Incremental<Int32Array> {
  let runs = parts;
  let compared = 0;
  while (runs.length > 1) {
    const merged: Int32Array[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [one, other] = [runs[at], runs[at + 1]];
      if (one) merged.push(other ? yield* merge(one, other, compare) : one);
      compared += merged.at(-1)?.length ?? 0;
      if (compared < PER_PIECE) continue;
      compared = 0;
      yield;
    }
    runs = merged;
  }
  return runs[0] ?? new Int32Array(0);
}

function* merge(a: Int32Array, b: Int32Array, compare: ComparePositions): Incremental<Int32Array> {
  const merged = new Int32Array(a.length + b.length);
  let [x, y] = [0, 0];
  for (let at = 0; at < merged.length; at++) {
    const isFirst = y >= b.length || (x < a.length && compare(a[x] ?? 0, b[y] ?? 0) <= 0);
    merged[at] = (isFirst ? a[x++] : b[y++]) ?? 0;
    if (at % PER_PIECE === PER_PIECE - 1) yield;
  }
  return merged;
}

/** By position, how many different ones come before it. */
function* ranksIn(order: Int32Array, compare: ComparePositions): Incremental<Int32Array> {
  const ranks = new Int32Array(order.length);
  let rank = 0;
  for (let at = 0; at < order.length; at++) {
    const position = order[at] ?? 0;
    const before = order[at - 1];
    if (before !== undefined && compare(before, position) !== 0) rank += 1;
    ranks[position] = rank;
    if (at % PER_PIECE === PER_PIECE - 1) yield;
  }
  return ranks;
}

interface Sorted {
  readonly strings: readonly string[];
  /** Their positions, by what stands there. */
  readonly order: Int32Array;
}

/** Sorted at once; some milliseconds. */
const PER_SORT = 1024;

/** In pieces, since a single note may ask very much. */
function* sortedStrings(columns: Columns, what: Ranked, compare: Comparator): Incremental<Sorted> {
  const strings = what === 'text' ? textsOf(columns) : namesOf(columns);
  const byString = (a: number, b: number): number => compare(strings[a] ?? '', strings[b] ?? '');
  const positions = Int32Array.from(strings, (_, at) => at);
  const runs: Int32Array[] = [];
  for (let from = 0; from < positions.length; from += PER_SORT) {
    runs.push(positions.subarray(from, from + PER_SORT).sort(byString));
    yield;
  }
  return { strings, order: yield* mergeAll(runs, byString) };
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
