import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { HOSTILE_SHAPES } from '../../bench/hostile';
import { ALL_CASES } from './extract-cases/all';
import { parseMarked } from './extract-cases/notation';
import { noteArbitrary } from './extract-cases/note-arbitrary';

/** `npm run fuzz` sets how many. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 1500);

/** What holds of every answer on every text. */
function expectSound(text: string): void {
  let last = -1;
  for (const { start, end, markAt, line, text: folded, kind } of extractQuestions(text)) {
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(markAt);
    expect(markAt).toBeLessThanOrEqual(text.length);
    expect(end).toBeGreaterThan(last);
    expect(line).toBe(text.slice(0, start).split(/\r\n|\n|\r/).length);
    expect(folded).not.toBe('');
    expect(folded).not.toMatch(/[\r\n]/);
    if (!text.includes('#question/')) expect(text.charAt(end - 1)).toMatch(/[?？﹖⁇⁈⁉]/);
    expect(kind).not.toBe('unmarked');
    last = end;
  }
}

describe('on any text the extractor answers, in order, with questions inside the text', () => {
  it('made of pieces of Markdown', () => {
    fc.assert(fc.property(noteArbitrary, expectSound), { numRuns: RUNS });
  });

  it('made of any characters, some of which ask', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 8 });
    const part = fc.oneof(
      anything,
      fc.constantFrom('?', '？', '⁉', '*', '==', '$', ' ', '\n', '「', '」', 'a', '甲'),
    );
    const note = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(fc.property(note, expectSound), { numRuns: RUNS });
  });

  it('made of the hard cases, cut and joined', () => {
    const part = fc
      .tuple(fc.constantFrom(...ALL_CASES), fc.nat(80), fc.nat(80))
      .map(([marked, from, length]) => parseMarked(marked).text.slice(from, from + length));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        expectSound(parts.join(''));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('no shape makes it slow', () => {
  it.each(Object.keys(HOSTILE_SHAPES))('%s', (name) => {
    const text = HOSTILE_SHAPES[name]?.(150_000) ?? '';
    const before = performance.now();
    extractQuestions(text);
    // What takes quadratic time takes minutes here; other tests may have the processor for seconds.
    expect(performance.now() - before).toBeLessThan(15_000);
  });
});

/**
 * The time that reading takes, in milliseconds: the least of some readings, which is the one that nobody disturbed.
 * Processor time is no better, since it is that of all tests that run beside this one.
 */
function costOf(text: string): number {
  const costs = Array.from({ length: 8 }, () => {
    const before = performance.now();
    extractQuestions(text);
    return performance.now() - before;
  });
  return Math.min(...costs);
}

describe('four times the text takes some four times as long', () => {
  it.each([
    'carriage returns',
    'carriage returns and counted cues',
    'carriage returns and names with a time',
    'double question marks',
  ])(
    '%s',
    (name) => {
      const textOf = HOSTILE_SHAPES[name];
      if (!textOf) throw new Error(`no shape ${name}`);
      // The engine warms up.
      costOf(textOf(25_000));
      // What takes quadratic time takes sixteen times as long.
      expect(costOf(textOf(400_000)) / costOf(textOf(100_000))).toBeLessThan(9);
    },
    120_000,
  );
});

it.each(['為了甲。\n\n乙丙丁\n也都來了嗎？', '如果下雨。\n\n我們出門\n也行嗎？'])(
  'a carriage return alone ends a line as a line feed does: %j',
  (note) => {
    expect(extractQuestions(note.replaceAll('\n', '\r'))).toEqual(extractQuestions(note));
  },
);
