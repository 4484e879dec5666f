/**
 * Everything that writes marks runs here, one operation at a time: note by note, each recorded in the journal
 * before it is written, so that the operation can be taken back, made again and, after a crash, finished.
 * What an editor completes while it is typed can't wait in the queue and is recorded right behind.
 * What fails in one note stops nothing in the others and leaves that note as it was; what an editor took only
 * in part is recorded as far as it stands. A journal that fails stops nothing at all, but what it did not take
 * is never reached past: undo and redo go no further back.
 */
import type { App, TFile } from 'obsidian';
import { recordEdits, standingEdits, type RecordedEdit } from '../../core/marks/recorded-edit';
import type { TextEdit } from '../../core/model/text-edit';
import type { BulkOptions } from '../bulk-options';
import { isOnRecord } from '../failure';
import { findNote, missing } from './find-note';
import type { Journal, Operation, OperationState, Task } from './journal';
import { editNote, type EditPlan, type NoteEdit, type WriteAhead } from './note-edit';
import { notePlans, noteTaskOf, type MarkPlan, type NoteTask } from './task-plan';
import { passingBoundary, type UndoBoundary } from './undo-boundary';
import { isPassing, replay, type Replay } from './replay';

export type OperationLog = Pick<
  Journal,
  | 'begin'
  | 'record'
  | 'discard'
  | 'finish'
  | 'setState'
  | 'lastDone'
  | 'firstUndone'
  | 'unfinished'
  | 'notesOf'
>;

export interface EditedNote<P extends EditPlan> {
  readonly file: TFile;
  readonly edit: NoteEdit<P>;
}

/** What came of one note of an operation that was finished after a crash. */
export interface ResumedNote {
  readonly path: string;
  readonly edit: NoteEdit<MarkPlan>;
}

/** What a crash left: how many notes the operation had before it, and how many it had reached. */
export interface Interrupted {
  readonly operation: Operation;
  readonly total: number;
  readonly reached: number;
}

/** What an undo or a redo would go through. */
export interface Ahead {
  readonly id: number;
  /** How many notes it has. */
  readonly notes: number;
}

/** Said in place of a replay where what was done last is not on record, and so can't be taken back. */
export const UNRECORDED = 'unrecorded';

export class Operations {
  readonly #app: App;
  readonly #journal: OperationLog;
  readonly #boundary: UndoBoundary;

  readonly #listeners = new Set<() => void>();
  #queue: Promise<unknown> = Promise.resolve();
  /** The operation of which the last undo left notes that it could not write. */
  #failedUndo: number | null = null;
  /**
   * Operations with lower ids came before one that is not on record. Infinity until another has begun, whose id
   * is the first behind it.
   */
  #reachedFrom: number;
  readonly #stopping = new AbortController();

  constructor(app: App, journal: OperationLog, boundary: UndoBoundary = passingBoundary()) {
    this.#app = app;
    this.#journal = journal;
    this.#boundary = boundary;
    this.#reachedFrom = boundary.get();
  }

  /** Aborted once the plugin is unloaded. */
  get stopped(): AbortSignal {
    return this.#stopping.signal;
  }

