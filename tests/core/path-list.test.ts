import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathList } from '../../src/core/path-list';

interface Weighed {
  readonly path: string;
  readonly weight: number;
}

const weigh = ({ weight }: Weighed) => weight;
const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);

/** Enough different paths for several chunks, few enough that they meet. */
const path = fc
  .integer({ min: 0, max: 900 })
  .map((number) => `${String(number % 7)}/${String(number)}`);
const value = fc.record({ path, weight: fc.nat(3) });
const step = fc.oneof(
  { weight: 5, arbitrary: value.map((of) => ({ do: 'with' as const, of })) },
  { weight: 2, arbitrary: path.map((of) => ({ do: 'without' as const, of })) },
);

function places(values: readonly Weighed[]): [string, number][] {
  return values.flatMap(({ path: at, weight }) =>
    Array.from({ length: weight }, (_, offset): [string, number] => [at, offset]),
  );
}

describe('a list by path', () => {
  it('holds what a plain sorted map would, after any steps, and leaves earlier lists as they were', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { selector: (each) => each.path, maxLength: 700, size: 'max' }),
        fc.array(step, { maxLength: 60 }),
        (start, steps) => {
          const first = start.toSorted(byPath);
          const map = new Map(first.map((each) => [each.path, each]));
          const initial = PathList.of(first, weigh);
          let list = initial;
          for (const each of steps) {
            if (each.do === 'with') {
              map.set(each.of.path, each.of);
              list = list.with(each.of);
            } else {
              map.delete(each.of);
              list = list.without(each.of);
            }
          }
          const expected = [...map.values()].sort(byPath);
          expect([...list]).toEqual(expected);
          expect([...initial]).toEqual(first);
          const changed = new Map([...first, ...expected].map((each) => [each.path, each]));
          const changes = [...changed.keys()].map((at) => ({
            path: at,
            before: first.find((each) => each.path === at) ?? null,
            after: map.get(at) ?? null,
          }));
          expect(list.changesSince(initial).toSorted(byPath)).toEqual(
            changes.filter(({ before, after }) => before !== after).sort(byPath),
          );
          expect(list.size).toBe(expected.length);
          expect(list.first).toEqual(expected[0] ?? null);
          const wanted = places(expected);
          expect(list.weight).toBe(wanted.length);
          const found = wanted.map((_, at) => list.at(at));
          expect(found.map((each) => [each?.value.path, each?.offset])).toEqual(wanted);
          for (const each of expected) expect(list.get(each.path)).toBe(each);
          for (const prefix of ['', '3/', '3/1', '9']) {
            expect([...list.startingWith(prefix)]).toEqual(
              expected.filter((each) => each.path.startsWith(prefix)),
            );
          }
          for (const at of ['', '2/5', '6/90', 'z', ...map.keys()]) {
            const before = expected.filter((each) => each.path < at);
            expect(list.placeOf(at)).toBe(places(before).length);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('has no place beyond its ends', () => {
    const list = PathList.of([{ path: 'a', weight: 2 }], weigh);
    expect([list.at(-1), list.at(2), list.at(0.5)?.value.path]).toEqual([null, null, 'a']);
  });

  it('gives back the same list where there is nothing to take out', () => {
    const list = PathList.of([{ path: 'a', weight: 2 }], weigh);
    expect(list.without('b')).toBe(list);
    expect(PathList.of<Weighed>([]).without('b').first).toBeNull();
  });
});
