import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../src/core/marks/change';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkFormat } from '../../../src/core/model/mark';
import { planNoteRewrite, withoutMarks } from '../../../src/core/marks/rewrite';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';
import { handMarkedNote, tidyNote } from '../note-text';

const TAG: MarkFormat = { root: 'question', style: 'tag' };
const OTHERS: readonly MarkFormat[] = [
  { root: 'question', style: 'comment' },
  { root: 'ask', style: 'tag' },
  { root: '提問', style: 'comment' },
];

function apply(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(`${result.code} at ${result.edit.from}`);
  return result.text;
}

function rewrite(text: string, from: MarkFormat, to: MarkFormat): string {
  return apply(text, planNoteRewrite(text, from.root, to).edits);
}

/** The note with all its questions tagged. */
function tagged(text: string): string {
  const value = { stance: 'inward', stage: 'difference' };
  const changes = extractQuestions(text).map((question) => ({ question, value }));
  return apply(text, planChanges(text, changes, TAG).edits);
}

describe('writing all marks of a note in another way', () => {
  it.each<[string, MarkFormat, string]>([
    [
      '為什麼？ #question/inward',
      { root: 'question', style: 'comment' },
      '為什麼？ %% #question/inward %%',
    ],
    ['為什麼？ %% #question/inward %% 因為', TAG, '為什麼？ #question/inward 因為'],
    ['Why? #Question/Inward Because', { root: 'ask', style: 'tag' }, 'Why? #ask/Inward Because'],
    ['Why? #question/inward #idea', { root: 'ask', style: 'tag' }, 'Why? #ask/inward #idea'],
    [
      '他們會不會成功 #question/skip',
      { root: 'ask', style: 'comment' },
      '他們會不會成功 %% #ask/skip %%',
    ],
    ['`Why? #question/inward`', { root: 'ask', style: 'tag' }, '`Why? #question/inward`'],
    ['Why? #question/a #question/b', { root: 'ask', style: 'tag' }, 'Why? #ask/a #ask/b'],
  ])('%j as %o is %j', (text, format, expected) => {
    expect(rewrite(text, TAG, format)).toBe(expected);
  });

  it('names what would not be read so, and leaves it as it is', () => {
    const mark = '%% #question/skip %%';
    const text = `Why? ${mark}\n\nBecause. == ${mark} Ann:`;
    const { edits, written, refused } = planNoteRewrite(text, 'question', TAG);
    expect(apply(text, edits)).toBe(`Why? #question/skip\n\nBecause. == ${mark} Ann:`);
    expect(written).toBe(1);
    expect(refused).toMatchObject([
      {
        change: { question: { text: 'Because. ==' }, value: { stance: 'skip' } },
        code: 'unread',
      },
    ]);
  });

  it.each(OTHERS)('there (%o) and back gives the same bytes', (format) => {
    fc.assert(
      fc.property(tidyNote, (text) => {
        const before = tagged(text);
        const there = rewrite(before, TAG, format);
        expect(rewrite(there, format, TAG)).toBe(before);
        expect(withoutMarks(there, [format.root])).toBe(text);
      }),
    );
  });

  it('is done once: the second time changes nothing', () => {
    fc.assert(
      fc.property(handMarkedNote, fc.constantFrom(...OTHERS), (text, format) => {
        const there = rewrite(text, TAG, format);
        expect(planNoteRewrite(there, format.root, format).edits).toEqual([]);
      }),
    );
  });
});

describe('a note without its marks', () => {
  it('is what it was before it had any', () => {
    fc.assert(
      fc.property(tidyNote, (text) => {
        expect(withoutMarks(tagged(text), [TAG.root])).toBe(text);
      }),
    );
  });

  it.each([
    ['你去嗎。 #question/inward\n', '你去嗎。\n'],
    ['他不去。 #question/inward\n', '他不去。\n'],
    ['為什麼？ #question/inward[[a|你看]]\n', '為什麼？[[a|你看]]\n'],
  ])('is that of %j, too', (text, expected) => {
    expect(withoutMarks(text, [TAG.root])).toBe(expected);
  });

  it('is the note where it has none', () => {
    expect(withoutMarks('Why? #idea\n', [TAG.root])).toBe('Why? #idea\n');
  });
});
