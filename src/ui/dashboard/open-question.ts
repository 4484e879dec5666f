/** Opens a note with one of its questions in view and, where the note is edited, selected. */
import { MarkdownView, type App, type PaneType, type TFile } from 'obsidian';
import { findAgain } from '../../core/change';
import { extractQuestions } from '../../core/extract';
import type { Question } from '../../core/question';

/**
 * Opens `file` in the pane that `pane` says (`Keymap.isModEvent` of the event). The question is looked up
 * in the text as it is in the editor; where it is gone, its old line is shown and nothing is selected.
 */
export async function openQuestion(
  app: App,
  file: TFile,
  question: Question,
  root: string,
  pane: PaneType | boolean,
): Promise<void> {
  const leaf = app.workspace.getLeaf(pane);
  await leaf.openFile(file, { active: true, eState: { line: question.line - 1 } });
  const { view } = leaf;
  if (!(view instanceof MarkdownView) || view.getMode() !== 'source') return;
  const { editor } = view;
  const found = findAgain(question, extractQuestions(editor.getValue(), { root, unmarked: true }));
  if (typeof found === 'string') return;
  const from = editor.offsetToPos(found.start);
  const to = editor.offsetToPos(found.end);
  editor.setSelection(from, to);
  editor.scrollIntoView({ from, to }, true);
  editor.focus();
}
