/**
 * The one way in which a note's text is edited. A note open in an editor is changed by one editor
 * transaction, so that one undo takes it back; any other by `vault.process`. The plan is made on the very
 * text that is changed, in the same synchronous piece of work. Nothing is thrown; a failure is data, and then nothing
 * was written, but for `partly-written` and `not-saved`, which are on record as far as they stand.
 */
import type { App, Editor, TFile } from 'obsidian';
import {
  applyEdits,
  inTextOrder,
  landedEdits,
  mapOffset,
  type TextEdit,
} from '../../core/model/text-edit';
import { failureOf, type VaultFailure } from '../failure';
import { leaveTable } from './leave-table';
import { editorChanges, findOpenEditor, saveEditor, saveReadingViews } from '../open-editor';

export interface EditPlan {
  readonly edits: readonly TextEdit[];
}

/** A plan, with the text it was made on and the text it makes. */
export interface Draft<P extends EditPlan> {
  readonly plan: P;
  readonly before: string;
  readonly after: string;
}

export type NoteEdit<P extends EditPlan> =
  { readonly ok: true; readonly plan: P } | { readonly ok: false; readonly failure: VaultFailure };

/**
 * Told what is about to be written, and waited for. Told again of what was written where the text moved in
 * between, which may be nothing, or where an editor took only some of it. Must not reject. Answers whether it may
 * be written; asked the second time, it is.
 */
export type WriteAhead = (path: string, draft: Draft<EditPlan>) => Promise<boolean>;

/** Names our edits to the editor's history, so that typing is not joined with them into one undo step. */
export const TRANSACTION_ORIGIN = 'question-stance';

/** Applies what `plan` says about the note's newest text. `plan` may be asked more than once. */
export async function editNote<P extends EditPlan>(
  app: App,
  file: TFile,
  plan: (text: string) => P,
  ahead: WriteAhead,
): Promise<NoteEdit<P>> {
  try {
    const current = app.vault.getFileByPath(file.path);
    if (!current) return fail({ code: 'missing', detail: file.path });
    // Writing a file back unchanged would still touch it, for sync and for its date.
    const first = draftOf(await newestText(app, current), plan);
    if (!first.ok || first.draft.plan.edits.length === 0) return resultOf(first);
    if (!(await ahead(current.path, first.draft))) {
      return fail({ code: 'not-written', detail: 'journal' });
    }
    const redraft = (text: string): Drafting<P> =>
      text === first.draft.before ? first : draftOf(text, plan);
    const editor = findOpenEditor(app, current);
    const written = editor
      ? await saved(app, current, editor, editOpen(editor, redraft))
      : await editClosed(app, current, redraft);
    const standing = written.ok ? written.draft : written.landed;
    if (standing && written !== first) await ahead(current.path, standing);
    return resultOf(written);
  } catch (error) {
    return fail(failureOf(error));
  }
}

type Drafting<P extends EditPlan> =
  | { readonly ok: true; readonly draft: Draft<P> }
  | {
      readonly ok: false;
      readonly failure: VaultFailure;
      /** What stands all the same, in the file or in the editor. */
      readonly landed?: Draft<EditPlan>;
    };

async function newestText(app: App, file: TFile): Promise<string> {
  const editor = findOpenEditor(app, file);
  if (editor) return editor.getValue();
  await saveReadingViews(app, file);
  return app.vault.read(file);
}

function draftOf<P extends EditPlan>(before: string, plan: (text: string) => P): Drafting<P> {
  const planned = plan(before);
  const applied = applyEdits(before, planned.edits);
  if (!applied.ok) return fail({ code: 'not-written', detail: applied.code });
  return { ok: true, draft: { plan: planned, before, after: applied.text } };
}

function editOpen<P extends EditPlan>(
  editor: Editor,
  redraft: (text: string) => Drafting<P>,
  mayLeaveTable = true,
): Drafting<P> {
  const drafted = redraft(editor.getValue());
  if (!drafted.ok || drafted.draft.plan.edits.length === 0) return drafted;
  const { draft } = drafted;
  // An editor that is read-only takes a transaction and does nothing; so does a table with an open cell there.
  let text = write(editor, draft.before, draft.plan.edits);
  if (text !== draft.after && mayLeaveTable && leaveTable(editor)) {
    const left = editor.getValue();
    if (left === draft.after) return drafted;
    // What was typed in the cell may come with leaving it.
    if (left !== text && text === draft.before) return editOpen(editor, redraft, false);
    const rest = restOf(draft, left);
    text = rest ? write(editor, left, rest) : left;
  }
  return text === draft.after ? drafted : stood(draft, text);
}

/**
 * Waits until what the editor was given is on disk: only then is it done. A file that cannot be written is a
 * failure, though the editor has the change, which stays on record.
 */
async function saved<P extends EditPlan>(
  app: App,
  file: TFile,
  editor: Editor,
  drafted: Drafting<P>,
): Promise<Drafting<P>> {
  if (!drafted.ok || drafted.draft.plan.edits.length === 0) return drafted;
  try {
    await saveEditor(app, file, editor);
    return drafted;
  } catch (error) {
    const { detail } = failureOf(error);
    return { ...fail({ code: 'not-saved', detail }), landed: drafted.draft };
  }
}

/** Gives the editor the edits, which are of its text `text`, as one undo step. Answers with what it then has. */
function write(editor: Editor, text: string, edits: readonly TextEdit[]): string {
  editor.transaction({ changes: editorChanges(text, edits) }, TRANSACTION_ORIGIN);
  return editor.getValue();
}

/** What of the draft's edits is not made in `text` yet, as edits of it; null where it reads otherwise. */
function restOf({ before, plan }: Draft<EditPlan>, text: string): readonly TextEdit[] | null {
  const landed = landedEdits(before, plan.edits, text);
  return (
    landed &&
    inTextOrder(plan.edits)
      .filter((edit) => !landed.includes(edit))
      .map((edit) => {
        const from = mapOffset(edit.from, landed);
        return { ...edit, from, to: from + edit.expected.length };
      })
  );
}

/** A change that did not stand whole in the editor, whose text is `text` now. */
function stood(draft: Draft<EditPlan>, text: string): Drafting<never> {
  if (text === draft.before) return fail({ code: 'not-written', detail: 'editor' });
  const { before, plan } = draft;
  const edits = landedEdits(before, plan.edits, text);
  // Where something else has changed too, the record of all of it still finds what stands.
  const landed = edits ? { plan: { edits }, before, after: text } : draft;
  return { ...fail({ code: 'partly-written', detail: 'editor' }), landed };
}

async function editClosed<P extends EditPlan>(
  app: App,
  file: TFile,
  redraft: (text: string) => Drafting<P>,
): Promise<Drafting<P>> {
  let drafted: Drafting<P> = fail({ code: 'not-written', detail: file.path });
  await app.vault.process(file, (text) => {
    drafted = redraft(text);
    return drafted.ok ? drafted.draft.after : text;
  });
  return drafted;
}

function resultOf<P extends EditPlan>(drafted: Drafting<P>): NoteEdit<P> {
  return drafted.ok
    ? { ok: true, plan: drafted.draft.plan }
    : { ok: false, failure: drafted.failure };
}

function fail(failure: VaultFailure): { readonly ok: false; readonly failure: VaultFailure } {
  return { ok: false, failure };
}
