import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lines, NO_LINES } from '../../../src/core/text/lines';

/** Lines one behind the other with gaps between, as a block has them. */
const some = fc
  .array(fc.record({ gap: fc.nat(3), length: fc.nat(20) }), { minLength: 1, maxLength: 12 })
  .map((parts) => {
    let at = 0;
    return parts.map(({ gap, length }, index) => {
      const from = at + gap;
      at = from + length + 1;
      return [from, from + length, index + 1] as const;
    });
  });

function linesOf(all: readonly (readonly [number, number, number])[]): Lines {
  const lines = new Lines();
  for (const [from, to, line] of all) lines.push(from, to, line);
  return lines;
}

const partsOf = (lines: Pick<Lines, 'count' | 'from' | 'to' | 'line'>) =>
  Array.from({ length: lines.count }, (_, at) => [lines.from(at), lines.to(at), lines.line(at)]);

it('holds lines as they were given', () => {
  fc.assert(
    fc.property(some, (all) => {
      const lines = linesOf(all);
      expect(partsOf(lines)).toEqual(all);
      expect([lines.start, lines.end]).toEqual([all[0]?.[0], all.at(-1)?.[1]]);
    }),
  );
});

it('gives a part of them as lines of their own', () => {
  fc.assert(
    fc.property(some, fc.nat(12), fc.nat(12), (all, first, behind) => {
      const part = linesOf(all).slice(first, Math.min(behind, all.length));
      expect(partsOf(part)).toEqual(all.slice(first, behind));
    }),
  );
});

it('finds the line in which an offset stands', () => {
  fc.assert(
    fc.property(some, fc.nat(300), (all, offset) => {
      const wanted = all.findLastIndex(([from]) => from <= offset);
      expect(linesOf(all).indexAt(offset)).toBe(Math.max(0, wanted));
    }),
  );
});

it('has nothing where there are none', () => {
  expect([NO_LINES.count, NO_LINES.start, NO_LINES.end, NO_LINES.line(0)]).toEqual([0, 0, 0, 0]);
});
