/**
 * An operation taken back or made again, note by note. Nothing is put where the note does not read as recorded,
 * and what fails in one note stops nothing in the others.
 */
import type { MarkFormat } from '../../core/model/mark';
import { planRepeat, planReversal, type RecordedEdit } from '../../core/marks/recorded-edit';
import type { VaultFailure } from '../failure';
import { findNote, missing } from './find-note';
import type { Operation, OperationState } from './journal';
import { editNote } from './note-edit';
import type { OperationParts } from './operation-parts';
import type { BulkOptions } from '../bulk-options';

/** Taking an operation back, or making it again. */
export type Way = 'undo' | 'redo';

/** What came of taking an operation back, or of making it again. */
export interface Replay {
  /** Notes of the operation, and how many of them were gone through before a stop. */
  readonly total: number;
  readonly done: number;
  /** Notes that were written, and places in them. */
  readonly notes: number;
  readonly places: number;
  /** Places that have changed since and were left alone. */
  readonly lost: readonly { readonly path: string; readonly edit: RecordedEdit }[];
  readonly failed: readonly { readonly path: string; readonly failure: VaultFailure }[];
  /** How marks are to be written from now on, where the operation was about that and anything was replayed. */
  readonly format: MarkFormat | null;
  /** The root of marks that are not read under `format`, where some could not be reached; null where all are. */
  readonly unread: string | null;
}

/** Goes through all notes that the journal holds of the operation. */
export async function replay(
  { app, journal, queue }: OperationParts,
  { id, task }: Operation,
  state: Exclude<OperationState, 'running'>,
  options: BulkOptions,
): Promise<Replay> {
  const notes = await journal.notesOf(id);
  const plan = state === 'undone' ? planReversal : planRepeat;
  const lost: Replay['lost'][number][] = [];
  const failed: Replay['failed'][number][] = [];
  let done = 0;
  let written = 0;
  let places = 0;
  for (const { path, edits } of notes) {
    if (queue.isStopped(options)) break;
    const file = findNote(app, path);
    const edit = file
      ? await editNote(
          app,
          file,
          (text) => plan(text, edits),
          () => Promise.resolve(true),
        )
      : missing(path);
    if (edit.ok) {
      if (edit.plan.edits.length > 0) written += 1;
      places += edit.plan.edits.length;
      lost.push(...edit.plan.lost.map((each) => ({ path, edit: each })));
    } else failed.push({ path, failure: edit.failure });
    done += 1;
    options.onProgress?.(done, notes.length);
  }
  const replayed = { total: notes.length, done, notes: written, places, lost, failed };
  if (task.kind !== 'rewrite' || places === 0) return { ...replayed, format: null, unread: null };
  const [format, other] = state === 'undone' ? [task.setting, task.to] : [task.to, task.from];
  const isWhole = done === notes.length && !failed.some(isPassing);
  return { ...replayed, format, unread: isWhole || other.root === format.root ? null : other.root };
}

/** Whether another try may end otherwise. */
export function isPassing({ failure }: Replay['failed'][number]): boolean {
  return failure.code !== 'missing';
}
