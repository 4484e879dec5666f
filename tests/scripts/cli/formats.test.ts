import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { FORMATTERS, type Format } from '../../../scripts/cli/formats';
import type { PrintedQuestion } from '../../../scripts/cli/formats/printed-question';

const plain: PrintedQuestion = {
  path: 'a.md',
  start: 0,
  end: 4,
  line: 1,
  text: 'Why?',
  kind: 'body',
  section: [],
  label: null,
  speaker: null,
  group: 1,
  mark: null,
};

function print(
  format: Format,
  sketches: readonly Partial<PrintedQuestion>[],
  columns: number | null = null,
): string {
  const questions = sketches.map((sketch) => ({ ...plain, ...sketch }));
  return [...FORMATTERS[format](questions, columns)].join('');
}

describe('json', () => {
  it('of no questions is an empty array', () => {
    expect(print('json', [])).toBe('[]\n');
    expect(print('ndjson', [])).toBe('');
  });

  it('has the fields in their order', () => {
    expect(print('ndjson', [{ mark: { stance: 'inward', stage: null } }])).toBe(
      '{"path":"a.md","start":0,"end":4,"line":1,"text":"Why?","kind":"body","section":[],' +
        '"label":null,"speaker":null,"group":1,"mark":{"stance":"inward","stage":null}}\n',
    );
  });
});

const printed = fc.record<PrintedQuestion>({
  path: fc.string({ unit: 'binary' }),
  start: fc.nat(),
  end: fc.nat(),
  line: fc.nat(),
  text: fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', '\u2028', '問', 'a', ' ') }),
  kind: fc.constantFrom('body', 'embedded'),
  section: fc.array(fc.string()),
  label: fc.option(fc.string()),
  speaker: fc.option(fc.string()),
  group: fc.nat(),
  mark: fc.option(
    fc.record({ stance: fc.constantFrom('inward', 'skip'), stage: fc.option(fc.constant('x')) }),
  ),
});

it('both kinds of json read back as the questions', () => {
  fc.assert(
    fc.property(fc.array(printed), (questions) => {
      expect(JSON.parse(print('json', questions))).toEqual(questions);
      const lines = print('ndjson', questions).split('\n').slice(0, -1);
      expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(questions);
    }),
  );
});

describe('csv', () => {
  const header = 'path,start,end,line,text,kind,section,label,speaker,group,stance,stage\r\n';

  it.each<[name: string, sketch: Partial<PrintedQuestion>, line: string]>([
    ['a plain question', {}, 'a.md,0,4,1,Why?,body,,,,1,,'],
    ['quotes and commas', { text: 'A, "b"?' }, 'a.md,0,4,1,"A, ""b""?",body,,,,1,,'],
    ['line breaks', { label: 'a\nb', speaker: 'c\rd' }, 'a.md,0,4,1,Why?,body,,"a\nb","c\rd",1,,'],
    ['sections', { section: ['一', '二'] }, 'a.md,0,4,1,Why?,body,一 › 二,,,1,,'],
    [
      'a mark',
      { mark: { stance: 'outward', stage: 'limits' } },
      'a.md,0,4,1,Why?,body,,,,1,outward,limits',
    ],
    [
      'a mark without a stage',
      { mark: { stance: 'skip', stage: null } },
      'a.md,0,4,1,Why?,body,,,,1,skip,',
    ],
    ['a formula', { text: '=1+1?' }, "a.md,0,4,1,'=1+1?,body,,,,1,,"],
    ['a formula in full width', { label: '＝Ａ１' }, "a.md,0,4,1,Why?,body,,'＝Ａ１,,1,,"],
    ['a formula in quotes', { text: '@a,"b"?' }, 'a.md,0,4,1,"\'@a,""b""?",body,,,,1,,'],
    ['a sign further in', { text: 'a=b?' }, 'a.md,0,4,1,a=b?,body,,,,1,,'],
  ])('of %s', (_name, sketch, line) => {
    expect(print('csv', [sketch])).toBe(`${header}${line}\r\n`);
  });

  it('of no questions is the header', () => {
    expect(print('csv', [])).toBe(header);
  });

  it('reads back, whatever the cells hold', () => {
    fc.assert(
      fc.property(fc.array(printed), (questions) => {
        const [, ...records] = readCsv(print('csv', questions));
        const texts = records.map((cells) => cells[4]?.replace(/^'(?=[=+\-@\t\r])/, ''));
        expect(texts).toEqual(questions.map(({ text }) => text));
        expect(records.every((cells) => cells.length === 12)).toBe(true);
      }),
    );
  });
});

/** RFC 4180 by the letter: quoted or bare cells, commas, CRLF. */
function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const match = cell.exec(text);
    if (!match) throw new Error('not CSV');
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(cells);
    cells = [];
  }
  return records;
}

describe('a table', () => {
  const questions = [
    { path: '讀書/雨.md', line: 12, text: '為什麼下雨？', mark: { stance: 'inward', stage: null } },
    { text: 'Who is it like?', mark: { stance: 'outward', stage: 'analogy' } },
    { path: 'b.md', text: '\u001b[31mred\tone?' },
  ];

  it('lines up, wide characters two columns wide', () => {
    expect(print('table', questions)).toBe(
      [
        'WHERE          MARK             QUESTION',
        '讀書/雨.md:12  inward           為什麼下雨？',
        'a.md:1         outward/analogy  Who is it like?',
        'b.md:1         -                 [31mred one?',
        '',
      ].join('\n'),
    );
  });

  it('is cut to the terminal', () => {
    expect(print('table', questions, 40)).toBe(
      [
        'WHERE          MARK        QUESTION',
        '讀書/雨.md:12  inward      為什麼下雨？',
        'a.md:1         outward/a…  Who is it li…',
        'b.md:1         -            [31mred one?',
        '',
      ].join('\n'),
    );
  });

  it('keeps the end of a path that is too long', () => {
    const [, line] = print('table', [{ path: '讀書筆記/摘錄/雨的傳記.md' }], 40).split('\n');
    expect(line).toBe('…雨的傳記.md:1  -     Why?');
  });

  it('of no questions is nothing', () => {
    expect(print('table', [])).toBe('');
  });

  it('never is wider than the terminal', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '問', '👨‍👩‍👧', 'e\u0301', '？', ' ') });
    const sketches = fc.array(
      fc.record({
        path: word,
        text: word,
        mark: fc.constantFrom(null, { stance: 'outward', stage: 'limits' }),
      }),
    );
    fc.assert(
      fc.property(sketches, fc.integer({ min: 32, max: 120 }), (some, columns) => {
        for (const line of print('table', some, columns).split('\n')) {
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });
});
