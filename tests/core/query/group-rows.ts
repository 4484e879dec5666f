/** Rows in groups, worked out row by row: the model that tests hold lists to. */
import { folderOf } from '../../../src/core/model/path';
import { markOf } from '../../../src/core/model/question';
import { stageKey } from '../../../src/core/model/stage-key';
import type { Stances } from '../../../src/core/model/taxonomy';
import { knownKeys } from '../../../src/core/query/arranging/group-key';
import { BETWEEN_TITLES } from '../../../src/core/query/columns/columns';
import type { Row } from '../../../src/core/query/columns/row';
import { isTimeUnit, type TimeUnit } from '../../../src/core/query/language/calendar';
import type { GroupField } from '../../../src/core/query/language/statement';

export interface RowGroup {
  /** As `group-key.ts` says; null for the rows that have none. */
  readonly key: string | null;
  readonly rows: readonly Row[];
}

/** The key of the group that a row is in, where its note's day does not matter. */
export const GROUP_KEYS: {
  readonly [by in Exclude<GroupField, TimeUnit>]: (row: Row) => string | null;
} = {
  note: ({ entry }) => entry.path,
  folder: ({ entry }) => {
    const folder = folderOf(entry.path);
    return folder === '' ? '/' : folder;
  },
  section: ({ question: { section } }) =>
    section.length === 0 ? null : section.join(BETWEEN_TITLES),
  label: ({ question }) => question.label,
  speaker: ({ question }) => question.speaker,
  asker: ({ question }) => question.speaker,
  stance: ({ question }) => markOf(question)?.stance ?? null,
  stage: ({ question }) => {
    const mark = markOf(question);
    return mark && stageKey(mark);
  },
  kind: ({ question }) => question.kind,
};

/** Groups of at least one row each. Every row stands in exactly one. */
export function groupRows(
  rows: readonly Row[],
  by: GroupField,
  taxonomy: Stances = { stances: [] },
): readonly RowGroup[] {
  const keyOf = isTimeUnit(by) ? () => null : GROUP_KEYS[by];
  const groups = new Map<string | null, Row[]>();
  for (const key of knownKeys(by, taxonomy)) groups.set(key, []);
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const keyless = groups.get(null);
  groups.delete(null);
  if (keyless) groups.set(null, keyless);
  return [...groups]
    .map(([key, members]) => ({ key, rows: members }))
    .filter((group) => group.rows.length > 0);
}
