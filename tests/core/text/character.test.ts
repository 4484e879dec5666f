import { describe, expect, it } from 'vitest';
import {
  CHARACTER,
  classAt,
  closerOf,
  isAsciiWord,
  isCloser,
  isDigit,
  isLineEnd,
  isLineSpace,
  isLower,
  isSpaceInLine,
  isUpper,
  isVariationSelector,
  isWide,
  isWideAt,
  lineEndFrom,
  lineStartBefore,
  skipSpacesBack,
  skipSpacesInLine,
  useOf,
  withoutSpaces,
} from '../../../src/core/text/character';

type Kind = keyof typeof CHARACTER;

const kindOf = (character: string) =>
  Object.entries(CHARACTER).find(([, value]) => value === classAt(character, 0))?.[0];

/** All UTF-16 units that `is` says yes to, as ranges. */
function rangesOf(is: (code: number) => boolean, to = 0xffff): readonly string[] {
  const ranges: string[] = [];
  let first = -1;
  for (let code = 0; code <= to + 1; code++) {
    const isIn = code <= to && is(code);
    if (isIn && first === -1) first = code;
    if (isIn || first === -1) continue;
    const last = code - 1;
    ranges.push(first === last ? first.toString(16) : `${first.toString(16)}-${last.toString(16)}`);
    first = -1;
  }
  return ranges;
}

describe('what a character is to a reader of sentences', () => {
  it.each<[Kind, string]>([
    ['word', 'azAZ09éßñ為什麼々かナ한가'],
    ['space', ' \t\n\r\f\v\u00a0\u2028\u2029\u202f\u205f\u3000\u2000\u200b\u200f\ufeff'],
    ['symbol', '\0#$%&+-/@\\^`|<>§±¿×÷ªº←∞①─☀\u2bff\u2e3a〃〜〰〽・️😀'],
    ['ask', '?？﹖⁇⁈⁉'],
    ['stop', '。！｡．'],
    ['bang', '!'],
    ['dot', '.'],
    ['ellipsis', '…⋯'],
    ['comma', ',，、､'],
    ['pause', ':：;；'],
    ['open', '(（[［{｛【〔〖「『“‘«｢〝《〈'],
    ['close', ')）]］}｝】〕〗」』”’»｣〞》〉'],
    ['straight', '"＂'],
    ['emphasis', '*_~='],
    ['bullet', '•●◦▪▸►▶■◆▋▍▌◎○□◇★☆※'],
  ])('%s', (kind, characters) => {
    const others = Array.from(characters).filter((character) => kindOf(character) !== kind);
    expect(others).toEqual([]);
  });

  it('is white space outside of the text', () => {
    expect([classAt('a', -1), classAt('a', 1)]).toEqual([CHARACTER.space, CHARACTER.space]);
    expect(classAt('a', 0)).toBe(CHARACTER.word);
  });

  it('is a word where nothing else is said of it', () => {
    expect(rangesOf((code) => classAt(String.fromCharCode(code), 0) === CHARACTER.word)).toEqual([
      ...['30-39', '41-5a', '61-7a', 'c0-d6', 'd8-f6', 'f8-1fff'],
      ...['2c00-2dff', '2e80-2fff', '3005-3007', '3021-302f', '3031-303c', '3040-30fa'],
      ...[
        '30fc-d83b',
        'd83f-dbff',
        'f900-fdff',
        'fe4d-fe4e',
        'fe70-fefe',
        'ff10-ff19',
        'ff21-ff3a',
      ],
      ...['ff41-ff5a', 'ff66-ffdf'],
    ]);
  });
});

