import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  planRepeat,
  planReversal,
  recordEdits,
  standingEdits,
  type RecordedEdit,
} from '../../../src/core/marks/recorded-edit';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';

const MARK = ' #question/inward/anomaly';

/** Applies or fails the test. */
function apply(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(`${result.code} at ${result.edit.from}`);
  return result.text;
}

/** Inserts a mark behind every question mark. */
function tagAll(text: string): readonly TextEdit[] {
  return [...text.matchAll(/？/g)].map(({ index }) => ({
    from: index + 1,
    to: index + 1,
    expected: '',
    // A tag reaches up to the next blank.
    insert: /\S/.test(text[index + 1] ?? ' ') ? `${MARK} ` : MARK,
  }));
}

const lines = fc.array(
  fc.constantFrom('為什麼？', '怎麼會？為什麼？', '因為。', '', '  - 是嗎？', 'Why not'),
  { maxLength: 12 },
);

describe('taking recorded edits back', () => {
  it('gives the bytes before back, and repeating gives those after', () => {
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (parts, end) => {
        const before = parts.join(end);
        const edits = tagAll(before);
        const after = apply(before, edits);
        const recorded = recordEdits(edits, after);
        const reversal = planReversal(after, recorded);
        expect(reversal.lost).toEqual([]);
        expect(apply(after, reversal.edits)).toBe(before);
        const repeat = planRepeat(before, recorded);
        expect(repeat.lost).toEqual([]);
        expect(apply(before, repeat.edits)).toBe(after);
      }),
    );
  });

  it('finds them again after whole lines came in before', () => {
    const before = '甲為什麼？\n乙為什麼？\n';
    const edits = tagAll(before);
    const after = apply(before, edits);
    const moved = `新的一行。\n\n${after}`;
    const { edits: undo, lost } = planReversal(moved, recordEdits(edits, after));
    expect(lost).toEqual([]);
    expect(apply(moved, undo)).toBe(`新的一行。\n\n${before}`);
  });

  it('leaves alone what was changed since and takes the rest back', () => {
    const before = '甲為什麼？\n乙為什麼？\n';
    const edits = tagAll(before);
    const after = apply(before, edits);
    const changed = after.replace('甲為什麼？', '甲到底為什麼？');
    const { edits: undo, lost } = planReversal(changed, recordEdits(edits, after));
    expect(lost.map(({ lead }) => lead)).toEqual(['甲為什麼？']);
    expect(apply(changed, undo)).toBe(`甲到底為什麼？${MARK}\n乙為什麼？\n`);
  });

  it('tells places that read the same apart by their order, as long as none is gone', () => {
    const before = '為什麼？\n為什麼？\n因為。\n為什麼？\n';
    const edits = tagAll(before).slice(0, 2);
    const after = apply(before, edits);
    const moved = `新的一行。\n${after}`;
    const { edits: undo, lost } = planReversal(moved, recordEdits(edits, after));
    expect(lost).toEqual([]);
    expect(apply(moved, undo)).toBe(`新的一行。\n${before}`);
  });

  describe('of which an earlier version recorded no more than the place', () => {
    const before = '甲為什麼？\n為什麼？\n為什麼？\n';
    const edits = tagAll(before);
    const after = apply(before, edits);
    const bare = recordEdits(edits, after).map(
      ({ standing: _standing, ...edit }): RecordedEdit => edit,
    );

    it('goes by how far the place before has moved', () => {
      const moved = `新的一行。\n${after}`;
      const { edits: undo, lost } = planReversal(moved, bare);
      expect(lost).toEqual([]);
      expect(apply(moved, undo)).toBe(`新的一行。\n${before}`);
    });

    it('reckons with the marks before it that are taken out', () => {
      const { edits: repeat, lost } = planRepeat(before, bare);
      expect(lost).toEqual([]);
      expect(apply(before, repeat)).toBe(after);
    });

    it('does not guess between two that have moved by themselves', () => {
      const moved = after.replace('\n為', '\n新的一行。\n為');
      const { edits: undo, lost } = planReversal(moved, bare);
      expect(lost).toEqual(bare.slice(1));
      expect(apply(moved, undo)).toBe(moved.replace(`甲為什麼？${MARK}`, '甲為什麼？'));
    });
  });

  it('finds in a file with CRLF what was made in an editor with LF, and the other way round', () => {
    fc.assert(
      fc.property(lines, fc.boolean(), (parts, madeInFile) => {
        const texts = [parts.join('\n'), parts.join('\r\n')] as const;
        const [made, undone] = madeInFile ? [texts[1], texts[0]] : texts;
        const edits = tagAll(made);
        const recorded = recordEdits(edits, apply(made, edits));
        const [lf] = texts;
        expect(recorded).toEqual(recordEdits(tagAll(lf), apply(lf, tagAll(lf))));
        const tagged = apply(undone, tagAll(undone));
        const reversal = planReversal(tagged, recorded);
        expect(reversal.lost).toEqual([]);
        expect(apply(tagged, reversal.edits)).toBe(undone);
        expect(apply(undone, planRepeat(undone, recorded).edits)).toBe(tagged);
      }),
    );
  });

  it('says what is so already', () => {
    const before = '甲為什麼？\n乙為什麼？\n';
    const edits = tagAll(before);
    const after = apply(before, edits);
    const half = after.replace(`乙為什麼？${MARK}`, '乙為什麼？');
    const { edits: undo, settled, lost } = planReversal(half, recordEdits(edits, after));
    expect(settled.map(({ lead }) => lead)).toEqual(['乙為什麼？']);
    expect(lost).toEqual([]);
    expect(apply(half, undo)).toBe(before);
  });

  it('never makes two edits at one place again, nor one of two where the other is gone', () => {
    const before = '為什麼？\n為什麼？\n';
    const edits = tagAll(before);
    const recorded = recordEdits(edits, apply(before, edits));
    const { edits: repeat, lost } = planRepeat('為什麼？\n', recorded);
    expect(repeat).toEqual([]);
    expect(lost).toHaveLength(2);
  });

  it('records anew what still stands of earlier edits beside new ones', () => {
    const before = '甲為什麼？\n乙為什麼？\n';
    const [first, second] = tagAll(before);
    if (!first || !second) throw new Error('two questions');
    const half = apply(before, [first]);
    const standing = standingEdits(half, recordEdits([first], half));
    const rest = tagAll(half).slice(1);
    const after = apply(half, rest);
    const recorded = recordEdits([...standing, ...rest], after);
    expect(recorded).toEqual(recordEdits([first, second], apply(before, [first, second])));
    expect(apply(after, planReversal(after, recorded).edits)).toBe(before);
  });

  it('does not guess between two places that read the same', () => {
    const before = '為什麼？\n';
    const edits = tagAll(before);
    const after = apply(before, edits);
    const doubled = `前言\n${after}${after}`;
    const { edits: undo, lost } = planReversal(doubled, recordEdits(edits, after));
    expect(undo).toEqual([]);
    expect(lost).toHaveLength(1);
  });

  it.each([
    [47, 47, true],
    [48, 48, true],
    [49, 48, false],
    [200, 48, false],
  ])('knows of %i characters beside it on its line %i', (beside, known, isWhole) => {
    const text = `一。\n${'甲'.repeat(beside)}|${'乙'.repeat(beside)}\n二。`;
    const at = text.indexOf('|');
    const [recorded] = recordEdits([{ from: at, to: at, expected: '', insert: '|' }], text);
    expect(recorded).toMatchObject({
      lead: '甲'.repeat(known),
      trail: '乙'.repeat(known),
      startsLine: isWhole,
      endsLine: isWhole,
    });
  });

  it('takes back edits that touch, and of two that overlap only the first', () => {
    const edit = (at: number, before: string, after: string): RecordedEdit => {
      return { at, before, after, lead: '', trail: '', startsLine: false, endsLine: false };
    };
    const touching = [edit(0, 'x', 'ab'), edit(2, 'y', 'c')];
    expect(apply('abc', planReversal('abc', touching).edits)).toBe('xy');
    const overlapping = [edit(0, 'x', 'ab'), edit(1, 'y', 'bc')];
    const { edits: undo, lost } = planReversal('abc', overlapping);
    expect(apply('abc', undo)).toBe('xc');
    expect(lost).toEqual([overlapping[1]]);
  });

  it.each([
    ['a tag that comes', 'Why?', '', MARK, true],
    ['a tag that goes', `Why?${MARK}`, MARK, '', true],
    ['a tag that goes with its line', `Why?\n${MARK}`, `\n${MARK}`, '', true],
    ['a tag that comes with its line', 'Why?', '', `\n${MARK}`, true],
    ['words that come', 'Why?', '', ' So', true],
    ['a line that comes', 'Why?', '', '\nSo', false],
    ['a line that goes', 'Why?\nSo', '\nSo', '', false],
  ])('counts what reads alike for %s: %j', (_what, text, expected, insert, counts) => {
    const edit = { from: 4, to: 4 + expected.length, expected, insert };
    const [recorded] = recordEdits([edit], apply(text, [edit]));
    expect(recorded?.standing !== undefined).toBe(counts);
  });

  it.each([
    ['\n', '\n'],
    ['\n', '\r\n'],
    ['\r\n', '\n'],
    ['\r\n', '\r\n'],
  ])('of an edit with %j in it gives line ends back as the file has them: %j', (made, end) => {
    const taken = `${made}${MARK}`;
    const before = `Why?${taken}${made}So.`;
    const edit = { from: 4, to: 4 + taken.length, expected: taken, insert: '' };
    const recorded = recordEdits([edit], apply(before, [edit]));
    const now = ['Why?', 'So.'].join(end);
    const { edits, lost } = planReversal(now, recorded);
    expect(lost).toEqual([]);
    const back = apply(now, edits);
    expect(back).toBe(['Why?', MARK, 'So.'].join(end));
    const repeat = planRepeat(back, recorded);
    expect(repeat.lost).toEqual([]);
    expect(apply(back, repeat.edits)).toBe(now);
  });

  it.each(['\n', '\r\n'])('counts each line end once, also right behind the edit: %j', (end) => {
    const text = `So.${end}Why?${MARK}${end}`;
    const from = text.indexOf(MARK);
    const edit = { from, to: from + MARK.length, expected: MARK, insert: '' };
    expect(recordEdits([edit], apply(text, [edit]))[0]?.at).toBe('So. Why?'.length);
  });

  it.each(['\n', '\r\n'])('finds lines that stand in another order, with %j', (end) => {
    const before = '甲為什麼？\n乙怎麼會？\n丙是嗎？';
    const edits = tagAll(before);
    const recorded = recordEdits(edits, apply(before, edits));
    const now = [`丙是嗎？${MARK}`, `乙怎麼會？${MARK}`, '新。', `甲為什麼？${MARK}`].join(end);
    const { edits: undo, lost } = planReversal(now, recorded);
    expect(lost).toEqual([]);
    expect(undo.map(({ from }) => from)).toEqual(
      [...undo].map(({ from }) => from).sort((a, b) => a - b),
    );
    expect(apply(now, undo)).toBe(now.replaceAll(MARK, ''));
  });

  it.each([
    ['text came before it on its line', '為什麼？', `到底為什麼？${MARK}`],
    ['text came behind it on its line', '為什麼？', `為什麼？${MARK} 因為。`],
    ['it came behind a longer line', '為什麼？', `${'甲'.repeat(50)}為什麼？${MARK}`],
    ['it has another line end', '為什麼？因為。', `為什麼？${MARK}\n因為。`],
  ])('leaves alone where %s', (_what, before, now) => {
    const [edit] = tagAll(before);
    if (!edit) throw new Error('a question');
    const recorded = recordEdits([edit], apply(before, [edit]));
    expect(planReversal(now, recorded)).toEqual({ edits: [], settled: [], lost: recorded });
  });

  it('does not put a line back into another empty line', () => {
    const edit = { from: 0, to: 3, expected: 'So.', insert: '' };
    const recorded = recordEdits([edit], '\nA.');
    expect(apply('\nA.', planReversal('\nA.', recorded).edits)).toBe('So.\nA.');
    expect(planReversal('B.\n\nA.', recorded)).toMatchObject({ edits: [], lost: recorded });
  });

  it('does not write again into blanks that have moved', () => {
    const edit = { from: 0, to: 2, expected: '  ', insert: 'Why?' };
    const recorded = recordEdits([edit], 'Why?\nA.');
    expect(planRepeat('  \nA.', recorded).lost).toEqual([]);
    expect(planRepeat('New.\n  \nA.', recorded)).toMatchObject({ edits: [], lost: recorded });
  });

  it('never changes anything but what it recorded, whatever the text has become', () => {
    fc.assert(
      fc.property(lines, lines, (parts, others) => {
        const before = parts.join('\n');
        const edits = tagAll(before);
        const recorded = recordEdits(edits, apply(before, edits));
        const text = others.join('\n');
        const { edits: undo, settled, lost } = planReversal(text, recorded);
        expect(undo.length + settled.length + lost.length).toBe(recorded.length);
        // The text of the other note has no marks, so there is nothing to take back.
        expect(apply(text, undo)).toBe(text);
      }),
    );
  });
});
