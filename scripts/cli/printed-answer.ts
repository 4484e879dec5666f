/** An answer whose rows stand under the paths that are printed. */
import type { Answer, AnswerGroup, AnswerRow } from '../../src/core/query';

export interface PrintedAnswer {
  readonly rows: Iterable<AnswerRow>;
  readonly groups: readonly AnswerGroup[];
}

export function withPrintedPaths(
  { rows, groups }: Pick<Answer, 'rows' | 'groups'>,
  printedPath: (path: string) => string,
): PrintedAnswer {
  const printed = (row: AnswerRow): AnswerRow => ({ ...row, path: printedPath(row.path) });
  const printedGroup = (group: AnswerGroup): AnswerGroup => ({
    ...group,
    key: group.field === 'note' && group.key !== null ? printedPath(group.key) : group.key,
    groups: group.groups.map(printedGroup),
    rows: group.rows.map(printed),
  });
  return {
    rows: mapped(rows, printed),
    // Only outlines look at them, and they have all rows once more.
    get groups() {
      return groups.map(printedGroup);
    },
  };
}

function* mapped(
  rows: Iterable<AnswerRow>,
  printed: (row: AnswerRow) => AnswerRow,
): Generator<AnswerRow> {
  for (const row of rows) yield printed(row);
}
