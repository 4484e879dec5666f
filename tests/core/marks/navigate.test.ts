import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../../src/core/reading/extract';
import { nearestQuestion, type Direction } from '../../../src/core/marks/navigate';

const NOTE = 'A? #question/inward\n\nB?\n\nC? #question/skip\n\n他問我（D？）。\n\nE? F?\n';

describe('the nearest question', () => {
  it('is each of two without a space between them, one after the other', () => {
    const note = '為什麼？憑什麼？';
    const found = nearestQuestion(extractQuestions(note), note.indexOf('憑'), 'next');
    expect(found?.text).toBe('憑什麼？');
  });

  it.each<[string, Direction, string | null]>([
    ['|A?', 'next', 'A?'],
    ['A|?', 'next', 'B?'],
    ['A?|', 'next', 'B?'],
    ['B?|', 'next', 'E?'],
    ['E?|', 'next', 'F?'],
    ['F|?', 'next', null],
    ['F?|', 'next', null],
    ['F?|', 'previous', 'E?'],
    ['F|?', 'previous', 'E?'],
    ['E?|', 'previous', 'B?'],
    ['|B?', 'previous', 'A?'],
    ['A?|', 'previous', null],
  ])('from %s, %s, is %s', (from, direction, expected) => {
    const at = NOTE.indexOf(from.replace('|', '')) + from.indexOf('|');
    const found = nearestQuestion(extractQuestions(NOTE), at, direction);
    expect(found?.text ?? null).toBe(expected);
  });

  it.each([
    ['before the first question', -1, 'B?'],
    ['behind an untagged one', NOTE.indexOf('B?') + 2, 'E?'],
    ['behind the last one', NOTE.indexOf('F?') + 2, null],
  ])('that is untagged, %s', (_what, at, expected) => {
    const found = nearestQuestion(extractQuestions(NOTE), at, 'next', 'question');
    expect(found?.text ?? null).toBe(expected);
  });

  it('that has no tag of one root may have one of another', () => {
    const note = 'A? #bloom/skip\n\nB? #question/inward #bloom/apply\n';
    const questions = extractQuestions(note, { roots: ['bloom', 'question'] });
    expect(nearestQuestion(questions, 0, 'next', 'question')?.text).toBe('A?');
    expect(nearestQuestion(questions, 0, 'next', 'bloom')).toBeNull();
  });
});
