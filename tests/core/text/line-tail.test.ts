import { describe, expect, it } from 'vitest';
import { fieldsStart, skipTail, skipTailElement } from '../../../src/core/text/line-tail';

/** What of a line's tail `text` starts with, behind a sentence and a space, or right behind it. */
const elementOf = (text: string, before: string) =>
  text.slice(0, skipTailElement(before + text, before.length) - before.length);

const ANYWHERE = [
  '%%note%%',
  '%%a % b%%',
  '<!-- note -->',
  '[^1]',
  '[due:: 2025-01-01]',
  '[due:: [[2025-01-01]]]',
  '(due:: 2025-01-01)',
  '(due:: (soon) now)',
  '@{2025-01-01}',
  '@@{12:00}',
  '@[[2025-01-01]]',
  '(@2025-01-01 12:00)',
  '📅 2025-01-01',
  '📅2025-01-01',
  '🗓\ufe0f 2025-01-01',
  '✅ 2025-01-01',
  '🔺',
  '🔽\ufe0f',
  '🆔 abc-1',
  '⛔ a,b',
  '🏁 delete',
  '🔁',
  '[[Note]]',
  '![[Note]]',
  '[[Why?]]',
  '[text](a.md)',
  '[text](a(bc).md)',
  '[text](a?b)',
  '[text][ref]',
  '![Why?](a.png)',
  '[[Note|text]]',
  '[[Why?|text]]',
];

describe('what may stand behind a sentence in its line', () => {
  it.each(ANYWHERE)('%s, with a space before it and without', (element) => {
    expect(elementOf(`${element} b`, 'Why? ')).toBe(element);
    expect(elementOf(`${element} b`, 'Why?')).toBe(element);
  });

  it.each(['#tag', '#a/b', '#標籤', '^id-1'])('%s, with a space before it alone', (element) => {
    expect(elementOf(element, 'Why? ')).toBe(element);
    expect(elementOf(element, 'Why?')).toBe('');
    expect(elementOf(element, '')).toBe(element);
  });

  it.each([
    ['text', 'and so'],
    ['a question in a link', '[Why?](a.md)'],
    ['a question as the text of a link to a note', '[[Note|Why?]]'],
    ['a heading’s sign', '# a'],
    ['a block id with text behind it', '^id and'],
    ['a comment that is open', '%%note'],
    ['a comment over two lines', '%%note\n%%'],
    ['a comment of HTML over two lines', '<!-- a\n-->'],
    ['brackets without a field', '[due: 2025]'],
    ['a field over two lines', '[due:: 2025\n]'],
    ['a reference with a space', '[^a b]'],
    ['an empty link', '[[]]'],
    ['a link with a space in its target', '[a](b c)'],
    ['an address of a person', '@someone'],
    ['a sign of another kind', '🎉 2025-01-01'],
  ])('not %s', (_what, text) => {
    expect(elementOf(text, 'Why? ')).toBe('');
  });

  it.each([
    ['📅 soon', '📅'],
    ['📅 2025-1-1', '📅'],
    ['🔁 every 2 weeks, when done 📅', '🔁 every 2 weeks, when done '],
    ['🔁 everything', '🔁'],
    ['#tag, and', '#tag'],
    ['#tag。', '#tag。'],
    ['^id  ', '^id'],
    ['^id %%note%%', '^id'],
  ])('of %s only %s', (text, element) => {
    expect(elementOf(text, 'Why? ')).toBe(element);
  });

  it('goes no further than 500 characters into a comment and 200 into a reference', () => {
    const comment = (length: number) => `%%${'a'.repeat(length)}%%`;
    const html = (length: number) => `<!--${'a'.repeat(length)}-->`;
    const reference = (length: number) => `[^${'a'.repeat(length)}]`;
    for (const [element, most] of [
      [comment, 500],
      [html, 500],
      [reference, 200],
    ] as const) {
      expect(elementOf(element(most), '')).toBe(element(most));
      expect(elementOf(element(most + 1), '')).toBe('');
    }
  });
});

describe('a line’s tail', () => {
  it.each([
    ['', ''],
    ['  ', '  '],
    [' #a #b ^id', ' #a #b ^id'],
    [' %%note%% [^1] #a  and', ' %%note%% [^1] #a  '],
    ['[^1][^2] b', '[^1][^2] '],
    [' #a\n#b', ' #a'],
    [' and #a', ' '],
  ])('%j ends with %j', (text, tail) => {
    expect(text.slice(0, skipTail(text, 0))).toBe(tail);
  });

  it('ends with the element in which its passage ends', () => {
    expect(skipTail(' #a #b #c', 0, 3)).toBe(4);
    expect(skipTail(' #a #b #c', 0, 4)).toBe(4);
    expect(skipTail(' #a #b #c', 0, 5)).toBe(7);
  });
});

describe('the fields at a line’s end', () => {
  it.each([
    ['Why 📅 2025-01-01', '📅 2025-01-01'],
    ['Why 📅 2025-01-01 ^id', '📅 2025-01-01 ^id'],
    ['Why [due:: 2025] #tag', '[due:: 2025] #tag'],
    ['Why @{2025-01-01}  ', '@{2025-01-01}  '],
    ['Why ^id', '^id'],
    ['Why #tag 📅 2025-01-01', '📅 2025-01-01'],
  ])('of “%s” start with “%s”', (line, fields) => {
    expect(line.slice(fieldsStart(line))).toBe(fields);
  });

  it.each(['Why', 'Why  ', '', 'Why #tag', 'Why 📅 2025-01-01 and so', 'Why📅 2025-01-01', '^id'])(
    'there are none in “%s”',
    (line) => {
      expect(fieldsStart(line)).toBe(line.trimEnd().length);
    },
  );
});
