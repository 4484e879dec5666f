import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaBeside, readingOrder } from '../../../../src/ui/dashboard/transitions/map-keys';

const areaAt = (x: number, y: number) => ({ x, y, width: 20, height: 16 });

/** Two lines of two and a half. */
const AREAS = [areaAt(200, 100), areaAt(10, 4), areaAt(220, 0), areaAt(12, 104), areaAt(110, 2)];

describe('a key on the map', () => {
  it.each([
    [1, 'ArrowRight', 4],
    [4, 'ArrowRight', 2],
    [2, 'ArrowRight', 3],
    [0, 'ArrowRight', 0],
    [3, 'ArrowLeft', 2],
    [1, 'ArrowLeft', 1],
    [1, 'ArrowDown', 3],
    [2, 'ArrowDown', 0],
    [0, 'ArrowUp', 2],
    [2, 'ArrowUp', 2],
    [4, 'Home', 1],
    [4, 'End', 0],
    [4, 'Enter', null],
  ] as const)('from number %d, %s leads to %s', (from, key, to) => {
    expect(areaBeside(AREAS, from, key)).toBe(to);
  });

  it('leads to every number, wherever they stand', () => {
    const places = fc.array(fc.tuple(fc.nat(800), fc.nat(600)), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(places, (some) => {
        const areas = some.map(([x, y]) => areaAt(x, y));
        const walked = [areaBeside(areas, 0, 'Home') ?? -1];
        while (walked.length <= areas.length) {
          walked.push(areaBeside(areas, walked.at(-1) ?? -1, 'ArrowRight') ?? -1);
        }
        const at = walked.at(-1);
        const seen = new Set(walked);
        expect(seen.size).toBe(areas.length);
        expect(at).toBe(readingOrder(areas).at(-1));
      }),
    );
  });
});
