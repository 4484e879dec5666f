import { describe, expect, it } from 'vitest';
import { readUrl } from '../../../src/core/markdown/url';

/** The address in `text` as it is read from its `://` or `www.`; null where none is. */
function urlIn(text: string, after = 0, to = text.length): string | null {
  const at = text.search(/:\/\/|www\./);
  const url = readUrl(text, at, after, to);
  return url && text.slice(url.from, url.to);
}

describe('a bare address', () => {
  it.each([
    ['see https://a.org/b now', 'https://a.org/b'],
    ['看https://a.org/b為什麼', 'https://a.org/b'],
    ['obsidian+x.y-1://open?v=a', 'obsidian+x.y-1://open?v=a'],
    ['www.a.org/b', 'www.a.org/b'],
    ['（www.a.org）', 'www.a.org'],
    ['https://a.org/wiki/情感 是', 'https://a.org/wiki/情感'],
    ['https://a.org/?q=為什麼&b=1', 'https://a.org/?q=為什麼&b=1'],
    ['https://a.org/情感/b 是', 'https://a.org/情感/b'],
    ['https://a.org/b情感/c 是', 'https://a.org/b情感/c'],
    ['https://a.org/b情感', 'https://a.org/b'],
    ['https://a.org/a(b)', 'https://a.org/a(b)'],
    ['(https://a.org/a(b))', 'https://a.org/a(b)'],
    ['(https://a.org)', 'https://a.org'],
    ['https://a.org/a)b', 'https://a.org/a)b'],
    ['[x https://a.org]', 'https://a.org'],
    ['<https://a.org>', 'https://a.org'],
    ['| https://a.org|b |', 'https://a.org'],
    ['"https://a.org"', 'https://a.org'],
    ['`https://a.org`', 'https://a.org'],
  ])('%s', (text, expected) => {
    expect(urlIn(text)).toBe(expected);
  });

  it.each([...Array.from('?!.,:;*_~\'"’”'), '?!', ').', '**'])(
    'leaves %s behind it to the sentence',
    (sign) => {
      expect(urlIn(`https://a.org/b${sign}`)).toBe('https://a.org/b');
      expect(urlIn(`https://a.org/b${sign} Why`)).toBe('https://a.org/b');
    },
  );

  it.each(Array.from('?.,:;*_~!'))('may have %s within', (sign) => {
    expect(urlIn(`https://a.org/b${sign}c`)).toBe(`https://a.org/b${sign}c`);
  });

  it.each(['://a.org', '為://a.org', 'awww.a.org', '1www.a.org', 'https://', 'www.', 'https://?!'])(
    'is none: %s',
    (text) => {
      expect(urlIn(text)).toBeNull();
    },
  );

  it('has a scheme of up to thirty characters, none of them before its passage', () => {
    expect(urlIn(`${'a'.repeat(40)}://b`)).toBe(`${'a'.repeat(30)}://b`);
    expect(urlIn('https://b', 2)).toBe('tps://b');
    expect(urlIn('https://b', 5)).toBeNull();
  });

  it('ends with its passage', () => {
    expect(urlIn('https://a.org/b', 0, 11)).toBe('https://a.o');
    expect(urlIn('https://a.org/b情感/c', 0, 18)).toBe('https://a.org/b');
  });
});
