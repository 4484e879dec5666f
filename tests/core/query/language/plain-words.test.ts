import { describe, expect, it } from 'vitest';
import { isTerm } from '../../../../src/core/query/language/condition';
import { formatFilter, parseFilter } from '../../../../src/core/query/language/parse';

describe('words without operators', () => {
  it.each<[words: string, terms: readonly string[]]>([
    ['', []],
    [' \t\u3000\n', []],
    ['stance:outward', ['stance=outward']],
    ['Stance:outward', ['stance=outward']],
    ['stage:outward/limits label:算力瓶頸', ['stage=outward/limits', 'label=算力瓶頸']],
    ['speaker:"Lex Fridman" is:untagged', ['speaker=Lex Fridman', 'is=untagged']],
    ['is:Untagged', ['is=untagged']],
    ['folder:讀書 "free text" word', ['folder=讀書', 'text=free text', 'text=word']],
    ['一\u3000二', ['text=一', 'text=二']],
    ['label:""', ['label=']],
    ['""', ['text=']],
    ['"a \\"b\\" \\\\c"', ['text=a "b" \\c']],
    ['a\\b it"s', ['text=a\\b', 'text=it"s']],
    ['“樣本 效率” speaker:“Lex Fridman”', ['text=樣本 效率', 'speaker=Lex Fridman']],
    ['"“inner”"', ['text=“inner”']],
    ['stance：outward', ['stance=outward']],
    ['Q：為什麼', ['text=Q：為什麼']],
    ['12:30', ['text=12:30']],
    ['"foo:bar"', ['text=foo:bar']],
    ['text:foo:bar', ['text=foo:bar']],
    ['label:a:b', ['label=a:b']],
    ['問題:是', ['text=問題:是']],
  ])('%j reads as %j', (words, terms) => {
    const { filter, problems } = parseFilter(words);
    expect(problems).toEqual([]);
    expect(filter.filter(isTerm).map(({ field, value }) => `${field}=${value}`)).toEqual(terms);
    expect(filter.every(isTerm)).toBe(true);
  });

  // The carets stand under what the error points at.
  it.each<[words: string, carets: string, code: string, kept: string]>([
    ['foo:bar word', '^^^         ', 'unknown-field', 'word'],
    ['foo:"a b" word', '^^^           ', 'unknown-field', 'word'],
    ['a foo: b', '  ^^^   ', 'unknown-field', 'a b'],
    ['label: word', '^^^^^^     ', 'missing-value', 'word'],
    ['is:lost word', '   ^^^^     ', 'unknown-value', 'word'],
    ['is:"" word', '   ^^     ', 'unknown-value', 'word'],
    ['word label:"a b', '           ^^^^', 'unclosed-quote', 'word'],
    ['word "', '     ^', 'unclosed-quote', 'word'],
    ['word "a\\"', '     ^^^^', 'unclosed-quote', 'word'],
    ['"a"b word', '   ^     ', 'text-after-quote', 'word'],
    ['label:“甲”乙 word', '         ^     ', 'text-after-quote', 'word'],
  ])('%s\n%s %s', (words, carets, code, kept) => {
    const { filter, problems } = parseFilter(words);
    expect(problems).toMatchObject([
      { from: carets.indexOf('^'), to: carets.lastIndexOf('^') + 1, code },
    ]);
    expect(problems).toHaveLength(1);
    expect(formatFilter(filter)).toBe(kept);
  });

  it('report every error', () => {
    expect(parseFilter('foo:a is:b "c').problems.map(({ code }) => code)).toEqual([
      'unknown-field',
      'unknown-value',
      'unclosed-quote',
    ]);
  });
});
