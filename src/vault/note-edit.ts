/**
 * The one way in which a note's text is edited. A note open in an editor is changed by one editor
 * transaction, so that one undo takes it back; any other by `vault.process`. The plan is made on the very
 * text that is changed, in the same synchronous step. Nothing is thrown; a failure is data, and then nothing
 * was written.
 */
import type { App, Editor, TFile } from 'obsidian';
import { applyEdits, type TextEdit } from '../core/text-edit';
import { failureOf, type VaultFailure } from './failure';
import { editorChanges, findOpenEditor, saveReadingViews } from './open-editor';

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
 * between, which may be nothing. Must not reject.
 */
export type WriteAhead = (path: string, draft: Draft<EditPlan>) => Promise<void>;

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
    await ahead(current.path, first.draft);
    const redraft = (text: string): Drafting<P> =>
      text === first.draft.before ? first : draftOf(text, plan);
    const editor = findOpenEditor(app, current);
    const written = editor ? editOpen(editor, redraft) : await editClosed(app, current, redraft);
    if (written.ok && written !== first) await ahead(current.path, written.draft);
    return resultOf(written);
  } catch (error) {
    return fail(failureOf(error));
  }
}

type Drafting<P extends EditPlan> =
  | { readonly ok: true; readonly draft: Draft<P> }
  | { readonly ok: false; readonly failure: VaultFailure };

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
): Drafting<P> {
  const text = editor.getValue();
  const drafted = redraft(text);
  if (!drafted.ok || drafted.draft.plan.edits.length === 0) return drafted;
  const changes = editorChanges(text, drafted.draft.plan.edits);
  editor.transaction({ changes }, TRANSACTION_ORIGIN);
  // An editor that is read-only takes a transaction and does nothing.
  if (editor.getValue() === drafted.draft.after) return drafted;
  return fail({ code: 'not-written', detail: 'editor' });
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
  return drafted.ok ? { ok: true, plan: drafted.draft.plan } : drafted;
}

function fail(failure: VaultFailure): { readonly ok: false; readonly failure: VaultFailure } {
  return { ok: false, failure };
}
