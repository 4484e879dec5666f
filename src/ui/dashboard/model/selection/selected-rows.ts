/** The questions that are selected: in their order, and how many of each group. */
import type { Row } from '../../../../core/query';

/** By path, then by place in the note. */
export function inVaultOrder(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) =>
    a.entry.path === b.entry.path
      ? a.question.end - b.question.end
      : a.entry.path < b.entry.path
        ? -1
        : 1,
  );
}

/** By the group's key. Groups with none are absent. */
export function countPerGroup(
  rows: readonly Row[],
  groupsOf: (row: Row) => Iterable<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const key of groupsOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
