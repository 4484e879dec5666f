/** Copies Markdown as if no mark had ever been in it, for publishing. */
import { Notice, type Editor, type TFile } from 'obsidian';
import { planWithoutMarks, withoutMarks } from '../../core/rewrite';
import { noteName } from '../../core/query/row';
import { applyEdits, mapOffset } from '../../core/text-edit';
import type { UiContext } from '../context';
import { readNote } from '../../vault/note-text';

type CopyContext = Pick<UiContext, 'app' | 'settings' | 'strings'>;

export async function copyNote(context: CopyContext, file: TFile): Promise<void> {
  const { app, settings, strings } = context;
  const name = noteName(file.path);
  try {
    const text = withoutMarks(await readNote(app, file), settings.get().mark);
    await copy(context, text, strings.bulk.copied.note(name));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    new Notice(strings.tagging.notices.unreadable(name, reason));
  }
}

export async function copySelection(context: CopyContext, editor: Editor): Promise<void> {
  const text = editor.getValue();
  const edits = planWithoutMarks(text, context.settings.get().mark);
  const clean = applyEdits(text, edits);
  if (!clean.ok) {
    new Notice(context.strings.bulk.copied.failed(clean.code));
    return;
  }
  const parts = editor
    .listSelections()
    .map(({ anchor, head }) => [editor.posToOffset(anchor), editor.posToOffset(head)].sort(byValue))
    .sort(([a = 0], [b = 0]) => a - b)
    .map(([from = 0, to = 0]) => clean.text.slice(mapOffset(from, edits), mapOffset(to, edits)));
  await copy(context, parts.join('\n'), context.strings.bulk.copied.selection);
}

/** Through the window that the user is in. */
async function copy({ strings }: CopyContext, text: string, said: string): Promise<void> {
  try {
    await activeWindow.navigator.clipboard.writeText(text);
    new Notice(said);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    new Notice(strings.bulk.copied.failed(reason));
  }
}

function byValue(a: number, b: number): number {
  return a - b;
}
