// `SuggestModal` and `FuzzySuggestModal`: a prompt with a list below it.
import type { FuzzyMatch, Instruction } from 'obsidian';
import type { AppParts } from '../parts/app-parts.ts';
import { Modal } from './modal.ts';
import { SuggestionList } from './suggestion-list.ts';
import { prepareFuzzySearch, renderMatches } from '../text/text-search.ts';

/** Draws the line that says what the keys do. */
export function renderInstructions(el: HTMLElement, instructions: readonly Instruction[]): void {
  el.empty();
  for (const { command, purpose } of instructions) {
    const line = el.createDiv('prompt-instruction');
    line.createSpan({ cls: 'prompt-instruction-command', text: command });
    line.createSpan({ text: purpose });
  }
}

export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  inputEl: HTMLInputElement;
  resultContainerEl: HTMLElement;
  readonly chooser: SuggestionList<T>;
  /** Undocumented, as in the app. */
  readonly instructionsEl: HTMLElement;
  #latest = 0;

  constructor(app: AppParts) {
    super(app);
    this.modalEl.removeClass('modal');
    this.modalEl.addClass('prompt');
    this.modalEl.empty();
    const inputBox = this.modalEl.createDiv('prompt-input-container');
    this.inputEl = inputBox.createEl('input', {
      cls: 'prompt-input',
      type: 'text',
      attr: { autocapitalize: 'off', spellcheck: false, enterkeyhint: 'done' },
    });
    this.resultContainerEl = this.modalEl.createDiv({
      cls: 'prompt-results',
      attr: { role: 'listbox' },
    });
    this.instructionsEl = this.modalEl.createDiv('prompt-instructions');
    this.instructionsEl.hide();
    this.chooser = new SuggestionList(this, this.resultContainerEl, this.scope);
    this.inputEl.addEventListener('input', () => {
      this.updateSuggestions();
    });
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Instruction[]): void {
    renderInstructions(this.instructionsEl, instructions);
    this.instructionsEl.toggle(instructions.length > 0);
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    this.updateSuggestions();
  }

  updateSuggestions(): void {
    const query = this.inputEl.value;
    const turn = ++this.#latest;
    const show = (values: T[]): void => {
      // A slow answer to an earlier query must not replace a later one.
      if (turn !== this.#latest) return;
      this.chooser.set(values.slice(0, this.limit));
      if (values.length === 0) this.onNoSuggestion();
    };
    const found = this.getSuggestions(query);
    if (found instanceof Promise) found.then(show, reportError);
    else show(found);
  }

  onNoSuggestion(): void {
    this.resultContainerEl.createDiv({
      cls: 'suggestion-empty',
      text: this.emptyStateText,
      attr: { role: 'option', 'aria-disabled': 'true' },
    });
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.chooser.useSelected(event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found: FuzzyMatch<T>[] = [];
    for (const item of this.getItems()) {
      const match = search(this.getItemText(item));
      if (match) found.push({ item, match });
    }
    return found.sort((one, other) => other.match.score - one.match.score);
  }

  renderSuggestion(found: FuzzyMatch<T>, el: HTMLElement): void {
    renderMatches(el, this.getItemText(found.item), found.match.matches);
  }

  onChooseSuggestion(found: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(found.item, event);
  }

  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;
}
