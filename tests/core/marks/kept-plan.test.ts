import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../src/core/marks/change';
import { planKept, type Wish } from '../../../src/core/marks/kept-plan';
import type { MarkFormat } from '../../../src/core/model/mark';
import type { MarkValue } from '../../../src/core/model/question';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';
import { extractQuestions } from '../../../src/core/reading/extract';

const INWARD: MarkValue = { stance: 'inward', stage: null };
const COMMENT: MarkFormat = { root: 'question', style: 'comment' };
const ROOTS = ['question'];

/** Applies or fails the test. */
function apply(text: string, edits: readonly TextEdit[]): string {
  const result = applyEdits(text, edits);
  if (!result.ok) throw new Error(`${result.code} at ${result.edit.from}`);
  return result.text;
}

/** All questions of the text tagged in comments, and by their places what is refused. */
function tagAll(text: string) {
  const questions = extractQuestions(text);
  const changes = questions.map((question) => ({ question, value: INWARD }));
  const { edits, written, refused } = planChanges(text, changes, COMMENT);
  return {
    text: apply(text, edits),
    written,
    refused: refused.map(({ change, code }) => [questions.indexOf(change.question), code]),
  };
}

describe('what was given up for another’s sake is tried again', () => {
  /** `§` is a comment, `¶` a tag. */
  it.each<[string, string, readonly number[]]>([
    ['Why?-Why?', 'Why?-Why? §', [0]],
    ['Why?$So? $\n\n問：', 'Why?$So? § $\n\n問：', [0]],
    ['Because.Why?-Why?\n50%%問：', 'Because.Why?-Why? §\n50%%問：', [0]],
    ['Why?-So?問：So?-問：「是嗎？」%%c%%', 'Why?-So? § 問：So?  § -問：「是嗎？」  § %%c%%', [0]],
    [
      '[[a|B?]](Is\n%%c%%(IsWhy?-**Why?**Because.\n',
      '[[a|B?]]  § (Is\n%%c%%(IsWhy?-**Why?**Because.\n',
      [1, 2],
    ],
    [
      '%%c%%**Why?**$**Why?**-So?So?-50%%So?',
      '%%c%%**Why?**  § $**Why?**  § -So?  § So?-50%%So? ¶',
      [3],
    ],
  ])('%j becomes %j', (text, expected, refused) => {
    const outcome = tagAll(text);
    expect(outcome.text).toBe(
      expected.replaceAll('§', '%% #question/inward %%').replaceAll('¶', '#question/inward'),
    );
    expect(outcome.refused).toEqual(refused.map((at) => [at, 'disturbs']));
    expect(outcome.written).toBe(extractQuestions(text).length - refused.length);
  });

  it.each([
    [4, 0, 4],
    [4, 100_000, 4],
    [4, 200_000, 2],
    [4, 600_000, 0],
  ])('of %i pairs behind %i spaces %i are written: so much is read', (pairs, spaces, written) => {
    const text = `${' '.repeat(spaces)}\n${'Why?-Why?\n\n'.repeat(pairs)}`;
    expect(tagAll(text).written).toBe(written);
  });

  /** The first wish would change the last question, for which the second one is blamed. */
  it.each([0, 600_000])('a few times in any case, behind %i spaces', (spaces) => {
    const text = `${' '.repeat(spaces)}\nA？\n\nB？\n\nC？`;
    const [first, second] = extractQuestions(text);
    if (!first || !second) throw new Error('three questions');
    const mark = (from: number) => ({ from, to: from, expected: '', insert: ' #question/inward' });
    const C = text.indexOf('C');
    const marks = [{ ...INWARD, root: 'question' }];
    const harm = { from: C, to: C + 1, expected: 'C', insert: 'D' };
    const wishes: readonly Wish[] = [
      { question: first, marks, ways: [[mark(first.markAt), harm]] },
      { question: second, marks, ways: [[mark(second.markAt)]] },
    ];
    const plan = planKept(text, extractQuestions(text), wishes, ROOTS);
    expect(plan.refused).toEqual(new Map([[0, 'disturbs']]));
    expect(plan.edits).toEqual([mark(second.markAt)]);
    expect(plan.written).toBe(1);
  });
});
