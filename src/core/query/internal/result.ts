/**
 * What a list shows of the index: which questions, counted and grouped, and what stands at which position. Never
 * changed in place. It is put together of the chunks of some hundred notes each, and what is known of notes
 * that have not changed is used again, so that one changed note costs about the same in any vault.
 */
import type { Question } from '../../model/question';
import type { NoteEntry } from '../../index/question-index';
import type { PathList } from '../../index/path-list';
import type { Stances } from '../../model/taxonomy';
import type { Columns } from '../columns/columns';
import type { Row } from '../columns/row';
import { matrixOf, type MatrixCount } from './count';
import { knownKeys } from '../arranging/group-key';
import type { GroupField } from '../language/statement';
import type { Counts } from './listing';
import { arrange, type Arranged } from '../arranging/arrange';
import { plainGrouping, type ListQuery, type ChunkResult, type ChunkQuery } from './chunk-result';
import type { ColumnStore } from './column-store';
import { partitionPoint } from '../../text/partition-point';

/** A group across notes, as in `RowGroup`. */
export interface ResultGroup {
  readonly key: string | null;
  readonly size: number;
  readonly runs: readonly Run[];
}

/** Questions of some notes, by their positions in the columns. */
export interface Run {
  readonly columns: Columns;
  readonly size: number;
  /** Looked for when they are first asked for: most runs are far from what is in sight. */
  readonly positions: Int32Array;
}

/** The sums of all chunks. */
export interface Sums {
  readonly listed: number;
  readonly skipped: number;
  readonly conflicts: number;
  readonly matrix: Counts;
  readonly totals: Counts;
}

/** What a result goes on asking when somebody looks at it. */
export interface AnsweredBy {
  readonly taxonomy: Stances;
  readonly chunkQuery: ChunkQuery;
  readonly store: ColumnStore;
}

export class QueryResult {
  readonly #sums: Sums;
  readonly #by: AnsweredBy;

  /** Questions in scope that are listed, before the filter. */
  readonly listed: number;
  /** Questions that say «not a question» and fit, but for the matrix's own terms; listed or not. */
  readonly skipped: number;
  /** How many in the matrix have several marks. */
  readonly conflicts: number;
  #matrix: MatrixCount | null = null;
  #totals: MatrixCount | null = null;
  #groups: readonly ResultGroup[] | null = null;
  #arranged: Arranged | null = null;

  constructor(
    readonly entries: PathList<NoteEntry>,
    /** In the order of their notes. */
    readonly chunks: readonly ChunkResult[],
    sums: Sums,
    readonly query: ListQuery,
    by: AnsweredBy,
  ) {
    this.#sums = sums;
    this.#by = by;
    this.listed = sums.listed;
    this.skipped = sums.skipped;
    this.conflicts = sums.conflicts;
  }

  /** Counts of what fits everything but the matrix's own terms. */
  get matrix(): MatrixCount {
    this.#matrix ??= this.#count(this.#sums.matrix);
    return this.#matrix;
  }

  /** Counts of what fits. */
  get totals(): MatrixCount {
    this.#totals ??= this.#count(this.#sums.totals);
    return this.#totals;
  }

  /** What fits, by group, in the order that `group-key.ts` says. None where the groups are the notes. */
  get groups(): readonly ResultGroup[] {
    this.#groups ??= this.#makeGroups();
    return this.#groups;
  }

