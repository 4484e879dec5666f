import { describe, expect, it } from 'vitest';
import { shortText } from '../../../src/ui/notices/short-text';

describe('a question’s text in a notice', () => {
  it.each([
    ['stays whole where it is short', 'Why?', 'Why?'],
    ['stays whole at forty characters', '問'.repeat(40), '問'.repeat(40)],
    ['is cut to forty with the dots', '問'.repeat(41), `${'問'.repeat(39)}…`],
    ['leaves no space before the dots', `${'a'.repeat(38)} ${'b'.repeat(9)}`, `${'a'.repeat(38)}…`],
    ['cuts no character in two', '𠮷'.repeat(41), `${'𠮷'.repeat(39)}…`],
  ])('%s', (_, text, expected) => {
    expect(shortText(text)).toBe(expected);
  });
});
