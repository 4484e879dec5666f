/** What has to change, note by note, for the dashboard's rows to have the marks they are given. */
import { changesAmong, type MarkChange } from '../../../core/marks/change';
import { sameMark } from '../../../core/model/mark';
import {
  isConflict,
  markOf,
  marksUnder,
  type MarkValue,
  type Question,
} from '../../../core/model/question';
import type { Row } from '../../../core/query';
import type { NoteEntry } from '../../../core/index/question-index';

/**
 * By note, of marks under `root`: those of other roots stay, and say nothing of what is to change. Questions that have
 * the mark already are left out; one with several is always to be set right.
 */
export function changesOf(
  rows: readonly Row[],
  valueFor: (question: Question) => MarkValue | null,
  root: string,
): ReadonlyMap<string, readonly MarkChange[]> {
  const notes = new Map<string, { entry: NoteEntry; asked: MarkChange[] }>();
  for (const { entry, question } of rows) {
    const value = valueFor(question);
    if (!isConflict(question, root) && sameMark(markOf(question, root), value)) continue;
    const note = notes.get(entry.path);
    if (note) note.asked.push({ question, value });
    else notes.set(entry.path, { entry, asked: [{ question, value }] });
  }
  return new Map(
    [...notes].map(([path, { entry, asked }]) => [
      path,
      changesAmong(entry.questions.all(), asked),
    ]),
  );
}

/** The different marks under `root` of a question with several, in their order: what it can be resolved to. */
export function rivals(question: Question, root: string): readonly MarkValue[] {
  const marks = marksUnder(question, root);
  return marks.filter((mark, at) => marks.findIndex((other) => sameMark(other, mark)) === at);
}
