import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type WriteOptions, writeRows } from '../../../src/core/export';
import type { AnswerRow } from '../../../src/core/query';
import { answerRow, answerRows, PLAIN } from './answer-rows';

function write(
  format: 'json' | 'ndjson',
  rows: readonly AnswerRow[],
  options: Partial<WriteOptions> = {},
): string {
  return [...writeRows(format, rows, { ...PLAIN, ...options })].join('');
}

describe('json', () => {
  it('of no questions is an empty array', () => {
    expect(write('json', [])).toBe('[]\n');
    expect(write('ndjson', [])).toBe('');
  });

  it('has the members in their order', () => {
    expect(write('ndjson', [answerRow({ tag: 'inward', others: ['mood/glad/very'] })])).toBe(
      '{"path":"a.md","start":0,"end":4,"line":1,"text":"Why?","kind":"body","section":[],' +
        '"label":null,"speaker":null,"asker":null,"group":1,"date":null,' +
        '"mark":{"root":"question","stance":"inward","stage":null},' +
        '"otherMarks":[{"root":"mood","stance":"glad","stage":"very"}]}\n',
    );
  });

  it('keeps to the columns that are asked for; the mark is one member', () => {
    const rows = [answerRow({ tag: 'inward/anomaly' }), answerRow()];
    expect(write('ndjson', rows, { columns: ['stage', 'text', 'note'] })).toBe(
      '{"path":"a.md","text":"Why?","mark":{"root":"question","stance":"inward","stage":"anomaly"}}\n' +
        '{"path":"a.md","text":"Why?","mark":null}\n',
    );
  });

  it('has properties as they are, each by the name it was asked for', () => {
    const values: ReadonlyMap<string, unknown> = new Map<string, unknown>([
      ['list', [1, 'b', { c: null }]],
      ['__proto__', true],
    ]);
    const properties = {
      names: ['list', '__proto__', 'none'],
      valueOf: (_path: string, name: string) => values.get(name),
    };
    expect(write('ndjson', [answerRow()], { columns: ['line'], properties })).toBe(
      '{"line":1,"properties":{"list":[1,"b",{"c":null}],"__proto__":true,"none":null}}\n',
    );
  });

  it('of both kinds reads back as the rows', () => {
    fc.assert(
      fc.property(answerRows, (rows) => {
        expect(JSON.parse(write('json', rows))).toEqual(rows);
        const lines = write('ndjson', rows).split('\n').slice(0, -1);
        expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
      }),
    );
  });
});
