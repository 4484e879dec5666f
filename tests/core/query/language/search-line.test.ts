import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuery } from '../../../../src/core/query/language/format-query';
import { formatFilter } from '../../../../src/core/query/language/parse';
import { isUnfinished, readSearchLine } from '../../../../src/core/query/language/search-line';

const presets = [
  { name: 'Outward only', text: 'stance:outward\ngroup by asker' },
  { name: 'limits', text: 'label:limits' },
];

describe('a line of search', () => {
  it.each<[line: string, words: string, instructions: string | null]>([
    ['', '', null],
    ['cost OR budget', 'cost OR budget', null],
    ['stance:outward group by asker', 'stance:outward', 'group by asker'],
    [
      'cost  group by asker reverse   sort by date  limit 20',
      'cost',
      'group by asker reverse\nsort by date\nlimit 20',
    ],
    ['limit groups 3 limit 5', '', 'limit 5\nlimit groups 3'],
    ['scope folder My notes view table', '', 'scope folder My notes\nview table'],
    ['preset Outward only', '', 'stance:outward\ngroup by asker'],
    ['cost preset limits', 'cost', 'label:limits'],
    ['our preset opinions', 'our preset opinions', null],
    ['view from nowhere', 'view from nowhere', null],
    ['the limit of it', 'the limit of it', null],
    ['a "limit 20"', 'a "limit 20"', null],
    ['a (limit 20)', 'a (limit 20)', null],
    ['a -limit 20', 'a -limit 20', null],
    ['cost explain', 'cost', 'explain'],
    ['"explain"', 'explain', null],
    ['explain it', 'explain it', null],
    ['show line, path hide label', '', 'show line, path\nhide label'],
    ['show me the path', 'show me the path', null],
    ['cost show the label', 'cost show the label', null],
    ['# of notes', '# of notes', null],
    ['limit 20 cost', 'limit 20 cost', null],
  ])('%s', (line, words, instructions) => {
    const { filter, instructions: read, problems } = readSearchLine(line, { presets });
    expect(formatFilter(filter)).toBe(words);
    expect(read && formatQuery(read)).toBe(instructions);
    expect(problems).toEqual([]);
  });

  it.each<[line: string, code: string, at: string, nearest: string | null]>([
    ['foo labl:x bar', 'unknown-field', 'labl', 'label'],
    ['preset Outword only', 'unknown-preset', 'Outword only', 'Outward only'],
    ['cost group by asker preset limits is:tagd', 'unknown-value', 'tagd', 'tagged'],
  ])('says what is wrong where it stands: %s', (line, code, at, nearest) => {
    const [problem] = readSearchLine(line, { presets }).problems;
    expect(problem).toMatchObject({ code, nearest });
    expect(line.slice(problem?.from, problem?.to)).toBe(at);
  });

  it.each<[line: string, unfinished: boolean]>([
    ['label:', true],
    ['label: cost', false],
    ['is:unt', true],
    ['is:untugged', false],
    ['is:unt cost', false],
    ['date:2026-', true],
    ['date:2026- x', false],
    ['"cost', true],
    ['(cost OR budget', true],
    ['cost OR', true],
    ['-', true],
    ['cost )', false],
    ['labl:x', false],
    ['preset Out', true],
    ['preset Auto', false],
  ])('knows what is being typed yet: %s', (line, unfinished) => {
    const { problems } = readSearchLine(line, { presets });
    expect(problems).toHaveLength(1);
    expect(problems.map((problem) => isUnfinished(problem, line))).toEqual([unfinished]);
  });

  it.each(['view x ', 'limit groups ', 'preset a ', 'scope note a ', 'sort by note ', 'limit 5 '])(
    'is read in a time that grows with its length alone: %s again and again',
    (words) => {
      const line = words.repeat(Math.ceil(60_000 / words.length));
      const start = performance.now();
      readSearchLine(line, { presets });
      expect(performance.now() - start).toBeLessThan(4000);
    },
  );

  it('never throws, and every problem stands in the line', () => {
    const unit = fc.constantFrom(
      ...'"\\ :()-a#\n'.split(''),
      ...['limit ', '20 ', 'group by ', 'asker ', 'scope folder ', 'preset ', 'limits '],
    );
    fc.assert(
      fc.property(fc.string({ unit }), (line) => {
        for (const { from, to } of readSearchLine(line, { presets }).problems) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(line.length);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
