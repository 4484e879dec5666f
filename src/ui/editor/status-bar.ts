/**
 * The status bar's count of the active note's questions, tagged and all; a click opens the modal. It follows
 * the text in the note's editor where there is one, else the index.
 */
import { MarkdownView, setTooltip, type TFile } from 'obsidian';
import type { Question } from '../../core/model/question';
import type { NoteEntry } from '../../core/index/question-index';
import type { UiContext } from '../context';
import { LiveCounts } from './live-counts';

export interface StatusBarOptions extends Pick<UiContext, 'app' | 'index' | 'strings'> {
  readonly tagNote: (file: TFile) => void;
}

export class StatusBar {
  readonly #live = new LiveCounts();
  /** The index's entry when the count was last made. */
  #entry: NoteEntry | null = null;
  readonly #stops: (() => void)[] = [];

  readonly #el: HTMLElement;
  readonly #options: StatusBarOptions;

  constructor(el: HTMLElement, options: StatusBarOptions) {
    this.#el = el;
    this.#options = options;
    const { app, index, strings } = options;
    const { vault, workspace } = app;
    el.addClass('question-stance-status', 'mod-clickable');
    setTooltip(el, strings.editor.statusTip, { placement: 'top' });
    const open = () => {
      const file = workspace.getActiveFile();
      if (file) options.tagNote(file);
    };
    el.addEventListener('click', open);
    const opened = workspace.on('file-open', () => this.#show());
    const closed = workspace.on('layout-change', () => this.#forgetClosed());
    const renamed = vault.on('rename', ({ path }, from) => {
      this.#live.rename(from, path);
      this.#show();
    });
    const deleted = vault.on('delete', ({ path }) => this.#live.remove(path));
    this.#stops.push(
      () => el.removeEventListener('click', open),
      () => workspace.offref(opened),
      () => workspace.offref(closed),
      () => vault.offref(renamed),
      () => vault.offref(deleted),
      index.subscribe(() => {
        if (index.get(this.#path) !== this.#entry) this.#show();
      }),
    );
    this.#show();
  }

  /** What an editor has just read in the note at `path`. */
  take(path: string, questions: readonly Question[]): void {
    this.#live.take(path, questions, this.#options.index.get(path));
    this.#show();
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  get #path(): string {
    return this.#options.app.workspace.getActiveFile()?.path ?? '';
  }

  /** A note that no pane shows may change without an editor that reads it. */
  #forgetClosed(): void {
    const open = new Set([this.#path]);
    this.#options.app.workspace.iterateAllLeaves(({ view }) => {
      if (view instanceof MarkdownView && view.file) open.add(view.file.path);
    });
    this.#live.keep((path) => open.has(path));
  }

  #show(): void {
    const path = this.#path;
    const entry = this.#options.index.get(path);
    const { tagged, all } = this.#live.count(path, entry);
    this.#entry = entry;
    this.#el.toggle(all > 0);
    // Nothing is said where nothing is shown: at the start of the app, to write the first number takes long.
    this.#el.setText(all > 0 ? this.#options.strings.editor.status(tagged, all) : '');
  }
}
