/** What stands in an editor's text: the chip in place of a mark, and the sign of a question without one. */
import { WidgetType, type EditorView } from '@codemirror/view';
import { setIcon } from 'obsidian';
import { keepToOnce } from '../keys/held-key';
import { onKey } from '../keys/key-press';
import { editorOptions, type ChipLook, type SignMode } from './editor-options';
import { questionAtPoint } from './question-points';

export class MarkChip extends WidgetType {
  readonly #look: ChipLook;
  readonly #conflict: boolean;

  /** `conflict`: one of several marks of its question. */
  constructor(look: ChipLook, conflict: boolean) {
    super();
    this.#look = look;
    this.#conflict = conflict;
  }

  override eq(other: MarkChip): boolean {
    const look = other.#look;
    return (
      this.#look.label === look.label &&
      this.#look.title === look.title &&
      this.#look.color === look.color &&
      this.#conflict === other.#conflict
    );
  }

  override toDOM(view: EditorView): HTMLElement {
    const { label, title, color } = this.#look;
    const chip = createSpan(
      `question-stance-chip question-stance-inline-chip question-stance-color-${color ?? 'none'}`,
    );
    if (this.#conflict) {
      chip.classList.add('is-conflict');
      setIcon(chip, 'alert-triangle');
    }
    chip.append(label);
    return makeButton(chip, title, view);
  }

  override ignoreEvent(event: Event): boolean {
    return event.type !== 'contextmenu';
  }
}

export class UntaggedSign extends WidgetType {
  readonly #mode: SignMode;
  readonly #title: string;

  constructor(mode: SignMode, title: string) {
    super();
    this.#mode = mode;
    this.#title = title;
  }

  override eq(other: UntaggedSign): boolean {
    return this.#mode === other.#mode && this.#title === other.#title;
  }

  override toDOM(view: EditorView): HTMLElement {
    const sign = createSpan(`question-stance-sign is-${this.#mode}`);
    return makeButton(sign, this.#title, view);
  }

  override ignoreEvent(event: Event): boolean {
    return event.type !== 'contextmenu';
  }
}

/** Lets a click, Enter or the space bar on `el` open its question. */
function makeButton(el: HTMLElement, title: string, view: EditorView): HTMLElement {
  el.setAttribute('role', 'button');
  el.setAttribute('aria-label', title);
  el.tabIndex = 0;
  el.addEventListener('click', () => open(view, el));
  // A press would move the cursor into the mark and show its text before the click arrives.
  el.addEventListener('mousedown', (event) => {
    if (event.button === 0) event.preventDefault();
  });
  el.addEventListener(
    'keydown',
    onKey(({ name, isRepeat }, event: KeyboardEvent) => {
      if (name !== 'Enter' && name !== 'Space') return;
      event.preventDefault();
      if (isRepeat) return;
      keepToOnce(event);
      const question = findQuestion(view, el);
      // What is chosen redraws the chip; when the picker closes, the editor takes the keys.
      view.focus();
      if (question) view.state.facet(editorOptions)?.open(view.state, question);
    }),
  );
  return el;
}

function open(view: EditorView, el: HTMLElement): void {
  const question = findQuestion(view, el);
  if (question) view.state.facet(editorOptions)?.open(view.state, question);
}

/** What was drawn may have moved since, and its text may have changed. */
function findQuestion(view: EditorView, el: HTMLElement) {
  return questionAtPoint(view.state, view.posAtDOM(el));
}
