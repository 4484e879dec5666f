import { expect, it } from 'vitest';
import { isSeparator } from '../../../src/core/text/separator';

it.each(['---', '***', '* * *', '———', '＊＊＊', '～～', '・・・', '◆', '※', '…', '=== ', '-'])(
  '“%s” sets parts of a note apart',
  (line) => {
    expect(isSeparator(`a${line}b`, 1, 1 + line.length)).toBe(true);
  },
);

it.each(['', '--- a', 'a ---', '為', '- why', '？？', '#', '# ---', '(---'])(
  '“%s” does not',
  (line) => {
    expect(isSeparator(line, 0, line.length)).toBe(false);
  },
);

it('a line of more than 200 signs is looked at no further', () => {
  const text = 'Why?\n'.repeat(50) + '---';
  expect(isSeparator(text, text.length - 3, text.length)).toBe(true);
  expect(isSeparator('-'.repeat(200), 0, 200)).toBe(true);
  expect(isSeparator('-'.repeat(201), 0, 201)).toBe(false);
});
