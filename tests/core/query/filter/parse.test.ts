import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, IS_VALUES, type FilterTerm } from '../../../../src/core/query/filter/filter';
import { parseFilter } from '../../../../src/core/query/filter/parse';
import { formatFilter } from './format-filter';

describe('filter words', () => {
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
    ['-x', ['text=-x']],
    ['問題:是', ['text=問題:是']],
  ])('%j reads as %j', (words, terms) => {
    const { filter, errors } = parseFilter(words);
    expect(errors).toEqual([]);
    expect(filter.map(({ field, value }) => `${field}=${value}`)).toEqual(terms);
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
    const { filter, errors } = parseFilter(words);
    expect(errors).toEqual([{ from: carets.indexOf('^'), to: carets.lastIndexOf('^') + 1, code }]);
    expect(formatFilter(filter)).toBe(kept);
  });

  it('report every error', () => {
    expect(parseFilter('foo:a is:b "c').errors.map(({ code }) => code)).toEqual([
      'unknown-field',
      'unknown-value',
      'unclosed-quote',
    ]);
  });
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', ' ', ':', '：', '“', '”', 'a', 'stance', '問') }),
);
const term = fc.oneof(
  fc.record<FilterTerm>({
    field: fc.constantFrom(...FIELDS.filter((field) => field !== 'is')),
    value: text,
  }),
  fc.record<FilterTerm>({ field: fc.constant('is'), value: fc.constantFrom(...IS_VALUES) }),
);

describe('for any filter', () => {
  it('its words read back as the filter', () => {
    fc.assert(
      fc.property(fc.array(term), (filter) => {
        expect(parseFilter(formatFilter(filter))).toEqual({ filter, errors: [] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('for any words', () => {
  it('errors stand inside the words, in order, and what was read can be written', () => {
    fc.assert(
      fc.property(text, (words) => {
        const { filter, errors } = parseFilter(words);
        let last = 0;
        for (const { from, to } of errors) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(words.length);
        expect(parseFilter(formatFilter(filter)).filter).toEqual(filter);
      }),
      { numRuns: 1000 },
    );
  });
});
