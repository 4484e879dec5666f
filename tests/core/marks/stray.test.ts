// Tags that belong to no question: which are told of, and that they go without anything else reading otherwise.
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { findStrays, planWithoutStrays, strayAt } from '../../../src/core/marks/stray';
import { applyEdits } from '../../../src/core/model/text-edit';

const ROOTS = ['question'];

function without(text: string): string {
  const applied = applyEdits(text, planWithoutStrays(text, ROOTS).edits);
  if (!applied.ok) throw new Error(applied.code);
  return applied.text;
}

describe('a tag that belongs to no question', () => {
  it.each([
    ['in the text of a link', '[Why? #question/inward](x)\n', '[Why?](x)\n'],
    ['in the middle of one', '[A? #question/inward B?](x)\n', '[A? B?](x)\n'],
    ['in an alias', '[[a|Is it so? #question/inward]]\n', '[[a|Is it so?]]\n'],
    ['in a comment in an alias', '[[a|So? %% #question/inward %%]]\n', '[[a|So?]]\n'],
    ['alone in its line', 'Text.\n\n#question/inward\n\nMore.\n', 'Text.\n\n\n\nMore.\n'],
    ['behind a link alone', 'Text.\n\n[[Mars]] #question/inward\n', 'Text.\n\n[[Mars]]\n'],
    ['behind a task’s box', '- [ ] #question/inward\n', '- [ ]\n'],
    ['before a question', '- [ ] #question/inward Why?\n', '- [ ] Why?\n'],
    [
      'beside a question that has its own',
      'Why? #question/outward\n\n[So? #question/inward](x)\n',
      'Why? #question/outward\n\n[So?](x)\n',
    ],
  ])('%s is told of and goes', (_, text, expected) => {
    expect(findStrays(text, ROOTS)).toHaveLength(1);
    expect(without(text)).toBe(expected);
    expect(findStrays(expected, ROOTS)).toEqual([]);
  });

  it.each([
    ['a question’s', 'Why? #question/inward\n'],
    ['a tagged sentence’s', 'This holds. #question/inward\n'],
    ['code', 'See `#question/inward` here.\n'],
    ['a code block', '```\n#question/inward\n```\n'],
    ['a link’s target', '[[note#question/inward]] and [x](#question/inward)\n'],
    ['the writer’s comment', '%% why #question/inward %%\n'],
    ['a property', '---\ntags: [a]\nnote: "#question/inward"\n---\nText.\n'],
    ['another root’s', 'Text.\n\n#other/inward\n'],
    ['a word’s end', 'Text.\n\nC#question/inward\n'],
  ])('is not %s', (_, text) => {
    expect(findStrays(text, ROOTS)).toEqual([]);
    expect(without(text)).toBe(text);
  });

  it.each([
    ['**Bold**\n#question/inward\nWhy so?\n'],
    ['Ann #question/inward: Why?\n\nBob: So.\n\nAnn: What?\n'],
  ])('stays where something else would read otherwise, and only it: %j', (text) => {
    expect(planWithoutStrays(text, ROOTS).left).toHaveLength(1);
    expect(without(text)).toBe(text);
    expect(without(`${text}\n[So? #question/inward](x)\n`)).toBe(`${text}\n[So?](x)\n`);
  });

  it('is told of by its line', () => {
    const text = 'Text.\n\n[Why? #question/inward](x)\n\n> - #question/outward\n';
    expect(findStrays(text, ROOTS).map(({ line, mark: { stance } }) => [line, stance])).toEqual([
      [3, 'inward'],
      [5, 'outward'],
    ]);
  });

  /** The cursor is `|`. */
  it.each([
    ['in it', '[Why? #quest|ion/inward](x)', '[Why?](x)'],
    ['at its start', 'Text.\n\n|#question/inward\n', 'Text.\n\n\n'],
    ['at its end', 'Text.\n\n[[Mars]] #question/inward|\n', 'Text.\n\n[[Mars]]\n'],
    ['in the question before it', '[W|hy? #question/inward](x)', '[Why?](x)'],
    [
      'in the second of two alike',
      '[A? #question/inward](x) [B? #question/|inward](x)',
      '[A? #question/inward](x) [B?](x)',
    ],
    ['elsewhere', '[Why? #question/inward](x)\n\nSo| what?', null],
    ['in another line’s question', 'Why|?\n#question/inward\n\nText.', null],
  ])('is the one meant by a cursor %s', (_, marked, expected) => {
    const at = marked.indexOf('|');
    const text = marked.replace('|', '');
    const question = extractQuestions(text).find(({ start, end }) => start <= at && at <= end);
    const strays = findStrays(text, ROOTS);
    const stray = strayAt(text, strays, at, question?.marks.length === 0 ? question : null);
    const plan = stray && planWithoutStrays(text, ROOTS, strays.indexOf(stray));
    const applied = plan && applyEdits(text, plan.edits);
    expect(applied?.ok ? applied.text : null).toBe(expected);
  });
});
