/** The note as the modal opens on it: its questions, its text, and where the writer is in it. */
import { MarkdownView, type TFile } from 'obsidian';
import type { Question } from '../../core/model/question';
import { extractQuestions } from '../../core/reading/extract';
import { rootsOf } from '../../settings/taxonomies';
import { readNote } from '../../vault/note-text';
import type { UiContext } from '../context';

export interface OpenedNote {
  readonly text: string;
  readonly questions: readonly Question[];
}

export async function readQuestions(
  { app, settings }: Pick<UiContext, 'app' | 'settings'>,
  file: TFile,
): Promise<OpenedNote> {
  const now = settings.get();
  const text = await readNote(app, file);
  const reading = { roots: rootsOf(now), unmarked: now.lists.showUnmarked };
  return { text, questions: extractQuestions(text, reading) };
}

/** Where the cursor stands in the note's active editor; null where the writer is elsewhere, or only reads. */
export function cursorIn({ app }: Pick<UiContext, 'app'>, file: TFile): number | null {
  const { activeEditor } = app.workspace;
  if (activeEditor?.file !== file || !activeEditor.editor) return null;
  if (activeEditor instanceof MarkdownView && activeEditor.getMode() === 'preview') return null;
  return activeEditor.editor.posToOffset(activeEditor.editor.getCursor('head'));
}
