import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hashOf,
  packModel,
  unpackModel,
  type Model,
} from '../../../../src/core/suggest/wording/packed-model';

const CLASSES = 8;
const HASHES = 2 ** 22;

const weight = fc.double({ min: -4, max: 4, noNaN: true });
const row = fc.array(weight, { minLength: CLASSES - 1, maxLength: CLASSES - 1 });

const model: fc.Arbitrary<Model> = fc
  .uniqueArray(fc.nat(HASHES - 1), { maxLength: 40 })
  .chain((hashes) =>
    fc.record({
      hashes: fc.constant(Int32Array.from(hashes.sort((a, b) => a - b))),
      weights: fc
        .array(row, { minLength: hashes.length, maxLength: hashes.length })
        .map((rows) =>
          Float32Array.from(rows.flatMap((own) => [...own, -own.reduce((sum, w) => sum + w, 0)])),
        ),
      bias: fc.array(weight, { minLength: CLASSES, maxLength: CLASSES }),
    }),
  );

const rowsOf = ({ hashes, weights }: Model) =>
  new Map(
    Array.from(hashes, (hash, at) => [hash, weights.subarray(at * CLASSES, (at + 1) * CLASSES)]),
  );

describe('a packed model', () => {
  it('comes back with its hashes, and with weights as near as six bits can be', () => {
    fc.assert(
      fc.property(model, (given) => {
        const rows = rowsOf(unpackModel(packModel(given)));
        const range = Math.max(0, ...given.weights.map(Math.abs));
        for (const [hash, weights] of rowsOf(given)) {
          const own = rows.get(hash);
          if (own === undefined) throw new Error(`${hash} is gone`);
          weights.subarray(0, CLASSES - 1).forEach((value, at) => {
            // Half a level, where levels are widest for a weight of its size.
            const most = (Math.sqrt(Math.abs(value) * range) / 31 + range / 31 ** 2) * 1.01;
            expect(Math.abs((own[at] ?? 0) - value)).toBeLessThanOrEqual(most + 1e-6);
          });
          expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 4);
        }
      }),
    );
  });

  it('has rows of nothing but zeros where two hashes are too far apart for two characters', () => {
    const packed = packModel({
      hashes: Int32Array.of(5, HASHES - 1),
      weights: Float32Array.of(1, 0, 0, 0, 0, 0, 0, -1, 0, 2, 0, 0, 0, 0, 0, -2),
      bias: new Array<number>(CLASSES).fill(0),
    });
    const rows = rowsOf(unpackModel(packed));
    expect(rows.size).toBeGreaterThan(1000);
    for (const [hash, weights] of rows) {
      expect(weights.some((value) => value !== 0)).toBe(hash === 5 || hash === HASHES - 1);
    }
  });

  it('takes nine characters for a feature', () => {
    const hashes = Int32Array.from({ length: 3000 }, (_, at) => at * 1300);
    const { rows } = packModel({
      hashes,
      weights: new Float32Array(hashes.length * CLASSES),
      bias: new Array<number>(CLASSES).fill(0),
    });
    expect(rows).toMatch(/^[A-Za-z0-9+/]{27000}$/);
  });

  it('is asked by hashes that lie evenly, also of names that differ in one letter', () => {
    const eighths = new Array<number>(8).fill(0);
    for (let each = 0; each < 8000; each++) {
      const eighth = Math.floor((hashOf(`q:${each}`) / HASHES) * 8);
      eighths[eighth] = (eighths[eighth] ?? 0) + 1;
    }
    for (const count of eighths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
