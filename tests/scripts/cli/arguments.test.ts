import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../scripts/cli/arguments';

describe('the arguments', () => {
  it('of a plain scan have their defaults', () => {
    expect(readArguments(['scan', 'a', 'b.md'])).toEqual({
      kind: 'scan',
      paths: ['a', 'b.md'],
      vault: null,
      notes: 'vault',
      root: null,
      filterWords: '',
      filter: [],
      query: '',
      queryFile: null,
      format: 'json',
      columns: null,
      properties: [],
      byteOrderMark: false,
    });
  });

  it('of a scan with everything are read', () => {
    const words = 'stage:limits word';
    expect(
      readArguments([
        'scan',
        '--format',
        'csv',
        'a',
        `--filter=${words}`,
        '--notes=articles',
        '--root',
        '#提問',
        '--vault',
        'v',
        '--columns',
        'text, OTHERMARKS,',
        '--properties=Checkbox 1,date',
        '--bom',
        '--query',
        'is:tagged',
        '--query',
        'limit 3',
      ]),
    ).toEqual({
      kind: 'scan',
      paths: ['a'],
      vault: 'v',
      format: 'csv',
      columns: ['text', 'otherMarks'],
      properties: ['Checkbox 1', 'date'],
      byteOrderMark: true,
      query: 'is:tagged\nlimit 3',
      queryFile: null,
      filterWords: words,
      filter: [
        { field: 'stage', value: 'limits' },
        { field: 'text', value: 'word' },
      ],
      notes: 'articles',
      root: '提問',
    });
  });

  it.each([
    [['scan', '--', '-a.md'], 'scan'],
    [['scan', '-'], 'scan'],
    [['scan', '--vault', 'v'], 'scan'],
    [['matrix', 'a'], 'matrix'],
    [['explain', 'a', '--query', 'word'], 'explain'],
    [['--help'], 'help'],
    [['scan', '-h'], 'help'],
    [['--version'], 'version'],
  ])('%j are a %s', (argv, kind) => {
    expect(readArguments(argv).kind).toBe(kind);
  });

  it('may have words that begin with a negation', () => {
    const command = readArguments(['scan', 'a', '--filter', '-is:tagged', '--query', '-word']);
    expect(command).toMatchObject({ filterWords: '-is:tagged', query: '-word' });
  });

  it.each<[argv: readonly string[], message: string | RegExp]>([
    [[], 'a command is missing'],
    [['look', 'a'], 'no such command: look'],
    [['scan'], 'a file or folder is missing'],
    [['scan', 'a', '--format', 'xml'], 'no such format: xml'],
    [['scan', 'a', '--format', 'constructor'], 'no such format: constructor'],
    [['scan', 'a', '--notes', 'some'], 'no such choice of notes: some'],
    [['scan', 'a', '--root', 'a/b'], 'not a tag that marks can start with: a/b'],
    [['matrix', 'a', '--format', 'md'], 'no such format of a matrix: md'],
    [['matrix', 'a', '--columns', 'text'], '--columns is nothing to matrix'],
    [['explain', 'a', '--format', 'json'], '--format is nothing to explain'],
    [['scan', 'a', '--query', 'x', '--query-file', 'y'], 'either --query or --query-file'],
    [['scan', 'a', '--bom'], '--bom is nothing to json'],
    [['scan', 'a', '--format', 'md', '--properties', 'x'], '--properties is nothing to md'],
    [
      ['scan', 'a', '--format', 'sequence', '--columns', 'text'],
      '--columns is nothing to sequence',
    ],
    [
      ['scan', 'a', '--columns', 'path,lines'],
      /^no such column: lines; did you mean line\? \(there are path, /,
    ],
    [['scan', 'a', '--properties', ''], '--properties names nothing'],
    [['scan', 'a', '--properties', ' , '], '--properties names nothing'],
    [['scan', 'a', '--columns='], '--columns names nothing'],
    [['scan', 'a', '--lost'], /--lost/],
    [['scan', 'a', '--format'], /--format/],
    [['scan', 'a', '--filter', '--format', 'csv'], /--filter/],
    [
      ['scan', 'a', '--filter', 'is:lost'],
      /^in --filter, line 1, column 4: “lost” is not known here\. There is: tagged, /,
    ],
  ])('%j are refused', (argv, message) => {
    const command = readArguments(argv);
    if (command.kind !== 'usage-error') throw new Error(`read as ${command.kind}`);
    if (typeof message === 'string') expect(command.message).toBe(message);
    else expect(command.message).toMatch(message);
  });

  it('with a slip in the filter say where it is, wide characters two columns wide', () => {
    const command = readArguments(['scan', 'a', '--filter', '算力 標籤 foo:x']);
    expect(command.kind === 'usage-error' && command.message.split('\n').slice(1)).toEqual([
      '  算力 標籤 foo:x',
      '            ^^^',
    ]);
  });
});
