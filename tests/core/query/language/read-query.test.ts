import { describe, expect, it } from 'vitest';
import { formatFilter } from '../../../../src/core/query/language/parse';
import { readQuery } from '../../../../src/core/query/language/read-query';
import { EMPTY_QUERY, type Query } from '../../../../src/core/query/language/statement';

const presets = [
  { name: 'Outward only', text: 'stance:outward\ngroup by asker' },
  { name: 'wrong', text: 'foo:bar\nlabel:x' },
  { name: '数据', text: 'is:tagged' },
  { name: 'a', text: 'preset b' },
  { name: 'b', text: 'preset c' },
  { name: 'c', text: 'preset a\nis:tagged' },
];

describe('a query', () => {
  it.each<[text: string, filter: string, rest: Partial<Query>]>([
    ['', '', {}],
    ['# only a comment\n\n  # and another', '', {}],
    [
      'stance:outward -has:speaker\nmissing:outward/philosophy',
      'stance:outward -has:speaker missing:outward/philosophy',
      {},
    ],
    ['stance:outward\nstance:inward', 'stance:outward (stance:inward)', {}],
    ['a OR b\nc', '(a OR b) c', {}],
    ['stance:outward \\\n  is:tagged', 'stance:outward is:tagged', {}],
    ['stance:outward \\\r\n  is:tagged\r\nlimit 5', 'stance:outward is:tagged', { limit: 5 }],
    [
      'group by asker reverse\ngroup by label',
      '',
      {
        groups: [
          { by: 'asker', reverse: true },
          { by: 'label', reverse: false },
        ],
      },
    ],
    [
      'sort by date reverse\nsort by text',
      '',
      {
        sorts: [
          { by: 'date', reverse: true },
          { by: 'text', reverse: false },
        ],
      },
    ],
    ['limit 50\nlimit groups 3', '', { limit: 50, limitGroups: 3 }],
    [
      'view table\nshow line\nhide path, count',
      '',
      { view: 'table', show: ['line'], hide: ['path', 'count'] },
    ],
    ['hide line\nshow line', '', { show: ['line'], hide: [] }],
    ['scope articles', '', { notes: { kind: 'articles', path: null } }],
    [
      'scope folder Reading notes/2026',
      '',
      { notes: { kind: 'folder', path: 'Reading notes/2026' } },
    ],
    ['scope note "A b.md"', '', { notes: { kind: 'note', path: 'A b.md' } }],
    ['scope note', '', { notes: { kind: 'note', path: null } }],
    ['explain', '', { explain: true }],
    ['explained', 'explained', {}],
    ['limits of compute', 'limits of compute', {}],
    ['viewpoint', 'viewpoint', {}],
    ['preset 數據', 'is:tagged', {}],
    ['is:ＴＡＧＧＥＤ', 'is:tagged', {}],
    [
      'preset outward ONLY\nis:tagged',
      'stance:outward is:tagged',
      { groups: [{ by: 'asker', reverse: false }] },
    ],
  ])('%j', (text, filter, rest) => {
    const { query, problems } = readQuery(text, { presets });
    expect(problems).toEqual([]);
    expect(formatFilter(query.filter)).toBe(filter);
    expect({ ...query, filter: [] }).toEqual({ ...EMPTY_QUERY, ...rest });
  });

  it.each<[text: string, code: string, at: string, line: number, nearest: string | null]>([
    ['a\nview lst', 'unknown-value', 'lst', 2, 'list'],
    ['group by askr', 'unknown-value', 'askr', 1, 'asker'],
    ['group by asker down', 'unknown-value', 'down', 1, null],
    ['sort by tekst', 'unknown-value', 'tekst', 1, 'text'],
    ['\r\nlimit ten', 'bad-number', 'ten', 2, null],
    ['limit 0', 'bad-number', '0', 1, null],
    ['limit 5 6', 'too-many-words', '6', 1, null],
    ['show chips', 'unknown-value', 'chips', 1, 'chip'],
    ['scope everything', 'unknown-value', 'everything', 1, null],
    ['scope vault now', 'too-many-words', 'now', 1, null],
    ['is:tagged \\\nfoo:x', 'unknown-field', 'foo', 2, null],
    ['preset 資料數據', 'unknown-preset', '資料數據', 1, '数据'],
    ['preset Outwards only', 'unknown-preset', 'Outwards only', 1, 'Outward only'],
    ['is:tagged\npreset wrong', 'unknown-field', 'wrong', 2, null],
    [
      'group by note\ngroup by label\ngroup by stage',
      'too-many-groupings',
      'group by stage',
      3,
      null,
    ],
  ])('%j is told what is wrong', (text, code, at, line, nearest) => {
    const { problems } = readQuery(text, { presets });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    expect(text.slice(problem?.from, problem?.to)).toBe(at);
    expect(problem?.line).toBe(line);
    expect(problem?.nearest).toBe(nearest);
  });

  it('names the way of a preset that names itself over others, and keeps what else they say', () => {
    const { query, problems } = readQuery('preset a', { presets });
    expect(problems).toMatchObject([{ code: 'preset-in-itself', known: ['a', 'b', 'c', 'a'] }]);
    expect(formatFilter(query.filter)).toBe('is:tagged');
  });

  it('lists the presets where one is not known', () => {
    const [problem] = readQuery('preset nothing', { presets }).problems;
    expect(problem?.known).toEqual(['Outward only', 'wrong', '数据', 'a', 'b', 'c']);
  });

  it('reads presets that multiply no longer than a person would wait', () => {
    const many = Array.from({ length: 40 }, (_, at) => ({
      name: `p${at}`,
      text: `preset p${at + 1}\npreset p${at + 1}`,
    }));
    const { problems } = readQuery('preset p0', { presets: [...many, { name: 'p40', text: 'x' }] });
    expect(problems[0]?.code).toBe('too-many-terms');
  });

  it.each<[text: string, here: string | null | undefined, told: readonly (string | number)[]]>([
    ['is:tagged\nscope folder', null, ['scope folder', 2]],
    ['scope note', null, ['scope note', 1]],
    ['\r\n\npreset own', null, ['own', 3]],
    ['scope note\nscope vault', null, []],
    ['scope note\npreset everywhere', null, []],
    ['scope folder a/b', null, []],
    ['scope folder', 'talks/a.md', []],
    ['scope folder', undefined, []],
  ])('%j, standing in %s, is told where it means no note: %j', (text, here, told) => {
    const more = [
      { name: 'own', text: 'is:tagged\nscope note' },
      { name: 'everywhere', text: 'scope vault' },
    ];
    const { problems } = readQuery(text, { presets: more, ...(here !== undefined && { here }) });
    expect(problems.flatMap(({ from, to, line }) => [text.slice(from, to), line])).toEqual(told);
    expect(problems.every(({ code }) => code === 'no-note')).toBe(true);
  });

  it.each(['sort by text', 'show note, line', 'hide note chip'])(
    'reads a megabyte of «%s» in linear time, each thing once',
    (line) => {
      const small = readQuery(line);
      const begin = performance.now();
      const { query, problems } = readQuery(`${line}\n`.repeat(Math.floor(60_000 / line.length)));
      expect(performance.now() - begin).toBeLessThan(2000);
      expect(problems).toEqual([]);
      expect(query).toEqual(small.query);
      const inOne = readQuery(`${line} ${line.replace(/^\w+/, '').repeat(3000)}`);
      expect(inOne.query.hide).toEqual(small.query.hide);
    },
  );

  it('sorts by each field once, as it is named first', () => {
    const { query } = readQuery('sort by text reverse\nsort by date\nsort by text');
    expect(query.sorts).toEqual([
      { by: 'text', reverse: true },
      { by: 'date', reverse: false },
    ]);
  });

  it('reads ten thousand lines', () => {
    const { query } = readQuery('label:x\n'.repeat(10_000));
    expect(query.filter).toHaveLength(10_000);
  });

  it('of a text that is too long reads whole lines, and says only that', () => {
    const { query, problems } = readQuery('label:a\nstance:outward\n'.repeat(40_000));
    expect(problems.map(({ code }) => code)).toEqual(['too-long']);
    expect(query.filter.length).toBeGreaterThan(1000);
  });
});
