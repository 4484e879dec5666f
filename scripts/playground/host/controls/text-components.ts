// The controls of a setting that hold text: one line, many lines, a search.
import { ValueComponent } from './setting-components.ts';

export class AbstractTextComponent<
  T extends HTMLInputElement | HTMLTextAreaElement,
> extends ValueComponent<string> {
  constructor(readonly inputEl: T) {
    super();
    inputEl.addEventListener('input', () => {
      this.onChanged();
    });
  }

  override setDisabled(disabled: boolean): this {
    this.inputEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.inputEl.value;
  }

  setValue(value: string): this {
    this.inputEl.value = value;
    return this;
  }

  setPlaceholder(placeholder: string): this {
    this.inputEl.placeholder = placeholder;
    return this;
  }

  onChanged(): void {
    this.changed?.(this.getValue());
  }

  onChange(callback: (value: string) => unknown): this {
    this.changed = callback;
    return this;
  }
}

export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('input', { type: 'text', attr: { spellcheck: false } }));
  }
}

export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
  constructor(containerEl: HTMLElement) {
    super(containerEl.createEl('textarea', { attr: { spellcheck: false } }));
  }
}

export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
  readonly clearButtonEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    const box = containerEl.createDiv('search-input-container');
    super(
      box.createEl('input', {
        type: 'search',
        attr: { spellcheck: false, enterkeyhint: 'search' },
      }),
    );
    this.clearButtonEl = box.createDiv('search-input-clear-button');
    this.clearButtonEl.addEventListener('click', () => {
      this.setValue('');
      this.onChanged();
      this.inputEl.focus();
    });
    this.#showClearButton();
  }

  override setValue(value: string): this {
    super.setValue(value);
    // The base class sets values before this class's own parts exist.
    this.#showClearButton();
    return this;
  }

  override onChanged(): void {
    this.#showClearButton();
    super.onChanged();
  }

  #showClearButton(): void {
    this.clearButtonEl.toggle(this.inputEl.value !== '');
  }
}
