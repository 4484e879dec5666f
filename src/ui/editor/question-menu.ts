/** What the editor's context menu offers on a question. */
import type { Editor, Menu, TFile } from 'obsidian';
import { extractQuestions } from '../../core/reading/extract';
import { markOf, SKIP, type Question } from '../../core/model/question';
import { type Filter, markTerm } from '../../core/query';
import type { CommandHost } from '../app/commands';
import type { UiContext } from '../context';
import { questionAt } from '../parts/question-at';
import { markInNote, strayAtCursor, tagQuestions } from '../app/cursor-actions';
import { activeTaxonomy, rootsOf } from '../../settings/taxonomies';

const SECTION = 'action';

/** Adds the entries for the question under the cursor, which Obsidian has put where the click was. */
export function addQuestionItems(
  menu: Menu,
  editor: Editor,
  file: TFile,
  context: UiContext,
  showOnDashboard: (filter: Filter) => void,
): void {
  const text = editor.getValue();
  const read = extractQuestions(text, { roots: rootsOf(context.settings.get()) });
  const { tagging, editor: words, common } = context.strings;
  const add = (title: string, icon: string, act: () => void) =>
    menu.addItem((item) => item.setTitle(title).setIcon(icon).setSection(SECTION).onClick(act));
  const question = questionUnder(editor, read);
  if (!question) {
    const stray = strayAtCursor(context, editor, null);
    if (stray) add(tagging.clear, 'eraser', () => void stray.clear(file));
    return;
  }
  const { root } = activeTaxonomy(context.settings.get());
  const mark = markOf(question, root);
  const write = (value: Parameters<typeof markInNote>[3]) =>
    void markInNote(context, file, [question], value, read);

  add(mark ? words.menu.change : words.untagged, 'tag', () =>
    tagQuestions(context, file, [question], read, text),
  );
  if (mark) add(tagging.clear, 'eraser', () => write(null));
  if (mark?.stance !== SKIP) add(common.skip, 'ban', () => write({ stance: SKIP, stage: null }));
  add(words.menu.dashboard, 'layout-dashboard', () =>
    showOnDashboard(mark ? [markTerm(mark)] : untaggedIn(file)),
  );
}

/** The menu's way to the dashboard as a command, for keyboards without a key for menus. */
export function registerShowOnDashboard(
  host: CommandHost,
  { settings, strings }: Pick<UiContext, 'settings' | 'strings'>,
  showOnDashboard: (filter: Filter) => void,
): void {
  host.addCommand({
    id: 'show-on-dashboard',
    name: strings.editor.commands.showOnDashboard,
    icon: 'layout-dashboard',
    editorCheckCallback: (checking, editor, { file }) => {
      if (!file) return false;
      if (checking) return true;
      const now = settings.get();
      const read = extractQuestions(editor.getValue(), { roots: rootsOf(now) });
      const question = questionAt(read, editor.posToOffset(editor.getCursor('head')));
      const mark = question && markOf(question, activeTaxonomy(now).root);
      showOnDashboard(mark ? [markTerm(mark)] : untaggedIn(file));
      return true;
    },
  });
}

function untaggedIn({ path }: TFile): Filter {
  return [
    { field: 'note', value: path },
    { field: 'is', value: 'untagged' },
  ];
}

function questionUnder(editor: Editor, read: readonly Question[]): Question | null {
  const at = editor.posToOffset(editor.getCursor('head'));
  return (
    read.find(({ start, markAt, marks }) => start <= at && at <= (marks.at(-1)?.to ?? markAt)) ??
    null
  );
}
