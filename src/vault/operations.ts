/**
 * Everything that writes marks runs here, one operation at a time: note by note, each recorded in the journal
 * before it is written, so that the operation can be taken back, made again and, after a crash, finished.
 * What an editor completes while it is typed can't wait for its turn and is recorded right behind.
 * What fails in one note stops nothing in the others and leaves that note as it was. A journal that fails
 * stops nothing at all.
 */
import type { App, TFile } from 'obsidian';
import { planChanges } from '../core/change';
import type { MarkFormat } from '../core/mark';
import {
  planRepeat,
  planReversal,
  recordEdits,
  standingEdits,
  type RecordedEdit,
  type Reversal,
} from '../core/recorded-edit';
import { planNoteRewrite } from '../core/rewrite';
import type { TextEdit } from '../core/text-edit';
import type { VaultFailure } from './failure';
import type { Journal, Operation, OperationState, Task } from './journal';
import { editNote, type EditPlan, type NoteEdit, type WriteAhead } from './note-edit';

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

export interface BulkOptions {
  /** Called after each note. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops before the next note; notes already written stay so. */
  readonly signal?: AbortSignal;
}

/** What is to be done in one note. */
export interface Step<P extends EditPlan> {
  readonly file: TFile;
  readonly plan: (text: string) => P;
  /** Why the note is not even tried; null where it is. */
  readonly spared: VaultFailure | null;
}

export interface StepOutcome<P extends EditPlan> {
  readonly file: TFile;
  readonly edit: NoteEdit<P>;
}

/** What came of taking an operation back, or of making it again. */
export interface Turn {
  /** Notes of the operation, and how many of them were gone through before a stop. */
  readonly total: number;
  readonly done: number;
  /** Notes that were written, and places in them. */
  readonly notes: number;
  readonly places: number;
  /** Places that have changed since and were left alone. */
  readonly lost: readonly { readonly path: string; readonly edit: RecordedEdit }[];
  readonly failed: readonly { readonly path: string; readonly failure: VaultFailure }[];
  /** How marks are to be written from now on, where the operation was about that. */
  readonly format: MarkFormat | null;
}

/** What a crash left: how many notes the operation had before it, and how many it had reached. */
export interface Interrupted {
  readonly operation: Operation;
  readonly total: number;
  readonly reached: number;
}

