import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import type { MarkFormat } from '../../../src/core/model/mark';
import { planMark, planRewrite } from '../../../src/core/model/mark-edits';
import { packQuestions, unpackQuestions } from '../../../src/core/index/packed-questions';
import {
  isConflict,
  markOf,
  type MarkValue,
  type Question,
} from '../../../src/core/model/question';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';

const INWARD: MarkValue = { stance: 'inward', stage: 'difference' };

function apply(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(result.code);
  return result.text;
}

describe('marks of several roots', () => {
  const ROOTS = ['question', 'bloom'];
  const BLOOM: MarkFormat = { root: 'bloom', style: 'tag' };
  const ANALYZE = { stance: 'analyze', stage: null };

  function read(text: string): Question {
    const [question] = extractQuestions(text, { roots: ROOTS });
    if (!question) throw new Error(`no question in ${text}`);
    return question;
  }

  it('knows the root of each mark', () => {
    const question = read('Why? #bloom/analyze #question/inward/anomaly');
    expect(question.marks).toMatchObject([
      { root: 'bloom', stance: 'analyze', stage: null },
      { root: 'question', stance: 'inward', stage: 'anomaly' },
    ]);
    expect(markOf(question, 'question')).toMatchObject({ stance: 'inward', stage: 'anomaly' });
    expect(markOf(question, 'bloom')).toMatchObject(ANALYZE);
    expect(markOf(question, 'other')).toBeNull();
  });

  it.each([
    ['Why? #bloom/analyze #question/inward', false],
    ['Why? #question/inward %% #bloom/analyze %%', false],
    ['Why? #question/inward #question/outward', true],
    ['Why? #question/inward #Question/inward', true],
    ['Why? #question/inward #bloom/analyze #question/outward', true],
  ])('%s: a conflict is one of marks of one root: %s', (text, conflict) => {
    expect(isConflict(read(text))).toBe(conflict);
  });

  it.each([
    'Why? #bloom/analyze',
    'Why? #bloom/analyze because',
    'Why?  #bloom/analyze Because',
    '為什麼？ #bloom/analyze 因為',
    '為什麼？ #bloom/analyze因為',
    'Why? %% #bloom/analyze %%',
    '- Why? #bloom/analyze ^id',
    '| Why? #bloom/analyze | b |\n| --- | --- |',
  ])('sets, changes and clears one root beside another: %s', (text) => {
    for (const style of ['tag', 'comment'] as const) {
      const format: MarkFormat = { root: 'question', style };
      const set = apply(text, planMark(text, read(text), INWARD, format));
      expect(read(set).marks).toMatchObject([ANALYZE, INWARD]);
      const other = { stance: 'outward', stage: null };
      const changed = apply(set, planMark(set, read(set), other, format));
      expect(read(changed).marks).toMatchObject([ANALYZE, other]);
      const cleared = apply(changed, planMark(changed, read(changed), null, format));
      expect(cleared.replace('analyze 因', 'analyze因')).toBe(
        text.replace('analyze 因', 'analyze因'),
      );
    }
  });

  it.each([
    ['Why?Because', 'en'],
    ['為什麼？因為', 'zh'],
    ['Why? Because', 'en'],
    ['Why? ^id', 'en'],
  ])('%s: gives the bytes back whichever root is cleared first', (text) => {
    const one: MarkFormat = { root: 'question', style: 'tag' };
    const first = apply(text, planMark(text, read(text), INWARD, one));
    const both = apply(first, planMark(first, read(first), ANALYZE, BLOOM));
    for (const [former, latter] of [
      [one, BLOOM],
      [BLOOM, one],
    ] as const) {
      const left = apply(both, planMark(both, read(both), null, former));
      expect(read(left).marks.map((mark) => mark.root)).toEqual([latter.root]);
      expect(apply(left, planMark(left, read(left), null, latter))).toBe(text);
    }
  });

  it('rewrites the marks of one root', () => {
    const text = 'Why? #bloom/analyze #question/inward #bloom/create';
    const plan = planRewrite(text, read(text), 'bloom', { root: 'b', style: 'comment' });
    expect(apply(text, plan)).toBe('Why? %% #b/analyze %% #question/inward %% #b/create %%');
  });

  it('is packed with the root of each mark', () => {
    const questions = extractQuestions('Why? #bloom/analyze #question/inward\n\nWho? #bloom/x', {
      roots: ROOTS,
    });
    expect(unpackQuestions(packQuestions(questions))).toEqual(questions);
  });
});