  /**
   * For good: what runs stops before its next note, what waits in the queue does nothing. Resolves once nothing
   * is under way any more. What was stopped so counts as interrupted.
   */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#queue;
  }

  /** Calls `listener` whenever another operation may be the next to be taken back or made again. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Carries out `tasks`. Outcomes are in their order, those before a stop only. */
  run<P extends EditPlan>(
    task: Task,
    tasks: readonly NoteTask<P>[],
    options: BulkOptions = {},
  ): Promise<readonly EditedNote<P>[]> {
    return this.#change(async () => {
      const id = await this.#begin(task);
      if (id !== null) options.onBegin?.(id);
      return this.#carryOut(id, new Map(), tasks, options);
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
    return this.#change(async () => {
      const last = await this.#next('undo');
      if (!last || last === UNRECORDED || last.id !== id) return null;
      const recorded = await this.#journal.notesOf(id);
      if (recorded.length === 0) return null;
      const earlier = new Map(recorded.map(({ path, edits }) => [path, edits]));
      return this.#carryOut(id, earlier, tasks, {});
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
    return this.#change(async () => {
      const id = await this.#begin(task);
      const { path } = file;
      const note = { path, edits: recordEdits(edits, after) };
      if (id === null || !(await this.#journal.record({ operation: id, ...note }))) {
        this.#losePlace();
        return null;
      }
      if (await this.#journal.finish(id)) return id;
      this.#reachedFrom = Infinity;
      return null;
    });
  }

  /**
   * Takes the last operation back; null where there is none, or it is not on record. What could not be written is
   * tried again by the next undo, which goes on to the operation before where that gets no further. With `only`, an operation's
   * id, null as well where that is not the last any more: what came later may stand on it.
   */
  undo(options: BulkOptions = {}, only: number | null = null): Promise<Replay | null> {
    return this.#change(async () => {
      const operation = await this.#next('undo');
      if (!operation || operation === UNRECORDED) return null;
      if (only !== null && operation.id !== only) return null;
      const replayed = await this.#replay(operation, 'undone', options);
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
    return this.#change(async () => {
      const operation = await this.#next('redo');
      if (!operation || operation === UNRECORDED) return null;
      if (only !== null && operation.id !== only) return null;
      const replayed = await this.#replay(operation, 'done', options);
      if (replayed.total === 0) return null;
      if (replayed.done === replayed.total) await this.#journal.setState(operation.id, 'done');
      return replayed;
    });
  }

  /** What an undo or a redo would go through; null where there is nothing to do. */
  ahead(way: 'undo' | 'redo'): Promise<Ahead | typeof UNRECORDED | null> {
    return this.#queued(async () => {
      const operation = await this.#next(way);
      if (!operation || operation === UNRECORDED) return operation;
      const { id } = operation;
      return { id, notes: (await this.#journal.notesOf(id)).length };
    });
  }

  /**
   * Bulk operations that a crash left half-done. One note is written whole or not at all, so an operation on
   * one note is settled here, without a question.
   */
  interrupted(): Promise<readonly Interrupted[]> {
    return this.#queued(async () => {
      const found: Interrupted[] = [];
      for (const operation of await this.#journal.unfinished()) {
        const total = operation.task.notes.length;
        const reached = (await this.#journal.notesOf(operation.id)).length;
        if (total > 1) found.push({ operation, total, reached });
        else await this.#journal.finish(operation.id);
      }
      return found;
    });
  }

  /**
   * Does what an interrupted operation had still to do. It counts as one operation, as if never interrupted.
   * A note that is gone fails; what a stop left unreached has no outcome.
   */
  resume({ id, task }: Operation, options: BulkOptions = {}): Promise<readonly ResumedNote[]> {
    return this.#change(async () => {
      options.onBegin?.(id);
      const recorded = await this.#journal.notesOf(id);
      const earlier = new Map(recorded.map(({ path, edits }) => [path, edits]));
      const plans = notePlans(task);
      const planned = new Set(plans.map(({ path }) => path));
      const gone: ResumedNote[] = [];
      const tasks: NoteTask<MarkPlan>[] = [];
      for (const { path, plan } of plans) {
        const file = findNote(this.#app, path);
        if (!file || (file.path !== path && planned.has(file.path))) {
          gone.push({ path, edit: missing(path) });
          continue;
        }
        const edits = earlier.get(path);
        if (edits && file.path !== path) {
          earlier.set(file.path, edits);
          await this.#journal.record({ operation: id, path: file.path, edits });
          await this.#journal.discard(id, path);
        }
        tasks.push(noteTaskOf(file, plans.length, plan));
      }
      const outcomes = await this.#carryOut(id, earlier, tasks, options);
      return [...gone, ...outcomes.map(({ file, edit }) => ({ path: file.path, edit }))];
    });
  }

  /**
   * Puts back what an interrupted operation had written, and forgets it: made again, it would not be the whole
   * of what was asked for. Notes that could not be written stay, for the next undo.
   */
  takeBack(operation: Operation, options: BulkOptions = {}): Promise<Replay> {
    return this.#change(async () => {
      const { id, task } = operation;
      const replayed = await this.#replay(operation, 'undone', options);
      if (replayed.done === replayed.total) {
        const left = new Set(replayed.failed.filter(isPassing).map(({ path }) => path));
        for (const { path } of await this.#journal.notesOf(id)) {
          if (!left.has(path)) await this.#journal.discard(id, path);
        }
        await this.#journal.finish(id);
      }
      // The settings went first, maybe before any note.
      return task.kind === 'rewrite' ? { ...replayed, format: task.setting } : replayed;
    });
  }

  async #begin(task: Task): Promise<number | null> {
    const id = await this.#journal.begin(task);
    if (id === null) return null;
    // Ids count up; where they begin anew, the journal was emptied, and there is nothing to reach past.
    if (this.#reachedFrom === Infinity || id < this.#reachedFrom) this.#reachedFrom = id;
    const kept = this.#boundary.get();
    if (kept === Infinity || id < kept) this.#boundary.set(id);
    return id;
  }

  /** What is not on record is never reached past, after a restart neither. */
  #losePlace(): void {
    this.#reachedFrom = Infinity;
    this.#boundary.set(Infinity);
  }

  async #next(way: 'undo' | 'redo'): Promise<Operation | typeof UNRECORDED | null> {
    const journal = this.#journal;
    const operation = await (way === 'undo' ? journal.lastDone() : journal.firstUndone());
    if (operation && operation.id >= this.#reachedFrom) return operation;
    // What was undone before it can't be made again, as behind any other operation.
    return way === 'undo' && this.#reachedFrom > 0 ? UNRECORDED : null;
  }

  async #carryOut<P extends EditPlan>(
    id: number | null,
    earlier: ReadonlyMap<string, readonly RecordedEdit[]>,
    tasks: readonly NoteTask<P>[],
    { onProgress, signal }: BulkOptions,
  ): Promise<readonly EditedNote<P>[]> {
    const outcomes: EditedNote<P>[] = [];
    for (const task of tasks) {
      if (signal?.aborted === true || this.stopped.aborted) break;
      const unrecorded = new Set<string>();
      const edit = task.spared
        ? ({ ok: false, failure: task.spared } as const)
        : await this.#write(id, earlier, task, unrecorded);
      if (unrecorded.size > 0 && (edit.ok || isOnRecord(edit.failure))) this.#losePlace();
      outcomes.push({ file: task.file, edit });
      task.onOutcome?.(edit);
      onProgress?.(outcomes.length, tasks.length);
    }
    const isInterrupted = this.stopped.aborted && outcomes.length < tasks.length;
    // All of it is on record, and the next start will find it so.
    if (id !== null && !isInterrupted && !(await this.#journal.finish(id)))
      this.#reachedFrom = Infinity;
    return outcomes;
  }

  /** Adds to `unrecorded` the paths under which the journal did not take what was to be written. */
  async #write<P extends EditPlan>(
    id: number | null,
    earlier: ReadonlyMap<string, readonly RecordedEdit[]>,
    { file, plan, onlyOnRecord = false }: NoteTask<P>,
    unrecorded: Set<string>,
  ): Promise<NoteEdit<P>> {
    if (id === null) {
      return editNote(this.#app, file, plan, (path, { plan: { edits } }) => {
        if (edits.length > 0) unrecorded.add(path);
        else unrecorded.delete(path);
        return Promise.resolve(!onlyOnRecord);
      });
    }
    const journal = this.#journal;
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
    const edit = await editNote(this.#app, file, plan, ahead);
    if (edit.ok || isOnRecord(edit.failure)) return edit;
    for (const path of recorded) {
      const edits = earlier.get(path);
      if (edits) await journal.record({ operation: id, path, edits });
      else await journal.discard(id, path);
    }
    return edit;
  }

  async #replay(
    operation: Operation,
    state: Exclude<OperationState, 'running'>,
    options: BulkOptions,
  ): Promise<Replay> {
    const notes = await this.#journal.notesOf(operation.id);
    const { onProgress, signal } = options;
    const isStopped = () => signal?.aborted === true || this.stopped.aborted;
    return replay(this.#app, operation, notes, state, { isStopped, onProgress });
  }

  #triesAgain(id: number, { failed, notes }: Replay): boolean {
    const again = failed.some(isPassing) && (notes > 0 || this.#failedUndo !== id);
    this.#failedUndo = again ? id : null;
    return again;
  }

  /** Queued, and tells those who follow once it is over. */
  #change<T>(work: () => Promise<T>): Promise<T> {
    return this.#queued(work).finally(() => {
      for (const listener of this.#listeners) listener();
    });
  }

  /** Two operations never run into each other. */
  #queued<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work, work);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
