/**
 * Lists and their numbers, worked out row by row: the model that tests hold the columns to. It is as plain as can be,
 * and would be too slow for a vault.
 */
import type { NoteEntry } from '../../../src/core/index/question-index';
import { isListed, markOf } from '../../../src/core/model/question';
import { isWithin, type NoteChoice, type Row } from '../../../src/core/query/columns/row';
import { stageKey } from '../../../src/core/model/stage-key';
import { matrixOf, type MatrixCount } from '../../../src/core/query/internal/count';

/** Rows of the notes in `scope`, listed questions only unless `all`, ordered by path, then place. */
export function rowsOf(
  entries: Iterable<NoteEntry>,
  scope: NoteChoice,
  all = false,
): readonly Row[] {
  return [...entries]
    .filter((entry) => isWithin(entry, scope))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .flatMap((entry) =>
      entry.questions
        .all()
        .filter((question) => all || isListed(question))
        .map((question) => ({ entry, question })),
    );
}

export function countMatrix(rows: readonly Row[]): MatrixCount {
  const notes = new Set<string>();
  const counts = new Map<string | null, number>();
  for (const { entry, question } of rows) {
    notes.add(entry.path);
    const mark = markOf(question);
    const key = mark && stageKey(mark);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return matrixOf(counts, notes.size);
}
