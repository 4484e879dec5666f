import { describe, expect, it } from 'vitest';
import {
  formatFilter,
  parseFilter,
  pressIn,
  type RowField,
  rowFieldOf,
  rowTerm,
  tableFilter,
  withPress,
  withRows,
} from '../../../../src/core/query';
import { BETWEEN_TITLES } from '../../../../src/core/query/columns/columns';

const trail = ['現象', '核心 › 問題'].join(BETWEEN_TITLES);

function filterOf(words: string) {
  const { filter, problems } = parseFilter(words);
  expect(problems).toEqual([]);
  return filter;
}

describe('the term of a row', () => {
  it.each<[by: RowField, key: string | null, words: string]>([
    ['asker', 'Ilya Sutskever', 'asker:"Ilya Sutskever"'],
    ['asker', null, 'missing:asker'],
    ['note', 'Reading/a.md', 'note:Reading/a.md'],
    ['folder', 'Reading', 'folder:Reading/.'],
    ['folder', '/', 'folder:/.'],
    ['section', trail, 'section:"› 現象 › 核心 › 問題"'],
    ['section', null, 'missing:section'],
    ['label', '核心問題', 'label:核心問題'],
    ['month', '2026-03', 'date:2026-03'],
    ['month', null, 'missing:date'],
    ['quarter', '2026-Q1', 'date:2026-Q1'],
    ['year', '2026', 'date:2026'],
    ['year', null, 'missing:date'],
  ])('by %s, of %s', (by, key, words) => {
    expect(formatFilter([rowTerm(by, key)])).toBe(words);
    expect(filterOf(words)).toEqual([rowTerm(by, key)]);
  });
});

describe('a pressed cell', () => {
  const cell = { row: 'Ilya', column: 'inward/difference' };

  it.each([
    ['', 'asker:Ilya stage:inward/difference'],
    ['river tag:a', 'river tag:a asker:Ilya stage:inward/difference'],
    ['asker:Lex stage:outward/limits', 'asker:Ilya stage:inward/difference'],
    ['missing:asker is:untagged', 'asker:Ilya stage:inward/difference'],
    ['asker:Ilya', 'asker:Ilya stage:inward/difference'],
    ['asker:Ilya stage:inward/difference river', 'river'],
    ['asker:Ilya asker:Lex', '(asker:Ilya OR asker:Lex) asker:Ilya stage:inward/difference'],
    [
      '(asker:Ilya OR asker:Lex) asker:Lex',
      '(asker:Ilya OR asker:Lex) asker:Ilya stage:inward/difference',
    ],
    ['-asker:Lex', '-asker:Lex asker:Ilya stage:inward/difference'],
  ])('makes of «%s» «%s»', (before, after) => {
    expect(formatFilter(withPress(filterOf(before), 'asker', cell))).toBe(after);
  });

  it('is alone in the words of another field too', () => {
    const of = (words: string, by: RowField, row: string | null): string =>
      formatFilter(withPress(filterOf(words), by, { row, column: undefined }));
    expect(of('folder:Reading', 'folder', 'Reading/Deep')).toBe(
      '(folder:Reading) folder:Reading/Deep/.',
    );
    expect(of('date:2026', 'month', '2026-03')).toBe('(date:2026) date:2026-03');
    expect(of('missing:label', 'asker', null)).toBe('(missing:label) missing:asker');
  });

  it.each<
    [words: string, by: RowField, row: string | null | undefined, column: string | undefined]
  >([
    ['asker:Ilya stage:inward/difference', 'asker', 'Ilya', 'inward/difference'],
    ['asker:Ilya', 'asker', 'Ilya', undefined],
    ['stage:inward/', 'asker', undefined, 'inward/'],
    ['missing:asker', 'asker', null, undefined],
    ['asker:Ilya asker:Lex', 'asker', undefined, undefined],
    ['(asker:Ilya OR asker:Lex) asker:Lex', 'asker', 'Lex', undefined],
    ['stage:inward/anomaly stage:inward/difference', 'asker', undefined, undefined],
    ['folder:Reading', 'folder', undefined, undefined],
    ['folder:Reading/.', 'folder', 'Reading', undefined],
    ['folder:/.', 'folder', '/', undefined],
    ['date:2026', 'month', undefined, undefined],
    ['date:2026-03', 'month', '2026-03', undefined],
    ['date:2026-03', 'quarter', undefined, undefined],
    ['date:2026-Q1', 'quarter', '2026-Q1', undefined],
    ['date:2026', 'year', '2026', undefined],
    ['section:現象', 'section', undefined, undefined],
    ['section:"› 現象"', 'section', '現象', undefined],
    ['asker:Ilya', 'label', undefined, undefined],
  ])('is read out of «%s», by %s', (words, by, row, column) => {
    expect(pressIn(filterOf(words), by)).toEqual({ row, column });
  });

  it.each([
    ['river asker:Ilya stage:inward/difference', 'river'],
    ['river asker:Ilya asker:Lex stance:inward is:untagged', 'river asker:Ilya asker:Lex'],
    ['is:tagged -stage:inward/anomaly', 'is:tagged -stage:inward/anomaly'],
  ])('leaves the table of «%s» counted by «%s»', (words, counted) => {
    expect(formatFilter(tableFilter(filterOf(words), 'asker'))).toBe(counted);
  });
});

describe('only some rows', () => {
  it.each([
    ['river asker:Ilya stage:inward/difference', 'river asker:Ilya asker:Lex'],
    ['asker:A asker:B asker:C', 'asker:Ilya asker:Lex'],
    ['(asker:A OR asker:B) asker:A', 'asker:Ilya asker:Lex'],
    ['(asker:A OR river)', '(asker:A OR river) asker:Ilya asker:Lex'],
  ])('make of «%s» «%s»', (before, after) => {
    expect(formatFilter(withRows(filterOf(before), 'asker', ['Ilya', 'Lex']))).toBe(after);
  });
});

it.each([
  [[], 'asker'],
  [[{ by: 'stance' }], 'asker'],
  [[{ by: 'month' }, { by: 'label' }], 'month'],
] as const)('rows of groups %j are by %s', (groups, by) => {
  expect(rowFieldOf(groups)).toBe(by);
});
