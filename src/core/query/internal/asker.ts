/**
 * Asks queries of the index's snapshots, and remembers the last answer: of the same query again only what has
 * changed since is looked at, and where a query narrows the last one, only what that one had found.
 */
import type { PathList } from '../../index/path-list';
import type { NoteEntry } from '../../index/question-index';
import type { Taxonomy } from '../../model/taxonomy';
import type { ColumnStore } from './column-store';
import { isCellTerm } from '../filter/filter';
import { foldText } from '../columns/folded-text';
import { NO_COUNTS, type Counts } from './listing';
import { QueryResult, type Sums } from './result';
import { Sharer, type Query, type Share } from './share';

type Notes = readonly NoteEntry[];

export class Asker {
  #asked: { readonly query: Query; readonly sharer: Sharer } | null = null;
  #chunks: readonly Notes[] = [];
  #shares: readonly Share[] = [];
  #sums = NO_SUMS;

  constructor(private readonly columns: ColumnStore) {}

  ask(entries: PathList<NoteEntry>, query: Query, taxonomy: Taxonomy): QueryResult {
    const before = this.#asked;
    const sharer =
      before?.query === query ? before.sharer : new Sharer(query, this.columns.listings);
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
