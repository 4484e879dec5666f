import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AlikePlaces, bare } from '../../../src/core/marks/alike-places';
import { planRepeat, planReversal, recordEdits } from '../../../src/core/marks/recorded-edit';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';

const TAG = ' #question/inward/difference';

/** Applies or fails the test. */
function apply(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(`${result.code} at ${result.edit.from}`);
  return result.text;
}

/** `§` is the tag. */
function note(...blocks: readonly string[]): string {
  return blocks.join('\n\n').replaceAll('§', TAG);
}

/** Puts the tag behind the question of the block, or takes it away. */
function toggle(blocks: readonly string[], nth: number): TextEdit {
  const text = note(...blocks);
  const from = note(...blocks.slice(0, nth)).length + (nth > 0 ? 2 : 0);
  const to = from + note(blocks[nth] ?? '').length;
  const isTagged = text.slice(from, to).endsWith(TAG);
  return isTagged
    ? { from: to - TAG.length, to, expected: TAG, insert: '' }
    : { from: to, to, expected: '', insert: TAG };
}

/** Toggles the block's tag, then takes that back in a note that reads `now`. */
function takeBack(before: readonly string[], nth: number, now: string) {
  const text = note(...before);
  const edit = toggle(before, nth);
  const recorded = recordEdits([edit], apply(text, [edit]));
  const { edits, lost } = planReversal(now, recorded);
  return { text: apply(now, edits), lost: lost.length };
}

describe('taking back where several places read alike', () => {
  it.each<[string, readonly string[], number, string]>([
    [
      'a tag, where the older one stands',
      ['Why?§', 'A long text.', 'Why?'],
      2,
      note('Why?§', 'A long text.'),
    ],
    ['a tag, where the twin moved to its offset', ['Why?', 'A.', 'Why?§'], 0, note('Why?§')],
    [
      'a clearing, where the twin had no tag',
      ['Why?', 'A long text.', 'Why?§'],
      2,
      note('Why?', 'A long text.'),
    ],
    ['a clearing, where the twin moved to its offset', ['Why?§', 'A.', 'Why?'], 0, note('Why?')],
    [
      'a tag, where another twin came in its stead',
      ['Why?', 'A.', 'Why?§', 'B.'],
      0,
      note('Why?§', 'B.', 'Why?'),
    ],
    [
      'a tag, where another twin came before it in its stead',
      ['B.', 'Why?§', 'A.', 'Why?'],
      3,
      note('Why?', 'B.', 'Why?§'),
    ],
    [
      'a tag, where nothing around it stands any more',
      ['A.', 'Why?', 'B.', 'Why?§', 'C.'],
      1,
      note('D.', 'Why?§', 'E.', 'Why?§', 'C.'),
    ],
    [
      'a tag between lines that read alike, where a twin came',
      ['A.', 'Why?', 'A.'],
      1,
      note('A.', 'Why?§', 'A.', 'Why?§'),
    ],
    [
      'a tag, where a twin came between the same lines',
      ['A.', 'Why?', 'B.'],
      1,
      note('A.', 'Why?§', 'B.', 'A.', 'Why?', 'B.'),
    ],
    ...[4, 44, 80].flatMap((length): [string, readonly string[], number, string][] => {
      const asks = `${'Why so '.repeat(20).slice(-length)}?`;
      return [
        [
          `a tag of ${length} characters below its twin, where one came below`,
          ['A.', asks, asks, 'B.'],
          2,
          note('A.', asks, `${asks}§`, `${asks}§`, 'B.'),
        ],
        [
          `a tag of ${length} characters above its twin, where one came above`,
          ['A.', asks, asks, 'B.'],
          1,
          note('A.', `${asks}§`, `${asks}§`, asks, 'B.'),
        ],
      ];
    }),
  ])('leaves the twin alone: %s', (_, before, nth, now) => {
    expect(takeBack(before, nth, now)).toEqual({ text: now, lost: 1 });
  });

  it.each<[string, readonly string[], number, string, string]>([
    [
      'nothing changed',
      ['Why?§', 'A.', 'Why?'],
      2,
      note('Why?§', 'A.', 'Why?§'),
      note('Why?§', 'A.', 'Why?'),
    ],
    [
      'text came before',
      ['Why?§', 'A.', 'Why?'],
      2,
      note('New.', 'Why?§', 'A.', 'Why?§'),
      note('New.', 'Why?§', 'A.', 'Why?'),
    ],
    [
      'its answer was written',
      ['Why?§', 'A.', 'Why?', 'B.'],
      2,
      note('Why?§', 'A.', 'Why?§', 'C.', 'B.'),
      note('Why?§', 'A.', 'Why?', 'C.', 'B.'),
    ],
    [
      'a twin was tagged since',
      ['Why?', 'A.', 'Why?'],
      0,
      note('Why?§', 'A.', 'Why? #question/skip'),
      note('Why?', 'A.', 'Why? #question/skip'),
    ],
    [
      'a twin was written since',
      ['Intro.', 'Why?', 'A.'],
      1,
      note('Intro.', 'Why?§', 'A.', 'Why?'),
      note('Intro.', 'Why?', 'A.', 'Why?'),
    ],
    [
      'it has no twin and moved',
      ['Why?', 'A.'],
      0,
      note('A.', 'B.', 'Why?§'),
      note('A.', 'B.', 'Why?'),
    ],
  ])('still takes back where %s', (_, before, nth, now, right) => {
    expect(takeBack(before, nth, now)).toEqual({ text: right, lost: 0 });
  });

  it('finds what an earlier version recorded in its place, elsewhere only where nothing else reads so', () => {
    const before = ['A.', 'Why?', 'B.'];
    const edit = toggle(before, 1);
    const [recorded] = recordEdits([edit], apply(note(...before), [edit]));
    if (!recorded) throw new Error('one edit');
    const { standing: _, ...older } = recorded;
    const places = (now: string) => planReversal(now, [older]).edits.map(({ from }) => from);
    expect(places(note('A.', 'Why?§', 'B.'))).toHaveLength(1);
    expect(places(note('New.', 'A.', 'Why?§', 'B.'))).toHaveLength(1);
    expect(places(note('New.', 'A.', 'Why?§', 'B.', 'Why?'))).toEqual([]);
  });
});

