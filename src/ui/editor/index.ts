/** What the plugin adds where the writer writes and reads; follows the settings. */
import type { Extension } from '@codemirror/state';
import {
  debounce,
  editorInfoField,
  MarkdownView,
  type App,
  type Editor,
  type Plugin,
  type TFile,
} from 'obsidian';
import { extractQuestions } from '../../core/reading/extract';
import type { MarkValue, Question } from '../../core/model/question';
import { type ColumnStore, type Filter, markTerm } from '../../core/query';
import { questionExtension } from '../../editor/editor-extension';
import type { EditorOptions } from '../../editor/editor-options';
import { OpenViews } from '../../editor/open-views';
import { RenderedMarks } from '../../editor/reading-view';
import { isWholeNote } from '../../editor/whole-note';
import { type Settings } from '../../settings/schema';
import { activeTaxonomy, rootsOf } from '../../settings/taxonomies';
import { readNote } from '../../vault/note-text';
import type { UiContext } from '../context';
import { tagQuestions } from '../app/cursor-actions';
import { nearestAlike } from '../parts/question-at';
import { chipLook } from './chip-look';
import { MarkSuggest } from './mark-suggest';
import { addQuestionItems, registerShowOnDashboard } from './question-menu';
import { QuerySuggest } from './query-suggest';
import { registerReadingRedraw } from './reading-redraw';
import { registerReview } from '../review/start-review';
import { StatusBar } from './status-bar';
import { askFirst, isOtherOpen, openInstead } from './suggest-order';
import { registerWalk } from './walk';
import { areSameRoots } from '../../core/model/roots';

/** The plugin, as far as the editor's parts need it. */
export type EditorHost = Pick<
  Plugin,
  | 'addCommand'
  | 'addStatusBarItem'
  | 'register'
  | 'registerEditorExtension'
  | 'registerEditorSuggest'
  | 'registerEvent'
  | 'registerMarkdownPostProcessor'
>;

export interface EditorServices {
  /** Of the index's notes, as all queries have them. */
  readonly columns: ColumnStore;
  readonly tagNote: (file: TFile) => void;
  /** Shows the dashboard, over the whole vault, with what the filter finds. */
  readonly showOnDashboard: (filter: Filter) => void;
}

/** A name that is typed in the settings redraws every note once, when it is typed. */
const REDRAW_DELAY = 300;

export function registerEditor(
  host: EditorHost,
  context: UiContext,
  { columns, tagNote, showOnDashboard }: EditorServices,
): void {
  const { app, settings, strings } = context;
  const status = new StatusBar(host.addStatusBarItem(), { ...context, tagNote });
  host.register(() => status.stop());

  // Obsidian reads the array anew on `updateOptions`, which is how settings reach open editors.
  const views = new OpenViews();
  const extension: Extension[] = [questionExtension(editorOptionsOf(context, status, views))];
  host.registerEditorExtension(extension);

  const look = lookOf(context);
  const showMark = (mark: MarkValue) => showOnDashboard([markTerm(mark)]);
  const rendered = new RenderedMarks(() => {
    const now = settings.get();
    const { editor } = now;
    return {
      roots: rootsOf(now),
      look,
      conflictTitle: strings.editor.conflict,
      comments: editor.readingComments,
      source: (path) => sourceOf(app, path),
      open: editor.readingClick === 'dashboard' ? showMark : null,
    };
  });
  host.registerMarkdownPostProcessor((el, section) => rendered.dress(el, section));
  host.register(() => rendered.clear());
  registerReadingRedraw(host, context, rendered);

  let drawn = settings.get();
  const redraw = debounce(
    () => {
      if (looksAlike(drawn, settings.get())) return;
      drawn = settings.get();
      extension[0] = questionExtension(editorOptionsOf(context, status, views));
      app.workspace.updateOptions();
      app.workspace.iterateAllLeaves(({ view }) => {
        if (view instanceof MarkdownView) view.previewMode.rerender(true);
      });
    },
    REDRAW_DELAY,
    true,
  );
  host.register(settings.subscribe(redraw));
  host.register(() => redraw.cancel());

  const suggest = new MarkSuggest(context, views);
  host.registerEditorSuggest(suggest);
  askFirst(app.workspace, suggest);
  const querySuggest = new QuerySuggest(context, views, columns);
  host.registerEditorSuggest(querySuggest);
  host.register(() => querySuggest.stop());
  host.registerEvent(
    app.workspace.on('editor-change', (editor, { file }) => {
      if (!file || !isOtherOpen(app.workspace, suggest)) return;
      // Once that list, and all others, have been asked about the change.
      const win = activeWindow;
      win.setTimeout(() => {
        const typed = suggest.triggerAt(editor);
        if (typed !== null) openInstead(app.workspace, suggest, typed, { editor, file });
      }, 0);
    }),
  );
  host.registerEvent(
    app.workspace.on('editor-menu', (menu, editor, { file }) => {
      if (file) addQuestionItems(menu, editor, file, context, showOnDashboard);
    }),
  );
  registerShowOnDashboard(host, context, showOnDashboard);
  registerWalk(host, context);
  registerReview(host, context);
}

function editorOptionsOf(
  context: UiContext,
  status: StatusBar,
  views: EditorOptions['views'],
): EditorOptions {
  const { settings, strings } = context;
  const now = settings.get();
  const { editor } = now;
  const roots = rootsOf(now);
  return {
    roots,
    sign: editor.sign,
    look: lookOf(context),
    untaggedTitle: strings.editor.untagged,
    conflictTitle: strings.editor.conflict,
    views,
    open: (state, question) => {
      const { file, editor: owner } = state.field(editorInfoField, false) ?? {};
      const isNote = !owner || isWholeNote(state);
      const text = isNote ? state.doc.toString() : owner.getValue();
      const read = extractQuestions(text, { roots });
      const meant = isNote ? question : questionOfCell(owner, question, read);
      if (file && meant) tagQuestions(context, file, [meant], read, text);
    },
    onRead: (state, questions) => {
      const file = state.field(editorInfoField, false)?.file;
      if (file) status.take(file.path, questions);
    },
  };
}

/** In the note, the question that was read in one cell of a table. The note's cursor is in that cell. */
function questionOfCell(
  owner: Editor,
  question: Question,
  read: readonly Question[],
): Question | null {
  const at = owner.posToOffset(owner.getCursor('head'));
  return nearestAlike(read, question, at);
}

function lookOf({ settings, language, strings }: UiContext): EditorOptions['look'] {
  return (mark) => chipLook(mark, activeTaxonomy(settings.get()), language, strings);
}

/** The note as it is on the screen; one that is gone meanwhile has nothing to show. */
async function sourceOf(app: App, path: string): Promise<string> {
  const file = app.vault.getFileByPath(path);
  return file ? readNote(app, file).catch(() => '') : '';
}

/** Whether notes look the same under both settings. */
function looksAlike(one: Settings, other: Settings): boolean {
  return (
    areSameRoots(rootsOf(one), rootsOf(other)) &&
    activeTaxonomy(one) === activeTaxonomy(other) &&
    one.editor.sign === other.editor.sign &&
    one.editor.readingComments === other.editor.readingComments
  );
}
