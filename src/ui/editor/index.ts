/** What the plugin adds where the writer writes and reads; kept in step with the settings. */
import type { Extension } from '@codemirror/state';
import { editorInfoField, type Plugin, type TFile } from 'obsidian';
import type { MarkValue, Question } from '../../core/question';
import { questionExtension } from '../../editor/editor-extension';
import type { EditorOptions } from '../../editor/editor-options';
import { renderMarks } from '../../editor/reading-view';
import type { UiContext } from '../context';
import { tagQuestions } from '../cursor-actions';
import { chipLook } from './chip-look';
import { MarkSuggest } from './mark-suggest';
import { showStatus } from './status-bar';
import { registerWalk } from './walk';

/** The plugin, as far as the editor's parts need it. */
export type EditorHost = Pick<
  Plugin,
  | 'addCommand'
  | 'addStatusBarItem'
  | 'register'
  | 'registerEditorExtension'
  | 'registerEditorSuggest'
  | 'registerMarkdownPostProcessor'
>;

export interface EditorServices {
  readonly tagNote: (file: TFile) => void;
  /** Shows the dashboard with the questions of one mark. */
  readonly showOnDashboard: (mark: MarkValue) => void;
}

export function registerEditor(
  host: EditorHost,
  context: UiContext,
  { tagNote, showOnDashboard }: EditorServices,
): void {
  const { app, settings } = context;
  // Obsidian reads the array anew on `updateOptions`, which is how settings reach open editors.
  const extension: Extension[] = [questionExtension(editorOptionsOf(context))];
  host.registerEditorExtension(extension);
  host.register(
    settings.subscribe(() => {
      extension[0] = questionExtension(editorOptionsOf(context));
      app.workspace.updateOptions();
    }),
  );
  host.registerEditorSuggest(new MarkSuggest(context));
  host.registerMarkdownPostProcessor((el) => {
    const { mark, editor } = settings.get();
    renderMarks(el, {
      root: mark.root,
      look: lookOf(context),
      open: editor.readingClick === 'dashboard' ? showOnDashboard : null,
    });
  });
  registerWalk(host, context);
  host.register(showStatus(host.addStatusBarItem(), { ...context, tagNote }));
}

function editorOptionsOf(context: UiContext): EditorOptions {
  const { settings, strings } = context;
  const { mark, editor } = settings.get();
  return {
    root: mark.root,
    sign: editor.sign,
    look: lookOf(context),
    untaggedTitle: strings.editor.untagged,
    conflictTitle: strings.editor.conflict,
    open: (view, question: Question) => {
      const file = view.state.field(editorInfoField, false)?.file;
      if (file) tagQuestions(context, file, [question]);
    },
  };
}

function lookOf({ settings, language, strings }: UiContext): EditorOptions['look'] {
  return (mark) => chipLook(mark, settings.get().taxonomy, language, strings);
}
