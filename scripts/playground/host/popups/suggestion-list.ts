// The list of choices below a prompt or a field: drawing, moving, choosing. Shared by the modals and
// the popovers.
import type { Scope } from '../ground/scope.ts';

export interface SuggestionOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

export class SuggestionList<T> {
  values: T[] = [];
  selectedItem = 0;
  #items: HTMLElement[] = [];

  readonly #owner: SuggestionOwner<T>;

  constructor(
    owner: SuggestionOwner<T>,
    readonly containerEl: HTMLElement,
    scope: Scope,
  ) {
    this.#owner = owner;
    const move = (to: () => number) => (event: KeyboardEvent) => {
      if (event.isComposing) return undefined;
      this.select(to());
      return false;
    };
    scope.register(
      [],
      'ArrowDown',
      move(() => this.selectedItem + 1),
    );
    scope.register(
      [],
      'ArrowUp',
      move(() => this.selectedItem - 1),
    );
    scope.register(
      [],
      'PageDown',
      move(() => Math.min(this.selectedItem + 8, this.values.length - 1)),
    );
    scope.register(
      [],
      'PageUp',
      move(() => Math.max(this.selectedItem - 8, 0)),
    );
    scope.register([], 'Enter', (event) => {
      // Enter that ends an input method's composition chooses nothing.
      if (event.isComposing) return undefined;
      this.useSelected(event);
      return false;
    });
  }

  set(values: T[]): void {
    this.values = values;
    this.containerEl.empty();
    this.#items = values.map((value, at) => {
      const el = this.containerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option' } });
      this.#owner.renderSuggestion(value, el);
      el.addEventListener('mousedown', (event) => {
        event.preventDefault();
      });
      el.addEventListener('click', (event) => {
        this.selectedItem = at;
        this.useSelected(event);
      });
      el.addEventListener('mousemove', () => {
        if (this.selectedItem !== at) this.select(at, false);
      });
      return el;
    });
    this.select(0, false);
  }

  select(index: number, scroll = true): void {
    const count = this.#items.length;
    this.selectedItem = count === 0 ? 0 : (index + count) % count;
    this.#items.forEach((el, at) => {
      const isSelected = at === this.selectedItem;
      el.toggleClass('is-selected', isSelected);
      el.setAttr('aria-selected', isSelected);
      if (isSelected && scroll) el.scrollIntoView({ block: 'nearest' });
    });
  }

  useSelected(event: MouseEvent | KeyboardEvent): boolean {
    const value = this.values[this.selectedItem];
    if (value === undefined) return false;
    this.#owner.selectSuggestion(value, event);
    return true;
  }
}
