import { describe, expect, it } from 'vitest';
import { commentMarks } from '../../src/editor/comment-marks';

const of = (text: string) => commentMarks(text, ['question']);

describe('what comments say of a note’s questions', () => {
  it.each([
    ['other words', 'A? %% #question/inward %%', 'So. A? %% #question/inward %%'],
    [
      'other comments',
      'A? %% #question/inward %% %% one %%',
      'A? %% #question/inward %% %% two %%',
    ],
    ['other questions', 'A? %% #question/inward %%', 'B?\n\nA? %% #question/inward %%'],
    ['marks that show', 'A? #question/inward', 'A? #question/outward'],
  ])('is the same with %s', (_what, one, other) => {
    expect(of(one)).toBe(of(other));
  });

  it.each([
    ['another mark', 'A? %% #question/inward %%', 'A? %% #question/outward %%'],
    ['another stage', 'A? %% #question/inward %%', 'A? %% #question/inward/anomaly %%'],
    ['no mark', 'A? %% #question/inward %%', 'A?'],
    [
      'the mark of the next question',
      'A? %% #question/inward %% B?',
      'A? B? %% #question/inward %%',
    ],
    ['that of one alike', 'A? %% #question/inward %%\n\nA?', 'A?\n\nA? %% #question/inward %%'],
  ])('is not the same with %s', (_what, one, other) => {
    expect(of(one)).not.toBe(of(other));
  });

  it('is nothing where no comment marks a question', () => {
    expect(of('A? %% why %% #question/inward')).toBe('');
  });
});
