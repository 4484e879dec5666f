import { expect, it } from 'vitest';
import { findPunctuation } from '../../../src/core/text/punctuation';

/** The text with everything else than signs as middle dots. */
function signsOf(text: string, from = 0, to = text.length): string {
  const signs: number[] = [];
  findPunctuation(text, from, to, signs);
  return Array.from(text, (character, at) => (signs.includes(at) ? character : '·')).join('');
}

it.each([
  ['Why is it?', '·········?'],
  ['為什麼，他？！', '·····？！'],
  ['a. b! c; d: e…', '·.··!··;··:··…'],
  ['(a) [b] {c}', '(·)·[·]·{·}'],
  ['「甲」“b”', '「·」“·”'],
  ['*a* _b_ ~c~ =d=', '*·*·_·_·~·~·=·='],
  ['`a` <b> $c$ %d% &e; #f', '`·`·<···$·$·%·%·&·;·#·'],
  ['a\\b', '·\\·'],
  ["it's", "··'·"],
  ['• a ◆', '•···◆'],
  ['a, b、 c > d + e - f', '·'.repeat(19)],
])('the signs of %s are %s', (text, expected) => {
  expect(signsOf(text)).toBe(expected);
});

it('are looked for between two places, and added to those known', () => {
  expect(signsOf('?a?b?', 1, 4)).toBe('··?··');
  const signs = [7];
  findPunctuation('?', 0, 1, signs);
  expect(signs).toEqual([7, 0]);
});
