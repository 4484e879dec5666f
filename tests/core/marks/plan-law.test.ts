/**
 * The law for every plan: what was written is read back as that mark of that question; clearing gives the bytes
 * back; every other question, label, speaker, section and kind stays; what can't promise it is refused.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChanges, type ChangePlan } from '../../../src/core/marks/change';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkFormat } from '../../../src/core/model/mark';
import { planPendingMark } from '../../../src/core/marks/pending-mark';
import type { MarkStyle, MarkValue, Question } from '../../../src/core/model/question';
import { planRepeat, planReversal, recordEdits } from '../../../src/core/marks/recorded-edit';
import { planNoteRewrite } from '../../../src/core/marks/rewrite';
import { planSelection } from '../../../src/core/marks/selection';
import { applyEdits, mapOffset, OffsetMap, type TextEdit } from '../../../src/core/model/text-edit';

const INWARD: MarkValue = { stance: 'inward', stage: 'difference' };
const OUTWARD: MarkValue = { stance: 'outward', stage: null };
const STYLES: readonly MarkStyle[] = ['tag', 'comment'];

function formatOf(style: MarkStyle, root = 'question'): MarkFormat {
  return { root, style };
}

function apply(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(result.code);
  return result.text;
}

function read(text: string, root = 'question'): readonly Question[] {
  return extractQuestions(text, { roots: [root] });
}

/** What a mark must leave alone in every question. */
function told({ text, kind, section, label, speaker }: Question) {
  const tight = (of: string) => of.replace(/\s/g, '');
  return { text: tight(text), kind, section: section.map(tight), label, speaker };
}

function marksOf({ marks }: Question): readonly MarkValue[] {
  return marks.map(({ stance, stage }) => ({ stance, stage }));
}

function planAll(
  text: string,
  value: MarkValue | null,
  style: MarkStyle,
  chosen: (at: number) => boolean = () => true,
): ChangePlan {
  const changes = read(text).flatMap((question, at) => (chosen(at) ? [{ question, value }] : []));
  return planChanges(text, changes, formatOf(style));
}

/** Carries `value` out on the chosen questions of an untagged note, checks the law, and gives the new text. */
function expectLaw(text: string, style: MarkStyle, chosen: (at: number) => boolean): string {
  const before = read(text);
  const plan = planAll(text, INWARD, style, chosen);
  const marked = apply(text, plan.edits);
  const after = read(marked);
  expect(after.map(told)).toEqual(before.map(told));
  expect(after.map(({ end }) => end)).toEqual(
    before.map(({ end }) => mapOffset(end, plan.edits, 'before')),
  );
  const refused = new Set(plan.refused.map(({ change }) => change.question.end));
  expect(after.map(marksOf)).toEqual(
    before.map((question, at) =>
      chosen(at) && !refused.has(question.end) ? [INWARD] : marksOf(question),
    ),
  );
  const cleared = planAll(marked, null, style, chosen);
  expect(apply(marked, cleared.edits)).toBe(text);
  expect(cleared.refused).toEqual([]);
  return marked;
}

const HARD = [
  'Is 50%% enough?',
  '漲了 50%% 嗎？',
  '# 50%% off?',
  '100%% sure\nIs it so?',
  '%% a\n\nIs it so?',
  'Is it so?\n\n%% a',
  'Why? %% note',
  'Why? %% note %% So?',
  'Is it $5 or $6? Why?',
  'What is $x? Or y$ even?',
  'Is `a? Why?',
  'Is `a` it? `b? So?',
  'A ``b? c` d?',
  '[[a|Is it so? Why?]]',
  '[A？ B？](url) C？',
  '![alt](a.png)為什麼？![[b.png]]',
  'Why?[^1]\n\n[^1]: So?',
  '<!-- a\nWhy?\n-->\nSo?',
  'Why? <!-- b',
  '403 ?\n\n$5 ?\n\n100% ?',
  '**There’s: Is it on? Is it useful? And, is it usable?**\n\nAnn: Why?\n\nBob: So.',
  '他說〔為什麼？〕，然後呢？',
  'Why?\n\nWhy?\n\nWhy?',
  '| a? | b %% c? |\n|---|---|\n| $d? | e$? |',
  '==Why?== ==So?',
  '「為什麼？」他問。「為什麼？',
  'Why?Because. Why? Because.',
  '- [ ] Why? 📅 2024-01-01\n- [ ] So? [due:: 2024-01-01]',
  '{{a? }} Why? {{b?',
  '\\$5? $6? \\`a? `b?',
];

