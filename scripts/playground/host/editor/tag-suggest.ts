// Obsidian's own completion of tags: the vault's tags, behind any `#` and what is typed of a tag after it.
import type { EditorPosition, EditorSuggestTriggerInfo } from 'obsidian';
import type { Editor } from '../parts/editor.ts';
import { getAllTags } from '../text/frontmatter.ts';
import { EditorSuggest, type EditorSuggestContext } from '../popups/popover-suggest.ts';

const TYPED = /#([^\s!"#$%&'()*+,.:;<=>?@^`{|}~[\]\\\u2000-\u206F\u2E00-\u2E7F]*)$/u;

export class TagSuggest extends EditorSuggest<string> {
  onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
    const typed = TYPED.exec(editor.getLine(cursor.line).slice(0, cursor.ch));
    if (!typed) return null;
    return { start: { line: cursor.line, ch: typed.index }, end: cursor, query: typed[1] ?? '' };
  }

  getSuggestions({ query }: EditorSuggestContext): string[] {
    const { vault, metadataCache } = this.app;
    const tags = vault.getMarkdownFiles().flatMap((file) => {
      const cache = metadataCache.getFileCache(file);
      return (cache && getAllTags(cache)) ?? [];
    });
    const wanted = query.toLowerCase();
    return tags.unique().filter((tag) => tag.toLowerCase().includes(wanted));
  }

  renderSuggestion(tag: string, el: HTMLElement): void {
    el.setText(tag);
  }

  selectSuggestion(tag: string): void {
    const { context } = this;
    if (!context) return;
    const { editor, start, end } = context;
    this.close();
    editor.replaceRange(`${tag} `, start, end);
    editor.setCursor({ line: start.line, ch: start.ch + tag.length + 1 });
  }
}
