/**
 * What a list shows of the index: which questions, counted and grouped, and what stands at which place. Never
 * changed in place. It is put together of the shares of some hundred notes each, and what is known of notes
 * that have not changed is used again, so that one changed note costs about the same in any vault.
 */
import type { Question } from '../question';
import type { NoteEntry } from '../question-index';
import type { PathList } from '../path-list';
import type { Taxonomy } from '../taxonomy';
import { Codes, Columns } from './columns';
import { matrixOf, type MatrixCount } from './count';
import { isCellTerm } from './filter';
import { knownKeys } from './group';
import { foldText } from './folded-text';
import { Listings, NO_COUNTS, type Counts } from './listing';
import { Sharer, type Query, type Share } from './share';

export type { Query } from './share';

/** A group across notes, as in `RowGroup`. */
export interface ResultGroup {
  readonly key: string | null;
  readonly size: number;
  readonly runs: readonly Run[];
}

/** Questions of some notes, by their places in the columns. */
export interface Run {
  readonly columns: Columns;
  readonly size: number;
  /** Looked for when they are first asked for: most runs are far from what is in sight. */
  readonly places: Int32Array;
}

export interface Place {
  readonly entry: NoteEntry;
  readonly question: Question;
}

type Notes = readonly NoteEntry[];

/** Remembers the columns of notes for as long as the notes stay as they are; for all who ask queries. */
export class ColumnStore {
  readonly #codes = new Codes();
  readonly #columns = new WeakMap<Notes, Columns>();

  /** The columns of one chunk of the index's entries. */
  of(notes: Notes): Columns {
    const known = this.#columns.get(notes);
    if (known) return known;
    const columns = new Columns(notes, this.#codes);
    this.#columns.set(notes, columns);
    return columns;
  }
}

/** Asks queries of the index's snapshots; of the same query again, only what has changed since is looked at. */
export class Asker {
  readonly #listings = new Listings();
  #asked: { readonly query: Query; readonly sharer: Sharer } | null = null;
  #chunks: readonly Notes[] = [];
  #shares: readonly Share[] = [];
  #sums = NO_SUMS;

  constructor(private readonly columns: ColumnStore) {}

  ask(entries: PathList<NoteEntry>, query: Query, taxonomy: Taxonomy): QueryResult {
    const before = this.#asked;
    const sharer = before?.query === query ? before.sharer : new Sharer(query, this.#listings);
    if (before?.query === query) {
      this.#follow(entries.chunks, (notes) => sharer.of(this.columns.of(notes)));
    } else {
      const empty = before && narrows(query, before.query) ? this.#emptyChunks() : NO_CHUNKS;
      this.#asked = { query, sharer };
      this.#chunks = [];
      this.#shares = [];
      this.#sums = NO_SUMS;
      this.#follow(entries.chunks, (notes) => {
        const columns = this.columns.of(notes);
        return empty.has(notes) ? sharer.ofNone(columns) : sharer.of(columns);
      });
    }
    return new QueryResult(entries, this.#shares, this.#sums, query, taxonomy, sharer);
  }

  #emptyChunks(): ReadonlySet<Notes> {
    return new Set(
      this.#chunks.filter((_, at) => {
        const share = this.#shares[at];
        return share?.matrix.notes === 0 && share.skipped === 0;
      }),
    );
  }

  /** Takes over chunk by chunk: mostly a few in the middle are others than before. */
  #follow(chunks: readonly Notes[], shareOf: (notes: Notes) => Share): void {
    const before = this.#chunks;
    const shorter = Math.min(before.length, chunks.length);
    let first = 0;
    while (first < shorter && before[first] === chunks[first]) first += 1;
    let behind = 0;
    while (
      behind < shorter - first &&
      before[before.length - 1 - behind] === chunks[chunks.length - 1 - behind]
    ) {
      behind += 1;
    }
    const old = this.#shares.slice(first, before.length - behind);
    const known = new Map(old.map((share, at) => [before[first + at], share]));
    const now = chunks
      .slice(first, chunks.length - behind)
      .map((notes) => known.get(notes) ?? shareOf(notes));
    this.#chunks = chunks;
    this.#shares = [
      ...this.#shares.slice(0, first),
      ...now,
      ...this.#shares.slice(before.length - behind),
    ];
    this.#sums = sumsAfter(this.#sums, old, now);
  }
}

/** The sums of all shares. */
interface Sums {
  readonly listed: number;
  readonly skipped: number;
  readonly conflicts: number;
  readonly matrix: Counts;
  readonly totals: Counts;
}

const NO_CHUNKS: ReadonlySet<Notes> = new Set();

/**
 * Whether every question that fits the terms of `query`, but for the matrix's own, fitted those of `before`:
 * so it is while somebody types a word.
 */
function narrows(query: Query, before: Query): boolean {
  const others = ({ scope, kinds, withSkipped, filter }: Query): string =>
    JSON.stringify([
      scope,
      kinds,
      withSkipped,
      filter.filter((term) => term.field !== 'text' && !isCellTerm(term)),
    ]);
  const texts = ({ filter }: Query): readonly string[] =>
    filter.filter(({ field }) => field === 'text').map(({ value }) => foldText(value));
  const now = texts(query);
  return (
    others(query) === others(before) &&
    texts(before).every((text) => now.some((longer) => longer.includes(text)))
  );
}

const NO_SUMS: Sums = {
  listed: 0,
  skipped: 0,
  conflicts: 0,
  matrix: NO_COUNTS,
  totals: NO_COUNTS,
};

