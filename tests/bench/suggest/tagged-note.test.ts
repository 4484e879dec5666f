import { describe, expect, it } from 'vitest';
import { inOrderOfDays, takeApart } from './tagged-note';

const note = (marked: string) => takeApart('a.md', null, marked, 'question');

describe('a tagged note', () => {
  it('is taken apart into the text before it was tagged, and what each question was given', () => {
    const { text, questions, truth } = note(
      [
        '核心問題：',
        '',
        '差在哪裡？ #question/inward/difference 那又如何？',
        '',
        'Who pays? %% #question/outward/limits %% Is it off? #question/skip',
        'And what is it like? #question/outward',
      ].join('\n'),
    );
    expect(text).toBe(
      '核心問題：\n\n差在哪裡？那又如何？\n\nWho pays? Is it off?\nAnd what is it like?',
    );
    expect(questions.map((question, at) => [question.text, truth[at]])).toEqual([
      ['差在哪裡？', { stance: 'inward', stage: 'difference' }],
      ['那又如何？', null],
      ['Who pays?', { stance: 'outward', stage: 'limits' }],
      ['Is it off?', { stance: 'skip', stage: null }],
      ['And what is it like?', { stance: 'outward', stage: null }],
    ]);
  });

  it('keeps tags of other roots, which are not its marks', () => {
    const { text, truth } = note('Who pays? #other/outward/limits');
    expect(text).toBe('Who pays? #other/outward/limits');
    expect(truth).toEqual([null]);
  });
});

it('Notes are played by their days, then by path; those without a day first', () => {
  const notes = [
    takeApart('c.md', '2026-02-01', 'C?', 'question'),
    takeApart('b.md', '2026-01-09', 'B?', 'question'),
    takeApart('a.md', '2026-02-01', 'A?', 'question'),
    takeApart('z.md', null, 'Z?', 'question'),
  ];
  expect(inOrderOfDays(notes).map(({ path }) => path)).toEqual(['z.md', 'b.md', 'a.md', 'c.md']);
});
