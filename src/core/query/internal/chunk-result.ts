/** What some notes bring to a list: which of their questions it shows, and counts of them. Never changed. */
import type { Columns } from '../columns/columns';
import type { Filter } from '../language/condition';
import { isCellTerm } from '../language/filter-edits';
import { finderOf } from '../finding/compile';
import type { Finder } from '../finding/find';
import type { Arrangement } from '../arranging/arrange';
import type { ColumnStore } from './column-store';
import type { GroupField } from '../language/statement';
import type { GroupCodes } from '../arranging/group-codes';
import {
  Counter,
  NO_COUNTS,
  NO_POSITIONS,
  type Counts,
  type Listed,
  type Listing,
} from './listing';
import { NumberCounts } from '../columns/number-counts';

/** What a list asks. */
export interface ListQuery extends Listed, Arrangement {
  readonly filter: Filter;
  /** The day that spans such as `this-month` are reckoned from, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The one grouping of a list that keeps the order of notes, whose groups are found chunk by chunk; null where the list
 * has to be arranged as a whole.
 */
export function plainGrouping({
  groups: [first, ...others],
  sorts,
  limit,
  limitGroups,
}: Arrangement): GroupField | null {
  const isPlain = others.length + sorts.length === 0 && (limit ?? limitGroups) === undefined;
  return first && isPlain && !first.reverse && first.by !== 'month' ? first.by : null;
}

export interface ChunkResult {
  readonly columns: Columns;
  /** Questions of the notes in scope that are listed, before the filter. */
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
  /** How many of them each group has, by its code, in the order of their first; none by note. */
  readonly groups: ReadonlyMap<number, number>;
}

export class ChunkQuery {
  readonly #listing: (columns: Columns) => Listing;
  readonly #find: Finder | null;
  readonly #findInCells: Finder | null;
  readonly #codes: GroupCodes;
  /** By which groups are counted; null where they are the notes, or the whole is arranged. */
  readonly #by: Exclude<GroupField, 'note'> | null;
  readonly #counter = new Counter();
  readonly #tally = new NumberCounts();
  #hits = new Uint8Array(512);
  #found = new Int32Array(512);

  constructor(query: ListQuery, { listings, groupCodes }: ColumnStore) {
    const cells = query.filter.filter(isCellTerm);
    const others = query.filter.filter((condition) => !isCellTerm(condition));
    this.#listing = listings.of(query);
    this.#find = others.length > 0 ? finderOf(others, query) : null;
    this.#findInCells = cells.length > 0 ? finderOf(cells, query) : null;
    const by = plainGrouping(query);
    this.#by = by === 'note' ? null : by;
    this.#codes = groupCodes;
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
      groups: this.#groupsOf(columns, fitting, totals),
    };
  }

  /** The chunk of notes of which it is known that the filter's terms other than cells fit none. */
  ofNone(columns: Columns): ChunkResult {
    return {
      columns,
      listed: this.#listing(columns).positions.length,
      skipped: 0,
      conflicts: 0,
      matrix: NO_COUNTS,
      totals: NO_COUNTS,
      fitting: NO_POSITIONS,
      groups: NO_GROUPS,
    };
  }

  /** Those positions of a chunk that are of a group. */
  positionsOf({ columns, fitting, groups }: ChunkResult, group: number): Int32Array {
    if (!this.#by || groups.get(group) === fitting.length) return fitting;
    const codes = this.#codes.of(columns, this.#by);
    return fitting.filter((at) => codes[at] === group);
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

  #groupsOf(columns: Columns, fitting: Int32Array, { byStage }: Counts): ChunkResult['groups'] {
    if (!this.#by || fitting.length === 0) return NO_GROUPS;
    if (this.#by === 'stage') return byStage;
    const codes = this.#codes.of(columns, this.#by);
    for (const at of fitting) this.#tally.add(codes[at] ?? 0);
    return this.#tally.take();
  }
}

const NO_GROUPS: ReadonlyMap<number, number> = new Map();