describe('brackets', () => {
  it.each(
    [
      ...['()', '（）', '[]', '［］', '{}', '｛｝', '【】', '〔〕', '〖〗'].map((pair) => [
        pair,
        'aside',
      ]),
      ...['「」', '『』', '“”', '‘’', '«»', '｢｣', '〝〞'].map((pair) => [pair, 'quote']),
      ...['《》', '〈〉'].map((pair) => [pair, 'title']),
    ].map(([pair = '', use]) => [pair.charAt(0), pair.charAt(1), use] as const),
  )('%s is closed by %s: %s', (open, close, use) => {
    expect(closerOf(open.charCodeAt(0))).toBe(close.charCodeAt(0));
    expect(closerOf(close.charCodeAt(0))).toBeUndefined();
    expect(useOf(open.charCodeAt(0))).toBe(use);
  });

  it('that are straight quote', () => {
    expect(useOf('"'.charCodeAt(0))).toBe('quote');
  });

  it('close, as emphasis, code and tags of HTML do, and no other character does', () => {
    const closing = `)）]］}｝】〕〗」』”’»｣〞》〉"＂'*_~=\`>\ufe0e\ufe0f`;
    const codes = Array.from(closing, (mark) => mark.charCodeAt(0));
    expect(rangesOf((code) => isCloser(code) !== codes.includes(code))).toEqual([]);
  });
});

describe('letters and white space by their codes', () => {
  it.each<[string, (code: number) => boolean, readonly string[]]>([
    ['small letters', isLower, ['61-7a']],
    ['capitals', isUpper, ['41-5a']],
    ['digits', isDigit, ['30-39']],
    ['ASCII of words', isAsciiWord, ['30-39', '41-5a', '5f', '61-7a']],
    ['wide characters', isWide, ['2e80-d7af', 'd840-fefe', 'ff00-ffff']],
    ['line ends', isLineEnd, ['a', 'd']],
    ['variation selectors', isVariationSelector, ['fe0e-fe0f']],
    ['spaces of a line', isLineSpace, ['9', '20', 'a0', '3000']],
    ['white space that ends no line', isSpaceInLine, rangesOf(isSpaceOfPatterns)],
  ])('%s', (_what, is, ranges) => {
    expect(rangesOf(is)).toEqual(ranges);
  });

  function isSpaceOfPatterns(code: number): boolean {
    return /[^\S\n\r\u2028\u2029]/.test(String.fromCharCode(code));
  }

  it.each([
    ['為', 0, true],
    ['a', 0, false],
    ['，', 0, true],
    ['𠀀', 0, true],
    ['𠀀', 1, true],
    ['😀', 0, false],
    ['😀', 1, false],
    ['為\ufe0e', 1, false],
    ['為\ufe0f', 1, false],
    ['a\ufeff', 1, false],
    ['a\udc00', 1, false],
    ['為\udfff', 1, true],
    ['為\ue000', 1, true],
    ['', 0, false],
  ])('a wide character stands in %j at %i: %s', (text, at, is) => {
    expect(isWideAt(text, at)).toBe(is);
  });

  it('no white space of any kind is left', () => {
    expect(withoutSpaces(' a \t\u3000\u00a0b\r\n\u2028c ')).toBe('abc');
  });

  it('are skipped within the line, and back over its start', () => {
    expect(skipSpacesInLine('a \t\u3000\nb', 1)).toBe(4);
    expect(skipSpacesInLine('a  ', 1)).toBe(3);
    expect(skipSpacesInLine('ab', 1)).toBe(1);
    expect(skipSpacesBack('a \n b', 4)).toBe(1);
    expect(skipSpacesBack('  b', 2)).toBe(0);
    expect(skipSpacesBack('ab', 1)).toBe(1);
  });
});

describe('the line around a place', () => {
  it.each([
    ['abc', 1, 'abc'],
    ['abc', 3, 'abc'],
    ['', 0, ''],
    ['a\nbc\nd', 3, 'bc'],
    ['a\nbc\nd', 2, 'bc'],
    ['a\nbc\nd', 4, 'bc'],
    ['a\r\nbc\r\nd', 4, 'bc'],
    ['a\rbc\rd', 3, 'bc'],
    ['a\n\nd', 2, ''],
  ])('of %j at %i is %j', (text, at, line) => {
    expect(text.slice(lineStartBefore(text, at), lineEndFrom(text, at))).toBe(line);
  });
});
