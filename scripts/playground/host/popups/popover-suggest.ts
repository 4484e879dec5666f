// `PopoverSuggest`, `AbstractInputSuggest` and `EditorSuggest`: a list of choices that floats below a
// field or the cursor and takes the keys while it is open.
import type { EditorPosition, EditorSuggestTriggerInfo, Instruction } from 'obsidian';
import type { TFile } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import type { Editor } from '../parts/editor.ts';
import { Scope } from '../ground/scope.ts';
import { renderInstructions } from './suggest-modal.ts';
import { SuggestionList } from './suggestion-list.ts';

export abstract class PopoverSuggest<T> {
  readonly scope: Scope;
  readonly suggestEl = createDiv('suggestion-container');
  readonly suggestInnerEl = this.suggestEl.createDiv({
    cls: 'suggestion',
    attr: { role: 'listbox' },
  });
  readonly suggestions: SuggestionList<T>;
  isOpen = false;

  constructor(
    readonly app: AppParts,
    scope?: Scope,
  ) {
    this.scope = scope ?? new Scope(app.scope);
    this.suggestions = new SuggestionList<T>(this, this.suggestInnerEl, this.scope);
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    this.app.keymap.pushScope(this.scope);
    this.docOfField().body.append(this.suggestEl);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.suggestEl.detach();
  }

  onHistoryBack(): void {
    this.close();
  }

  /** Where the list floats: in the window of what it belongs to. */
  protected docOfField(): Document {
    return activeDocument;
  }

  /** Puts the list below a rectangle, or above it where there is no room. */
  protected placeAt(around: { left: number; top: number; bottom: number }): void {
    const own = this.suggestEl.getBoundingClientRect();
    const { innerWidth, innerHeight } = this.suggestEl.win;
    const below = around.bottom + 4;
    const top = below + own.height > innerHeight ? around.top - own.height - 4 : below;
    const left = Math.clamp(around.left, 4, Math.max(4, innerWidth - own.width - 4));
    this.suggestEl.setCssStyles({
      left: `${String(left)}px`,
      top: `${String(Math.max(4, top))}px`,
    });
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  limit = 100;
  #chosen: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;
  #latest = 0;

  /** Undocumented, as in the app. */
  readonly textInputEl: HTMLInputElement | HTMLDivElement;

  constructor(app: AppParts, textInputEl: HTMLInputElement | HTMLDivElement) {
    super(app);
    this.textInputEl = textInputEl;
    const update = (): void => {
      this.#update();
    };
    textInputEl.addEventListener('input', update);
    textInputEl.addEventListener('focus', update);
    textInputEl.addEventListener('blur', () => {
      this.close();
    });
  }

  setValue(value: string): void {
    const el = this.textInputEl;
    if (el.instanceOf(HTMLInputElement)) el.value = value;
    else el.setText(value);
  }

  getValue(): string {
    const el = this.textInputEl;
    return el.instanceOf(HTMLInputElement) ? el.value : el.getText();
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.#chosen?.(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#chosen = callback;
    return this;
  }

  protected override docOfField(): Document {
    return this.textInputEl.doc;
  }

  #update(): void {
    const turn = ++this.#latest;
    const show = (values: T[]): void => {
      if (turn !== this.#latest || !this.textInputEl.isActiveElement()) return;
      if (values.length === 0) {
        this.close();
        return;
      }
      this.suggestions.set(this.limit > 0 ? values.slice(0, this.limit) : values);
      this.open();
      this.placeAt(this.textInputEl.getBoundingClientRect());
    };
    const found = this.getSuggestions(this.getValue());
    if (found instanceof Promise) found.then(show, reportError);
    else show(found);
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;
}

export interface EditorSuggestContext extends EditorSuggestTriggerInfo {
  readonly editor: Editor;
  readonly file: TFile;
}

export abstract class EditorSuggest<T> extends PopoverSuggest<T> {
  context: EditorSuggestContext | null = null;
  limit = 100;
  #instructionsEl: HTMLElement | null = null;

  setInstructions(instructions: Instruction[]): void {
    this.#instructionsEl ??= this.suggestEl.createDiv('prompt-instructions');
    renderInstructions(this.#instructionsEl, instructions);
  }

  /** Called by the editor after each change the user makes. Answers whether it took the turn. */
  trigger(editor: Editor, file: TFile): boolean {
    const found = this.onTrigger(editor.getCursor(), editor, file);
    if (!found) {
      this.close();
      return false;
    }
    const context: EditorSuggestContext = { ...found, editor, file };
    this.context = context;
    const show = (values: T[]): void => {
      if (this.context !== context) return;
      if (values.length === 0) {
        this.close();
        return;
      }
      this.suggestions.set(values.slice(0, this.limit));
      this.open();
      const at = editor.cm.coordsAtPos(editor.posToOffset(found.start));
      if (at) this.placeAt(at);
    };
    const values = this.getSuggestions(context);
    if (values instanceof Promise) values.then(show, reportError);
    else show(values);
    return true;
  }

  override close(): void {
    super.close();
    this.context = null;
  }

  protected override docOfField(): Document {
    return this.context?.editor.cm.dom.doc ?? activeDocument;
  }

  abstract onTrigger(
    cursor: EditorPosition,
    editor: Editor,
    file: TFile | null,
  ): EditorSuggestTriggerInfo | null;
  abstract getSuggestions(context: EditorSuggestContext): T[] | Promise<T[]>;
}
