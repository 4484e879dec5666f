/** What two rows have and have not in common: the columns in which only one of them asks, and those in which both do. */
import type { ComparedRow } from './comparison';

export interface RowPair {
  /** Positions of columns, in their order. */
  readonly onlyFirst: readonly number[];
  readonly onlySecond: readonly number[];
  readonly both: readonly number[];
}

export function pairOf(first: ComparedRow, second: ComparedRow): RowPair {
  const columns = Array.from(first.counts.keys());
  const asks = (row: ComparedRow, column: number): boolean => row.countAt(column) > 0;
  return {
    onlyFirst: columns.filter((at) => asks(first, at) && !asks(second, at)),
    onlySecond: columns.filter((at) => asks(second, at) && !asks(first, at)),
    both: columns.filter((at) => asks(first, at) && asks(second, at)),
  };
}