function sumsAfter(sums: Sums, gone: readonly Share[], come: readonly Share[]): Sums {
  const count = (of: 'listed' | 'skipped' | 'conflicts'): number =>
    come.reduce((sum, share) => sum + share[of], 0) -
    gone.reduce((sum, share) => sum + share[of], 0) +
    sums[of];
  const counts = (of: 'matrix' | 'totals'): Counts => {
    const byStage = new Map(sums[of].byStage);
    let { notes } = sums[of];
    const add = (share: Share, times: 1 | -1): void => {
      notes += times * share[of].notes;
      for (const [code, number] of share[of].byStage) {
        byStage.set(code, (byStage.get(code) ?? 0) + times * number);
      }
    };
    for (const share of gone) add(share, -1);
    for (const share of come) add(share, 1);
    return { byStage, notes };
  };
  return {
    listed: count('listed'),
    skipped: count('skipped'),
    conflicts: count('conflicts'),
    matrix: counts('matrix'),
    totals: counts('totals'),
  };
}

export class QueryResult {
  /** Questions in scope that are listed, before the filter. */
  readonly listed: number;
  /** Questions that say «not a question» and fit, but for the matrix's own terms; listed or not. */
  readonly skipped: number;
  /** How many in the matrix have several marks. */
  readonly conflicts: number;
  #matrix: MatrixCount | null = null;
  #totals: MatrixCount | null = null;
  #groups: readonly ResultGroup[] | null = null;

  constructor(
    readonly entries: PathList<NoteEntry>,
    /** In the order of their notes. */
    readonly shares: readonly Share[],
    private readonly sums: Sums,
    readonly query: Query,
    private readonly taxonomy: Taxonomy,
    private readonly sharer: Sharer,
  ) {
    this.listed = sums.listed;
    this.skipped = sums.skipped;
    this.conflicts = sums.conflicts;
  }

  /** Counts of what fits everything but the matrix's own terms. */
  get matrix(): MatrixCount {
    this.#matrix ??= this.#count(this.sums.matrix);
    return this.#matrix;
  }

  /** Counts of what fits. */
  get totals(): MatrixCount {
    this.#totals ??= this.#count(this.sums.totals);
    return this.#totals;
  }

  /** What fits, by group, in the order of `groupRows`. None where the groups are the notes. */
  get groups(): readonly ResultGroup[] {
    this.#groups ??= this.#makeGroups();
    return this.#groups;
  }

  /** All that fits, by path, then place. */
  *places(): Generator<Place> {
    for (const { columns, fitting } of this.shares) yield* placesIn({ columns, places: fitting });
  }

  /** Whether the question of a note fits, in a folded group or not. */
  has({ path }: NoteEntry, question: Question): boolean {
    const share = this.shares[chunkAt(this.shares, path)];
    const at = share ? placeIn(share.columns, path, question) : -1;
    return at !== -1 && share?.fitting.includes(at) === true;
  }

  #count({ byStage, notes }: Counts): MatrixCount {
    const codes = this.shares[0]?.columns.codes;
    const byKey = new Map<string | null, number>();
    for (const [code, count] of byStage) {
      if (count > 0) byKey.set(codes?.textOf(code) ?? null, count);
    }
    return matrixOf(byKey, notes);
  }

  #runOf(share: Share, group: number, size: number): Run {
    const { sharer } = this;
    let places: Int32Array | null = null;
    return {
      columns: share.columns,
      size,
      get places() {
        places ??= sharer.placesOf(share, group);
        return places;
      },
    };
  }

  #makeGroups(): readonly ResultGroup[] {
    const groups = new Map<number, { size: number; runs: Run[] }>();
    for (const share of this.shares) {
      for (const [code, size] of share.groups) {
        const group = groups.get(code) ?? { size: 0, runs: [] };
        groups.set(code, group);
        group.size += size;
        group.runs.push(this.#runOf(share, code, size));
      }
    }
    const codes = this.shares[0]?.columns.codes;
    const byKey = new Map(
      Array.from(groups, ([code, group]) => {
        const key = codes?.textOf(code) ?? null;
        return [key, { key, ...group }] as const;
      }),
    );
    const known = knownKeys(this.query.by, this.taxonomy);
    const order = new Set([...known, ...byKey.keys()]);
    // What has no key comes last.
    if (order.delete(null)) order.add(null);
    return Array.from(order, (key) => byKey.get(key)).filter((group) => group !== undefined);
  }
}

/** The questions of a run. */
export function* placesIn({ columns, places }: Pick<Run, 'columns' | 'places'>): Generator<Place> {
  for (const at of places) {
    const place = placeAt(columns, at);
    if (place) yield place;
  }
}

export function placeAt(columns: Columns, at: number): Place | null {
  const question = columns.questions[at];
  const entry = columns.entries[columns.noteOf(at)];
  return question && entry ? { entry, question } : null;
}

/** The last of some parts, sorted by path, that does not begin behind the path; −1 where there is none. */
export function chunkAt(parts: readonly { readonly columns: Columns }[], path: string): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const first = parts[middle]?.columns.entries[0];
    if (first !== undefined && first.path <= path) low = middle;
    else high = middle - 1;
  }
  return parts.length === 0 ? -1 : low;
}

/** The place of a note's question in the columns; −1 where it is not there. */
export function placeIn(columns: Columns, path: string, question: Question): number {
  const note = noteIn(columns, path);
  const at = note === -1 ? -1 : (columns.entries[note]?.questions.indexOf(question) ?? -1);
  return at === -1 ? -1 : (columns.firsts[note] ?? 0) + at;
}

/** The place of a note in the columns; −1 where it is not there. */
export function noteIn({ entries }: Columns, path: string): number {
  return entries.findIndex((entry) => entry.path === path);
}
