/**
 * Everything that writes marks runs here, one operation at a time: note by note, each recorded in the journal
 * before it is written, so that the operation can be taken back, made again and, after a crash, finished.
 * What an editor completes while it is typed can't wait in the queue and is recorded right behind.
 * A journal that fails stops nothing at all, but what it did not take is never reached past: undo and redo go
 * no further back.
 */
import type { App, TFile } from 'obsidian';
import { recordEdits } from '../../core/marks/recorded-edit';
import type { TextEdit } from '../../core/model/text-edit';
import type { BulkOptions } from '../bulk-options';
import { carryOut, earlierIn, type EditedNote } from './carry-out';
import type { Operation, OperationLog, Task } from './journal';
import type { EditPlan } from './note-edit';
import type { OperationParts } from './operation-parts';
import { OperationQueue } from './operation-queue';
import { Recovery } from './recovery';
import { isPassing, replay, type Replay, type Way } from './replay';
import type { NoteTask } from './task-plan';
import { passingBoundary, UndoReach, type UndoBoundary } from './undo-boundary';

/** What an undo or a redo would go through. */
export interface Ahead {
  readonly id: number;
  /** How many notes it has. */
  readonly notes: number;
}

/** Said in place of a replay where what was done last is not on record, and so can't be taken back. */
export const UNRECORDED = 'unrecorded';

export class Operations {
  /** What a crash left half-done. */
  readonly recovery: Recovery;

  readonly #journal: OperationLog;
  readonly #queue = new OperationQueue();
  readonly #reach: UndoReach;
  readonly #parts: OperationParts;
  /** The operation of which the last undo left notes that it could not write. */
  #failedUndo: number | null = null;

  constructor(app: App, journal: OperationLog, boundary: UndoBoundary = passingBoundary()) {
    this.#journal = journal;
    this.#reach = new UndoReach(boundary);
    this.#parts = { app, journal, queue: this.#queue, reach: this.#reach };
    this.recovery = new Recovery(this.#parts);
  }

  /** Aborted once the plugin is unloaded. */
  get stopped(): AbortSignal {
    return this.#queue.stopped;
  }

  /**
   * For good: what runs stops before its next note, what waits in the queue does nothing. Resolves once nothing
   * is under way any more. What was stopped so counts as interrupted.
   */
  stop(): Promise<void> {
    return this.#queue.stop();
  }

  /** Calls `listener` whenever another operation may be the next to be taken back or made again. */
  subscribe(listener: () => void): () => void {
    return this.#queue.subscribe(listener);
  }

  /** Carries out `tasks`. Outcomes are in their order, those before a stop only. */
  run<P extends EditPlan>(
    task: Task,
    tasks: readonly NoteTask<P>[],
    options: BulkOptions = {},
  ): Promise<readonly EditedNote<P>[]> {
    return this.#queue.change(async () => {
      const id = await this.#begin(task);
      if (id !== null) options.onBegin?.(id);
      return carryOut(this.#parts, id, new Map(), tasks, options);
    });
  }

  /**
   * Carries out `tasks` as part of an operation that is done, and is taken back with it; null where it is not the
   * last any more, or its record could not be looked up.
   */
  extend<P extends EditPlan>(
    id: number,
    tasks: readonly NoteTask<P>[],
  ): Promise<readonly EditedNote<P>[] | null> {
    return this.#queue.change(async () => {
      const last = await this.#next('undo');
      if (!last || last === UNRECORDED || last.id !== id) return null;
      const recorded = await this.#journal.notesOf(id);
      if (recorded.length === 0) return null;
      return carryOut(this.#parts, id, earlierIn(recorded), tasks, {});
    });
  }

  /**
   * Records `edits` that an editor was given while its note was typed in, and that made the text `after`. Answers with
   * the operation's id; null where it is not on record.
   */
  recordTyped(
    task: Task,
    file: TFile,
    edits: readonly TextEdit[],
    after: string,
  ): Promise<number | null> {
    return this.#queue.change(async () => {
      const id = await this.#begin(task);
      const { path } = file;
      const note = { path, edits: recordEdits(edits, after) };
      if (id === null || !(await this.#journal.record({ operation: id, ...note }))) {
        this.#reach.lose();
        return null;
      }
      if (await this.#journal.finish(id)) return id;
      this.#reach.loseUntilRestart();
      return null;
    });
  }

  /**
   * Takes the last operation back; null where there is none, or it is not on record. What could not be written is
   * tried again by the next undo, which goes on to the operation before where that gets no further. With `only`, an operation's
   * id, null as well where that is not the last any more: what came later may stand on it.
   */
  undo(options: BulkOptions = {}, only: number | null = null): Promise<Replay | null> {
    return this.#queue.change(async () => {
      const operation = await this.#next('undo');
      if (!operation || operation === UNRECORDED) return null;
      if (only !== null && operation.id !== only) return null;
      const replayed = await replay(this.#parts, operation, 'undone', options);
      // None is done without a note: they can't be looked up now.
      if (replayed.total === 0) return null;
      // Stopped half-way, it can be gone on with: what is replayed already is found to be so.
      if (replayed.done === replayed.total && !this.#triesAgain(operation.id, replayed)) {
        await this.#journal.setState(operation.id, 'undone');
      }
      return replayed;
    });
  }

  /** Makes the operation again that was taken back last; null where there is none, or where it is not `only`. */
  redo(options: BulkOptions = {}, only: number | null = null): Promise<Replay | null> {
    return this.#queue.change(async () => {
      const operation = await this.#next('redo');
      if (!operation || operation === UNRECORDED) return null;
      if (only !== null && operation.id !== only) return null;
      const replayed = await replay(this.#parts, operation, 'done', options);
      if (replayed.total === 0) return null;
      if (replayed.done === replayed.total) await this.#journal.setState(operation.id, 'done');
      return replayed;
    });
  }

  /** What an undo or a redo would go through; null where there is nothing to do. */
  ahead(way: Way): Promise<Ahead | typeof UNRECORDED | null> {
    return this.#queue.look(async () => {
      const operation = await this.#next(way);
      if (!operation || operation === UNRECORDED) return operation;
      const { id } = operation;
      return { id, notes: (await this.#journal.notesOf(id)).length };
    });
  }

  async #begin(task: Task): Promise<number | null> {
    const id = await this.#journal.begin(task);
    if (id !== null) this.#reach.began(id);
    return id;
  }

  async #next(way: Way): Promise<Operation | typeof UNRECORDED | null> {
    const journal = this.#journal;
    const operation = await (way === 'undo' ? journal.lastDone() : journal.firstUndone());
    if (operation && this.#reach.reaches(operation.id)) return operation;
    // What was undone before it can't be made again, as behind any other operation.
    return way === 'undo' && this.#reach.isLimited ? UNRECORDED : null;
  }

  #triesAgain(id: number, { failed, notes }: Replay): boolean {
    const again = failed.some(isPassing) && (notes > 0 || this.#failedUndo !== id);
    this.#failedUndo = again ? id : null;
    return again;
  }
}
