import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PathList } from '../../src/core/path-list';

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

describe('a list by path', () => {
  it('holds what a plain sorted map would, after any steps, and leaves earlier lists as they were', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(value, { selector: (each) => each.path, maxLength: 600, size: 'max' }),
        fc.array(step, { maxLength: 60 }),
        (start, steps) => {
          const map = new Map(start.map((each) => [each.path, each]));
          const initial = start.reduce((all, each) => all.with(each), PathList.empty<Numbered>());
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
          expect(list.chunks().flat()).toEqual(expected);
          expect(list.chunks().every((chunk) => chunk.length > 0 && chunk.length <= 256)).toBe(
            true,
          );
          expect(list.size).toBe(expected.length);
          expect([...initial]).toEqual(start.toSorted(byPath));
          for (const each of expected) expect(list.get(each.path)).toBe(each);
          expect(list.get('no such path')).toBeNull();
          for (const prefix of ['', '3/', '3/1', '9']) {
            expect([...list.startingWith(prefix)]).toEqual(
              expected.filter((each) => each.path.startsWith(prefix)),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('changes one chunk of many, or splits it', () => {
    const all = Array.from({ length: 2000 }, (_, number) => ({
      path: `${String(number)}.md`,
      number,
    }));
    const before = all.reduce((list, each) => list.with(each), PathList.empty<Numbered>());
    const known = new Set(before.chunks());
    expect(known.size).toBeGreaterThan(8);
    for (const after of [
      before.with({ path: '77.md', number: -1 }),
      before.with({ path: '77.x.md', number: -1 }),
      before.without('1234.md'),
    ]) {
      expect(after.chunks().filter((chunk) => !known.has(chunk)).length).toBeLessThanOrEqual(2);
    }
  });

  it('gives back the same list where there is nothing to take out', () => {
    const list = PathList.empty<Numbered>().with({ path: 'a', number: 2 });
    expect(list.without('b')).toBe(list);
    expect(list.without('a').chunks()).toEqual([]);
    const empty = PathList.empty<Numbered>();
    expect(empty.without('b')).toBe(empty);
  });
});