it.each([
  [32, 32],
  [33, 32],
  [200, 32],
])('of a neighbouring line of %i characters the nearest %i are known', (length, known) => {
  const line = (end: string) =>
    end.repeat(3) + '甲'.repeat(length - 6) + end.toUpperCase().repeat(3);
  const text = `${line('a')}\n\nWhy?\n\n${line('b')}`;
  const at = text.indexOf('Why?');
  expect(new AlikePlaces(text).standingOf(at, at + 4)).toEqual({
    of: 1,
    nth: 1,
    above: line('a').slice(-known),
    below: line('b').slice(0, known),
  });
});

it.each([
  ['a \t b ', 'ab'],
  ['Why? #question/inward #b', 'Why?'],
  ['Why?%%#a%%', 'Why?'],
  ['Why? %% #a/b %% So', 'Why?So'],
  ['Why? %% #a #b%%', 'Why?'],
  ['Why? %%#a#b %%', 'Why?'],
  ['Why? %% #a note %%', 'Why?%%note%%'],
  ['Why? %%x#a%%', 'Why?%%x%%'],
  ['Why? # no', 'Why?#no'],
  ['Why?\n#a\n', 'Why?\n\n'],
])('%j without tags and blanks is %j', (text, expected) => {
  expect(bare(text)).toBe(expected);
});

it.each([
  ['Why?', 'Why?', '', ''],
  ['\n\nWhy?\n\n', 'Why?', '', ''],
  ['A\nWhy?', 'Why?', 'A', ''],
  ['Why?\nB', 'Why?', '', 'B'],
  ['A\n \n\t\nWhy? #t\n\n\nB b', 'Why?', 'A', 'Bb'],
  ['A', 'A', '', ''],
  ['A\n\nB', 'B', 'A', ''],
])('in %j, above %j stands %j, and below it %j', (text, wanted, above, below) => {
  const at = text.indexOf(wanted);
  expect(new AlikePlaces(text).standingOf(at, at + wanted.length)).toEqual({
    of: 1,
    nth: 1,
    above,
    below,
  });
});

it.each([
  [0, { of: 3, nth: 1, above: 'A', below: 'B', belowTwin: 'C' }],
  [1, { of: 3, nth: 2, above: 'B', below: 'C', aboveTwin: 'A', belowTwin: 'D' }],
  [2, { of: 3, nth: 3, above: 'C', below: 'D', aboveTwin: 'B' }],
])('of three that read alike, what is around number %i, and around its twins', (nth, standing) => {
  const text = 'A\nWhy?\nB\nWhy? #t\nC\nWhy?\nD';
  const at = [...text.matchAll(/Why/g)][nth]?.index ?? 0;
  expect(new AlikePlaces(text).standingOf(at, at + 4)).toStrictEqual(standing);
});

