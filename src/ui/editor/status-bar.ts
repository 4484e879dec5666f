/**
 * The status bar's count of the active note's questions, tagged and all; a click opens the modal. It follows
 * the text in the editor where there is one, else the index.
 */
import { setTooltip, type TFile } from 'obsidian';
import { isListed, markOf, type Question } from '../../core/question';
import type { UiContext } from '../context';

export interface StatusBarOptions extends Pick<UiContext, 'app' | 'index' | 'strings'> {
  readonly tagNote: (file: TFile) => void;
}

/** An editor's reading, which is newer than the index until that reads the note again. */
interface LiveReading {
  readonly path: string;
  readonly questions: readonly Question[];
}

export class StatusBar {
  #live: LiveReading | null = null;
  readonly #stops: (() => void)[] = [];

  constructor(
    private readonly el: HTMLElement,
    private readonly options: StatusBarOptions,
  ) {
    const { app, index, strings } = options;
    el.addClass('question-stance-status', 'mod-clickable');
    setTooltip(el, strings.editor.statusTip, { placement: 'top' });
    const open = () => {
      const file = app.workspace.getActiveFile();
      if (file) options.tagNote(file);
    };
    el.addEventListener('click', open);
    const opened = app.workspace.on('file-open', () => this.#show());
    this.#stops.push(
      () => el.removeEventListener('click', open),
      () => app.workspace.offref(opened),
      index.subscribe((changed) => {
        if (this.#live && changed.has(this.#live.path)) this.#live = null;
        if (changed.has(this.#path)) this.#show();
      }),
    );
    this.#show();
  }

  /** What an editor has just read in the note at `path`. */
  take(path: string, questions: readonly Question[]): void {
    this.#live = { path, questions };
    this.#show();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  get #path(): string {
    return this.options.app.workspace.getActiveFile()?.path ?? '';
  }

  #show(): void {
    const path = this.#path;
    const newest = this.#live?.path === path ? this.#live : this.options.index.get(path);
    const { tagged, all } = countQuestions(newest?.questions ?? []);
    this.el.toggle(all > 0);
    this.el.setText(this.options.strings.editor.status(tagged, all));
  }
}

/** Listed questions: how many there are and how many have a mark. */
export function countQuestions(questions: readonly Question[]): {
  readonly tagged: number;
  readonly all: number;
} {
  const listed = questions.filter(isListed);
  return { tagged: listed.filter((question) => markOf(question)).length, all: listed.length };
}
