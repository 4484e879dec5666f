/** The editor in which a note is open, and edits in its terms. */
import { MarkdownView, type App, type Editor, type EditorChange, type TFile } from 'obsidian';
import { inTextOrder, type TextEdit } from '../core/text-edit';

/**
 * The editor that holds the note's text, in any pane of any window, the active one first. Null where the
 * note is shown nowhere or only in reading view, whose hidden editor Obsidian does not save.
 */
export function findOpenEditor(app: App, file: TFile): Editor | null {
  const open = viewsOf(app, file).filter((view) => view.getMode() === 'source' && isLoaded(view));
  const active = app.workspace.getActiveViewOfType(MarkdownView);
  return (open.find((view) => view === active) ?? open[0])?.editor ?? null;
}

/** Saves what reading views of the note hold and have not saved yet, so that the file is the newest text. */
export async function saveReadingViews(app: App, file: TFile): Promise<void> {
  for (const view of viewsOf(app, file)) {
    if (view.getMode() === 'preview') await view.save();
  }
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

/** A view is given its file before it has read it; until then its editor is empty. */
function isLoaded(view: MarkdownView): boolean {
  return view.editor.getValue() !== '' || view.file?.stat.size === 0;
}
