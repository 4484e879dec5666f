/**
 * Which questions of the notes in scope the dashboard lists: what the settings ask for, every tagged one,
 * and those that say «not a question» only where the filter asks for them.
 */
import type { NoteEntry } from '../../core/question-index';
import { markOf, SKIP, type QuestionKind } from '../../core/question';
import type { Filter } from '../../core/query/filter';
import { rowsOf, type Row, type Scope } from '../../core/query/row';
import type { Settings } from '../../settings';

/** Rows of the notes in `scope` that some filter would list, ordered by path, then place. */
export function shownRows(
  entries: Iterable<NoteEntry>,
  scope: Scope,
  lists: Settings['lists'],
): readonly Row[] {
  const kinds = listedKinds(lists);
  return rowsOf(entries, scope, true).filter(
    ({ question }) => markOf(question) !== null || kinds.includes(question.kind),
  );
}

/** Whether the filter asks for questions that say «not a question». */
export function asksForSkipped(filter: Filter): boolean {
  return filter.some(
    ({ field, value }) =>
      (field === 'stance' && value === SKIP) || (field === 'is' && value === 'skipped'),
  );
}

/** The kinds of questions that are listed without a tag. */
export function listedKinds(lists: Settings['lists']): readonly QuestionKind[] {
  return [
    'body',
    'heading',
    'quoted',
    ...(lists.showEmbedded ? (['embedded'] as const) : []),
    ...(lists.showUnmarked ? (['unmarked'] as const) : []),
  ];
}
