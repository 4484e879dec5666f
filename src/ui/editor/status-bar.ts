/**
 * The status bar's count of the active note's questions, tagged and all; a click opens the modal. It follows
 * the text in the editor where there is one, else the index.
 */
import { setTooltip, type TFile } from 'obsidian';
import { isListed, markOf, type Question } from '../../core/question';
import type { NoteEntry } from '../../core/question-index';
import type { UiContext } from '../context';

export interface StatusBarOptions extends Pick<UiContext, 'app' | 'index' | 'strings'> {
  readonly tagNote: (file: TFile) => void;
}

/** An editor's reading, which is newer than the index's `entry` until there is another one. */
interface LiveReading {
  readonly path: string;
  readonly questions: readonly Question[];
  readonly entry: NoteEntry | null;
}

export class StatusBar {
  #live: LiveReading | null = null;
  /** The index's entry when the count was last made. */
  #entry: NoteEntry | null = null;
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
      index.subscribe(() => {
        if (index.get(this.#path) !== this.#entry) this.#show();
      }),
    );
    this.#show();
  }

  /** What an editor has just read in the note at `path`. */
  take(path: string, questions: readonly Question[]): void {
    this.#live = { path, questions, entry: this.options.index.get(path) };
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
    const entry = this.options.index.get(path);
    const isLive = this.#live?.path === path && this.#live.entry === entry;
    const { tagged, all } = countQuestions((isLive ? this.#live : entry)?.questions ?? []);
    this.#entry = entry;
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
