import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isNegation,
  isTerm,
  type Condition,
  type Filter,
} from '../../../../src/core/query/language/condition';
import { FIELDS, type Field } from '../../../../src/core/query/language/fields';
import { formatFilter, LIMITS, parseFilter } from '../../../../src/core/query/language/parse';
import { DEFAULT_TAXONOMY } from '../../../../src/core/model/taxonomy';

/** A filter as a reader of tests sees it: `a ∧ ¬b ∧ (c ∧ d ∨ e)`. */
function shown(filter: Filter): string {
  return filter.map(one).join(' ∧ ');
}

function one(condition: Condition): string {
  if (isTerm(condition)) return `${condition.field}=${condition.value}`;
  if (isNegation(condition)) return `¬${one(condition.not)}`;
  return `(${condition.any.map(shown).join(' ∨ ')})`;
}

describe('filter words', () => {
  it.each<[words: string, filter: string]>([
    ['', ''],
    [' \t\u3000\n', ''],
    ['Stance:outward', 'stance=outward'],
    ['stage:outward/limits label:算力瓶頸', 'stage=outward/limits ∧ label=算力瓶頸'],
    ['speaker:"Lex Fridman" is:Untagged', 'speaker=Lex Fridman ∧ is=untagged'],
    ['folder:讀書 "free text" word', 'folder=讀書 ∧ text=free text ∧ text=word'],
    ['一\u3000二', 'text=一 ∧ text=二'],
    ['label:""', 'label='],
    ['"a \\"b\\" \\\\c"', 'text=a "b" \\c'],
    ['a\\b it"s', 'text=a\\b ∧ text=it"s'],
    ['“樣本 效率” speaker:“Lex Fridman”', 'text=樣本 效率 ∧ speaker=Lex Fridman'],
    ['stance：outward', 'stance=outward'],
    ['Q：為什麼', 'text=Q：為什麼'],
    ['12:30', 'text=12:30'],
    ['text:foo:bar', 'text=foo:bar'],
    ['問題:是', 'text=問題:是'],
    ['-x', '¬text=x'],
    ['"-x"', 'text=-x'],
    ['a-b', 'text=a-b'],
    ['--x', 'text=x'],
    ['---x y', '¬text=x ∧ text=y'],
    ['-label:"a b" c', '¬label=a b ∧ text=c'],
    ['-(a b)', '¬(text=a ∧ text=b)'],
    ['-(a OR b)', '¬(text=a ∨ text=b)'],
    ['-(-a)', '¬(¬text=a)'],
    ['a OR b', '(text=a ∨ text=b)'],
    ['a b OR c d', '(text=a ∧ text=b ∨ text=c ∧ text=d)'],
    ['a or b', 'text=a ∧ text=or ∧ text=b'],
    ['"OR"', 'text=OR'],
    ['ORB', 'text=ORB'],
    ['(a)', 'text=a'],
    ['((a b))', '(text=a ∧ text=b)'],
    ['(a OR b) c', '(text=a ∨ text=b) ∧ text=c'],
    ['（a OR b） c', '(text=a ∨ text=b) ∧ text=c'],
    ['(a)b', 'text=a ∧ text=b'],
    ['(f(x) y)', '(text=f(x) ∧ text=y)'],
    ['f(x)', 'text=f(x)'],
    ['a)', 'text=a)'],
    ['(label:算力)', 'label=算力'],
    ['((label:a)) label:b', '(label=a) ∧ label=b'],
    ['(label:a) (label:b)', '(label=a) ∧ (label=b)'],
    ['(label:a) speaker:b', 'label=a ∧ speaker=b'],
    ['(stance:inward) is:untagged', '(stance=inward) ∧ is=untagged'],
    ['(a) b', 'text=a ∧ text=b'],
    ['missing:label missing:outward/philosophy', 'missing=label ∧ missing=outward/philosophy'],
    ['has:Speaker after:inward/anomaly', 'has=speaker ∧ after=inward/anomaly'],
    ['after:"a/b within section"', 'after=a/b within section'],
    ['prop:status=done date:2026-01..2026-03', 'prop=status=done ∧ date=2026-01..2026-03'],
    ['date:>2026-01-15 date:last-30-days', 'date=>2026-01-15 ∧ date=last-30-days'],
  ])('%j reads as %j', (words, filter) => {
    const reading = parseFilter(words);
    expect(reading.problems).toEqual([]);
    expect(shown(reading.filter)).toBe(filter);
  });

  // The carets stand under what the problem points at.
  it.each<[words: string, carets: string, code: string, kept: string]>([
    ['foo:bar word', '^^^         ', 'unknown-field', 'word'],
    ['foo:"a b" word', '^^^           ', 'unknown-field', 'word'],
    ['a foo: b', '  ^^^   ', 'unknown-field', 'a b'],
    ['label: word', '^^^^^^     ', 'missing-value', 'word'],
    ['is:lost word', '   ^^^^     ', 'unknown-value', 'word'],
    ['is:"" word', '   ^^     ', 'unknown-value', 'word'],
    ['kind:headings', '     ^^^^^^^^', 'unknown-value', ''],
    ['has:tag x', '    ^^^  ', 'unknown-value', 'x'],
    ['word label:"a b', '           ^^^^', 'unclosed-quote', 'word'],
    ['word "a\\"', '     ^^^^', 'unclosed-quote', 'word'],
    ['"a"b word', '   ^     ', 'text-after-quote', 'word'],
    ['(a b', '^   ', 'unclosed-bracket', '(a b)'],
    ['a ) b', '  ^  ', 'unopened-bracket', 'a b'],
    ['a () b', '  ^^  ', 'empty-brackets', 'a b'],
    ['a OR', '  ^^', 'missing-term', 'a'],
    ['OR a', '^^  ', 'missing-term', 'a'],
    ['a -', '  ^', 'missing-term', 'a'],
    ['(a -) b', '   ^   ', 'missing-term', 'a b'],
    ['date:soon x', '     ^^^^  ', 'bad-date', 'x'],
    ['date:2026-13', '     ^^^^^^^', 'bad-date', ''],
    ['prop:=x', '     ^^', 'missing-value', ''],
    ['after:limits', '      ^^^^^^', 'unknown-value', ''],
    ['after:"limits within run"', '      ^^^^^^^^^^^^^^^^^^^', 'unknown-value', ''],
    ['lacks:label', '      ^^^^^', 'unknown-value', ''],
  ])('%s\n%s %s', (words, carets, code, kept) => {
    const { filter, problems } = parseFilter(words);
    expect(problems.map(({ from, to, code: found }) => ({ from, to, code: found }))).toEqual([
      { from: carets.indexOf('^'), to: carets.lastIndexOf('^') + 1, code },
    ]);
    expect(formatFilter(filter)).toBe(kept);
  });

  it.each<[words: string, nearest: string | null, kept: string]>([
    ['stnace:inward', 'stance', ''],
    ['lable:x', 'label', ''],
    ['is:taged', 'tagged', ''],
    ['stage:limit', 'limits', 'stage:limit'],
    ['stage:outward/limts', 'outward/limits', 'stage:outward/limts'],
    ['stance:inwards', 'inward', 'stance:inwards'],
    ['missing:outward/philosphy', 'outward/philosophy', 'missing:outward/philosphy'],
    ['after:outward/philosphy', 'outward/philosophy', 'after:outward/philosphy'],
    [
      'after:"inward/anomly within run"',
      'inward/anomaly within run',
      'after:"inward/anomly within run"',
    ],
    [
      'after:"inward/anomaly within runs"',
      'inward/anomaly within run',
      'after:"inward/anomaly within runs"',
    ],
    ['zzzz:x', null, ''],
  ])('%j was meant as %j', (words, nearest, kept) => {
    const { filter, problems } = parseFilter(words, { taxonomies: [DEFAULT_TAXONOMY] });
    expect(problems.map((problem) => problem.nearest)).toEqual([nearest]);
    expect(formatFilter(filter)).toBe(kept);
  });

  it('report every problem, in order', () => {
    expect(parseFilter('foo:a is:b (c "d').problems.map(({ code }) => code)).toEqual([
      'unknown-field',
      'unknown-value',
      'unclosed-bracket',
      'unclosed-quote',
    ]);
  });
});

