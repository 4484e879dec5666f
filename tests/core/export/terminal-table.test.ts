import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { columnTable, questionTable, recordTable } from '../../../src/core/export';
import { answerRow, type RowSketch } from './answer-rows';

function print(sketches: readonly RowSketch[], columns: number | null = null): string {
  const terminal = { columns, widthOf: stringWidth };
  return [...questionTable(sketches.map(answerRow), terminal)].join('');
}

describe('a table', () => {
  const questions: readonly RowSketch[] = [
    { path: '讀書/雨.md', line: 12, text: '為什麼下雨？', tag: 'inward' },
    { text: 'Who is it like?', tag: 'outward/analogy' },
    { path: 'b.md', text: '\u001b[31mred\tone?' },
  ];

  it('lines up, wide characters two columns wide', () => {
    expect(print(questions)).toBe(
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
    expect(print(questions, 40)).toBe(
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
    const [, line] = print([{ path: '讀書筆記/摘錄/雨的傳記.md' }], 40).split('\n');
    expect(line).toBe('…雨的傳記.md:1  -     Why?');
  });

  it('of no questions is nothing', () => {
    expect(print([])).toBe('');
  });

  it('never is wider than the terminal', () => {
    const word = fc.string({ unit: fc.constantFrom('a', '問', '👨‍👩‍👧', 'e\u0301', '？', ' ') });
    const sketches = fc.array(
      fc.record({ path: word, text: word, tag: fc.constantFrom(null, 'outward/limits') }),
    );
    fc.assert(
      fc.property(sketches, fc.integer({ min: 32, max: 120 }), (some, columns) => {
        for (const line of print(some, columns).split('\n')) {
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
        }
      }),
    );
  });
});

describe('a table of columns', () => {
  it('has those that are asked for, and properties behind them', () => {
    const rows = [answerRow({ text: '為什麼？' }), answerRow({ label: '核心', text: 'Why?' })];
    const properties = { names: ['n'], valueOf: () => -5 };
    const terminal = { columns: null, widthOf: stringWidth };
    expect([...columnTable(rows, ['text', 'label'], terminal, properties)].join('')).toBe(
      ['TEXT      LABEL  PROP:N', '為什麼？         -5', 'Why?      核心   -5', ''].join('\n'),
    );
  });

  it('shares a terminal among its columns', () => {
    const terminal = { columns: 30, widthOf: stringWidth };
    const records = [['x'.repeat(20), 'y'.repeat(20), 'z'.repeat(20)]];
    expect([...recordTable(['a', 'b', 'c'], records, terminal)]).toEqual([
      'A           B           C\n',
      'xxxxxxxxx…  yyyyyyyyy…  zzzzz…\n'.replace('zzzzz…', 'zzzzzzz…'),
    ]);
  });
});
