/**
 * What can be filtered by, with counts: every value that the rows hold, field by field. A field's values
 * are counted with the other fields' terms applied, so that a count says what choosing it would show.
 */
import { isConflict, isSkipped, markOf } from '../../core/question';
import { stageKey } from '../../core/query/fields';
import { prepareRows, type Field, type Filter, type FilterTerm } from '../../core/query/filter';
import type { Row } from '../../core/query/row';

export interface Facet {
  readonly term: FilterTerm;
  readonly count: number;
}

/** Fields whose values can be listed, in the order in which they are offered. */
const LISTED = ['stance', 'stage', 'is', 'label', 'speaker', 'folder', 'note'] as const;
type ListedField = (typeof LISTED)[number];

const VALUES: { readonly [field in ListedField]: (row: Row) => readonly string[] } = {
  stance: ({ question }) => {
    const mark = markOf(question);
    return mark ? [mark.stance] : [];
  },
  stage: ({ question }) => {
    const mark = markOf(question);
    return mark && !isSkipped(question) ? [stageKey(mark)] : [];
  },
  is: ({ question }) => {
    const state = isSkipped(question)
      ? 'skipped'
      : markOf(question) === null
        ? 'untagged'
        : 'tagged';
    return isConflict(question) ? [state, 'conflict'] : [state];
  },
  label: ({ question }) => (question.label === null ? [] : [question.label]),
  speaker: ({ question }) => (question.speaker === null ? [] : [question.speaker]),
  folder: ({ entry }) => foldersOf(entry.path),
  note: ({ entry }) => [entry.path],
};

/** All values to filter `rows` by; within a field, the commonest first. `rows` are those before the filter. */
export function facetsOf(rows: readonly Row[], filter: Filter): readonly Facet[] {
  const fitting = prepareRows(rows);
  return LISTED.flatMap((field) => {
    const others = filter.filter((term) => !shareGroup(term.field, field));
    const counts = new Map<string, number>();
    for (const row of fitting(others)) {
      for (const value of VALUES[field](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([value, count]) => ({ term: { field, value }, count }));
  });
}

/** Stance, stage and tagged-or-not choose among the same questions. */
function shareGroup(a: Field, b: Field): boolean {
  const cells: readonly Field[] = ['stance', 'stage', 'is'];
  return a === b || (cells.includes(a) && cells.includes(b));
}

/** Every folder above a note, the outermost first; none for a note at the vault's root. */
function foldersOf(path: string): readonly string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, at) => segments.slice(0, at + 1).join('/'));
}
