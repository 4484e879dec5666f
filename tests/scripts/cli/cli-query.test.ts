/** Queries on the built command line: the whole language, what is wrong with one, and what no person writes. */
import { describe, expect, it } from 'vitest';
import { builtProgram } from './program';

const program = builtProgram();
const { note } = program;

function texts(...args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = program.run([
    'scan',
    '.',
    '--format',
    'tsv',
    '--columns',
    'text',
    ...args,
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').slice(1, -1);
}

function makeNotes(): void {
  note(
    'a.md',
    '---\nstatus: done\ntags: [essay/long]\ndate: 2026-03-05\n---\n# Rain\n\n' +
      'Why does it rain? #question/inward/anomaly\n\nWhere from?\n\n核心問題：\n\n雨像什麼？ #question/outward/analogy\n',
  );
  note(
    'b/c.md',
    '---\nStatus: open\ndate: 2025-12-31\n---\nHow much? #question/outward/limits\n\nBy whom?\n',
  );
}

describe('a query', () => {
  it.each<[query: string, found: readonly string[]]>([
    ['is:tagged', ['Why does it rain?', '雨像什麼？', 'How much?']],
    ['is:tagged\n-stance:outward', ['Why does it rain?']],
    ['(stage:limits OR label:核心問題)', ['雨像什麼？', 'How much?']],
    ['雨像什么', ['雨像什麼？']],
    ['prop:status=done is:untagged', ['Where from?']],
    ['tag:essay has:label', ['雨像什麼？']],
    ['date:2025', ['How much?', 'By whom?']],
    ['section:rain is:untagged', ['Where from?']],
    ['after:inward/anomaly', ['Where from?', '雨像什麼？']],
    ['missing:inward/anomaly', ['How much?', 'By whom?']],
    ['# a comment\nis:untagged\nsort by text', ['By whom?', 'Where from?']],
    ['sort by date reverse\nlimit 1', ['Why does it rain?']],
    ['is:tagged\nlimit 2', ['Why does it rain?', '雨像什麼？']],
    ['scope folder b', ['How much?', 'By whom?']],
    ['scope note a.md\nis:untagged', ['Where from?']],
    ['group by stance reverse\nis:tagged', ['雨像什麼？', 'How much?', 'Why does it rain?']],
    ['view matrix\nhide count\nis:untagged', ['Where from?', 'By whom?']],
  ])('%j is answered', (query, found) => {
    makeNotes();
    expect(texts('--query', query)).toEqual(found);
  });

  it('and the words of a filter narrow each other', () => {
    makeNotes();
    expect(texts('--query', 'stance:outward', '--filter', '-雨')).toEqual(['How much?']);
    expect(texts('--query', 'stance:outward', '--filter', '雨')).toEqual(['雨像什麼？']);
    expect(texts('--query', 'stance:outward', '--query', 'limit 1')).toEqual(['雨像什麼？']);
  });

  it('of several paths goes in their order, where it asks for none', () => {
    makeNotes();
    const found = (query: string): string =>
      program.run([
        ...['scan', 'b', 'a.md', '--format', 'tsv', '--columns', 'path,text'],
        ...['--query', query],
      ]).stdout;
    expect(found('is:untagged')).toBe('path\ttext\nb/c.md\tBy whom?\na.md\tWhere from?\n');
    expect(found('is:untagged\nlimit 1')).toBe('path\ttext\nb/c.md\tBy whom?\n');
    expect(found('is:untagged\nsort by path')).toBe(
      'path\ttext\na.md\tWhere from?\nb/c.md\tBy whom?\n',
    );
  });

  it('is taken from a file, with a byte order mark or without', () => {
    makeNotes();
    note('q.txt', '\ufeffstance:outward\r\nlimit 1\r\n');
    expect(texts('--query-file', 'q.txt')).toEqual(['雨像什麼？']);
  });

  it('has its groups for headings in an outline', () => {
    makeNotes();
    const { stdout } = program.run([
      'scan',
      '.',
      '--format',
      'md',
      '--query',
      'group by stance\nstance:outward',
    ]);
    expect(stdout).toBe(
      '## Bridging outward\n\n' +
        '- 雨像什麼？ *Bridging outward › Build an analogy* · 核心問題 · [a, line 14](./a.md#Rain)\n' +
        '- How much? *Bridging outward › Test against real limits* · [c, line 5](./b/c.md)\n',
    );
  });
});

describe('what is wrong with a query', () => {
  it.each<[what: string, query: string, said: string]>([
    [
      'a field, with what was probably meant',
      'is:tagged\nstanse:outward',
      'in --query, line 2, column 1: There is no field “stanse”. Did you mean “stance”? Put it in quotes if it is text.\n' +
        '  stanse:outward\n  ^^^^^^\n',
    ],
    [
      'an instruction, wide characters before it',
      '算力 OR',
      'in --query, line 1, column 4: There is nothing to go with this. Put it in quotes if it is text.\n' +
        '  算力 OR\n       ^^\n',
    ],
    [
      'a date',
      'date:soon',
      'in --query, line 1, column 6: “soon” is no date. Write 2026-03, 2026-01..2026-03, >2026-01-15, this-month or last-30-days.\n' +
        '  date:soon\n       ^^^^\n',
    ],
    [
      'a note that it would stand in',
      'is:tagged\nscope folder',
      'in --query, line 2, column 1: “scope folder” needs an open note, or a path behind it.\n' +
        '  scope folder\n  ^^^^^^^^^^^^\n',
    ],
    [
      'a saved query that is not there',
      'preset mine',
      'in --query, line 1, column 8: No saved query is called “mine”.\n  preset mine\n         ^^^^\n',
    ],
  ])('is said, and nothing is printed: %s', (_what, query, said) => {
    const { status, stdout, stderr } = program.run(['scan', '.', '--query', query]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(`question-stance: ${said}`);
  });

  it('is said up to a number of slips', () => {
    const { stderr } = program.run(['scan', '.', '--query', 'a:b '.repeat(30)]);
    expect(stderr.match(/There is no field/g)).toHaveLength(20);
    expect(stderr).toMatch(/\nquestion-stance: and 10 more\n$/);
  });

  it('is a file that is not there', () => {
    expect(program.run(['scan', '.', '--query-file', 'lost.txt'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'question-stance: lost.txt: no such file or folder\n',
    });
  });

  it('of a stage that the taxonomy does not have is said, and it is asked for all the same', () => {
    note('a.md', 'Why? #question/inward/own\n');
    const { status, stdout, stderr } = program.run([
      'scan',
      '.',
      '--query',
      'stage:inward/own',
      '--format',
      'tsv',
      '--columns',
      'text',
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'text\nWhy?\n' });
    expect(stderr).toMatch(
      /^question-stance: in --query, line 1, column 7: There is no stance or stage “inward\/own”\./,
    );
  });
});

describe('a query that no person writes', () => {
  it.each<[what: string, text: string, said: string]>([
    ['of a megabyte', 'word OR '.repeat(131_072), 'The query is too long; the rest is left out.'],
    ['of a megabyte in one line without an end', '"'.padEnd(1 << 20, 'x'), 'The query is too long'],
    ['of a megabyte of lines', 'is:tagged\n'.repeat(104_858), 'The query is too long'],
    [
      'of ten thousand brackets in each other',
      `${'('.repeat(10_000)}word${')'.repeat(10_000)}`,
      'Too many brackets within brackets',
    ],
    ['of ten thousand closing brackets', ')'.repeat(10_000), 'This bracket closes none.'],
    ['of ten thousand words', 'w '.repeat(10_000), 'There are too many words'],
  ])('%s is refused in a moment, with the reason', (_what, text, said) => {
    note('q.txt', text);
    note('a.md', 'Why?\n');
    const from = performance.now();
    const { status, stdout, stderr } = program.run(['scan', '.', '--query-file', 'q.txt']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr.length).toBeLessThan(20_000);
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('properties of every kind are asked for and written', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `p${at}: ${at}`).join('\n');
    note(
      'a.md',
      `---\n${many}\nobject: { a: { b: 1 } }\nlist: [1, { c: 2 }]\nself: &x [*x]\n---\nWhy?\n`,
    );
    expect(
      program.run([
        'scan',
        '.',
        '--format',
        'tsv',
        '--columns',
        'text',
        '--properties',
        'p9999,object,list,P5',
      ]).stdout,
    ).toBe(
      'text\tprop:p9999\tprop:object\tprop:list\tprop:P5\nWhy?\t9999\t{"a":{"b":1}}\t1; {"c":2}\t5\n',
    );
    expect(texts('--query', 'prop:p9999=9999')).toEqual(['Why?']);
    expect(texts('--query', 'prop:object')).toEqual(['Why?']);
  });
});

describe('a matrix', () => {
  it.each([
    [
      'table',
      [
        'STANCE            STAGE       QUESTIONS',
        'inward            anomaly     1',
        'inward            difference  0',
        'inward            direction   0',
        'outward           definition  0',
        'outward           analogy     1',
        'outward           limits      1',
        'outward           philosophy  0',
        '(untagged)                    2',
        '(not a question)              0',
        '',
      ].join('\n'),
    ],
    [
      'csv',
      'stance,stage,questions\r\ninward,anomaly,1\r\ninward,difference,0\r\ninward,direction,0\r\n' +
        'outward,definition,0\r\noutward,analogy,1\r\noutward,limits,1\r\noutward,philosophy,0\r\n,,2\r\nskip,,0\r\n',
    ],
  ])('is printed as %s', (format, expected) => {
    makeNotes();
    expect(program.run(['matrix', '.', '--format', format])).toEqual({
      status: 0,
      stdout: expected,
      stderr: '',
    });
  });

  it('as json has sums, too', () => {
    makeNotes();
    const { stdout } = program.run([
      'matrix',
      '.',
      '--format',
      'json',
      '--filter',
      'stance:outward',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      total: 5,
      matched: 2,
      notes: 2,
      tagged: 2,
      untagged: 0,
      skipped: 0,
      stages: expect.arrayContaining([
        { stance: 'outward', stage: 'limits', questions: 1 },
      ]) as unknown,
    });
  });
});

describe('an explanation', () => {
  const QUERY =
    'is:tagged\n-(stance:outward OR rain)\nscope folder b\nsort by text reverse\nlimit 5';

  it('has each part of the query with the number that fits it alone', () => {
    makeNotes();
    const { status, stdout } = program.run(['explain', '.', '--query', QUERY]);
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        'questions looked at: 2',
        '  is:tagged: 1',
        '  -(stance:outward OR rain): 1',
        '    (stance:outward OR rain): 1',
        '      stance:outward: 1',
        '      rain: 0',
        '  scope folder b',
        '  sort by text reverse',
        '  limit 5',
        'questions that fit: 0',
        '',
      ].join('\n'),
    );
  });

  it('is said beside the output where the query asks for it', () => {
    makeNotes();
    const { stdout, stderr } = program.run(['scan', '.', '--query', 'explain\nis:untagged']);
    expect(JSON.parse(stdout)).toHaveLength(2);
    expect(stderr).toBe(
      ['questions looked at: 5', '  is:untagged: 2', 'questions that fit: 2']
        .map((line) => `question-stance: ${line}\n`)
        .join(''),
    );
  });
});
