import fc from 'fast-check';
import { expect, it } from 'vitest';
import { partitionPoint } from '../../../src/core/text/partition-point';

it('finds where those that fit end, as looking at each would, and looks at few', () => {
  const list = fc
    .array(fc.nat(20), { maxLength: 40 })
    .map((values) => values.sort((a, b) => a - b));
  fc.assert(
    fc.property(list, fc.nat(21), fc.nat(40), (values, wanted, start) => {
      const from = Math.min(start, values.length);
      const rest = values.slice(from).filter((value) => value < wanted).length;
      let looks = 0;
      const found = partitionPoint(
        values.length,
        (at) => {
          looks += 1;
          return (values[at] ?? 0) < wanted;
        },
        from,
      );
      expect(found).toBe(from + rest);
      expect(looks).toBeLessThanOrEqual(6);
    }),
  );
});
