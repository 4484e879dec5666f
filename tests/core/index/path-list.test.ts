import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathMap } from '../../../src/core/index/path-list';

interface Numbered {
  readonly path: string;
  readonly number: number;
}

const byPath = (a: Numbered, b: Numbered) => (a.path < b.path ? -1 : 1);

/** Enough different paths for several chunks, few enough that they meet. */
const path = fc
  .integer({ min: 0, max: 900 })
  .map((number) => `${String(number % 7)}/${String(number)}`);
const value = fc.record({ path, number: fc.nat(3) });
const step = fc.oneof(
  { weight: 5, arbitrary: value.map((of) => ({ do: 'with' as const, of })) },
  { weight: 2, arbitrary: path.map((of) => ({ do: 'without' as const, of })) },
);

function mapOf(values: readonly Numbered[]): PathMap<Numbered> {
  const map = new PathMap<Numbered>();
  for (const each of values) map.set(each);
  return map;
}

describe('a map by path', () => {
  it('holds what a plain sorted map would, after any steps, and leaves snapshots as they were', () => {
    const shoot = fc.constant({ do: 'snapshot' as const });
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { selector: (each) => each.path, maxLength: 600, size: 'max' }),
        fc.array(fc.oneof({ weight: 4, arbitrary: step }, shoot), { maxLength: 60 }),
        (start, steps) => {
          const plain = new Map(start.map((each) => [each.path, each]));
          const map = mapOf(start);
          const sorted = () => [...plain.values()].sort(byPath);
          const shots: { snapshot: Iterable<Numbered>; expected: readonly Numbered[] }[] = [];
          for (const each of [...steps, { do: 'snapshot' as const }]) {
            if (each.do === 'with') {
              plain.set(each.of.path, each.of);
              map.set(each.of);
            } else if (each.do === 'without') {
              expect(map.delete(each.of)).toBe(plain.delete(each.of));
            } else {
              shots.push({ snapshot: map.snapshot(), expected: sorted() });
            }
          }
          for (const { snapshot, expected } of shots) expect([...snapshot]).toEqual(expected);
          const expected = sorted();
          const list = map.snapshot();
          expect(list.chunks.flat()).toEqual(expected);
          expect(list.chunks.every(({ length }) => length > 0 && length <= 256)).toBe(true);
          expect([list.size, map.size]).toEqual([expected.length, expected.length]);
          for (const each of expected) {
            expect(list.get(each.path)).toBe(each);
            expect(map.get(each.path)).toBe(each);
          }
          expect([list.get('no such path'), map.get('no such path')]).toEqual([null, null]);
          for (const prefix of ['', '3/', '3/1', '9']) {
            expect(map.startingWith(prefix)).toEqual(
              expected.filter((each) => each.path.startsWith(prefix)),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each<[string, (map: PathMap<Numbered>) => unknown]>([
    ['replacing', (map) => map.set({ path: '77.md', number: -1 })],
    ['adding', (map) => map.set({ path: '77.x.md', number: -1 })],
    ['deleting', (map) => map.delete('1234.md')],
  ])('changes one chunk of many, or splits it: %s', (_, change) => {
    const map = mapOf(
      Array.from({ length: 5000 }, (_, number) => ({ path: `${String(number)}.md`, number })),
    );
    const known = new Set(map.snapshot().chunks);
    const paths = Array.from(map.snapshot(), (each) => each.path);
    expect(paths).toEqual(Array.from({ length: 5000 }, (_, at) => `${String(at)}.md`).sort());
    expect(known.size).toBeGreaterThan(8);
    change(map);
    const { chunks } = map.snapshot();
    const changed = chunks.filter((chunk) => !known.has(chunk));
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.length).toBeLessThanOrEqual(2);
  });

  it('gives the same snapshot as long as nothing changes', () => {
    const map = mapOf([{ path: 'a', number: 2 }]);
    const before = map.snapshot();
    map.delete('b');
    expect(map.snapshot()).toBe(before);
    map.delete('a');
    expect(map.snapshot().chunks).toEqual([]);
    expect([...before]).toEqual([{ path: 'a', number: 2 }]);
  });
});
