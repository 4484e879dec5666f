// `Notice`, and how the host shows that code failed: an error goes to the console and into a red
// notice, so that nobody, test or person, overlooks it.
const DEFAULT_MS = 5000;

function container(): HTMLElement {
  const { body } = activeDocument;
  return (
    body.querySelector<HTMLElement>('.notice-container') ??
    body.createDiv({
      cls: 'notice-container',
      attr: { role: 'status', 'aria-live': 'polite' },
    })
  );
}

export class Notice {
  readonly containerEl: HTMLElement;
  readonly messageEl: HTMLElement;
  readonly noticeEl: HTMLElement;

  constructor(message: string | DocumentFragment, duration = DEFAULT_MS) {
    this.containerEl = container().createDiv('notice');
    this.noticeEl = this.containerEl;
    this.messageEl = this.containerEl.createDiv('notice-message');
    this.setMessage(message);
    this.containerEl.addEventListener('click', () => {
      this.hide();
    });
    if (duration > 0) {
      window.setTimeout(() => {
        this.hide();
      }, duration);
    }
  }

  setMessage(message: string | DocumentFragment): this {
    this.messageEl.setText(message);
    return this;
  }

  hide(): void {
    this.containerEl.detach();
  }
}

/** Shows an error in a notice that stays; the console has it already where it was uncaught. */
export function showError(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  new Notice(message, 0).containerEl.addClass('mod-error');
}

/** Catches what nobody else caught. */
export function listenForErrors(): void {
  window.addEventListener('error', (event) => {
    // Fired by the browser when a layout takes two rounds; nothing failed.
    if (event.message.startsWith('ResizeObserver loop')) return;
    showError(event.error ?? event.message);
  });
  window.addEventListener('unhandledrejection', (event) => {
    showError(event.reason);
  });
}
