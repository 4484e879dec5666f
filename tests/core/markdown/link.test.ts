import { describe, expect, it } from 'vitest';
import { readLinkTail } from '../../../src/core/markdown/link';

/** What of `text`, which stands right behind a link's `]`, belongs to the link; null where it is none. */
function tailOf(text: string, to = text.length): string | null {
  const end = readLinkTail(`]${text}`, 1, to + 1);
  return end === null ? null : text.slice(0, end - 1);
}

const nested = (depth: number) => `(${'('.repeat(depth)}${')'.repeat(depth)})`;

describe('the tail of a link', () => {
  it.each([
    ['(a.md) and', '(a.md)'],
    ['()', '()'],
    ['( a.md )', '( a.md )'],
    ['(\u3000a.md\u3000)', '(\u3000a.md\u3000)'],
    ['(a(b)c) d)', '(a(b)c)'],
    ['(a\\)b) c)', '(a\\)b)'],
    ['(a\\(b) c)', '(a\\(b)'],
    ['(<a b>) c', '(<a b>)'],
    ['(<a)b>) c', '(<a)b>)'],
    ['(<a\\>b>) c', '(<a\\>b>)'],
    ['(a "b (c?") d', '(a "b (c?")'],
    [`(a 'b?') c`, `(a 'b?')`],
    ['(a (b?)) c', '(a (b?))'],
    ['(a "b\\"c" ) d', '(a "b\\"c" )'],
    ['[b] c', '[b]'],
    ['[] c', '[]'],
  ])('%s', (text, expected) => {
    expect(tailOf(text)).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['other text', ' (a)'],
    ['no closing bracket', '(a'],
    ['a space within the target', '(a b)'],
    ['an open bracket within the target', '(a(b)'],
    ['a space within brackets of the target', '(a(b c)d)'],
    ['a line end within angle brackets', '(<a\nb>)'],
    ['an opening one within angle brackets', '(<a<b>)'],
    ['a title right behind angle brackets', '(<a>"b")'],
    ['a title that is open', '(a "b)'],
    ['a bracket within a title of brackets', '(a (b(c))'],
    ['text behind the title', '(a "b" c)'],
    ['a bracket within the reference', '[a[b]]'],
    ['a line end within the reference', '[a\nb]'],
  ])('is none with %s', (_what, text) => {
    expect(tailOf(text)).toBeNull();
  });

  it('has brackets in brackets down to a depth of 32', () => {
    expect(tailOf(nested(3))).toBe(nested(3));
    expect(tailOf(nested(32))).toBe(nested(32));
    expect(tailOf(nested(33))).toBeNull();
  });

  it('has a reference of up to 999 characters', () => {
    expect(tailOf(`[${'a'.repeat(999)}]`)).toBe(`[${'a'.repeat(999)}]`);
    expect(tailOf(`[${'a'.repeat(1000)}]`)).toBeNull();
  });

  it.each(['(a)', '(<a>)', '(a "b")', '[b]'])('ends before the end of its passage: %s', (text) => {
    expect(tailOf(text)).toBe(text);
    for (let to = 0; to < text.length; to++) expect(tailOf(text, to)).toBeNull();
  });
});
