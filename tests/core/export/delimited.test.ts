import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileFormat, type WriteOptions, writeRows } from '../../../src/core/export';
import { answerRow, answerRows, type RowSketch, PLAIN } from './answer-rows';
import { byHeading, readCsv, readTsv } from './read-delimited';

const FORMULA_SIGNS = /^[=+\-@\t\r\n＝＋－＠]/;

function write(
  format: FileFormat,
  sketches: readonly RowSketch[],
  options: Partial<WriteOptions> = {},
): string {
  return [...writeRows(format, sketches.map(answerRow), { ...PLAIN, ...options })].join('');
}

describe('csv', () => {
  const header =
    'path,start,end,line,text,kind,section,label,speaker,group,stance,stage,asker,date,root,otherMarks\r\n';

  it.each<[name: string, sketch: RowSketch, line: string]>([
    ['a plain question', {}, 'a.md,0,4,1,Why?,body,,,,1,,,,,,'],
    ['quotes and commas', { text: 'A, "b"?' }, 'a.md,0,4,1,"A, ""b""?",body,,,,1,,,,,,'],
    [
      'line breaks',
      { label: 'a\nb', speaker: 'c\rd' },
      'a.md,0,4,1,Why?,body,,"a\nb","c\rd",1,,,,,,',
    ],
    ['sections', { section: ['一', '二'] }, 'a.md,0,4,1,Why?,body,一 › 二,,,1,,,,,,'],
    ['a mark', { tag: 'outward/limits' }, 'a.md,0,4,1,Why?,body,,,,1,outward,limits,,,question,'],
    ['a mark without a stage', { tag: 'skip' }, 'a.md,0,4,1,Why?,body,,,,1,skip,,,,question,'],
    [
      'further marks',
      { tag: 'outward/limits', others: ['mood/glad', 'question/inward/anomaly'] },
      'a.md,0,4,1,Why?,body,,,,1,outward,limits,,,question,mood/glad question/inward/anomaly',
    ],
    [
      'who asks, and when',
      { speaker: 'Ilya Sutskever', asker: 'Ilya', date: '2026-03-01' },
      'a.md,0,4,1,Why?,body,,,Ilya Sutskever,1,,,Ilya,2026-03-01,,',
    ],
    ['a formula', { text: '=1+1?' }, "a.md,0,4,1,'=1+1?,body,,,,1,,,,,,"],
    ['a formula in full width', { label: '＝Ａ１' }, "a.md,0,4,1,Why?,body,,'＝Ａ１,,1,,,,,,"],
    ['a formula in quotes', { text: '@a,"b"?' }, 'a.md,0,4,1,"\'@a,""b""?",body,,,,1,,,,,,'],
    ['a formula after a tab', { text: '\t=1?' }, "a.md,0,4,1,'\t=1?,body,,,,1,,,,,,"],
    ['a number that is text', { label: '-5' }, "a.md,0,4,1,Why?,body,,'-5,,1,,,,,,"],
    ['a sign further in', { text: 'a=b?' }, 'a.md,0,4,1,a=b?,body,,,,1,,,,,,'],
  ])('of %s', (_name, sketch, line) => {
    expect(write('csv', [sketch])).toBe(`${header}${line}\r\n`);
  });

  it('of no questions is the header', () => {
    expect(write('csv', [])).toBe(header);
  });

  it('has the columns that are asked for, in their order', () => {
    expect(write('csv', [{ path: 'b/c.md' }], { columns: ['text', 'note'] })).toBe(
      'text,note\r\nWhy?,c\r\n',
    );
  });

  it('begins with a byte order mark where one is asked for', () => {
    expect(write('csv', [], { columns: ['text'], byteOrderMark: true })).toBe('\ufefftext\r\n');
    expect(write('tsv', [], { columns: ['text'], byteOrderMark: true })).toBe('\ufefftext\n');
  });
});

describe('properties', () => {
  const circle: unknown[] = [];
  circle.push(circle);

  it.each<[name: string, value: unknown, cell: string]>([
    ['none', undefined, ''],
    ['an empty one', null, ''],
    ['text', 'done', 'done'],
    ['a checkbox', true, 'true'],
    ['a number', -5, '-5'],
    ['a number as text', '-5', "'-5"],
    ['a formula', '=1', "'=1"],
    ['a list', ['a', 2, null, true], 'a; 2; ; true'],
    ['a list that begins like a formula', ['-a'], "'-a"],
    ['a list in a list', [['a'], 'b'], '"[""a""]; b"'],
    ['an object', { a: [1] }, '"{""a"":[1]}"'],
    ['a time', new Date('2026-03-01T00:00:00Z'), '2026-03-01T00:00:00.000Z'],
    ['a time that is none', new Date(NaN), ''],
    ['a list that holds itself', circle, ''],
    ['what is no data', () => 1, ''],
  ])('%s is written', (_name, value, cell) => {
    const properties = { names: ['status'], valueOf: () => value };
    expect(write('csv', [{}], { columns: ['line'], properties })).toBe(
      `line,prop:status\r\n1,${cell}\r\n`,
    );
  });

  it('are those of each row’s note', () => {
    const properties = {
      names: ['a', 'b'],
      valueOf: (path: string, name: string) => `${name} of ${path}`,
    };
    expect(write('tsv', [{}, { path: 'b.md' }], { columns: [], properties })).toBe(
      'prop:a\tprop:b\na of a.md\tb of a.md\na of b.md\tb of b.md\n',
    );
  });
});

describe('tsv', () => {
  it('has a row a line, whatever the cells hold', () => {
    expect(write('tsv', [{ text: 'a\tb\r\nc "d"' }], { columns: ['line', 'text'] })).toBe(
      'line\ttext\n1\ta b c "d"\n',
    );
  });
});

describe('whatever cells hold', () => {
  it('csv reads back, but for the apostrophe before what would run', () => {
    fc.assert(
      fc.property(answerRows, (rows) => {
        const read = byHeading(readCsv([...writeRows('csv', rows, PLAIN)].join('')));
        const plain = (cell = '') =>
          FORMULA_SIGNS.test(cell.slice(1)) ? cell.replace(/^'/, '') : cell;
        expect(
          read.map(({ path, line, text, label, speaker, asker, date }) =>
            [path, line, text, label, speaker, asker, date].map(plain),
          ),
        ).toEqual(
          rows.map(({ path, line, text, label, speaker, asker, date }) => [
            path,
            String(line),
            text,
            label === null ? '' : plain(label),
            speaker === null ? '' : plain(speaker),
            asker ?? '',
            date ?? '',
          ]),
        );
      }),
    );
  });

  it.each([
    ['csv', readCsv],
    ['wide', readCsv],
    ['sequence', readCsv],
    ['tsv', readTsv],
  ] as const)('no cell of %s begins like a formula', (format, read) => {
    const properties = {
      names: ['x'],
      valueOf: (path: string) => (path === 'a.md' ? '=x' : ['@', 1]),
    };
    fc.assert(
      fc.property(answerRows, (rows) => {
        const written = [...writeRows(format, rows, { ...PLAIN, properties })].join('');
        const records = read(written);
        expect(new Set(records.map(({ length }) => length)).size).toBe(1);
        expect(records.flat().filter((cell) => FORMULA_SIGNS.test(cell))).toEqual([]);
      }),
    );
  });
});
