// Obsidian's own completion of links: the vault's files, behind `[[` and what is typed of a name after it.
import type { EditorPosition, EditorSuggestTriggerInfo } from 'obsidian';
import type { TFile } from '../vault/abstract-file.ts';
import type { Editor } from '../parts/editor.ts';
import { EditorSuggest, type EditorSuggestContext } from '../popups/popover-suggest.ts';

const TYPED = /\[\[([^[\]|#^]*)$/;

export class LinkSuggest extends EditorSuggest<TFile> {
  onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const typed = TYPED.exec(editor.getLine(cursor.line).slice(0, cursor.ch));
    if (!typed) return null;
    return { start: { line: cursor.line, ch: typed.index }, end: cursor, query: typed[1] ?? '' };
  }

  getSuggestions({ query }: EditorSuggestContext): TFile[] {
    const wanted = query.toLowerCase();
    const { vault, metadataCache } = this.app;
    return vault
      .getFiles()
      .filter(({ path }) => path.toLowerCase().includes(wanted))
      .filter(({ path }) => !metadataCache.isUserIgnored(path));
  }

  renderSuggestion(file: TFile, el: HTMLElement): void {
    el.setText(file.extension === 'md' ? file.basename : file.name);
  }

  selectSuggestion(file: TFile): void {
    const { context } = this;
    if (!context) return;
    const { editor, start, end } = context;
    this.close();
    const link = this.app.fileManager.generateMarkdownLink(file, context.file.path);
    // Brackets that were closed already are part of the link.
    const behind = editor.getLine(end.line).slice(end.ch, end.ch + 2) === ']]' ? 2 : 0;
    editor.replaceRange(link, start, { line: end.line, ch: end.ch + behind });
    editor.setCursor({ line: start.line, ch: start.ch + link.length });
  }
}
