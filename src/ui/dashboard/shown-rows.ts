/**
 * Which questions of the notes in scope the dashboard lists: what the settings ask for, every tagged one,
 * and those that say «not a question» only where the filter asks for them.
 */
import type { NoteEntry } from '../../core/question-index';
import { isSkipped, markOf, SKIP, type Question } from '../../core/question';
import type { Filter } from '../../core/query/filter';
import { rowsOf, type Row, type Scope } from '../../core/query/row';
import type { Settings } from '../../settings';

/** Rows of the notes in `scope` that some filter would list, ordered by path, then place. */
export function shownRows(
  entries: Iterable<NoteEntry>,
  scope: Scope,
  lists: Settings['lists'],
): readonly Row[] {
  return rowsOf(entries, scope, true).filter(
    ({ question }) => isSkipped(question) || isShown(question, lists),
  );
}

/** Whether the filter asks for questions that say «not a question». */
export function asksForSkipped(filter: Filter): boolean {
  return filter.some(
    ({ field, value }) =>
      (field === 'stance' && value === SKIP) || (field === 'is' && value === 'skipped'),
  );
}

/** Whether a question that does not say «not a question» is listed. */
export function isShown(question: Question, lists: Settings['lists']): boolean {
  if (markOf(question)) return true;
  if (question.kind === 'embedded') return lists.showEmbedded;
  return question.kind !== 'unmarked' || lists.showUnmarked;
}
