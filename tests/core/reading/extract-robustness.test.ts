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
    const before = process.cpuUsage().user;
    extractQuestions(text);
    // What takes quadratic time takes minutes here.
    expect(process.cpuUsage().user - before).toBeLessThan(2_000_000);
  });
});
