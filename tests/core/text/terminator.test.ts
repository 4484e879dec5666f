import { describe, expect, it } from 'vitest';
import {
  endsWithTerminator,
  hasAsk,
  isCardSeparator,
  lastAskEnd,
  runEnd,
} from '../../../src/core/text/terminator';

describe('a run of marks that end a sentence', () => {
  it.each([
    ['?!? so', '?!?'],
    ['？！。so', '？！。'],
    ['⁉?', '⁉?'],
    ['..', ''],
    ['so?', ''],
  ])('%s starts with “%s”', (text, run) => {
    expect(text.slice(0, runEnd(text, 0, text.length))).toBe(run);
  });

  it('goes no further than asked', () => {
    expect(runEnd('????', 1, 3)).toBe(3);
    expect(runEnd('????', 3, 3)).toBe(3);
  });
});

describe('question marks between two places', () => {
  it.each([
    ['a?b？c', 0, 5, 4],
    ['a?b？c', 0, 3, 2],
    ['a?b？c', 2, 3, 2],
    ['a?b？c', 1, 2, 2],
    ['abc', 1, 3, 1],
    ['abc?', 0, 3, 0],
    ['?abc', 1, 4, 1],
  ])('%s from %i to %i: the last ends at %i', (text, from, to, end) => {
    expect(lastAskEnd(text, from, to)).toBe(end);
    expect(hasAsk(text, from, to)).toBe(end > from);
  });

  it.each(Array.from('?？﹖⁇⁈⁉'))('%s is one', (mark) => {
    expect(hasAsk(`a${mark}`, 0, 2)).toBe(true);
  });
});

describe('a text ends with a terminator', () => {
  it.each([
    'Why?',
    '為什麼？',
    'Why?!',
    '為什麼？！',
    'Why?!!',
    'Why⁉\ufe0f',
    '**Why?**',
    '「為什麼？」',
    '(Why?)',
    '"Why?"',
    '`Why?`',
    '==Why?==',
    '<b>Why?</b>',
    '<b>Why?</b >',
    '<mark>Why?</mark>',
    '<my-tag>Why?</my-tag>',
    'Why?[^1]',
    '[Why?](a.md)',
    '[Why?](a(bc).md)',
    '[Why?][abc]',
    '[[Why?]]',
    '**[Why?](a.md)**[^note]',
  ])('%s', (text) => {
    expect(endsWithTerminator(text)).toBe(true);
  });

  it.each([
    '',
    'Why',
    'Why? ',
    'Why?.',
    'Why? so',
    'Why!',
    '**',
    'Why?](a',
    'Why?[^a b]',
    'Why?<b>x</b>',
    'Why?](a)b',
    'Why?](a\nb)',
    'Why?][a\nb]',
  ])('not %j', (text) => {
    expect(endsWithTerminator(text)).toBe(false);
  });
});

describe('a line that parts the sides of a card', () => {
  it.each(['?', '??', '？？', '????????'])('%s', (line) => {
    expect(isCardSeparator(line, 0, line.length)).toBe(true);
  });

  it.each(['', '?????????', '?a', 'a?', '? ?', '?!'])('is not “%s”', (line) => {
    expect(isCardSeparator(line, 0, line.length)).toBe(false);
  });

  it('is looked at alone', () => {
    const text = 'What is it\n??\nb';
    expect(isCardSeparator(text, 11, 13)).toBe(true);
    expect(isCardSeparator(text, 11, 14)).toBe(false);
  });
});
