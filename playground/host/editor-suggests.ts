// `workspace.editorSuggest`, which Obsidian does not document: the suggesters of all editors in the order in
// which they are asked, its own first and plugins' behind them. The first that answers has the turn, and an
// open one keeps it for as long as it answers.
import type { App } from './app.ts';
import type { Editor } from './editor.ts';
import type { TFile } from './abstract-file.ts';
import type { EditorSuggest } from './popover-suggest.ts';
import { TagSuggest } from './tag-suggest.ts';

export class EditorSuggests {
  readonly suggests: EditorSuggest<unknown>[];
  currentSuggest: EditorSuggest<unknown> | null = null;

  constructor(app: App) {
    this.suggests = [new TagSuggest(app)];
  }

  addSuggest(suggest: EditorSuggest<unknown>): void {
    this.suggests.push(suggest);
  }

  removeSuggest(suggest: EditorSuggest<unknown>): void {
    suggest.close();
    this.suggests.remove(suggest);
    if (this.currentSuggest === suggest) this.currentSuggest = null;
  }

  trigger(editor: Editor, file: TFile): void {
    const { currentSuggest: current } = this;
    if (current?.isOpen === true && current.trigger(editor, file)) return;
    this.currentSuggest = this.suggests.find((suggest) => suggest.trigger(editor, file)) ?? null;
    if (current !== this.currentSuggest) current?.close();
  }
}