export class Operations {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly app: App,
    private readonly journal: OperationLog,
  ) {}

  /** Carries out `steps`. Outcomes are in their order, those before a stop only. */
  run<P extends EditPlan>(
    task: Task,
    steps: readonly Step<P>[],
    options: BulkOptions = {},
  ): Promise<readonly StepOutcome<P>[]> {
    return this.#inTurn(async () => {
      const id = await this.journal.begin(task);
      return this.#carryOut(id, new Map(), steps, options);
    });
  }

  /** Records `edits` that an editor was given while its note was typed in, and that made the text `after`. */
  recordTyped(task: Task, file: TFile, edits: readonly TextEdit[], after: string): Promise<void> {
    return this.#inTurn(async () => {
      const id = await this.journal.begin(task);
      if (id === null) return;
      const { path } = file;
      await this.journal.record({ operation: id, path, edits: recordEdits(edits, after) });
      await this.journal.finish(id);
    });
  }

  /** Takes the last operation back; null where there is none. */
  undo(options: BulkOptions = {}): Promise<Turn | null> {
    return this.#inTurn(async () => {
      const operation = await this.journal.lastDone();
      return operation && this.#turnOver(operation, 'undone', options);
    });
  }

  /** Makes the operation again that was taken back last; null where there is none. */
  redo(options: BulkOptions = {}): Promise<Turn | null> {
    return this.#inTurn(async () => {
      const operation = await this.journal.firstUndone();
      return operation && this.#turnOver(operation, 'done', options);
    });
  }

  /** How many notes an undo or a redo would go through; null where there is nothing to do. */
  ahead(way: 'undo' | 'redo'): Promise<number | null> {
    const { journal } = this;
    return this.#inTurn(async () => {
      const operation = await (way === 'undo' ? journal.lastDone() : journal.firstUndone());
      return operation && (await journal.notesOf(operation.id)).length;
    });
  }

  /**
   * Bulk operations that a crash left half-done. One note is written whole or not at all, so an operation on
   * one note is settled here, without a question.
   */
  interrupted(): Promise<readonly Interrupted[]> {
    return this.#inTurn(async () => {
      const found: Interrupted[] = [];
      for (const operation of await this.journal.unfinished()) {
        const total = operation.task.notes.length;
        const reached = (await this.journal.notesOf(operation.id)).length;
        if (total > 1) found.push({ operation, total, reached });
        else await this.journal.finish(operation.id);
      }
      return found;
    });
  }

  /** Does what an interrupted operation had still to do. It counts as one operation, as if never interrupted. */
  resume(
    { id, task }: Operation,
    options: BulkOptions = {},
  ): Promise<readonly StepOutcome<EditPlan>[]> {
    return this.#inTurn(async () => {
      const recorded = await this.journal.notesOf(id);
      const earlier = new Map(recorded.map(({ path, edits }) => [path, edits]));
      return this.#carryOut(id, earlier, this.#stepsOf(task), options);
    });
  }

  /** Puts back what an interrupted operation had written. */
  takeBack(operation: Operation, options: BulkOptions = {}): Promise<Turn> {
    return this.#inTurn(async () => {
      const turn = await this.#turnOver(operation, 'undone', options);
      // Made again it would not be the whole of what was asked for.
      if (turn.done === turn.total) await this.#forget(operation.id);
      return turn;
    });
  }

  async #carryOut<P extends EditPlan>(
    id: number | null,
    earlier: ReadonlyMap<string, readonly RecordedEdit[]>,
    steps: readonly Step<P>[],
    { onProgress, signal }: BulkOptions,
  ): Promise<readonly StepOutcome<P>[]> {
    const outcomes: StepOutcome<P>[] = [];
    for (const step of steps) {
      if (signal?.aborted === true) break;
      const edit = step.spared
        ? ({ ok: false, failure: step.spared } as const)
        : await this.#write(id, earlier, step);
      outcomes.push({ file: step.file, edit });
      onProgress?.(outcomes.length, steps.length);
    }
    if (id !== null) await this.journal.finish(id);
    return outcomes;
  }

  async #write<P extends EditPlan>(
    id: number | null,
    earlier: ReadonlyMap<string, readonly RecordedEdit[]>,
    { file, plan }: Step<P>,
  ): Promise<NoteEdit<P>> {
    if (id === null) return editNote(this.app, file, plan, () => Promise.resolve());
    const { journal } = this;
    const recorded = new Set<string>();
    const ahead: WriteAhead = async (path, draft) => {
      const standing = standingEdits(draft.before, earlier.get(path) ?? []);
      const edits = recordEdits([...standing, ...draft.plan.edits], draft.after);
      recorded.add(path);
      if (edits.length > 0) await journal.record({ operation: id, path, edits });
      else await journal.discard(id, path);
    };
    const edit = await editNote(this.app, file, plan, ahead);
    if (edit.ok) return edit;
    for (const path of recorded) {
      const edits = earlier.get(path);
      if (edits) await journal.record({ operation: id, path, edits });
      else await journal.discard(id, path);
    }
    return edit;
  }

  async #turnOver(
    { id, task }: Operation,
    state: Exclude<OperationState, 'running'>,
    { onProgress, signal }: BulkOptions,
  ): Promise<Turn> {
    const notes = await this.journal.notesOf(id);
    const plan = state === 'undone' ? planReversal : planRepeat;
    const lost: Turn['lost'][number][] = [];
    const failed: Turn['failed'][number][] = [];
    let done = 0;
    let written = 0;
    let places = 0;
    for (const { path, edits } of notes) {
      if (signal?.aborted === true) break;
      const edit = await this.#turnNote(path, (text) => plan(text, edits));
      if (edit.ok) {
        if (edit.plan.edits.length > 0) written += 1;
        places += edit.plan.edits.length;
        lost.push(...edit.plan.lost.map((each) => ({ path, edit: each })));
      } else failed.push({ path, failure: edit.failure });
      done += 1;
      onProgress?.(done, notes.length);
    }
    // Stopped half-way, it can be gone on with: what is turned already is found to be so.
    if (done === notes.length) await this.journal.setState(id, state);
    const format = task.kind === 'rewrite' ? (state === 'undone' ? task.from : task.to) : null;
    return { total: notes.length, done, notes: written, places, lost, failed, format };
  }

  async #turnNote(path: string, plan: (text: string) => Reversal): Promise<NoteEdit<Reversal>> {
    const file = this.app.vault.getFileByPath(path) ?? this.#movedNote(path);
    if (!file) return { ok: false, failure: { code: 'missing', detail: path } };
    return editNote(this.app, file, plan, () => Promise.resolve());
  }

  /**
   * The only note of that name: moved by another program, a note goes and comes without a rename. That it is
   * another one does no harm, since nothing is changed that does not read as recorded.
   */
  #movedNote(path: string): TFile | null {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const [only, second] = this.app.vault.getMarkdownFiles().filter((file) => file.name === name);
    return only && !second ? only : null;
  }

  #stepsOf(task: Task): readonly Step<EditPlan>[] {
    const plans: readonly (readonly [string, (text: string) => EditPlan])[] =
      task.kind === 'marks'
        ? task.notes.map(({ path, changes }) => [
            path,
            (text) => planChanges(text, changes, task.format),
          ])
        : task.notes.map(({ path }) => [
            path,
            (text) => planNoteRewrite(text, task.from.root, task.to),
          ]);
    return plans.flatMap(([path, plan]) => {
      const file = this.app.vault.getFileByPath(path);
      return file ? [{ file, plan, spared: null }] : [];
    });
  }

  async #forget(id: number): Promise<void> {
    for (const { path } of await this.journal.notesOf(id)) await this.journal.discard(id, path);
    await this.journal.finish(id);
  }

  /** Two operations never run into each other. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
