// Tags that belong to no question: which are told of, and that they go without anything else reading otherwise.
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import {
  countStraysIncrementally,
  findStrays,
  planWithoutStrays,
  strayAt,
} from '../../../src/core/marks/stray';
import { runToEnd } from '../../../src/core/model/incremental';
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
    ['behind a sentence there', '[你去嗎。 #question/inward](x)\n', '[你去嗎。](x)\n'],
    ['behind the second there', '[你去嗎。他呢。 #question/inward](x)\n', '[你去嗎。他呢。](x)\n'],
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
    expect(planWithoutStrays(text, ROOTS).left).toEqual([]);
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
    ['a comment of several lines', '%%\nwhy #question/inward\n%%\n'],
    ['a formula', '$$\n#question/inward\n$$\n'],
    ['an HTML comment', '<!--\n#question/inward\n-->\n'],
    ['a word’s end', 'Text.\n\nC#question/inward\n'],
  ])('is not %s', (_, text) => {
    expect(findStrays(text, ROOTS)).toEqual([]);
    expect(without(text)).toBe(text);
  });

  it.each([
    ['**Bold**\n#question/inward\nWhy so?\n'],
    ['Ann #question/inward: Why?\n\nBob: So.\n\nAnn: What?\n'],
    // A label, a question's text, a heading, a kind, a mark, a speaker, and a sentence that would ask.
    ['#question/inward 問：[A？\n'],
    ['>#question/inward [A？\n'],
    ['\n#question/inward\n$\n---\n[A？\n'],
    ['>#question/inward 「是嗎？」\n'],
    ['#question/inward >為什麼？[A？\n#question/inward\n-%\n'],
    ['`>\n#question/inward\nAnn:\n---\n\n你去嗎。>\n'],
    ['# #question/inward 你去嗎。\n'],
    ['>## #question/inward 你去嗎。問：$\n'],
  ])('stays where something else would read otherwise, and only it: %j', (text) => {
    expect(planWithoutStrays(text, ROOTS).left).toHaveLength(1);
    expect(without(text)).toBe(text);
    expect(without(`${text}\n[So? #question/inward](x)\n`)).toBe(`${text}\n[So?](x)\n`);
  });

  it('is told of beside another', () => {
    const text = '[A? #question/a #question/b %% #question/c %%](x)\n';
    expect(findStrays(text, ROOTS).map(({ mark }) => mark.stance)).toEqual(['a', 'b', 'c']);
    expect(without(text)).toBe('[A?](x)\n');
  });

  it('is told of by its line', () => {
    const text = 'Text.\n\n[Why? #question/inward](x)\n\n> - #question/outward\n';
    expect(findStrays(text, ROOTS).map(({ line, mark: { stance } }) => [line, stance])).toEqual([
      [3, 'inward'],
      [5, 'outward'],
    ]);
  });

  it('is told of under each of the roots, whatever their capitals', () => {
    const text = 'Why? #Ask/a #question/b\n\n[So? #ask/a](x)\n\n#Question/b\n';
    const told = (roots: readonly string[]) => findStrays(text, roots).map(({ line }) => line);
    expect(told(['question', 'ASK'])).toEqual([3, 5]);
    expect(told(['ask'])).toEqual([3]);
    expect(told(['other'])).toEqual([]);
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
    ['at the start of the question before it', '[|Why? #question/inward](x)', '[Why?](x)'],
    ['in the question around it', 'W|hy [[a|b #question/inward]] so?', null],
    ['in a question, with words between', '[W|hy? so. #question/inward](x)', null],
    ['in a question, with signs between', '[W|hy? … #question/inward](x)', '[Why? …](x)'],
    ['before it', 'So| it is.\n\n[Why? #question/inward](x)', null],
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

describe('strays of a note that was read', () => {
  const count = (text: string, unmarked: boolean) => {
    const questions = extractQuestions(text, { roots: ROOTS, unmarked });
    return runToEnd(countStraysIncrementally(text, ROOTS, questions));
  };

  it.each([
    ['Why?\n', 0],
    ['Why? #question/inward\n', 0],
    ['This holds. #question/inward\n', 0],
    ['Why? #question/inward\n\n[So? #question/inward](x)\n\n#Question/outward\n', 2],
    ['Why? #question/inward\n\nSee `#question/inward`.\n', 0],
    ['[[x|So? #question/inward]]\n', 1],
    ['#question/inward\n', 1],
    ['[So? #other/inward](x)\n', 0],
  ])('%j: %d, as many as are found', (text, expected) => {
    for (const unmarked of [false, true]) expect(count(text, unmarked)).toBe(expected);
    expect(findStrays(text, ROOTS)).toHaveLength(expected);
  });

  it('are counted in pieces where the note is long', () => {
    const text = `${'Why is that so? Because it is.\n\n'.repeat(4000)}[So? #question/inward](x)\n`;
    const questions = extractQuestions(text, { roots: ROOTS });
    const pieces = countStraysIncrementally(text, ROOTS, questions);
    let breaks = 0;
    for (let piece = pieces.next(); piece.done !== true; piece = pieces.next()) breaks += 1;
    expect(breaks).toBeGreaterThan(2);
  });

  it('cost no second reading where every tag is a question’s', () => {
    const text = 'Why? #question/inward\n\nHow? #question/outward\n';
    const pieces = countStraysIncrementally(text, ROOTS, extractQuestions(text, { roots: ROOTS }));
    expect(pieces.next()).toEqual({ done: true, value: 0 });
  });
});
