/** Opens a note with one of its questions in view: shown for a moment, the cursor behind it, nothing selected. */
import { MarkdownView, type App, type Editor, type PaneType, type TFile } from 'obsidian';
import { findAgain } from '../../core/marks/change';
import { extractQuestions } from '../../core/reading/extract';
import type { Question } from '../../core/model/question';
import { flashIn } from '../../editor/flash';

/**
 * Opens `file` in the pane that `pane` says (`Keymap.isModEvent` of the event). The question is looked up
 * in the text as it is in the editor; where it is gone, its old line is shown.
 */
export async function openQuestion(
  app: App,
  file: TFile,
  question: Question,
  roots: readonly string[],
  pane: PaneType | boolean,
): Promise<void> {
  const leaf = app.workspace.getLeaf(pane);
  await leaf.openFile(file, { active: true, eState: { line: question.line - 1 } });
  const { view } = leaf;
  if (!(view instanceof MarkdownView) || view.getMode() !== 'source') return;
  const { editor } = view;
  const found = findAgain(question, extractQuestions(editor.getValue(), { roots, unmarked: true }));
  if (typeof found === 'string') return;
  showQuestion(editor, view.contentEl, found);
  editor.focus();
}

/** Shows a question of the editor's text, which `element` holds. A selection would be lost to the next key. */
export function showQuestion(
  editor: Editor,
  element: HTMLElement,
  { start, end }: Pick<Question, 'start' | 'end'>,
): void {
  const to = editor.offsetToPos(end);
  editor.setCursor(to);
  editor.scrollIntoView({ from: editor.offsetToPos(start), to }, true);
  flashIn(element, start, end);
}
