/** What stands above the review's choices: the question, where it stands, what can be done but choosing. */
import { setIcon } from 'obsidian';
import type { Strings } from '../../i18n';

/** What is shown of a question. */
export interface HeadTexts {
  readonly place: string;
  /** How many are left, or what it is tagged with. */
  readonly state: string;
  readonly above: string;
  readonly text: string;
  readonly below: string;
}

export interface HeadActions {
  readonly goBack: () => void;
  readonly leave: () => void;
  readonly skip: () => void;
  readonly goTo: () => void;
  readonly stop: () => void;
  /** Null where there is nothing to order by. */
  readonly pickOrder: ((button: HTMLElement) => void) | null;
}

export class ReviewHead {
  readonly element: HTMLElement;

  readonly #placeEl: HTMLElement;
  readonly #stateEl: HTMLElement;
  readonly #aboveEl: HTMLElement;
  readonly #textEl: HTMLElement;
  readonly #belowEl: HTMLElement;
  readonly #previousEl: HTMLButtonElement;
  readonly #orderEl: HTMLElement | null;

  constructor(parent: HTMLElement, strings: Strings, actions: HeadActions) {
    const { review } = strings.editor;
    this.element = parent.createDiv('question-stance-review');
    const line = this.element.createDiv('question-stance-review-line');
    this.#placeEl = line.createDiv('question-stance-review-place').createSpan();
    this.#stateEl = line.createDiv('question-stance-review-left');
    const passage = this.element.createDiv('question-stance-review-passage');
    const around = { cls: 'question-stance-review-around', attr: { dir: 'auto' } };
    this.#aboveEl = passage.createDiv(around);
    this.#textEl = passage.createDiv({
      cls: 'question-stance-review-question',
      attr: { dir: 'auto', role: 'status' },
    });
    this.#belowEl = passage.createDiv(around);
    const buttons = this.element.createDiv('question-stance-review-actions');
    const addButton = (text: string, act: (button: HTMLElement) => void): HTMLButtonElement => {
      const button = buttons.createEl('button', { text });
      button.addEventListener('click', () => act(button));
      return button;
    };
    this.#previousEl = addButton(review.previous, actions.goBack);
    addButton(review.leave, actions.leave);
    addButton(strings.common.skip, actions.skip);
    addButton(review.goTo, actions.goTo);
    addButton(review.stop, actions.stop);
    const { pickOrder } = actions;
    const orderEl = pickOrder && addButton('', pickOrder);
    orderEl?.addClass('question-stance-review-order');
    this.#orderEl = orderEl?.createSpan() ?? null;
    if (orderEl) setIcon(orderEl.createSpan(), 'chevrons-up-down');
  }

  show({ place, state, above, text, below }: HeadTexts, canGoBack: boolean): void {
    this.#placeEl.setText(place);
    this.showState(state);
    this.#previousEl.disabled = !canGoBack;
    this.#aboveEl.setText(above);
    this.#belowEl.setText(below);
    this.#textEl.setText(text);
  }

  showState(state: string): void {
    this.#stateEl.setText(state);
  }

  showOrder(name: string, spoken: string): void {
    this.#orderEl?.setText(name);
    this.#orderEl?.parentElement?.setAttribute('aria-label', spoken);
  }
}
