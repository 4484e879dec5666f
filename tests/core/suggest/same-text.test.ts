import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SameTexts } from '../../../src/core/suggest/same-text';

const stage = 'inward/anomaly';

describe('the same question elsewhere', () => {
  it.each([
    ['螢火蟲為什麼不回來？', '萤火虫为什么不回来？', 1],
    ['Why do moths leave the lamp?', 'why do moths leave the lamp', 1],
    ['Why do moths leave the lamp?', 'Why, then, do moths leave the lamp?', 6 / 7],
    ['螢火蟲為什麼不回來了呢？', '螢火蟲為什麼不回來了？', 9 / 10],
  ])('«%s» is found by «%s»', (text, asked, share) => {
    const texts = new SameTexts();
    texts.add(text, stage);
    texts.add('Who pays for the bridge, and when?', stage);
    const [found, ...others] = texts.alike(asked);
    expect(found?.text).toBe(text);
    expect(found?.share).toBeCloseTo(share, 10);
    expect(others).toEqual([]);
  });

  it.each([
    ['another question', 'Why do moths leave the lamp?', 'Why do moths eat the wool?'],
    ['a short one, which asks what stands around it', 'Why not?', 'Why not?'],
    ['one without words', '？！', '？！'],
  ])('is not %s', (_, text, asked) => {
    const texts = new SameTexts();
    texts.add(text, stage);
    expect(texts.alike(asked)).toEqual([]);
  });

  it('comes nearest first, until it is taken back', () => {
    const texts = new SameTexts();
    const near = 'Why, then, do moths leave the lamp?';
    const exact = 'Why do moths leave the lamp?';
    texts.add(near, stage);
    texts.add(exact, stage);
    texts.add(exact, 'outward/limits');
    texts.add(exact, stage);
    const found = () =>
      texts.alike(exact).map(({ text, counts }) => [text, Object.fromEntries(counts)]);
    expect(found()).toEqual([
      [exact, { [stage]: 2, 'outward/limits': 1 }],
      [near, { [stage]: 1 }],
    ]);
    texts.remove(exact, stage);
    texts.remove(exact, stage);
    texts.remove(exact, 'outward/limits');
    expect(found()).toEqual([[near, { [stage]: 1 }]]);
  });

  it('is, after texts came and went, what those that are left make anew', () => {
    const stages = ['a/a', 'a/b', 'b/c'];
    const step = fc.record({ text: fc.nat(150), stage: fc.constantFrom(...stages) });
    // Neighbours ask nearly the same.
    const textOf = (number: number) =>
      `Why does river ${'abcdefgh'[number % 8] ?? ''} turn at mill x${number >> 3} when lamps go out?`;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), fc.nat(100), (steps, share) => {
        const texts = new SameTexts();
        steps.forEach(({ text, stage }) => texts.add(textOf(text), stage));
        const gone = steps.slice(0, (steps.length * share) / 100);
        gone.forEach(({ text, stage }) => texts.remove(textOf(text), stage));
        const anew = new SameTexts();
        steps.slice(gone.length).forEach(({ text, stage }) => anew.add(textOf(text), stage));
        const said = (all: SameTexts) =>
          [0, 1, 8, 77, 150].map((number) =>
            all
              .alike(textOf(number))
              .map(({ text, counts, share: both }) => [
                text,
                Object.fromEntries([...counts].sort()),
                both,
              ]),
          );
        expect(said(texts)).toEqual(said(anew));
      }),
      { numRuns: 30 },
    );
  });

  it('is found among thousands of others, and of itself, without comparing them all', () => {
    const texts = new SameTexts();
    const wanted = '為什麼城市裡的夜晚越來越安靜？';
    for (let each = 0; each < 5000; each++) {
      texts.add(`How does w${each} of box x${each * 7} turn?`, stage);
      texts.add(wanted, stage);
    }
    const from = performance.now();
    for (let each = 0; each < 100; each++) {
      expect(texts.alike('为什么城市里的夜晚越来越安静？')).toMatchObject([{ text: wanted }]);
    }
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
