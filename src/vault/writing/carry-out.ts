/**
 * Carries out the tasks of one operation, note by note, each recorded in the journal before it is written.
 * What fails in one note stops nothing in the others and leaves that note as it was; what an editor took only
 * in part is recorded as far as it stands.
 */
import { recordEdits, standingEdits, type RecordedEdit } from '../../core/marks/recorded-edit';
import type { BulkOptions } from '../bulk-options';
import { isOnRecord } from '../failure';
import type { OperationNote } from './journal';
import { editNote, type EditPlan, type NoteEdit, type WriteAhead } from './note-edit';
import type { OperationParts } from './operation-parts';
import type { NoteTask } from './task-plan';

/** What came of one note of an operation. */
export interface EditedNote<P extends EditPlan> {
  /** As it is when the operation is over. */
  readonly path: string;
  readonly edit: NoteEdit<P>;
}

/** What an operation has written already, by path. */
export type Earlier = ReadonlyMap<string, readonly RecordedEdit[]>;

export function earlierIn(notes: readonly OperationNote[]): Map<string, readonly RecordedEdit[]> {
  return new Map(notes.map(({ path, edits }) => [path, edits]));
}

/**
 * Carries out `tasks` as the operation `id`, which is null where the journal takes nothing. Outcomes are in the order
 * of the tasks, those before a stop only.
 */
export async function carryOut<P extends EditPlan>(
  parts: OperationParts,
  id: number | null,
  earlier: Earlier,
  tasks: readonly NoteTask<P>[],
  options: BulkOptions,
): Promise<readonly EditedNote<P>[]> {
  const { journal, queue, reach } = parts;
  const edited: Pick<NoteTask<P> & EditedNote<P>, 'file' | 'edit'>[] = [];
  for (const task of tasks) {
    if (queue.isStopped(options)) break;
    const unrecorded = new Set<string>();
    const edit = task.spared
      ? ({ ok: false, failure: task.spared } as const)
      : await write(parts, id, earlier, task, unrecorded);
    if (unrecorded.size > 0 && (edit.ok || isOnRecord(edit.failure))) reach.lose();
    edited.push({ file: task.file, edit });
    task.onOutcome?.(edit);
    options.onProgress?.(edited.length, tasks.length);
  }
  const isInterrupted = queue.stopped.aborted && edited.length < tasks.length;
  if (id !== null && !isInterrupted && !(await journal.finish(id))) reach.loseUntilRestart();
  return edited.map(({ file: { path }, edit }) => ({ path, edit }));
}

/** Adds to `unrecorded` the paths under which the journal did not take what was to be written. */
async function write<P extends EditPlan>(
  { app, journal }: OperationParts,
  id: number | null,
  earlier: Earlier,
  { file, plan, onlyOnRecord = false }: NoteTask<P>,
  unrecorded: Set<string>,
): Promise<NoteEdit<P>> {
  if (id === null) {
    return editNote(app, file, plan, (path, { plan: { edits } }) => {
      if (edits.length > 0) unrecorded.add(path);
      else unrecorded.delete(path);
      return Promise.resolve(!onlyOnRecord);
    });
  }
  const recorded = new Set<string>();
  const ahead: WriteAhead = async (path, draft) => {
    const standing = standingEdits(draft.before, earlier.get(path) ?? []);
    const edits = recordEdits([...standing, ...draft.plan.edits], draft.after);
    recorded.add(path);
    unrecorded.delete(path);
    if (edits.length === 0) await journal.discard(id, path);
    else if (!(await journal.record({ operation: id, path, edits }))) unrecorded.add(path);
    return !onlyOnRecord || !unrecorded.has(path);
  };
  const edit = await editNote(app, file, plan, ahead);
  if (edit.ok || isOnRecord(edit.failure)) return edit;
  for (const path of recorded) {
    const edits = earlier.get(path);
    if (edits) await journal.record({ operation: id, path, edits });
    else await journal.discard(id, path);
  }
  return edit;
}
