import { describe, expect, it } from 'vitest';
import { extractQuestions } from '../../src/core/extract';
import { nearestQuestion, type Direction } from '../../src/core/navigate';

const NOTE = 'A? #question/inward\n\nB?\n\nC? #question/skip\n\n他問我（D？）。\n\nE? F?\n';

describe('the nearest question', () => {
  it.each<[string, Direction, string | null]>([
    ['|A?', 'next', 'B?'],
    ['|B?', 'next', 'E?'],
    ['|E?', 'next', 'F?'],
    ['|F?', 'next', null],
    ['|F?', 'previous', 'E?'],
    ['|E?', 'previous', 'B?'],
    ['|B?', 'previous', 'A?'],
    ['|A?', 'previous', null],
  ])('from %s, %s, is %s', (from, direction, expected) => {
    const at = NOTE.indexOf(from.slice(1));
    const found = nearestQuestion(extractQuestions(NOTE), at, direction);
    expect(found?.text ?? null).toBe(expected);
  });

  it.each([
    ['before the first question', -1, 'B?'],
    ['on an untagged one', NOTE.indexOf('B?'), 'E?'],
    ['on the last one', NOTE.indexOf('F?'), null],
  ])('that is untagged, %s', (_what, at, expected) => {
    const found = nearestQuestion(extractQuestions(NOTE), at, 'next', true);
    expect(found?.text ?? null).toBe(expected);
  });
});
