/** Many rows: written in pieces, none looked at twice where that can be, in time that grows with their number. */
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { FILE_FORMATS, questionTable, writeRows } from '../../../src/core/export';
import type { AnswerRow } from '../../../src/core/query';
import { answerRow, TAGS, PLAIN } from './answer-rows';

const LONGEST_PIECE = 80_000;

function* manyRows(count: number): Generator<AnswerRow> {
  for (let at = 0; at < count; at += 1) {
    yield answerRow({
      path: `folder/${at % (count / 2)}.md`,
      start: at,
      line: at,
      text: 'Why is it so, and what would it take to change it?',
      tag: TAGS[at % 10] ?? null,
    });
  }
}

describe.each(FILE_FORMATS)('20,000 rows as %s', (format) => {
  it('come in pieces of a bearable length, all of them', () => {
    let lines = 0;
    for (const piece of writeRows(format, manyRows(20_000), PLAIN)) {
      expect(piece.length).toBeLessThan(LONGEST_PIECE);
      lines += piece.split('\n').length - 1;
    }
    // Every note has two questions; in five of ten notes both have a stage, in the others neither has.
    if (format === 'sequence') expect(lines).toBe(5_001);
    else expect(lines).toBeGreaterThanOrEqual(20_000);
  });
});

it.each(['md', 'wide', 'sequence'] as const)(
  '%s gives others their turn before it writes',
  (format) => {
    let made = 0;
    const rows = (function* () {
      for (const row of manyRows(20_000)) {
        made += 1;
        yield row;
      }
    })();
    const [first] = writeRows(format, rows, PLAIN);
    expect(first?.length).toBeLessThan(1_000);
    expect(made).toBeLessThan(5_000);
  },
);

it.each(['csv', 'tsv', 'json', 'ndjson'] as const)('%s keeps no row', (format) => {
  let made = 0;
  const rows = (function* () {
    for (const row of manyRows(20_000)) {
      made += 1;
      yield row;
    }
  })();
  const [first = ''] = writeRows(format, rows, PLAIN);
  expect(first).toContain('folder/0.md');
  expect(made).toBeLessThan(2_000);
});

it.each([...FILE_FORMATS, 'table'] as const)(
  '%s takes time in proportion to the rows',
  (format) => {
    const terminal = { columns: 120, widthOf: stringWidth };
    const timeFor = (count: number): number => {
      const rows = [...manyRows(count)];
      const from = performance.now();
      const pieces =
        format === 'table' ? questionTable(rows, terminal) : writeRows(format, rows, PLAIN);
      let length = 0;
      for (const piece of pieces) length += piece.length;
      expect(length).toBeGreaterThan(count);
      return performance.now() - from;
    };
    timeFor(1_000);
    const [few, many] = [timeFor(2_000), timeFor(16_000)];
    // Eight times the rows; were it to grow with their square, it would be sixty-four times the time.
    expect(many / Math.max(few, 1)).toBeLessThan(32);
  },
);
