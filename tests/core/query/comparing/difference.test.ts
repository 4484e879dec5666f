import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ComparedRow,
  expectedIn,
  leaningOf,
  orderRows,
  ROW_ORDERS,
} from '../../../../src/core/query';
import { differenceOf, residualOf } from '../../../../src/core/query/comparing/difference';
import { askersTable } from './compared';

const { rows, all } = askersTable();
const byName = (a: string, b: string): number => (a < b ? -1 : 1);

function row(counts: readonly number[]): ComparedRow {
  return new ComparedRow('', Int32Array.from(counts), 0, counts.length);
}

function rowOf(name: string): ComparedRow {
  const row = rows.find(({ key }) => key === name);
  if (!row) throw new Error(name);
  return row;
}

describe('a cell against what would be expected', () => {
  // 38 of 190 are Ilya's, 35 of 190 ask for the difference: 7 are expected, and there are 19.
  // 12 / √(7 · (1 − 38/190) · (1 − 35/190)) = 12 / √4.568 = 5.614
  it('has the residual that was worked out by hand', () => {
    expect(expectedIn(rowOf('Ilya Sutskever'), all, 1)).toBe(7);
    expect(residualOf(rowOf('Ilya Sutskever'), all, 1)).toBeCloseTo(5.614, 3);
  });

  // Of philosophy 38 · 14 / 190 = 2.8 are expected of Ilya: none of them says little.
  it('has none where fewer than five are expected', () => {
    expect(residualOf(rowOf('Ilya Sutskever'), all, 6)).toBeNull();
    expect(leaningOf(rowOf('Ilya Sutskever'), all, 6)).toBe(0);
  });

  it('has none where there is nothing to compare with', () => {
    expect(residualOf(all, all, 1)).toBeNull();
  });

  it.each([
    ['Ilya Sutskever', [0, 1, 0, -1, 0, -1, 0]],
    ['Dwarkesh Patel', [-1, -1, -1, 1, 0, 1, 0]],
    ['何靜宜', [0, 0, 0, 0, 0, -1, 0]],
    ['邱若昀', [0, -1, 0, 0, 0, 0, 0]],
    ['Tomas Reyes', [0, 0, 0, 0, 0, 0, 0]],
  ] as const)('leans, of %s: %j', (name, leanings) => {
    expect(leanings.map((_, at) => leaningOf(rowOf(name), all, at))).toEqual(leanings);
  });
});

describe('rows in order', () => {
  it.each([
    ['difference', ['Ilya Sutskever', 'Dwarkesh Patel', '何靜宜', '邱若昀', 'Tomas Reyes']],
    ['number', ['Dwarkesh Patel', 'Ilya Sutskever', '邱若昀', '何靜宜', 'Tomas Reyes']],
    ['name', ['Dwarkesh Patel', 'Ilya Sutskever', 'Tomas Reyes', '何靜宜', '邱若昀']],
  ] as const)('by %s', (order, names) => {
    expect(orderRows({ rows, all }, order, byName).map(({ key }) => key)).toEqual(names);
  });

  // Rows 3 1 and 1 3: all that is expected is 2, and each cell is 1 away. 4 · 1²/2 = 2, of a row half of it, doubled.
  it('differ as chi-squared of a table of two rows says', () => {
    const first = row([3, 1]);
    const both = row([4, 4]);
    expect(differenceOf(first, both)).toBe(2);
    expect(differenceOf(both, both)).toBe(0);
  });

  it('differ from the others as these differ from them, and not at all where shares are the same', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        const sum = row(a.map((count, at) => count + (b[at] ?? 0)));
        fc.pre(row(a).total > 0 && row(b).total > 0);
        const [of, against] = [differenceOf(row(a), sum), differenceOf(row(b), sum)];
        expect(of).toBeCloseTo(against, 6);
        expect(of).toBeGreaterThanOrEqual(0);
        const twice = row(a.map((count) => 3 * count));
        expect(differenceOf(row(a), twice)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('keep every row, whatever the order', () => {
    for (const order of ROW_ORDERS) {
      expect(new Set(orderRows({ rows, all }, order, byName))).toEqual(new Set(rows));
    }
  });
});