describe('words that nobody writes', () => {
  it.each<[name: string, words: string, code: string]>([
    [
      'brackets in ten thousand brackets',
      `${'('.repeat(10_000)}a${')'.repeat(10_000)} b`,
      'too-deep',
    ],
    ['a megabyte of words', 'word '.repeat(200_000), 'too-long'],
    ['a megabyte without a space', 'x'.repeat(1_000_000), 'too-long'],
    ['a thousand and one terms', 'a '.repeat(LIMITS.terms + 1), 'too-many-terms'],
  ])('%s are told once', (_name, words, code) => {
    const { problems, filter } = parseFilter(words);
    expect(problems.filter((problem) => problem.code === code)).toHaveLength(1);
    expect(filter.length).toBeGreaterThan(0);
  });

  it('keep what stands behind brackets that are too deep', () => {
    const { filter } = parseFilter(`${'('.repeat(500)}a${')'.repeat(500)} b`);
    expect(formatFilter(filter)).toBe('a b');
  });
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(
      ...'"\\ :：“”()（）-a問'.split(''),
      'OR',
      ' OR ',
      'stance',
      'has:',
      'date:',
    ),
  }),
);

const VALUES: { readonly [field in Field]?: fc.Arbitrary<string> } = {
  is: fc.constantFrom('tagged', 'untagged', 'conflict', 'skipped'),
  kind: fc.constantFrom('body', 'heading', 'quoted', 'embedded', 'unmarked'),
  has: fc.constantFrom('label', 'speaker', 'section'),
  missing: fc.constantFrom('label', 'outward/philosophy'),
  lacks: fc.constantFrom('inward/anomaly', 'a/b'),
  after: fc.constantFrom('inward/anomaly', 'a/b', 'a/b within run', 'a/b within week'),
  prop: fc.constantFrom('status', 'status=done', 'Checkbox 1=true'),
  date: fc.constantFrom('2026-03', '>2026-01-15', 'this-month', '2026-01..2026-03'),
};
const term: fc.Arbitrary<Condition> = fc
  .constantFrom(...FIELDS)
  .chain((field) => (VALUES[field] ?? text).map((value) => ({ field, value })));

