/** The status bar's count of the active note's questions, tagged and all; a click opens the modal. */
import { setTooltip, type TFile } from 'obsidian';
import { isListed, isSkipped, markOf, type Question } from '../../core/question';
import type { UiContext } from '../context';

export interface StatusBarOptions extends Pick<UiContext, 'app' | 'index' | 'strings'> {
  readonly tagNote: (file: TFile) => void;
}

/** Keeps `el` up to date until the returned function is called. */
export function showStatus(el: HTMLElement, options: StatusBarOptions): () => void {
  const { app, index, strings } = options;
  el.addClass('question-stance-status', 'mod-clickable');
  setTooltip(el, strings.editor.statusTip, { placement: 'top' });
  const show = () => {
    const file = app.workspace.getActiveFile();
    const entry = file && index.get(file.path);
    const { tagged, all } = countQuestions(entry?.questions ?? []);
    el.toggle(all > 0);
    el.setText(strings.editor.status(tagged, all));
  };
  const open = () => {
    const file = app.workspace.getActiveFile();
    if (file) options.tagNote(file);
  };
  el.addEventListener('click', open);
  const opened = app.workspace.on('file-open', show);
  const unsubscribe = index.subscribe(show);
  show();
  return () => {
    el.removeEventListener('click', open);
    app.workspace.offref(opened);
    unsubscribe();
  };
}

/** Listed questions: how many there are and how many have a mark. */
export function countQuestions(questions: readonly Question[]): {
  readonly tagged: number;
  readonly all: number;
} {
  const listed = questions.filter((question) => isListed(question) && !isSkipped(question));
  return {
    tagged: listed.filter((question) => markOf(question) !== null).length,
    all: listed.length,
  };
}
