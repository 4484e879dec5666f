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
import type { ListedField } from '../columns/given-notes';
import type { Row } from '../columns/row';
import { matrixOf, type MatrixCount } from './count';
import type { Counts } from './listing';
import { arrange, type Arranged } from '../arranging/arrange';
import { stagesByAsker } from '../arranging/coverage';
import type { ListQuery, ChunkResult } from './chunk-result';
import type { ColumnStore } from './column-store';
import { partitionPoint } from '../../text/partition-point';
import { firstOfRun } from '../columns/run-bounds';

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
  readonly store: ColumnStore;
}

/** A question that fits: its chunk, and which of what fits there it is. */
interface Fitting {
  readonly chunk: number;
  readonly within: number;
}

export class QueryResult {
  readonly #sums: Sums;
  readonly #by: AnsweredBy;

  /** Questions of the notes shown that are listed, before the filter. */
  readonly listed: number;
  /** Questions that say «not a question» and fit, but for the matrix's own terms; listed or not. */
  readonly skipped: number;
  /** How many in the matrix have several marks. */
  readonly conflicts: number;
  #matrix: MatrixCount | null = null;
  #totals: MatrixCount | null = null;
  #arranged: Arranged | null = null;
  #byAsker: ReturnType<typeof stagesByAsker> | null = null;
  /** By position among all that fits, its position in the order. */
  #inOrder: Int32Array | null = null;

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

  /** What fits, sorted, grouped and limited as the query asks. Worked out when somebody first looks. */
  get arranged(): Arranged {
    const { taxonomy, store } = this.#by;
    this.#arranged ??= arrange(this.chunks, this.query, {
      taxonomy,
      codes: store.groupCodes,
      compare: store.compare,
      notes: this.query.notes,
      ranksOf: (what) => store.sorted.of(this.entries, what),
    });
    return this.#arranged;
  }

  /** The key of the group that a question is in, as `group-key.ts` says. */
  groupKeyOf({ path }: NoteEntry, question: Question, by: ListedField): string | null {
    const { notes } = this.query;
    if (by === 'given') return notes?.kind === 'given' ? notes.notes.groupOf(path) : null;
    const chunk = this.chunks[chunkAt(this.chunks, path)];
    const at = chunk ? positionIn(chunk.columns, path, question) : -1;
    if (!chunk || at === -1) return null;
    const { columns } = chunk;
    return columns.codes.textOf(this.#by.store.groupCodes.of(columns, by)[at] ?? 0);
  }

  /** How many questions with each stage an asker has in the notes that are looked at, whatever fits; by `stageKey`. */
  stagesOf(asker: string): ReadonlyMap<string, number> {
    const codes = this.chunks[0]?.columns.codes;
    this.#byAsker ??= stagesByAsker(
      this.chunks.map(({ columns }) => columns),
      this.query.notes,
    );
    const counts = codes && this.#byAsker.get(codes.codeOf(asker));
    return new Map(Array.from(counts ?? [], ([code, count]) => [codes?.textOf(code) ?? '', count]));
  }

  /** How many the list has: what fits, up to its limits. */
  get size(): number {
    return this.#isLimited ? this.arranged.order.length : this.totals.total;
  }

  /** All that fits, by path, then position. */
  *rows(): Generator<Row> {
    for (const { columns, fitting } of this.chunks) yield* rowsIn(columns, fitting);
  }

  /** All that the list has, by path, then position. */
  *rowsWithinLimits(): Generator<Row> {
    if (!this.#isLimited) {
      yield* this.rows();
      return;
    }
    for (const [chunk, { columns, fitting }] of this.chunks.entries()) {
      const isListed = (_: number, within: number) => this.#orderAt({ chunk, within }) !== -1;
      yield* rowsIn(columns, fitting.filter(isListed));
    }
  }

  /** Whether the list has the question of a note, in a collapsed group or not. */
  has(entry: NoteEntry, question: Question): boolean {
    const found = this.#find(entry, question);
    return found !== null && (!this.#isLimited || this.#orderAt(found) !== -1);
  }

  /** Where in `arranged.order` the question of a note stands; −1 where it does not. */
  orderOf(entry: NoteEntry, question: Question): number {
    const found = this.#find(entry, question);
    return found ? this.#orderAt(found) : -1;
  }

  /** Where what fits of a chunk stands in `arranged.order`; −1 where a limit has left it out. */
  #orderAt({ chunk, within }: Fitting): number {
    const { order, starts } = this.arranged;
    if (!this.#inOrder) {
      this.#inOrder = new Int32Array(starts.at(-1) ?? 0).fill(-1);
      for (let at = 0; at < order.length; at++) this.#inOrder[order[at] ?? 0] = at;
    }
    return this.#inOrder[(starts[chunk] ?? 0) + within] ?? -1;
  }

  #find({ path }: NoteEntry, question: Question): Fitting | null {
    const chunk = chunkAt(this.chunks, path);
    const of = this.chunks[chunk];
    if (!of) return null;
    const { columns, fitting } = of;
    const position = positionIn(columns, path, question);
    const within = partitionPoint(fitting.length, (at) => (fitting[at] ?? 0) < position);
    return fitting[within] === position ? { chunk, within } : null;
  }

  get #isLimited(): boolean {
    return (this.query.limit ?? this.query.limitGroups) !== undefined;
  }

  #count({ byStage, notes }: Counts): MatrixCount {
    const codes = this.chunks[0]?.columns.codes;
    const byKey = new Map<string | null, number>();
    for (const [code, count] of byStage) {
      if (count > 0) byKey.set(codes?.textOf(code) ?? null, count);
    }
    return matrixOf(byKey, notes);
  }
}

/** The questions at some positions. */
export function* rowsIn(columns: Columns, positions: Int32Array): Generator<Row> {
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
  return at === -1 ? -1 : firstOfRun(columns.firsts, note) + at;
}

/** The position of a note in the columns; −1 where it is not there. */
export function noteIn({ entries }: Columns, path: string): number {
  const isBefore = (at: number) => (entries[at]?.path ?? '') < path;
  const note = partitionPoint(entries.length, isBefore);
  return entries[note]?.path === path ? note : -1;
}
