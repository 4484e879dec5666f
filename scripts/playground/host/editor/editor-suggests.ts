// `workspace.editorSuggest`, which Obsidian does not document: the suggesters of all editors in the order in
// which they are asked, its own first and plugins' behind them. After each change all are asked in that order, an
// open one no earlier than its place says, and the first that answers has the turn. Its own are those of links and
// of tags; which there are besides, and that links come first, is inferred.
import type { AppParts } from '../parts/app-parts.ts';
import type { Editor } from '../parts/editor.ts';
import type { TFile } from '../vault/abstract-file.ts';
import type { EditorSuggest } from '../popups/popover-suggest.ts';
import { LinkSuggest } from './link-suggest.ts';
import { TagSuggest } from './tag-suggest.ts';

export class EditorSuggests {
  readonly suggests: EditorSuggest<unknown>[];
  currentSuggest: EditorSuggest<unknown> | null = null;

  constructor(app: AppParts) {
    this.suggests = [new LinkSuggest(app), new TagSuggest(app)];
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
    this.currentSuggest = this.suggests.find((suggest) => suggest.trigger(editor, file)) ?? null;
    if (current !== this.currentSuggest) current?.close();
  }
}
