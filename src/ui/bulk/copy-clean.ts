/** Copies Markdown as if no mark had ever been in it, for publishing. */
import { Notice, type Editor, type TFile } from 'obsidian';
import { planWithoutMarks, withoutMarks } from '../../core/marks/rewrite';
import { noteName } from '../../core/query';
import { applyEdits, mapOffset } from '../../core/model/text-edit';
import { copyText, tellNotCopied } from '../notices/clipboard';
import type { UiContext } from '../context';
import { readNote } from '../../vault/note-text';
import { rootsOf } from '../../settings/taxonomies';

type CopyContext = Pick<UiContext, 'app' | 'settings' | 'strings'>;

export async function copyNote(context: CopyContext, file: TFile): Promise<void> {
  const { app, settings, strings } = context;
  const name = noteName(file.path);
  const text = readNote(app, file).then((read) => withoutMarks(read, rootsOf(settings.get())));
  const [read, copied] = await Promise.allSettled([text, copyText(activeWindow, text)]);
  if (read.status === 'rejected') {
    const reason = read.reason instanceof Error ? read.reason.message : String(read.reason);
    new Notice(strings.tagging.notices.unreadable(name, reason));
  } else if (copied.status === 'rejected') tellNotCopied(strings, copied.reason);
  else new Notice(strings.bulk.copied.note(name));
}

export async function copySelection(context: CopyContext, editor: Editor): Promise<void> {
  const text = editor.getValue();
  const edits = planWithoutMarks(text, rootsOf(context.settings.get()));
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
  try {
    await copyText(activeWindow, parts.join('\n'));
    new Notice(context.strings.bulk.copied.selection);
  } catch (error) {
    tellNotCopied(context.strings, error);
  }
}

function byValue(a: number, b: number): number {
  return a - b;
}
