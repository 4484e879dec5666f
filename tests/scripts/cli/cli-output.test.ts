/** What the built command line prints: every format, of files, of a vault and of standard input. */
import { describe, expect, it } from 'vitest';
import type { AnswerRow } from '../../../src/core/query';
import { builtProgram } from './program';

const program = builtProgram();
const { note } = program;

function printed(args: readonly string[], input?: string): string {
  const { status, stdout, stderr } = program.run(args, input === undefined ? {} : { input });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

const TEXT = [
  '---',
  'Status: [draft, =x]',
  '---',
  '# 雨',
  '',
  'Why does it rain? #question/inward/anomaly',
  '',
  'Where from?',
  '',
  'How much? #question/outward/limits',
  '',
].join('\n');

describe('the formats of a scan', () => {
  it.each<[format: string, more: readonly string[], expected: string]>([
    [
      'csv',
      ['--columns', 'line,text,stage', '--properties', 'status', '--bom'],
      '\ufeffline,text,stage,prop:status\r\n' +
        '6,Why does it rain?,anomaly,draft; =x\r\n' +
        '8,Where from?,,draft; =x\r\n' +
        '10,How much?,limits,draft; =x\r\n',
    ],
    ['tsv', ['--columns', 'note,stance'], 'note\tstance\n雨\tinward\n雨\t\n雨\toutward\n'],
    [
      'ndjson',
      ['--columns', 'line', '--properties', 'STATUS,none'],
      [6, 8, 10]
        .map((line) => `{"line":${line},"properties":{"STATUS":["draft","=x"],"none":null}}\n`)
        .join(''),
    ],
    [
      'md',
      [],
      [
        '## [雨](a/雨.md)',
        '',
        '- Why does it rain? *Digging inward › Observed anomaly* · [line 6](a/雨.md#雨)',
        '- Where from? · [line 8](a/雨.md#雨)',
        '- How much? *Bridging outward › Test against real limits* · [line 10](a/雨.md#雨)',
        '',
      ].join('\n'),
    ],
    [
      'sequence',
      [],
      'path,note,asker,from,to,lag,fromAsker,fromLine,toLine\r\n' +
        'a/雨.md,雨,,inward/anomaly,outward/limits,2,,6,10\r\n',
    ],
    ['table', ['--columns', 'line,stage'], 'LINE  STAGE\n6     anomaly\n8     \n10    limits\n'],
    [
      'table',
      ['--properties', 'status'],
      [
        'PATH    LINE  STANCE   STAGE    TEXT               PROP:STATUS',
        'a/雨.md  6     inward   anomaly  Why does it rain?  draft; =x',
        'a/雨.md  8                       Where from?        draft; =x',
        'a/雨.md  10    outward  limits   How much?          draft; =x',
        '',
      ]
        .join('\n')
        .replace('PATH    ', 'PATH     '),
    ],
  ])('%s %j', (format, more, expected) => {
    note('a/雨.md', TEXT);
    expect(printed(['scan', 'a', '--format', format, ...more])).toBe(expected);
  });

  it('wide has a column for each stage', () => {
    note('a/雨.md', TEXT);
    const [headings = '', first] = printed(['scan', 'a', '--format', 'wide']).split('\r\n');
    expect(headings).toMatch(
      /^path,note,line,.*,order,skipped,question\/inward,question\/inward\/anomaly,/,
    );
    expect(first).toMatch(/^a\/雨\.md,雨,6,.*,雨,,\d+,Why does it rain\?,1,0,0,1,0,0,0,0,0,0,0,0$/);
  });
});

describe('standard input', () => {
  it('is a note of its own', () => {
    const rows = JSON.parse(printed(['scan', '-'], '\ufeffA. Why?\r\n')) as readonly AnswerRow[];
    expect(rows).toMatchObject([
      { path: '(standard input)', start: 4, end: 8, line: 1, text: 'Why?' },
    ]);
  });

  it('is read once, beside files', () => {
    note('a.md', 'Who?\n');
    const args = ['scan', '-', 'a.md', '-', '--format', 'tsv', '--columns', 'path,text'];
    expect(printed(args, 'Why?\n')).toBe('path\ttext\n(standard input)\tWhy?\na.md\tWho?\n');
  });

  it('that is no text is refused', () => {
    const { status, stdout, stderr } = program.run(['scan', '-'], { input: 'Why?\0' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '[]\n' });
    expect(stderr).toMatch(/^question-stance: \(standard input\): not text/);
  });
});

describe('a vault', () => {
  const taxonomy = {
    id: 'own',
    name: { en: 'Own' },
    root: 'q',
    stances: [
      {
        id: 'near',
        label: { en: 'Near' },
        color: 'red',
        stages: [{ id: 'here', label: { en: 'Here' }, asks: { en: '' } }],
      },
    ],
  };

  function makeVault(): void {
    const settings = {
      version: 2,
      taxonomies: [taxonomy],
      active: 'own',
      scope: { mode: 'rule', tags: ['essay'], checkbox: null, checkboxValue: true },
      queries: [{ name: 'Near ones', text: 'stance:near\nsort by path reverse' }],
    };
    note('v/.obsidian/plugins/question-stance/data.json', JSON.stringify(settings));
    note('v/.obsidian/app.json', JSON.stringify({ userIgnoreFilters: ['Drafts/'] }));
    note('v/a.md', '---\ntags: [essay]\n---\nWhy? #q/near/here\n');
    note('v/b/c.md', 'Who? #question/inward\n');
    note('v/Drafts/d.md', 'When? #q/near\n');
  }

  const texts = (...args: readonly string[]): string =>
    printed(['scan', ...args, '--format', 'tsv', '--columns', 'path,text,root,stage']);

  it('is read whole, by its settings, without what it excludes', () => {
    makeVault();
    expect(texts('--vault', 'v')).toBe(
      'path\ttext\troot\tstage\na.md\tWhy?\tq\there\nb/c.md\tWho?\t\t\n',
    );
    expect(texts('--vault', 'v', '--notes', 'articles')).toBe(
      'path\ttext\troot\tstage\na.md\tWhy?\tq\there\n',
    );
  });

  it('names the notes that are given as it knows them, and reads an excluded one that is', () => {
    makeVault();
    note('outside.md', 'How?\n');
    expect(texts('v/b', 'v/Drafts/d.md', 'outside.md', '--vault', 'v')).toBe(
      'path\ttext\troot\tstage\nb/c.md\tWho?\t\t\nDrafts/d.md\tWhen?\tq\t\noutside.md\tHow?\t\t\n',
    );
    expect(texts('v/Drafts', '--vault', 'v')).toBe('path\ttext\troot\tstage\n');
  });

  it('has its own stages in the wide table, under another root where one is given', () => {
    makeVault();
    const headings = (...args: readonly string[]): string | undefined =>
      printed(['scan', '--vault', 'v', '--format', 'wide', ...args]).split('\r\n')[0];
    expect(headings()).toMatch(/,skipped,q\/near,q\/near\/here,q\/\(other\)$/);
    expect(headings('--root', 'z')).toMatch(/,skipped,z\/near,z\/near\/here,z\/\(other\)$/);
  });

  it('knows its saved queries, and lists them where one is named that is not there', () => {
    makeVault();
    expect(texts('--vault', 'v', '--query', 'preset near ones')).toBe(
      'path\ttext\troot\tstage\na.md\tWhy?\tq\there\n',
    );
    const { status, stderr } = program.run(['scan', '--vault', 'v', '--query', 'preset mine']);
    expect(status).toBe(2);
    expect(stderr).toContain('No saved query is called “mine”. There is: Near ones.');
  });

  it('knows its stages where a filter has a slip', () => {
    makeVault();
    const { status, stderr } = program.run(['scan', '--vault', 'v', '--filter', 'stage:hier']);
    expect(status).toBe(0);
    expect(stderr).toContain('There is no stance or stage “hier”. Did you mean “here”?');
  });
});

it('two folders that are given may have notes of one path', () => {
  note('x/a.md', 'Why?\n');
  note('y/a.md', 'Who?\n');
  expect(printed(['scan', 'x', 'y', '--format', 'tsv', '--columns', 'path,text'])).toBe(
    'path\ttext\nx/a.md\tWhy?\ny/a.md\tWho?\n',
  );
});

it('notes are asked by tags, properties and their day, which stands in its column', () => {
  note('a.md', '---\ntags: [essay/long]\nDate: 2026-03-05\n---\nWhy? #own\n');
  note('b.md', '---\nstatus: done\ncreated: 2025-12-31\n---\nWho?\n');
  const found = (filter: string): string =>
    printed(['scan', '.', '--filter', filter, '--format', 'tsv', '--columns', 'text,date']);
  expect(found('tag:essay')).toBe('text\tdate\nWhy?\t2026-03-05\n');
  expect(found('tag:own')).toBe(found('tag:essay'));
  expect(found('prop:Status=done')).toBe('text\tdate\nWho?\t2025-12-31\n');
  expect(found('date:2025')).toBe(found('prop:status'));
});

it('who asks is told by the property and the headings, found and grouped by, by the property that the settings name', () => {
  const text = '# Ilya asks\n\nWhy?\n\n# Dwarkesh\n\nHow?\n';
  const names = '[Ilya Sutskever, Dwarkesh Patel]';
  note('a.md', `---\naskers: ${names}\n---\n${text}`);
  note('v/b.md', `---\nGuests: ${names}\n---\n${text}`);
  note(
    'v/.obsidian/plugins/question-stance/data.json',
    JSON.stringify({ version: 2, notes: { askersProperty: 'guests' } }),
  );
  const columns = ['--format', 'tsv', '--columns', 'text,asker'];
  expect(printed(['scan', 'a.md', ...columns])).toBe(
    'text\tasker\nWhy?\tIlya Sutskever\nHow?\tDwarkesh Patel\n',
  );
  const found = ['--vault', 'v', '--query', 'asker:"dwarkesh patel"'];
  expect(printed(['scan', ...found, ...columns])).toBe('text\tasker\nHow?\tDwarkesh Patel\n');
});
