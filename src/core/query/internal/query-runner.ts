/**
 * Runs queries over the index's snapshots, and remembers the last answer: of the same query again only what has
 * changed since is looked at, and where a query narrows the last one, only what that one had found.
 */
import type { PathList } from '../../index/path-list';
import type { NoteEntry } from '../../index/question-index';
import type { Stances } from '../../model/taxonomy';
import type { AskedProperties, ColumnStore } from './column-store';
import { sameAskers, stageAskers, type StageAskers } from '../finding/stage-askers';
import { isTerm, termsIn, type Condition, type Term } from '../language/condition';
import { isCellTerm } from '../language/filter-edits';
import { foldText } from '../columns/folded-text';
import { NOTHING_COUNTED, type Counts } from './listing';
import { QueryResult, type Sums } from './result';
import { ChunkQuery, type ListQuery, type ChunkResult } from './chunk-result';

type Notes = readonly NoteEntry[];

export class QueryRunner {
  readonly #columns: ColumnStore;

  #asked: {
    readonly query: ListQuery;
    readonly chunkQuery: ChunkQuery;
    readonly askers: StageAskers;
  } | null = null;
  #chunks: readonly Notes[] = [];
  #results: readonly ChunkResult[] = [];
  #sums = NO_SUMS;
  #properties: AskedProperties | null = null;

  constructor(columns: ColumnStore) {
    this.#columns = columns;
  }

  run(entries: PathList<NoteEntry>, query: ListQuery, taxonomy: Stances): QueryResult {
    const askers = this.#stageAskers(entries, query);
    const last = this.#asked;
    // By other properties notes may have other days and askers; and one note says of all that an asker lacks nothing.
    const isSame = this.#columns.hasProperties(this.#properties);
    const before = isSame && last && sameAskers(last.askers, askers) ? last : null;
    this.#properties = this.#columns.properties;
    const chunkQuery =
      before?.query === query ? before.chunkQuery : new ChunkQuery(query, this.#columns, askers);
    if (before?.query === query) {
      this.#follow(entries.chunks, (notes) => chunkQuery.of(this.#columns.of(notes)));
    } else {
      const empty = before && narrows(query, before.query) ? this.#emptyChunks() : NO_CHUNKS;
      this.#asked = { query, chunkQuery, askers };
      this.#chunks = [];
      this.#results = [];
      this.#sums = NO_SUMS;
      this.#follow(entries.chunks, (notes) => {
        const columns = this.#columns.of(notes);
        return empty.has(notes) ? chunkQuery.ofNone(columns) : chunkQuery.of(columns);
      });
    }
    return new QueryResult(entries, this.#results, this.#sums, query, {
      taxonomy,
      store: this.#columns,
    });
  }

  #stageAskers({ chunks }: PathList<NoteEntry>, { filter, notes }: ListQuery): StageAskers {
    const isAsked = [...termsIn(filter)].some(({ field }) => field === 'lacks');
    const columns = isAsked ? chunks.map((entries) => this.#columns.of(entries)) : [];
    return stageAskers(filter, notes, columns);
  }

  #emptyChunks(): ReadonlySet<Notes> {
    return new Set(
      this.#chunks.filter((_, at) => {
        const result = this.#results[at];
        return result?.matrix.notes === 0 && result.skipped === 0;
      }),
    );
  }

  /** Takes over chunk by chunk: mostly a few in the middle are others than before. */
  #follow(chunks: readonly Notes[], resultOf: (notes: Notes) => ChunkResult): void {
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
    const old = this.#results.slice(first, before.length - behind);
    const known = new Map(old.map((result, at) => [before[first + at], result]));
    const now = chunks
      .slice(first, chunks.length - behind)
      .map((notes) => known.get(notes) ?? resultOf(notes));
    this.#chunks = chunks;
    this.#results = [
      ...this.#results.slice(0, first),
      ...now,
      ...this.#results.slice(before.length - behind),
    ];
    this.#sums = sumsAfter(this.#sums, old, now);
  }
}

const NO_CHUNKS: ReadonlySet<Notes> = new Set();

/**
 * Whether every question that fits the terms of `query`, but for the matrix's own, fitted those of `before`:
 * so it is while somebody types a word.
 */
function narrows(query: ListQuery, before: ListQuery): boolean {
  const others = ({ notes, kinds, withSkipped, filter, today }: ListQuery): string =>
    JSON.stringify([
      today,
      notes,
      kinds,
      withSkipped,
      filter.filter((condition) => !isText(condition) && !isCellTerm(condition)),
    ]);
  const texts = ({ filter }: ListQuery): readonly string[] =>
    filter.filter(isText).map(({ value }) => foldText(value));
  const now = texts(query);
  return (
    others(query) === others(before) &&
    texts(before).every((text) => now.some((longer) => longer.includes(text)))
  );
}

function isText(condition: Condition): condition is Term {
  return isTerm(condition) && condition.field === 'text';
}

const NO_SUMS: Sums = {
  listed: 0,
  skipped: 0,
  conflicts: 0,
  matrix: NOTHING_COUNTED,
  totals: NOTHING_COUNTED,
};

function sumsAfter(sums: Sums, gone: readonly ChunkResult[], come: readonly ChunkResult[]): Sums {
  const count = (of: 'listed' | 'skipped' | 'conflicts'): number =>
    come.reduce((sum, result) => sum + result[of], 0) -
    gone.reduce((sum, result) => sum + result[of], 0) +
    sums[of];
  const counts = (of: 'matrix' | 'totals'): Counts => {
    const byStage = new Map(sums[of].byStage);
    let { notes } = sums[of];
    const add = (result: ChunkResult, times: 1 | -1): void => {
      notes += times * result[of].notes;
      for (const [code, number] of result[of].byStage) {
        byStage.set(code, (byStage.get(code) ?? 0) + times * number);
      }
    };
    for (const result of gone) add(result, -1);
    for (const result of come) add(result, 1);
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
