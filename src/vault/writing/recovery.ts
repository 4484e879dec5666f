/** Operations that a crash left half-done: which there are, finishing one, and taking one back. */
import type { BulkOptions } from '../bulk-options';
import { carryOut, earlierIn, type EditedNote } from './carry-out';
import { findNote, missing } from './find-note';
import type { Operation } from './journal';
import type { OperationParts } from './operation-parts';
import { isPassing, replay, type Replay } from './replay';
import { notePlans, noteTaskOf, type NoteTask } from './task-plan';
import type { ChangePlan } from '../../core/marks/change';

/** What a crash left: how many notes the operation had before it, and how many it had reached. */
export interface Interrupted {
  readonly operation: Operation;
  readonly total: number;
  readonly reached: number;
}

export class Recovery {
  readonly #parts: OperationParts;

  constructor(parts: OperationParts) {
    this.#parts = parts;
  }

  /**
   * Bulk operations that a crash left half-done. One note is written whole or not at all, so an operation on
   * one note is settled here, without a question.
   */
  interrupted(): Promise<readonly Interrupted[]> {
    const { journal, queue } = this.#parts;
    return queue.look(async () => {
      const found: Interrupted[] = [];
      for (const operation of await journal.unfinished()) {
        const total = operation.task.notes.length;
        const reached = (await journal.notesOf(operation.id)).length;
        if (total > 1) found.push({ operation, total, reached });
        else await journal.finish(operation.id);
      }
      return found;
    });
  }

  /**
   * Does what an interrupted operation had still to do. It counts as one operation, as if never interrupted.
   * A note that is gone fails; what a stop left unreached has no outcome.
   */
  resume(
    { id, task }: Operation,
    options: BulkOptions = {},
  ): Promise<readonly EditedNote<ChangePlan>[]> {
    const { app, journal, queue } = this.#parts;
    return queue.change(async () => {
      options.onBegin?.(id);
      const earlier = earlierIn(await journal.notesOf(id));
      const plans = notePlans(task);
      const planned = new Set(plans.map(({ path }) => path));
      const gone: EditedNote<ChangePlan>[] = [];
      const tasks: NoteTask<ChangePlan>[] = [];
      for (const { path, plan } of plans) {
        const file = findNote(app, path);
        if (!file || (file.path !== path && planned.has(file.path))) {
          gone.push({ path, edit: missing(path) });
          continue;
        }
        const edits = earlier.get(path);
        if (edits && file.path !== path) {
          earlier.set(file.path, edits);
          await journal.record({ operation: id, path: file.path, edits });
          await journal.discard(id, path);
        }
        tasks.push(noteTaskOf(file, plans.length, plan));
      }
      return [...gone, ...(await carryOut(this.#parts, id, earlier, tasks, options))];
    });
  }

  /**
   * Puts back what an interrupted operation had written, and forgets it: made again, it would not be the whole
   * of what was asked for. Notes that could not be written stay, for the next undo.
   */
  takeBack(operation: Operation, options: BulkOptions = {}): Promise<Replay> {
    const { journal, queue } = this.#parts;
    return queue.change(async () => {
      const { id, task } = operation;
      const replayed = await replay(this.#parts, operation, 'undone', options);
      if (replayed.done === replayed.total) {
        const left = new Set(replayed.failed.filter(isPassing).map(({ path }) => path));
        for (const { path } of await journal.notesOf(id)) {
          if (!left.has(path)) await journal.discard(id, path);
        }
        await journal.finish(id);
      }
      // The settings went first, maybe before any note.
      return task.kind === 'rewrite' ? { ...replayed, format: task.setting } : replayed;
    });
  }
}