describe.each(STYLES)('the law in style %s', (style) => {
  it.each(HARD)('holds for all and for each of the questions of %j', (text) => {
    expectLaw(text, style, () => true);
    read(text).forEach((_, only) => expectLaw(text, style, (at) => at === only));
  });

  it.each(HARD)('holds for a change, a rewrite, undo and redo in %j', (text) => {
    const marked = expectLaw(text, style, () => true);
    const change = planAll(
      marked,
      OUTWARD,
      style,
      (at) => (read(marked)[at]?.marks.length ?? 0) > 0,
    );
    const changed = apply(marked, change.edits);
    expect(change.refused).toEqual([]);
    expect(read(changed).map(told)).toEqual(read(text).map(told));
    const record = recordEdits(change.edits, changed);
    expect(apply(changed, planReversal(changed, record).edits)).toBe(marked);
    expect(apply(marked, planRepeat(marked, record).edits)).toBe(changed);
    for (const other of [
      formatOf(style === 'tag' ? 'comment' : 'tag'),
      formatOf('comment', 'ask'),
    ]) {
      const rewrite = planNoteRewrite(marked, 'question', other);
      const written = apply(marked, rewrite.edits);
      expect(rewrite.refused).toEqual([]);
      expect(read(written, other.root).map(marksOf)).toEqual(read(marked).map(marksOf));
      const back = planNoteRewrite(written, other.root, formatOf(style));
      expect(apply(written, back.edits)).toBe(marked);
    }
  });

  it.each(HARD)('holds for what is completed while it is typed in %j', (text) => {
    for (const question of read(text)) {
      const at = question.markAt;
      const typed = `${text.slice(0, at)};;${text.slice(at)}`;
      const plan = planPendingMark(typed, at, at, at + 2, INWARD, formatOf(style));
      if (!plan || 'code' in plan) continue;
      const written = apply(typed, [plan.edit]);
      expect(written).toBe(apply(text, [plan.mark]));
      const own = read(written).filter(({ marks }) => marks.length > 0);
      expect(own.map(told)).toEqual([told(question)]);
    }
  });
});

const PIECES = fc.constantFrom(
  ...'Why? 為什麼？ So? 「是嗎？」 (Is it?) 〔是嗎？〕 **Why?** ==So?== 50%% %% $ $x$ $5 ` `a` `` [[a]] [[a|B?]] [A？B？](u) ![[e.png]] [^1] <!-- --> %%c%% #idea 📅 \\ | ~~ * Ann: 問： # - > Because. 因為，'.split(
    ' ',
  ),
  ...[' ', ' ', '\n', '\n\n', '\r\n'],
);
const note = fc.array(PIECES, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('in notes made at random', () => {
  it('every plan for some of the questions keeps the law', () => {
    fc.assert(
      fc.property(
        note,
        fc.constantFrom(...STYLES),
        fc.infiniteStream(fc.boolean()),
        (text, style, picks) => {
          const chosen = read(text).map(() => picks.next().value === true);
          expectLaw(text, style, (at) => chosen[at] === true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('a selection is tagged so that its mark is read, and no other question changes, or refused', () => {
    fc.assert(
      fc.property(note, fc.constantFrom(...STYLES), fc.nat(), fc.nat(), (text, style, a, b) => {
        const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort(
          (x, y) => x - y,
        );
        const selection = { from, to, text: text.slice(from, to) };
        const plan = planSelection(text, selection, INWARD, formatOf(style));
        if (!plan.ok) return;
        const after = read(apply(text, plan.edits));
        const tagged = after.filter(({ marks }) => marks.length > 0).length;
        expect(tagged).toBeGreaterThanOrEqual(plan.written);
        for (const was of read(text)) {
          const end = mapOffset(was.end, plan.edits, 'before');
          const is = after.find((of) => of.end === end);
          expect(is && { kind: is.kind, speaker: is.speaker }).toEqual({
            kind: was.kind,
            speaker: was.speaker,
          });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('writes as a tag what would not be read as a comment', () => {
  const plan = planAll('Is 50%% enough?', INWARD, 'comment');
  expect(apply('Is 50%% enough?', plan.edits)).toBe('Is 50%% enough? #question/inward/difference');
});

it('refuses what has no place in its link, and writes the last of it', () => {
  const text = '[A？ B？](url)';
  const plan = planAll(text, INWARD, 'tag');
  expect(apply(text, plan.edits)).toBe(`${text} #question/inward/difference`);
  expect(plan.refused.map(({ change, code }) => [change.question.text, code])).toEqual([
    ['A？', 'unread'],
  ]);
});

it('finds offsets before and after edits as one by one', () => {
  const edit = fc.record({
    gap: fc.nat(5),
    length: fc.nat(3),
    insert: fc.string({ maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), (shapes) => {
      let at = 0;
      const edits = shapes.map(({ gap, length, insert }) => {
        const from = at + gap + 1;
        at = from + length;
        return { from, to: at, expected: ' '.repeat(length), insert };
      });
      const map = new OffsetMap(edits);
      for (let offset = 0; offset < at + 3; offset += 1) {
        for (const side of ['before', 'after'] as const) {
          expect(map.moved(offset, side)).toBe(mapOffset(offset, edits, side));
        }
      }
    }),
  );
});
