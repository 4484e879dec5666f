import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { noteArbitrary } from './extract-cases/note-arbitrary';
import { formatMarked, parseMarked } from './extract-cases/notation';

const CASES: readonly string[] = [
  '# «u|頂尖的研究者都問什麼問題»⏎⏎內文。',
  '【«u|頂尖的研究者和訪問者都問什麼問題»】⏎⏎內文。',
  '## «u|What good interviewers ask»',
  '## «h|什麼是範式？»',
  '## 研究的方法',
  '## How to install',
  '«u|你吃飽了嗎»',
  '«u|你吃飽了嗎。»我吃了。',
  '«u|你呢»',
  '«u|那該怎麼辦呢。»我不知道。',
  '他還在房間裡睡覺呢。',
  '他知道為什麼。',
  'I know why he left.',
  '«你吃飽了嗎？»«u|他呢。»',
  '- «u|你去嗎»⏎- 不去',
  '還沒睡呢！',
  '不知道門後有什麼呢。',
  '總覺得少了點什麼呢。',
  '## 如何安裝',
  '## 無論如何都要記得的事',
  '## 誰都能畫',
  '## «u|我們該如何安裝»',
  '## «u|誰來畫»',
];

describe('questions without a question mark', () => {
  it.each(CASES)('%s', (marked) => {
    const { text } = parseMarked(marked);
    const questions = extractQuestions(text, { unmarked: true });
    expect(formatMarked({ text, questions })).toBe(marked);
  });

  it.each(CASES)('only on request: %s', (marked) => {
    const { text } = parseMarked(marked);
    expect(extractQuestions(text).filter(({ kind }) => kind === 'unmarked')).toEqual([]);
  });

  it.each([
    '你吃飽了嗎。 #question/inward',
    '你吃飽了嗎。 #question/inward 我吃了。',
    '你吃飽了嗎。 %% #question/inward %%\n我吃了。',
    '我吃了。你呢。 #question/inward',
    '「你吃飽了嗎。」 #question/inward',
    '- **你去嗎。** #question/inward\n- 你呢。 #question/skip',
    '你去嗎 #question/inward\n你呢。',
    '他呢。[[note|他去]] #question/inward',
    '# 我們該如何安裝 #question/inward',
  ])('are like any other once they have a mark: %s', (text) => {
    const told = (unmarked: boolean) =>
      extractQuestions(text, { unmarked })
        .filter(({ kind }) => kind !== 'unmarked')
        // Those without a mark count as a group of their own.
        .map((question) => ({ ...question, group: 0 }));
    expect(told(false).some(({ marks }) => marks.length > 0)).toBe(true);
    expect(told(true)).toEqual(told(false));
  });

  /** Where those with an asking sign stand, and of what kind they are. */
  const asked = (text: string, unmarked: boolean): readonly string[] =>
    extractQuestions(text, { unmarked })
      .filter(({ kind }) => kind !== 'unmarked')
      .map(({ start, end, kind }) => `${start}–${end} ${kind}`);

  it('come beside all others, which stay as they are', () => {
    fc.assert(
      fc.property(noteArbitrary, (text) => {
        expect(asked(text, true)).toEqual(asked(text, false));
      }),
    );
  });

  it.each([
    ['他說：「為什麼？你去哪呢，\n\n我不知道。」', '4–8 quoted'],
    ['She said “Why not? I would,\n\nif they let me.” And left.', '10–18 quoted'],
  ])('change nothing where a quote goes on in the next paragraph: %j', (text, only) => {
    expect(asked(text, false)).toEqual([only]);
    expect(asked(text, true)).toEqual([only]);
  });
});
