import { describe, expect, it } from 'vitest';
import { stateOf } from '../../../src/vault/reading/file-state';

/** The state of a file of `size` bytes whose text is `text`. */
function stateOfSize(size: number, text: string) {
  return stateOf({ stat: { ctime: 0, mtime: 7, size } }, text);
}

describe('which state of a file a text is', () => {
  it.each([
    ['nothing', ''],
    ['plain letters', 'Why?'],
    ['the last character of one byte', '\x7f'],
    ['the first of two bytes', '\x80'],
    ['the last of two bytes', '\u07ff'],
    ['the first of three bytes', '\u0800'],
    ['Chinese', '為什麼？'],
    ['the last before the surrogates', '\ud7ff'],
    ['the first behind them', '\ue000'],
    ['the last of three bytes', '\uffff'],
    ['pairs of four bytes', '😀𠮷\u{10ffff}'],
    ['a mixture', 'Why 為什麼 é 😀?\r\n'],
  ])('is told by the bytes of %s', (_what, text) => {
    const bytes = Buffer.byteLength(text);
    expect(stateOfSize(bytes, text)).toEqual({ mtime: 7, size: bytes });
    // The three bytes of a byte order mark are in the file, and not in the text.
    expect(stateOfSize(bytes + 3, text)).toEqual({ mtime: 7, size: bytes + 3 });
    for (const other of [-1, 1, 2, 4, 5, 6]) expect(stateOfSize(bytes + other, text)).toBeNull();
  });
});
