/**
 * How a row differs from the others, by what would be expected if all asked alike: a row's number times a column's,
 * over all.
 *
 * A cell by its adjusted residual, which is about normal where they do ask alike: S. J. Haberman, «The analysis of
 * residuals in cross-classified tables», Biometrics 29 (1973); beyond 2 it «indicates lack of fit», and expected numbers
 * under 5 are too few to say so: A. Agresti, «Categorical Data Analysis», 2nd edition, sections 3.2 and 3.3.
 *
 * A row by Pearson's chi-squared of it against all others taken together, a table of two rows: it grows with how
 * different the row is and with how many questions say so, so that one odd question is not first.
 */
import type { ComparedRow, Comparison } from './comparison';

export const LEAST_EXPECTED = 5;
export const REMARKABLE = 2;

export const ROW_ORDERS = ['difference', 'number', 'name'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/** How many the cell would count if all asked alike. */
export function expectedIn(row: ComparedRow, all: ComparedRow, column: number): number {
  return all.total === 0 ? 0 : (row.total * all.countAt(column)) / all.total;
}

/** The cell's adjusted residual; null where too few are expected, or where there is nothing to compare with. */
export function residualOf(row: ComparedRow, all: ComparedRow, column: number): number | null {
  const expected = expectedIn(row, all, column);
  const outside = (1 - row.total / all.total) * (1 - all.countAt(column) / all.total);
  if (expected < LEAST_EXPECTED || outside <= 0) return null;
  return (row.countAt(column) - expected) / Math.sqrt(expected * outside);
}

/** Whether a row asks clearly more there than the others (1), clearly less (−1), or neither (0). */
export function leaningOf(row: ComparedRow, all: ComparedRow, column: number): -1 | 0 | 1 {
  const residual = residualOf(row, all, column) ?? 0;
  return residual >= REMARKABLE ? 1 : residual <= -REMARKABLE ? -1 : 0;
}

/** Chi-squared of the row against the others; 0 where there are none. */
export function differenceOf(row: ComparedRow, all: ComparedRow): number {
  const rest = all.total - row.total;
  if (rest <= 0) return 0;
  let sum = 0;
  for (let column = 0; column < all.counts.length; column++) {
    const expected = expectedIn(row, all, column);
    if (expected > 0) sum += (row.countAt(column) - expected) ** 2 / expected;
  }
  return (sum * all.total) / rest;
}

/** The rows that have a key, what is most first; `byName` parts those that are alike. */
export function orderRows(
  { rows, all }: Pick<Comparison, 'rows' | 'all'>,
  order: RowOrder,
  byName: (a: string, b: string) => number,
): readonly ComparedRow[] {
  const ranked = rows.map((row) => ({
    row,
    rank: order === 'name' ? 0 : order === 'number' ? row.total : differenceOf(row, all),
  }));
  ranked.sort(
    (a, b) =>
      b.rank - a.rank ||
      (order === 'name' ? 0 : b.row.total - a.row.total) ||
      byName(a.row.key ?? '', b.row.key ?? ''),
  );
  return ranked.map(({ row }) => row);
}
