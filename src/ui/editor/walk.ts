/** Commands that walk a note's questions with the cursor. A key held down at the end says so once, not in a stack. */
import { MarkdownView, Notice, type Editor, type MarkdownFileInfo } from 'obsidian';
import { extractQuestions } from '../../core/reading/extract';
import { nearestQuestion, type Direction } from '../../core/marks/navigate';
import type { CommandHost } from '../app/commands';
import type { UiContext } from '../context';
import { activeTaxonomy, rootsOf } from '../../settings/taxonomies';
import { showQuestion } from '../parts/open-question';

type WalkContext = Pick<UiContext, 'settings' | 'strings'>;

export function registerWalk(host: CommandHost, context: WalkContext): void {
  const { commands } = context.strings.editor;
  const say = oneNotice();
  host.addCommand({
    id: 'next-question',
    name: commands.next,
    icon: 'arrow-down',
    editorCallback: (editor, view) => go(context, editor, view, 'next', false, say),
  });
  host.addCommand({
    id: 'previous-question',
    name: commands.previous,
    icon: 'arrow-up',
    editorCallback: (editor, view) => go(context, editor, view, 'previous', false, say),
  });
  host.addCommand({
    id: 'next-untagged-question',
    name: commands.nextUntagged,
    icon: 'arrow-down-circle',
    editorCallback: (editor, view) => go(context, editor, view, 'next', true, say),
  });
}

/** Shows the next question, the cursor behind it; the untagged one is looked for from the note's start again. */
function go(
  context: WalkContext,
  editor: Editor,
  view: MarkdownView | MarkdownFileInfo,
  direction: Direction,
  untaggedOnly: boolean,
  say: (text: string) => void,
): void {
  const { settings, strings } = context;
  const now = settings.get();
  const questions = extractQuestions(editor.getValue(), { roots: rootsOf(now) });
  const root = untaggedOnly ? activeTaxonomy(now).root : null;
  const at = editor.posToOffset(editor.getCursor('head'));
  const found =
    nearestQuestion(questions, at, direction, root) ??
    (root === null ? null : nearestQuestion(questions, -1, direction, root));
  if (!found) {
    const { notices } = strings.editor;
    say(untaggedOnly ? notices.noUntagged : notices.noMore);
    return;
  }
  if (view instanceof MarkdownView) showQuestion(editor, view.contentEl, found);
  else editor.setCursor(editor.offsetToPos(found.end));
}

/** Shows notices one at a time: each takes the place of the one before it. */
function oneNotice(): (text: string) => void {
  let shown: Notice | null = null;
  return (text) => {
    shown?.hide();
    shown = new Notice(text);
  };
}
