/**
 * Writes marks into notes. A note open in an editor is changed by one editor transaction, so that one undo
 * takes it back; any other by `vault.process`. The plan is made on the very text that is changed, in the
 * same synchronous step: questions that moved are found again, what can't be found is refused and reported,
 * and bytes outside marks never change. Nothing is thrown; a failure is data, and then nothing was written.
 */
import type { App, Editor, TFile } from 'obsidian';
import { planChanges, type MarkChange, type RefusedChange } from '../core/change';
import type { MarkFormat } from '../core/mark';
import type { MarkValue } from '../core/question';
import {
  planSelection,
  type Selection,
  type SelectionPlan,
  type SelectionRefusal,
} from '../core/selection';
import { applyEdits, type TextEdit } from '../core/text-edit';
import { isConflictedCopy } from './conflicted-copy';
import { failureOf, type VaultFailure } from './failure';
import { editorChanges, findOpenEditor, saveReadingViews } from './open-editor';

export interface WriteOutcome {
  /** How many questions have a different mark now. */
  readonly written: number;
  readonly refused: readonly RefusedChange[];
  /** Set where the note could not be read or written at all; then nothing was. */
  readonly failure: VaultFailure | null;
}

export interface SelectionOutcome {
  readonly written: number;
  /** Why the selection can't be tagged; null where it is tagged or the note could not be written. */
  readonly refused: SelectionRefusal | null;
  readonly failure: VaultFailure | null;
}

export interface NoteChanges {
  readonly file: TFile;
  readonly changes: readonly MarkChange[];
}

export interface NoteOutcome extends WriteOutcome {
  readonly file: TFile;
}

export interface BulkOptions {
  /** Called after each note. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Stops before the next note; notes already written stay so. */
  readonly signal?: AbortSignal;
}

/** Names our edits to the editor's history, so that typing is not joined with them into one undo step. */
const TRANSACTION_ORIGIN = 'question-stance';

interface Plan {
  readonly edits: readonly TextEdit[];
}

type EditResult<P> =
  { readonly ok: true; readonly plan: P } | { readonly ok: false; readonly failure: VaultFailure };

export class MarkWriter {
  constructor(
    private readonly app: App,
    private readonly format: () => MarkFormat,
  ) {}

  /** Carries out `changes` on one note, as one undo step where it is open in an editor. */
  async write(file: TFile, changes: readonly MarkChange[]): Promise<WriteOutcome> {
    const format = this.format();
    const result = await this.#edit(file, (text) => planChanges(text, changes, format));
    if (!result.ok) return { written: 0, refused: [], failure: result.failure };
    const { written, refused } = result.plan;
    return { written, refused, failure: null };
  }

  /**
   * Carries out changes on several notes, one after another; what fails in one stops nothing in the others.
   * Outcomes are in the order of `notes`, those before a stop only. Copies that a sync set aside are left
   * alone, save where such a copy is the only note asked for.
   */
  async writeAll(
    notes: readonly NoteChanges[],
    { onProgress, signal }: BulkOptions = {},
  ): Promise<readonly NoteOutcome[]> {
    const outcomes: NoteOutcome[] = [];
    for (const { file, changes } of notes) {
      if (signal?.aborted === true) break;
      const spared = notes.length > 1 && isConflictedCopy(file.path);
      const outcome: WriteOutcome = spared
        ? { written: 0, refused: [], failure: { code: 'conflicted-copy', detail: file.path } }
        : await this.write(file, changes);
      outcomes.push({ file, ...outcome });
      onProgress?.(outcomes.length, notes.length);
    }
    return outcomes;
  }

  /** Tags a selected stretch of the note, whose offsets are those of the open editor's text or the file's. */
  async tagSelection(
    file: TFile,
    selection: Selection,
    value: MarkValue,
  ): Promise<SelectionOutcome> {
    const format = this.format();
    const result = await this.#edit(file, (text) => {
      const plan: SelectionPlan = planSelection(text, selection, value, format);
      return plan.ok ? { ...plan, code: null } : { ...plan, edits: [], written: 0 };
    });
    if (!result.ok) return { written: 0, refused: null, failure: result.failure };
    const { written, code } = result.plan;
    return { written, refused: code, failure: null };
  }

  /** Applies what `plan` says about the note's newest text. `plan` may be asked more than once. */
  async #edit<P extends Plan>(file: TFile, plan: (text: string) => P): Promise<EditResult<P>> {
    try {
      const current = this.app.vault.getFileByPath(file.path);
      if (!current) return fail({ code: 'missing', detail: file.path });
      const editor = findOpenEditor(this.app, current);
      if (editor) return editOpen(editor, plan);
      await saveReadingViews(this.app, current);
      // Writing a file back unchanged would still touch it, for sync and for its date.
      const preview = plan(await this.app.vault.read(current));
      if (preview.edits.length === 0) return { ok: true, plan: preview };
      const openedSince = findOpenEditor(this.app, current);
      return openedSince ? editOpen(openedSince, plan) : await this.#process(current, plan);
    } catch (error) {
      return fail(failureOf(error));
    }
  }

  async #process<P extends Plan>(file: TFile, plan: (text: string) => P): Promise<EditResult<P>> {
    let result: EditResult<P> = fail({ code: 'not-written', detail: file.path });
    await this.app.vault.process(file, (text) => {
      const planned = plan(text);
      const applied = applyEdits(text, planned.edits);
      if (!applied.ok) {
        result = fail({ code: 'not-written', detail: applied.code });
        return text;
      }
      result = { ok: true, plan: planned };
      return applied.text;
    });
    return result;
  }
}

function editOpen<P extends Plan>(editor: Editor, plan: (text: string) => P): EditResult<P> {
  const text = editor.getValue();
  const planned = plan(text);
  if (planned.edits.length === 0) return { ok: true, plan: planned };
  const applied = applyEdits(text, planned.edits);
  if (!applied.ok) return fail({ code: 'not-written', detail: applied.code });
  editor.transaction({ changes: editorChanges(text, planned.edits) }, TRANSACTION_ORIGIN);
  // An editor that is read-only takes a transaction and does nothing.
  if (editor.getValue() !== applied.text) return fail({ code: 'not-written', detail: 'editor' });
  return { ok: true, plan: planned };
}

function fail(failure: VaultFailure): { readonly ok: false; readonly failure: VaultFailure } {
  return { ok: false, failure };
}
