/** What stands in an editor's text: the chip in place of a mark, and the sign of a question without one. */
import { WidgetType, type EditorView } from '@codemirror/view';
import type { ChipLook, SignMode } from './editor-options';

/** Called with the place in the document where the chip or sign stands now. */
export type OpenAt = (view: EditorView, at: number) => void;

export class MarkChip extends WidgetType {
  constructor(
    private readonly look: ChipLook,
    private readonly conflict: boolean,
    private readonly open: OpenAt,
  ) {
    super();
  }

  override eq(other: MarkChip): boolean {
    return (
      this.look.label === other.look.label &&
      this.look.title === other.look.title &&
      this.look.color === other.look.color &&
      this.conflict === other.conflict
    );
  }

  override toDOM(view: EditorView): HTMLElement {
    const chip = createChip(view.dom.doc, this.look, this.conflict);
    return makeButton(chip, view, this.open);
  }

  override ignoreEvent(event: Event): boolean {
    return event.type !== 'contextmenu';
  }
}

export class UntaggedSign extends WidgetType {
  constructor(
    private readonly mode: SignMode,
    private readonly title: string,
    private readonly open: OpenAt,
  ) {
    super();
  }

  override eq(other: UntaggedSign): boolean {
    return this.mode === other.mode && this.title === other.title;
  }

  override toDOM(view: EditorView): HTMLElement {
    const sign = view.dom.doc.createElement('span');
    sign.className = `question-stance-sign is-${this.mode}`;
    sign.setAttribute('aria-label', this.title);
    return makeButton(sign, view, this.open);
  }

  override ignoreEvent(event: Event): boolean {
    return event.type !== 'contextmenu';
  }
}

/** A chip as both the editor and the reading view show it. */
export function createChip(doc: Document, look: ChipLook, conflict: boolean): HTMLElement {
  const chip = doc.createElement('span');
  chip.className = `question-stance-chip question-stance-inline-chip question-stance-color-${look.color ?? 'none'}`;
  chip.classList.toggle('is-conflict', conflict);
  chip.textContent = look.label;
  chip.setAttribute('aria-label', look.title);
  return chip;
}

function makeButton(el: HTMLElement, view: EditorView, open: OpenAt): HTMLElement {
  el.setAttribute('role', 'button');
  el.tabIndex = 0;
  const act = (event: Event) => {
    event.preventDefault();
    open(view, view.posAtDOM(el));
  };
  el.addEventListener('click', act);
  // A press would move the cursor into the mark and show its text before the click arrives.
  el.addEventListener('mousedown', (event) => {
    if (event.button === 0) event.preventDefault();
  });
  el.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') act(event);
  });
  return el;
}
