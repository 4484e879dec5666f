/**
 * Rows in groups, for lists. Groups stand in the order of the taxonomy where they are stances or stages, of the language
 * where they are kinds, of time where they are months, else in that of their first row; what has no key (untagged, no
 * label) comes last. Rows keep their order.
 */
import { markOf } from '../../model/question';
import { folderOf } from '../../model/path';
import type { Stances } from '../../model/taxonomy';
import { BETWEEN_TITLES, KINDS } from '../columns/columns';
import type { Row } from '../columns/row';
import { GROUP_FIELDS, type GroupField } from '../language/statement';
import { stageKey } from '../../model/stage-key';

export const GROUPINGS = GROUP_FIELDS;
export type Grouping = GroupField;

export interface RowGroup {
  /**
   * The note's path, the folder's (`/` for the vault's root), the stance's id, `stance/stage` (`stance/` where the mark
   * has no stage), the kind, `YYYY-MM`, a section's titles with `BETWEEN_TITLES` between them, or the label's or name's
   * text; null for the rows that have none.
   */
  readonly key: string | null;
  readonly rows: readonly Row[];
}

/** The key of the group that a row is in, where its note's day does not matter. */
export const GROUP_KEYS: {
  readonly [by in Exclude<Grouping, 'month'>]: (row: Row) => string | null;
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
  by: Grouping,
  taxonomy: Stances = { stances: [] },
  keyOf: (row: Row) => string | null = by === 'month' ? () => null : GROUP_KEYS[by],
): readonly RowGroup[] {
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

/** The keys that have an order of their own; a stance's questions without a stage come after its stages. */
export function knownKeys(by: Grouping, taxonomy: Stances): readonly string[] {
  if (by === 'kind') return KINDS;
  if (by === 'stance') return taxonomy.stances.map((stance) => stance.id);
  if (by !== 'stage') return [];
  return taxonomy.stances.flatMap((stance) =>
    [...stance.stages.map((stage) => stage.id), null].map((stage) =>
      stageKey({ stance: stance.id, stage }),
    ),
  );
}

/** The titles of a section's key, outermost first. */
export function titlesOf(key: string): readonly string[] {
  return key.split(BETWEEN_TITLES);
}
