/** The editor in which a note is open, and edits in its terms. */
import { MarkdownView, type App, type Editor, type EditorChange, type TFile } from 'obsidian';
import { inTextOrder, type TextEdit } from '../core/model/text-edit';

/**
 * The editor that holds the note's text, in any pane of any window, the active one first, or in what is no
 * pane and is being worked in: a card of a canvas, a popover. Null where the note is shown nowhere or only in
 * reading view, whose hidden editor Obsidian does not save.
 */
export function findOpenEditor(app: App, file: TFile): Editor | null {
  const open = viewsOf(app, file).filter(isEdited);
  const active = app.workspace.getActiveViewOfType(MarkdownView);
  const view = open.find((each) => each === active) ?? open[0];
  return view?.editor ?? activeEditorOf(app, file);
}

/** The pane in which the note is edited, the one that was worked in last before others; null where there is none. */
export function findOpenPane(app: App, file: TFile): MarkdownView | null {
  const open = viewsOf(app, file).filter(isEdited);
  const recent = app.workspace.getMostRecentLeaf()?.view;
  return open.find((each) => each === recent) ?? open[0] ?? null;
}

/** Saves what reading views of the note hold and have not saved yet, so that the file is the newest text. */
export async function saveReadingViews(app: App, file: TFile): Promise<void> {
  for (const view of viewsOf(app, file)) {
    if (view.getMode() === 'preview') await view.save();
  }
}

/** Saves the pane that `editor` is of; what is no pane, such as a card of a canvas, saves itself. */
export async function saveEditor(app: App, file: TFile, editor: Editor): Promise<void> {
  const view = viewsOf(app, file).find((each) => each.editor === editor);
  await view?.save();
}

/**
 * `edits` (UTF-16 offsets into `text`, the editor's own) as changes of one transaction. Positions are counted
 * here and not by the editor, so that all of them are of the text the edits were planned on.
 */
export function editorChanges(text: string, edits: readonly TextEdit[]): EditorChange[] {
  let line = 0;
  let lineStart = 0;
  const positionOf = (offset: number) => {
    for (;;) {
      const newline = text.indexOf('\n', lineStart);
      if (newline === -1 || newline >= offset) return { line, ch: offset - lineStart };
      line += 1;
      lineStart = newline + 1;
    }
  };
  return inTextOrder(edits).map(({ from, to, insert }) => ({
    from: positionOf(from),
    to: positionOf(to),
    text: insert,
  }));
}

function viewsOf(app: App, file: TFile): readonly MarkdownView[] {
  const views: MarkdownView[] = [];
  app.workspace.iterateAllLeaves(({ view }) => {
    // A pane that has not been shown yet has a placeholder for a view.
    if (view instanceof MarkdownView && view.file?.path === file.path) views.push(view);
  });
  return views;
}

function activeEditorOf(app: App, file: TFile): Editor | null {
  const { activeEditor } = app.workspace;
  const editor = activeEditor?.editor;
  if (!editor || activeEditor.file?.path !== file.path) return null;
  const isWhole =
    activeEditor instanceof MarkdownView ? isEdited(activeEditor) : !isPart(activeEditor);
  return isWhole && isLoaded(editor, file) ? editor : null;
}

/** A card or an embed may show one section of its note; the editor then holds that alone. */
function isPart(shown: object): boolean {
  return 'subpath' in shown && typeof shown.subpath === 'string' && shown.subpath !== '';
}

function isEdited(view: MarkdownView): boolean {
  return view.getMode() === 'source' && isLoaded(view.editor, view.file);
}

/** A view is given its file before it has read it; until then its editor is empty. */
function isLoaded(editor: Editor, file: TFile | null): boolean {
  return editor.getValue() !== '' || file?.stat.size === 0;
}
