/**
 * Marks in rendered notes: every tag link that is a mark becomes a chip. Marks in comments are not rendered
 * by Obsidian, so they show nothing.
 */
import { createChip } from './mark-chip';
import { readMarkAt } from '../core/mark';
import type { EditorOptions } from './editor-options';
import type { MarkValue } from '../core/question';

export interface ReadingOptions extends Pick<EditorOptions, 'root' | 'look'> {
  /** The reader chose a chip. */
  open(mark: MarkValue, event: MouseEvent | KeyboardEvent): void;
}

/** Replaces the marks in a rendered block. Everything else is left as Obsidian made it. */
export function renderMarks(el: HTMLElement, options: ReadingOptions): void {
  for (const link of el.findAll('a.tag')) {
    const text = link.textContent;
    const mark = readMarkAt(text, 0, options.root);
    if (mark?.to !== text.length) continue;
    const chip = createChip(link.doc, options.look(mark), false);
    chip.setAttribute('role', 'link');
    chip.tabIndex = 0;
    chip.addEventListener('click', (event) => {
      event.preventDefault();
      options.open(mark, event);
    });
    chip.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') options.open(mark, event);
    });
    link.replaceWith(chip);
  }
}
