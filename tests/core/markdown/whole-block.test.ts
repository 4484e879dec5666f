import { describe, expect, it } from 'vitest';
import { wholeBlockEnd } from '../../../src/core/markdown/whole-block';

/** The text behind the block that the line with `|` stands in. */
function behind(marked: string): string {
  const text = marked.replace('|', '');
  return text.slice(wholeBlockEnd(text, marked.indexOf('|')));
}

describe('the end of a whole block', () => {
  it.each([
    ['nothing', '|', ''],
    ['a line of a paragraph', 'o|ne\ntwo', '\ntwo'],
    ['a heading', '# O|ne\ntwo', '\ntwo'],
    ['an empty line between two paragraphs', 'one\n|\ntwo', '\ntwo'],
    ['an empty line below a quotation', '> one\n|\n> two', '\n> two'],
    ['an empty line below code', '```\na\n```\n|\n```\nb\n```', '\n```\nb\n```'],
    ['an empty line below a list', '- one\n|\ntwo', '\ntwo'],
    ['a quotation above another', '> o|ne\n\n> two', '\n\n> two'],
    ['a quotation above a list', '> o|ne\n- two', '\n- two'],
    ['a list above a quotation', '- o|ne\n> two', '\n> two'],
    ['a list above a heading', '- o|ne\n# Two\n- three', '\n# Two\n- three'],
    ['a list from its last item', '- one\n- t|wo', ''],
    ['a paragraph above a list', 'o|ne\n- two', '\n- two'],
    ['a paragraph above a table', 'o|ne\n| a |\n| - |', '\n| a |\n| - |'],
    ['the last line above its underline', 'o|ne\n---\ntwo', '\ntwo'],
    ['a paragraph above a rule', 'o|ne\n***\ntwo', '\n***\ntwo'],
    ['a comment', '%%\no|ne\n\ntwo\n%%\nthree', '\nthree'],
    ['code without an end', '```\no|ne\n\ntwo', ''],
    ['a line in Windows style', '- o|ne\r\n- two\r\n\r\nthree', '\r\n\r\nthree'],
  ])('of %s', (_what, marked, rest) => {
    expect(behind(marked)).toBe(rest);
  });
});
