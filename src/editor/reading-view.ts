/**
 * Marks in rendered notes: every tag link that is a mark looks like a chip. The link stays Obsidian's own,
 * with its text, so that copying gives the tag and a click searches for it unless `open` is given. Marks in
 * comments are not rendered by Obsidian, so they show nothing.
 */
import { readMarkAt } from '../core/mark';
import type { MarkValue } from '../core/question';
import type { EditorOptions } from './editor-options';

export interface ReadingOptions extends Pick<EditorOptions, 'root' | 'look'> {
  /** What a click on a chip does; null leaves it to Obsidian, which searches for the tag. */
  readonly open: ((mark: MarkValue) => void) | null;
}

/** Dresses the marks in a rendered block. Everything else is left as Obsidian made it. */
export function renderMarks(el: HTMLElement, { root, look, open }: ReadingOptions): void {
  for (const link of el.findAll('a.tag')) {
    const text = link.textContent;
    const mark = readMarkAt(text, 0, root);
    if (mark?.to !== text.length) continue;
    const { label, title, color } = look(mark);
    link.addClass('question-stance-chip', 'question-stance-tag-chip');
    link.addClass(`question-stance-color-${color ?? 'none'}`);
    // The style sheet shows this in place of the text.
    link.setAttribute('data-label', label);
    link.setAttribute('aria-label', title);
    if (!open) continue;
    link.addEventListener('click', (event) => {
      event.preventDefault();
      event.stopPropagation();
      open(mark);
    });
  }
}
