/** Where on the dashboard the keyboard is, and where it goes on. */
import { whereLost } from '../../parts/return-focus';

/** Of an empty state, which takes the list's place. */
export const FIRST_WAY = '.question-stance-empty button';

/** What a view has the keyboard in: a list, or what can be pressed first. */
const MAIN = '.question-stance-main[tabindex], .question-stance-main button';

const CHIPS = '.question-stance-filter-chip button';

export class DashboardFocus {
  /** Whether the keyboard is to go to the list once there is one. */
  #isListAwaited = false;
  readonly #view: { readonly contentEl: HTMLElement };

  constructor(view: { readonly contentEl: HTMLElement }) {
    this.#view = view;
  }

  /** Whether there is a search box. */
  toSearch(): boolean {
    const input = this.#view.contentEl.querySelector<HTMLInputElement>(
      'input.question-stance-search-input',
    );
    input?.focus();
    return input !== null;
  }

  /** While the first notes are read there may be no list yet: then as soon as there is one. */
  toList(): void {
    const list = this.#list;
    this.#isListAwaited = list === null;
    list?.focus({ preventScroll: true });
  }

  /** What had the keyboard may have gone with what was done there: then the list goes on, or what is in its place. */
  keep(): void {
    const { contentEl } = this.#view;
    whereLost(contentEl.doc, () => {
      const way = contentEl.querySelector<HTMLElement>(FIRST_WAY);
      (this.#list ?? way)?.focus({ preventScroll: true });
    });
  }

  /** The chip at that place has gone by its button: the one that stands there now has the keyboard, or what makes chips. */
  keepAmongChips(at: number): void {
    const { contentEl } = this.#view;
    whereLost(contentEl.doc, () => {
      const chips = contentEl.querySelectorAll<HTMLElement>(CHIPS);
      const next = chips[Math.min(at, chips.length - 1)];
      if (next) next.focus({ preventScroll: true });
      else if (!this.#filterTool) this.keep();
      else this.#filterTool.focus({ preventScroll: true });
    });
  }

  /** The list has come. Where the reader has gone elsewhere meanwhile, the keyboard stays there. */
  listIsShown(): void {
    const list = this.#list;
    if (!this.#isListAwaited || !list) return;
    this.#isListAwaited = false;
    const { activeElement, body } = list.doc;
    if (activeElement === null || activeElement === body) list.focus({ preventScroll: true });
  }

  isInList(): boolean {
    const list = this.#list;
    return list?.contains(list.doc.activeElement) === true;
  }

  get #filterTool(): HTMLElement | null {
    return this.#view.contentEl.querySelector('.question-stance-filter-bar .question-stance-tool');
  }

  get #list(): HTMLElement | null {
    return this.#view.contentEl.querySelector(MAIN);
  }
}
