import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { GAP, holdsGap, stemSource, stemText } from '../../../src/core/text/gap';

describe('the sign of a gap', () => {
  it.each([
    'Fill in ____, or ____?',
    '請填寫＿＿＿？',
    '﹍﹍﹍﹍﹍﹍',
    '﹎﹎﹎﹎',
    'Press ␣, then ⎵ or […]?',
    '（　　）和〔　〕？',
    '﹉﹊﹋﹌﹍﹎﹏',
  ])('is not what forms, drawn lines and lists of signs have: %s', (text) => {
    expect(holdsGap(text)).toBe(false);
  });

  it('is written into stems for the low lines that stand for it', () => {
    expect(stemText(' What if __, not ____? ')).toBe(`What if ${GAP}, not ${GAP}?`);
    expect(stemText('如果＿＿＿呢？')).toBe(`如果${GAP}呢？`);
    expect(stemText('a_b stays')).toBe('a_b stays');
  });

  it('is kept as two low lines, however it was typed or pasted', () => {
    expect(stemSource(`如果${GAP}，那麼____呢？`)).toBe('如果__，那麼__呢？');
    expect(stemSource(stemText('What if __?'))).toBe('What if __?');
  });

  it.each([
    ['at the start', `${GAP}背後的機制，能不能借來用？`],
    ['before a space', `${GAP} is what?`],
    ['alone', `${GAP}？`],
    ['at the end', `如果拿掉${GAP}？`],
    ['in the middle', `What if ${GAP} is not the cause of ${GAP}?`],
  ])('belongs to its question %s', (_, text) => {
    const [question] = extractQuestions(`${text} #question/inward/direction\n`);
    expect(question?.text).toBe(text);
    expect(question?.marks.length).toBe(1);
  });
});
