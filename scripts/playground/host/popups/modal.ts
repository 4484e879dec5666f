// `Modal` and `ConfirmationModal`. An open modal has the keys (through its scope), keeps the focus
// inside, and gives focus and selection back when it closes.
import type { AppParts } from '../parts/app-parts.ts';
import { ButtonComponent } from '../controls/setting-components.ts';
import { Scope } from '../ground/scope.ts';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

export class Modal {
  readonly scope = new Scope();
  readonly containerEl: HTMLElement;
  readonly bgEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly headerEl: HTMLElement;
  titleEl: HTMLElement;
  contentEl: HTMLElement;
  shouldRestoreSelection = true;
  #isOpen = false;
  #before: { doc: Document; focus: Element | null; ranges: Range[] } | null = null;
  #closeCallback: (() => unknown) | null = null;

  constructor(readonly app: AppParts) {
    this.containerEl = createDiv('modal-container mod-dim');
    this.bgEl = this.containerEl.createDiv('modal-bg');
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': true, tabindex: -1 },
    });
    const closeEl = this.modalEl.createDiv({
      cls: 'modal-close-button mod-raised clickable-icon',
      attr: { role: 'button', 'aria-label': 'Close' },
    });
    this.headerEl = this.modalEl.createDiv('modal-header');
    this.titleEl = this.headerEl.createDiv('modal-title');
    this.contentEl = this.modalEl.createDiv('modal-content');
    closeEl.addEventListener('click', () => {
      this.close();
    });
    this.bgEl.addEventListener('click', () => {
      this.close();
    });
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
    this.modalEl.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') this.#keepFocus(event);
    });
  }

  open(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const doc = this.docToOpenIn();
    const selection = doc.getSelection();
    const ranges = selection
      ? Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at))
      : [];
    const focus = doc.activeElement;
    this.#before = { doc, focus, ranges };
    this.app.keymap.pushScope(this.scope);
    doc.body.append(this.containerEl);
    if (focus?.instanceOf(HTMLElement)) focus.blur();
    const opening = this.onOpen();
    if (opening instanceof Promise) opening.catch(reportError);
    if (!this.modalEl.contains(doc.activeElement)) this.modalEl.focus({ preventScroll: true });
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.app.keymap.popScope(this.scope);
    this.containerEl.detach();
    this.onClose();
    this.#closeCallback?.();
    this.#giveFocusBack();
  }

  onOpen(): Promise<void> | void {
    return undefined;
  }

  onClose(): void {
    // For subclasses.
  }

  /** The window that is worked in, unless a subclass has one of its own. */
  protected docToOpenIn(): Document {
    return activeDocument;
  }

  onHistoryBack(): void {
    this.close();
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.#closeCallback = callback;
    return this;
  }

  #giveFocusBack(): void {
    const before = this.#before;
    this.#before = null;
    if (!before || !this.shouldRestoreSelection) return;
    if (before.focus?.instanceOf(HTMLElement) && before.focus.isConnected) {
      before.focus.focus({ preventScroll: true });
    }
    const selection = before.doc.getSelection();
    // The editor keeps its own selection; setting it here again would only race with it.
    if (!selection || before.focus?.closest('.cm-editor')) return;
    selection.removeAllRanges();
    for (const range of before.ranges) selection.addRange(range);
  }

  #keepFocus(event: KeyboardEvent): void {
    const inside = this.modalEl.findAll(FOCUSABLE).filter((el) => el.isShown());
    const [first, last] = [inside[0], inside[inside.length - 1]];
    const { activeElement } = this.modalEl.doc;
    if (!first || !last) {
      event.preventDefault();
    } else if (event.shiftKey && (activeElement === first || activeElement === this.modalEl)) {
      event.preventDefault();
      last.focus();
    } else if (!event.shiftKey && activeElement === last) {
      event.preventDefault();
      first.focus();
    }
  }
}

class ConfirmationButton extends ButtonComponent {
  readonly #modal: ConfirmationModal;

  constructor(containerEl: HTMLElement, modal: ConfirmationModal) {
    super(containerEl);
    this.#modal = modal;
    this.onClick(() => undefined);
  }

  /** Closes the modal after the handler, unless the handler answers with something true. */
  override onClick(handler: (event: MouseEvent) => unknown): this {
    return super.onClick(async (event) => {
      const keepOpen = await handler(event);
      if (keepOpen === undefined || keepOpen === false || keepOpen === null) this.#modal.close();
    });
  }

  setInitialFocus(): this {
    this.#modal.initialFocusEl = this.buttonEl;
    return this;
  }

  setSecondary(): this {
    this.buttonEl.addClass('mod-secondary');
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this;
  }
}

export class ConfirmationModal extends Modal {
  readonly buttonContainerEl: HTMLElement;
  initialFocusEl: HTMLElement | null = null;

  constructor(app: AppParts) {
    super(app);
    this.containerEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv('modal-button-container');
  }

  override open(): void {
    super.open();
    this.initialFocusEl?.focus();
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const labelEl = this.buttonContainerEl.createEl('label', { cls: 'mod-checkbox' });
    const input = labelEl.createEl('input', { type: 'checkbox', attr: { tabindex: 0 } });
    labelEl.appendText(label);
    input.addEventListener('change', () => {
      callback(input.checked);
    });
    return this;
  }

  addButton(build: (button: ConfirmationButton) => unknown): this {
    build(new ConfirmationButton(this.buttonContainerEl, this));
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}

export { ConfirmationButton };