/** The stretch is `⟦…⟧`. */
it.each([
  ['⟦Why?⟧\nSo Why?\nWhy? So\nWhy?', 2],
  ['⟦Why?⟧ So\nSo Why?\nWhy? So\nWhy?', 3],
  ['So ⟦Why?⟧\nSo Why?\nWhy? So\nWhy?', 3],
  ['So ⟦Why?⟧ So\nSo Why?\nWhy? So\nWhy?', 4],
  ['⟦Why?Why?⟧\nWhy? Why?\nWhy?', 2],
  ['So ⟦aa⟧ so\naaaa', 4],
])('as much of their lines as it is of its own: in %j %i read alike', (marked, of) => {
  const text = marked.replace(/[⟦⟧]/g, '');
  const standing = new AlikePlaces(text).standingOf(marked.indexOf('⟦'), marked.indexOf('⟧') - 1);
  expect(standing?.of).toBe(of);
});

it('nothing but tags and blanks is no place', () => {
  expect(new AlikePlaces('A #t  \nB').standingOf(1, 6)).toBeNull();
});

/** A block keeps its name through all edits, so that a test knows whose tag was touched. */
interface Block {
  readonly name: number;
  readonly text: string;
}

const QUESTION = fc.constantFrom('Why?', 'Why?§', '為什麼？', '為什麼？§');

/** Questions that read alike, and answers of which each is another. */
const blocks: fc.Arbitrary<readonly Block[]> = fc
  .array(fc.oneof({ weight: 3, arbitrary: QUESTION }, fc.constant('Because')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((texts) =>
    texts.map((text, name) => ({ name, text: text === 'Because' ? `Because ${name}.` : text })),
  );

type Change =
  | { readonly kind: 'delete'; readonly at: number; readonly count: number }
  | { readonly kind: 'answer'; readonly at: number }
  | { readonly kind: 'question'; readonly at: number; readonly text: string };

const answer = fc.record({ kind: fc.constant('answer' as const), at: fc.nat(11) });
const deletion = fc.record({
  kind: fc.constant('delete' as const),
  at: fc.nat(11),
  count: fc.integer({ min: 1, max: 3 }),
});
const question = fc.record({
  kind: fc.constant('question' as const),
  at: fc.nat(11),
  text: QUESTION,
});

const some = (each: fc.Arbitrary<Change>) => fc.array(each, { maxLength: 3 });

/**
 * What is edited before the undo and before the redo. Where a question goes and another of the same words is typed,
 * or two are typed, the text may read in the end as if nothing had been; no note has that.
 */
const changes: fc.Arbitrary<readonly [readonly Change[], readonly Change[]]> = fc.oneof(
  fc.tuple(some(fc.oneof(answer, deletion)), some(fc.oneof(answer, deletion))),
  fc.tuple(fc.tuple(question), some(answer)),
  fc.tuple(some(answer), fc.tuple(question)),
);

function change(before: readonly Block[], all: readonly Change[]): readonly Block[] {
  const now = [...before];
  for (const [nth, each] of all.entries()) {
    const name = 100 + nth;
    if (each.kind === 'delete') now.splice(each.at, each.count);
    else if (each.kind === 'answer') now.splice(each.at, 0, { name, text: `Well, ${nth}.` });
    else now.splice(each.at, 0, { name, text: each.text });
  }
  return now;
}

/** The blocks that read otherwise in `text`, which has as many. */
function touched(now: readonly Block[], text: string): readonly number[] {
  const after = text.split('\n\n');
  return now.flatMap(({ name, text: was }, at) => (after[at] === note(was) ? [] : [name]));
}

it('never touches a mark that the operation did not write, whatever was edited in between', () => {
  const picks = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(blocks, picks, changes, (before, picked, [meanwhile, later]) => {
      const texts = before.map(({ text }) => text);
      const own = before.filter(({ text }, at) => picked[at] && !text.startsWith('Because'));
      const edits = own.map(({ name }) => toggle(texts, name));
      const after = apply(note(...texts), edits);
      const recorded = recordEdits(edits, after);
      const names = own.map(({ name }) => name);
      const made = after
        .split('\n\n')
        .map((text, name) => ({ name, text: text.replace(TAG, '§') }));

      const undone = change(made, meanwhile);
      const text = note(...undone.map((block) => block.text));
      const reversal = planReversal(text, recorded);
      const back = apply(text, reversal.edits);
      expect(names).toEqual(expect.arrayContaining([...touched(undone, back)]));
      if (meanwhile.length === 0) expect(back).toBe(note(...texts));

      const left = undone.map(({ name }, at) => ({
        name,
        text: (back.split('\n\n')[at] ?? '').replace(TAG, '§'),
      }));
      const redone = change(left, later);
      const wanted = note(...redone.map((block) => block.text));
      const repeated = apply(wanted, planRepeat(wanted, recorded).edits);
      expect(names).toEqual(expect.arrayContaining([...touched(redone, repeated)]));
      if (meanwhile.length + later.length === 0) expect(repeated).toBe(after);
    }),
    { numRuns: 1000 },
  );
});
