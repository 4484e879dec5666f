import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RowHeights } from '../../../src/ui/list/row-heights';

it('agrees with adding up, after any measures and changes of the count', () => {
  const step = fc.oneof(
    fc.record({ row: fc.nat(60), height: fc.integer({ min: 1, max: 200 }) }),
    fc.record({ count: fc.nat(60) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const heights = new RowHeights();
      const measured = new Map<number, number>();
      let count = 0;
      heights.setEstimate(40);
      const heightOf = (row: number) => measured.get(row) ?? 40;
      for (const each of steps) {
        if ('count' in each) {
          count = each.count;
          heights.setCount(count);
        } else {
          const change = each.row < count ? each.height - heightOf(each.row) : 0;
          expect(heights.measure(each.row, each.height)).toBe(change);
          if (each.row < count) measured.set(each.row, each.height);
        }
        let top = 0;
        for (let row = 0; row < count; row++) {
          expect(heights.top(row)).toBe(top);
          expect(heights.height(row)).toBe(heightOf(row));
          expect(heights.rowAt(top)).toBe(row);
          expect(heights.rowAt(top + heightOf(row) - 0.5)).toBe(row);
          top += heightOf(row);
        }
        expect(heights.total).toBe(top);
        expect(heights.rowAt(top + 100)).toBe(Math.max(0, count - 1));
        expect(heights.rowAt(-5)).toBe(0);
      }
    }),
    { numRuns: 200 },
  );
});

it('forgets measures under another estimate', () => {
  const heights = new RowHeights();
  heights.setEstimate(40);
  heights.setCount(3);
  heights.measure(1, 100);
  heights.setEstimate(50);
  expect([heights.top(2), heights.total]).toEqual([100, 150]);
});

it('assumes a height only where none is known', () => {
  const heights = new RowHeights();
  heights.setEstimate(40);
  heights.setCount(3);
  expect(heights.assume(0, 50)).toBe(10);
  expect(heights.assume(0, 60)).toBe(0);
  heights.measure(1, 40);
  expect(heights.assume(1, 60)).toBe(0);
  expect(heights.total).toBe(130);
});
