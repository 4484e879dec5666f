import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  findMisfit,
  inTextOrder,
  landedEdits,
  mapOffset,
  type TextEdit,
} from '../../../src/core/model/text-edit';

const insert = (at: number, text: string): TextEdit => ({
  from: at,
  to: at,
  expected: '',
  insert: text,
});

const replace = (text: string, from: number, to: number, by: string): TextEdit => ({
  from,
  to,
  expected: text.slice(from, to),
  insert: by,
});

/** A text and edits that fit it and do not overlap, in any order. */
const fitting = fc.string({ unit: 'grapheme', maxLength: 30 }).chain((text) =>
  fc
    .uniqueArray(fc.nat(text.length), { maxLength: 8 })
    .chain((cuts) => {
      const places = [...cuts].sort((a, b) => a - b);
      const pairs = places.flatMap((from, at) => {
        const to = places[at + 1];
        return at % 2 === 0 && to !== undefined ? [{ from, to }] : [];
      });
      return fc
        .tuple(...pairs.map(() => fc.string({ maxLength: 4 })))
        .map((inserts) =>
          pairs.map(({ from, to }, at) => replace(text, from, to, inserts[at] ?? '')),
        );
    })
    .chain((edits) => fc.shuffledSubarray(edits, { minLength: edits.length }))
    .map((edits) => ({ text, edits })),
);

describe('applying edits', () => {
  it.each<[string, string, readonly TextEdit[], string]>([
    ['none', 'abc', [], 'abc'],
    ['an insertion at each end', 'abc', [insert(0, '<'), insert(3, '>')], '<abc>'],
    ['in any order given', 'abc', [insert(3, '>'), insert(0, '<')], '<abc>'],
    ['two insertions at one place, in order', 'ab', [insert(1, '1'), insert(1, '2')], 'a12b'],
    ['side by side', 'abcd', [replace('abcd', 0, 2, 'x'), replace('abcd', 2, 4, 'y')], 'xy'],
    [
      'an insertion right before a removal',
      'abc',
      [replace('abc', 1, 2, ''), insert(1, '-')],
      'a-c',
    ],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits)).toEqual({ ok: true, text: expected });
  });

  it.each<[string, readonly TextEdit[], 'mismatch' | 'overlap']>([
    ['the text is another', [{ ...insert(1, 'x'), to: 2, expected: 'c' }], 'mismatch'],
    ['the place is behind the end', [insert(4, 'x')], 'mismatch'],
    ['it ends behind the end', [{ from: 2, to: 4, expected: 'c', insert: '' }], 'mismatch'],
    ['two overlap', [replace('abc', 0, 2, ''), replace('abc', 1, 3, '')], 'overlap'],
    ['one is inside another', [replace('abc', 0, 3, ''), insert(1, 'x')], 'overlap'],
    ['it ends before it starts', [{ from: 2, to: 1, expected: '', insert: '' }], 'overlap'],
    ['it starts before the text', [{ from: -1, to: 0, expected: '', insert: '' }], 'overlap'],
  ])('nothing where %s', (_, edits, code) => {
    const result = applyEdits('abc', [insert(0, 'good'), ...edits]);
    expect(result).toMatchObject({ ok: false, code });
    expect(findMisfit('abc', inTextOrder(edits))).toMatchObject({ code });
  });

  it('changes nothing outside the edits', () => {
    fc.assert(
      fc.property(fitting, ({ text, edits }) => {
        const result = applyEdits(text, edits);
        let rest = result.ok ? result.text : '';
        let last = text.length;
        for (const { from, to, insert: written } of [...inTextOrder(edits)].reverse()) {
          const kept = text.slice(to, last);
          expect(rest.endsWith(written + kept)).toBe(true);
          rest = rest.slice(0, rest.length - written.length - kept.length);
          last = from;
        }
        expect(rest).toBe(text.slice(0, last));
      }),
    );
  });
});

describe('mapping an offset', () => {
  const text = 'abcdef';
  it.each<[string, number, readonly TextEdit[], number, number]>([
    ['before all edits', 1, [insert(3, 'xx')], 1, 1],
    ['behind an insertion', 4, [insert(3, 'xx')], 6, 6],
    ['at an insertion', 3, [insert(3, 'xx')], 3, 5],
    ['at the start of a replacement', 2, [replace(text, 2, 4, 'x')], 2, 2],
    ['inside a replacement', 3, [replace(text, 2, 4, 'xyz')], 5, 5],
    ['at the end of a replacement', 4, [replace(text, 2, 4, 'x')], 3, 3],
    ['behind a removal', 5, [replace(text, 2, 4, '')], 3, 3],
    ['behind several, in any order', 6, [replace(text, 2, 4, ''), insert(0, '--')], 6, 6],
    ['at an insertion before a removal', 2, [insert(2, '+'), replace(text, 2, 4, '')], 2, 3],
  ])('%s', (_, offset, edits, before, after) => {
    expect(mapOffset(offset, edits, 'before')).toBe(before);
    expect(mapOffset(offset, edits)).toBe(after);
  });

  it('keeps to what stands at the offset', () => {
    fc.assert(
      fc.property(fitting, fc.nat(30), ({ text: before, edits }, offset) => {
        const result = applyEdits(before, edits);
        fc.pre(offset < before.length && result.ok);
        fc.pre(!edits.some(({ from, to }) => from <= offset && offset < to));
        const after = result.text;
        expect(after[mapOffset(offset, edits)]).toBe(before[offset]);
      }),
    );
  });
});

describe('which edits made a text', () => {
  const TEXT = 'A? B? C?\n';
  const ONE = insert(2, ' #q');
  const TWO = insert(5, ' #q');
  const GONE = replace(TEXT, 6, 8, '');

  it.each([
    ['all', [ONE, TWO, GONE], 'A? #q B? #q \n', [ONE, TWO, GONE]],
    ['none', [ONE, TWO, GONE], TEXT, []],
    ['the first', [ONE, TWO], 'A? #q B? C?\n', [ONE]],
    ['the last', [ONE, TWO], 'A? B? #q C?\n', [TWO]],
    ['all but one that takes away', [ONE, GONE], 'A? #q B? C?\n', [ONE]],
    ['one that takes away', [ONE, GONE], 'A? B? \n', [GONE]],
  ])('is told of %s', (_what, edits, after, landed) => {
    expect(landedEdits(TEXT, edits, after)).toEqual(landed);
  });

  it.each(['A? #q B? C? D?\n', 'a? #q B? C?\n', ''])(
    'is not told where more changed: %j',
    (after) => {
      expect(landedEdits(TEXT, [ONE, TWO], after)).toBeNull();
    },
  );

  it('gives the text again, whichever they were', () => {
    fc.assert(
      fc.property(fitting, fc.infiniteStream(fc.boolean()), ({ text, edits }, chosen) => {
        const some = edits.filter(() => chosen.next().value);
        const after = applyEdits(text, some);
        if (!after.ok) throw new Error(after.code);
        const landed = landedEdits(text, edits, after.text);
        // Two edits that can stand for each other may be told as neither.
        if (landed) expect(applyEdits(text, landed)).toEqual(after);
      }),
    );
  });
});
