/** What some notes bring to a list: which of their questions it shows, and counts of them. Never changed. */
import type { Columns } from '../columns/columns';
import type { Filter } from '../language/condition';
import { isCellTerm } from '../language/filter-edits';
import { finderOf } from '../finding/compile';
import type { Finder } from '../finding/find';
import type { StageAskers } from '../finding/stage-askers';
import type { Arrangement } from '../arranging/arrange';
import type { ColumnStore } from './column-store';
import {
  Counter,
  NOTHING_COUNTED,
  NO_POSITIONS,
  type Counts,
  type Listed,
  type Listing,
} from './listing';

/** What a list asks. */
export interface ListQuery extends Listed, Arrangement {
  readonly filter: Filter;
  /** The day that spans such as `this-month` are reckoned from, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Whether the list is the notes in their order with their questions, which are found chunk by chunk; any other has to be
 * arranged as a whole.
 */
export function isByNote({ notes, groups, sorts, limit, limitGroups }: ListQuery): boolean {
  if (notes?.kind === 'given') return false;
  const [first, ...others] = groups;
  const isWhole = (limit ?? limitGroups) === undefined;
  return first?.by === 'note' && !first.reverse && others.length + sorts.length === 0 && isWhole;
}

export interface ChunkResult {
  readonly columns: Columns;
  /** Questions of the notes shown that are listed, before the filter. */
  readonly listed: number;
  /** Questions that say «not a question» and fit, but for the matrix's own terms; listed or not. */
  readonly skipped: number;
  /** How many in the matrix have several marks. */
  readonly conflicts: number;
  /** What fits everything but the matrix's own terms. */
  readonly matrix: Counts;
  /** What fits. */
  readonly totals: Counts;
  /** The positions of the questions that fit. */
  readonly fitting: Int32Array;
}

export class ChunkQuery {
  readonly #listing: (columns: Columns) => Listing;
  readonly #find: Finder | null;
  readonly #findInCells: Finder | null;
  readonly #counter = new Counter();
  #hits = new Uint8Array(512);
  #found = new Int32Array(512);

  constructor(query: ListQuery, { listings }: ColumnStore, stageAskers: StageAskers) {
    const cells = query.filter.filter(isCellTerm);
    const others = query.filter.filter((condition) => !isCellTerm(condition));
    const context = { today: query.today, stageAskers };
    this.#listing = listings.of(query);
    this.#find = others.length > 0 ? finderOf(others, context) : null;
    this.#findInCells = cells.length > 0 ? finderOf(cells, context) : null;
  }

  /** The chunk of some notes. */
  of(columns: Columns): ChunkResult {
    const { positions, skipped, conflicts, counts } = this.#listing(columns);
    const listed = positions.length;
    let inMatrix = positions;
    let matrix = counts;
    let [skippedHere, conflictsHere] = [skipped.length, conflicts.length];
    if (this.#find && (listed > 0 || skippedHere > 0)) {
      const hits = this.#hitsOf(columns, this.#find);
      inMatrix = this.#among(positions, hits);
      skippedHere = this.#among(skipped, hits).length;
      conflictsHere = this.#among(conflicts, hits).length;
      if (inMatrix !== positions) matrix = this.#counter.count(columns, inMatrix);
    }
    let fitting = inMatrix;
    if (this.#findInCells && inMatrix.length > 0) {
      fitting = this.#among(inMatrix, this.#hitsOf(columns, this.#findInCells));
    }
    const totals = fitting === inMatrix ? matrix : this.#counter.count(columns, fitting);
    return {
      columns,
      listed,
      skipped: skippedHere,
      conflicts: conflictsHere,
      matrix,
      totals,
      fitting,
    };
  }

  /** The chunk of notes of which it is known that the filter's terms other than cells fit none. */
  ofNone(columns: Columns): ChunkResult {
    return {
      columns,
      listed: this.#listing(columns).positions.length,
      skipped: 0,
      conflicts: 0,
      matrix: NOTHING_COUNTED,
      totals: NOTHING_COUNTED,
      fitting: NO_POSITIONS,
    };
  }

  #hitsOf(columns: Columns, find: Finder): Uint8Array {
    if (this.#hits.length < columns.size) this.#hits = new Uint8Array(2 * columns.size);
    const hits = this.#hits.subarray(0, columns.size).fill(0);
    find(columns, hits);
    return hits;
  }

  /** Those positions that are hit; the very same array where all are. */
  #among(positions: Int32Array, hits: Uint8Array): Int32Array {
    if (positions.length === 0) return positions;
    if (this.#found.length < positions.length) this.#found = new Int32Array(2 * positions.length);
    const found = this.#found;
    let count = 0;
    for (const at of positions) {
      found[count] = at;
      count += hits[at] ?? 0;
    }
    if (count === positions.length) return positions;
    return count === 0 ? NO_POSITIONS : found.slice(0, count);
  }
}
