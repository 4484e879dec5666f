/** The comparison as a table of text: to read, as it is shown, or to reckon with, as counts. */
import { markdownTable, writeRecords } from '../../../../core/export';
import type { ComparedRow } from '../../../../core/query';
import { cellShare, columnName, rowName, type ShownTable, stanceName } from './table-look';

export function tableAsMarkdown(table: ShownTable): string {
  const { numbers, words } = table;
  const { number } = words.strings.dashboard;
  const shown = records(table, (row, column) => {
    const count = number(row.countAt(column));
    return numbers === 'count' ? count : `${cellShare(row, column, words)} (${count})`;
  });
  return markdownTable(shown, 1);
}

export function tableAsTsv(table: ShownTable): string {
  return [
    ...writeRecords(
      'tsv',
      records(table, (row, column) => row.countAt(column)),
    ),
  ].join('');
}

function records(
  table: ShownTable,
  cell: (row: ComparedRow, column: number) => string | number,
): readonly (readonly (string | number)[])[] {
  const { comparison, rows, words } = table;
  const { compare, dashboard } = words.strings;
  const { all, by, columns } = comparison;
  const names = columns.map(
    (column) => `${stanceName(column, words)} › ${columnName(column, words)}`,
  );
  return [
    [dashboard.fields[by], ...names, compare.total],
    ...[...rows, all].map((row) => [
      rowName(table, row),
      ...columns.map((_, column) => cell(row, column)),
      row.total,
    ]),
  ];
}