/** What brackets can hold: at least two conditions, or alternatives of at least one each. */
const { condition } = fc.letrec<{ condition: Condition; positive: Condition }>((tie) => ({
  positive: fc.oneof(
    { maxDepth: 3 },
    term,
    fc
      .array(tie('condition'), { minLength: 2, maxLength: 3 })
      .map((sequence) => ({ any: [sequence] })),
    fc
      .array(fc.array(tie('condition'), { minLength: 1, maxLength: 2 }), {
        minLength: 2,
        maxLength: 3,
      })
      .map((any) => ({ any })),
  ),
  condition: fc.oneof(
    { maxDepth: 3 },
    tie('positive'),
    tie('positive').map((not) => ({ not })),
  ),
}));

describe('for any filter', () => {
  it('its words read back as the filter', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 5 }), (filter) => {
        expect(parseFilter(formatFilter(filter))).toEqual({ filter, problems: [] });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('for any words', () => {
  it('problems stand inside the words, in order, and what was read can be written', () => {
    fc.assert(
      fc.property(text, (words) => {
        const { filter, problems } = parseFilter(words);
        let last = 0;
        for (const { from, to } of problems) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(words.length);
          last = from;
        }
        expect(parseFilter(formatFilter(filter)).filter).toEqual(filter);
      }),
      { numRuns: 2000 },
    );
  });
});