  /** What fits, sorted, grouped and limited as the query asks. Worked out when somebody first looks. */
  get arranged(): Arranged {
    const { taxonomy, store } = this.#by;
    this.#arranged ??= arrange(this.chunks, this.query, {
      taxonomy,
      codes: store.groupCodes,
      compare: store.compare,
      ranksOf: (what) => store.sorted.of(this.entries, what),
    });
    return this.#arranged;
  }

  /** The key of the group that a question is in, as in `RowGroup`. */
  groupKeyOf({ path }: NoteEntry, question: Question, by: GroupField): string | null {
    const chunk = this.chunks[chunkAt(this.chunks, path)];
    const at = chunk ? positionIn(chunk.columns, path, question) : -1;
    if (!chunk || at === -1) return null;
    const { columns } = chunk;
    return columns.codes.textOf(this.#by.store.groupCodes.of(columns, by)[at] ?? 0);
  }

  /** How many the list has: what fits, up to its limits. */
  get size(): number {
    return this.#isLimited ? this.arranged.order.length : this.totals.total;
  }

  /** All that fits, by path, then position. */
  *rows(): Generator<Row> {
    for (const { columns, fitting } of this.chunks) yield* rowsIn({ columns, positions: fitting });
  }

  /** All that the list has, by path, then position. */
  *rowsWithinLimits(): Generator<Row> {
    if (!this.#isLimited) {
      yield* this.rows();
      return;
    }
    const listed = this.#listedPlaces();
    let start = 0;
    for (const { columns, fitting } of this.chunks) {
      const first = start;
      start += fitting.length;
      yield* rowsIn({ columns, positions: fitting.filter((_, at) => listed[first + at] === 1) });
    }
  }

  /** Whether the question of a note fits, in a collapsed group or not. */
  has({ path }: NoteEntry, question: Question): boolean {
    const chunk = this.chunks[chunkAt(this.chunks, path)];
    const at = chunk ? positionIn(chunk.columns, path, question) : -1;
    return at !== -1 && chunk?.fitting.includes(at) === true;
  }

  get #isLimited(): boolean {
    return (this.query.limit ?? this.query.limitGroups) !== undefined;
  }

  /** By place among all that fits: 1 where the limits leave it. */
  #listedPlaces(): Uint8Array {
    const { order, starts } = this.arranged;
    const places = new Uint8Array(starts.at(-1) ?? 0);
    for (const place of order) places[place] = 1;
    return places;
  }

  #count({ byStage, notes }: Counts): MatrixCount {
    const codes = this.chunks[0]?.columns.codes;
    const byKey = new Map<string | null, number>();
    for (const [code, count] of byStage) {
      if (count > 0) byKey.set(codes?.textOf(code) ?? null, count);
    }
    return matrixOf(byKey, notes);
  }

  #runOf(chunk: ChunkResult, group: number, size: number): Run {
    const { chunkQuery } = this.#by;
    let positions: Int32Array | null = null;
    return {
      columns: chunk.columns,
      size,
      get positions() {
        positions ??= chunkQuery.positionsOf(chunk, group);
        return positions;
      },
    };
  }

  #makeGroups(): readonly ResultGroup[] {
    const groups = new Map<number, { size: number; runs: Run[] }>();
    for (const chunk of this.chunks) {
      for (const [code, size] of chunk.groups) {
        const group = groups.get(code) ?? { size: 0, runs: [] };
        groups.set(code, group);
        group.size += size;
        group.runs.push(this.#runOf(chunk, code, size));
      }
    }
    const codes = this.chunks[0]?.columns.codes;
    const byKey = new Map(
      Array.from(groups, ([code, group]) => {
        const key = codes?.textOf(code) ?? null;
        return [key, { key, ...group }] as const;
      }),
    );
    const by = plainGrouping(this.query);
    const known = by ? knownKeys(by, this.#by.taxonomy) : [];
    const order = new Set([...known, ...byKey.keys()]);
    // What has no key comes last.
    if (order.delete(null)) order.add(null);
    return Array.from(order, (key) => byKey.get(key)).filter((group) => group !== undefined);
  }
}

/** The questions of a run. */
export function* rowsIn({
  columns,
  positions,
}: Pick<Run, 'columns' | 'positions'>): Generator<Row> {
  for (const at of positions) {
    const row = rowAt(columns, at);
    if (row) yield row;
  }
}

export function rowAt(columns: Columns, at: number): Row | null {
  const question = columns.questionAt(at);
  const entry = columns.entries[columns.noteOf(at)];
  return question && entry ? { entry, question } : null;
}

/** The last of some parts, sorted by path, that does not begin behind the path; −1 where there is none. */
export function chunkAt(parts: readonly { readonly columns: Columns }[], path: string): number {
  const begins = partitionPoint(parts.length, (at) => {
    const first = parts[at]?.columns.entries[0];
    return first !== undefined && first.path <= path;
  });
  return parts.length === 0 ? -1 : Math.max(0, begins - 1);
}

/** The position of a note's question in the columns; −1 where it is not there. */
export function positionIn(columns: Columns, path: string, question: Question): number {
  const note = noteIn(columns, path);
  const at = note === -1 ? -1 : (columns.entries[note]?.questions.all().indexOf(question) ?? -1);
  return at === -1 ? -1 : (columns.firsts[note] ?? 0) + at;
}

/** The position of a note in the columns; −1 where it is not there. */
export function noteIn({ entries }: Columns, path: string): number {
  return entries.findIndex((entry) => entry.path === path);
}
