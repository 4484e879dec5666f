/**
 * Rows in groups, for lists. Groups stand in the order of the taxonomy where they are stances or stages,
 * else in that of their first row; what has no key (untagged, no label) comes last. Rows keep their order.
 */
import { markOf, type Question } from '../../model/question';
import type { Stances } from '../../model/taxonomy';
import type { Row } from '../columns/row';
import { stageKey } from '../../model/stage-key';

export const GROUPINGS = ['note', 'stance', 'stage', 'label'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface RowGroup {
  /**
   * The note's path, the stance's id, `stance/stage` (`stance/` where the mark has no stage) or the label;
   * null for the rows that are untagged or have no label.
   */
  readonly key: string | null;
  readonly rows: readonly Row[];
}

/** The key of the group that a question is in, where groups are not notes. */
export const GROUP_KEYS: {
  readonly [by in Exclude<Grouping, 'note'>]: (question: Question) => string | null;
} = {
  stance: (question) => markOf(question)?.stance ?? null,
  stage: (question) => {
    const mark = markOf(question);
    return mark && stageKey(mark);
  },
  label: (question) => question.label,
};

/** Groups of at least one row each. Every row stands in exactly one. */
export function groupRows(
  rows: readonly Row[],
  by: Grouping,
  taxonomy: Stances = { stances: [] },
): readonly RowGroup[] {
  const groups = new Map<string | null, Row[]>();
  for (const key of knownKeys(by, taxonomy)) groups.set(key, []);
  const keyOf = by === 'note' ? null : GROUP_KEYS[by];
  for (const row of rows) {
    const key = keyOf ? keyOf(row.question) : row.entry.path;
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

/** The taxonomy's keys in its order; a stance's questions without a stage come after its stages. */
export function knownKeys(by: Grouping, taxonomy: Stances): readonly string[] {
  if (by === 'stance') return taxonomy.stances.map((stance) => stance.id);
  if (by !== 'stage') return [];
  return taxonomy.stances.flatMap((stance) =>
    [...stance.stages.map((stage) => stage.id), null].map((stage) =>
      stageKey({ stance: stance.id, stage }),
    ),
  );
}
