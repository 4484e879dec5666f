/** The order of a review: chosen in a menu or by a key, kept on the device, and what has to be known for it. */
import { Menu } from 'obsidian';
import type { TimeSlices } from '../../vault/reading/time-slices';
import type { UiContext } from '../context';
import { keepOrder, orderAfter, REVIEW_ORDERS, type ReviewOrder } from './review-order';
import type { ReviewQueue } from './review-queue';
import { SurenessPass } from './sureness-pass';
import { surenessIn } from './sureness-source';

/** So long the review waits for what comes first in an order, in milliseconds. */
const FIRST_LOOK = 120;

interface OrderingParts {
  readonly queue: ReviewQueue;
  /** Of what is worked out meanwhile. */
  readonly slices: TimeSlices;
  readonly win: Window;
  /** Another order was chosen. */
  readonly onChange: () => void;
}

export class ReviewOrdering {
  /** Whether there is anything to order by. */
  readonly isOffered: boolean;

  readonly #context: UiContext;
  readonly #parts: OrderingParts;
  #pass: SurenessPass | null = null;

  constructor(context: UiContext, parts: OrderingParts) {
    this.#context = context;
    this.#parts = parts;
    this.isOffered = context.suggester.mode !== 'off';
    if (!this.isOffered) parts.queue.order = 'notes';
  }

  get name(): string {
    return this.#words.orders[this.#parts.queue.order];
  }

  get spokenName(): string {
    return this.#words.ordered(this.name);
  }

  showMenu(button: HTMLElement): void {
    const menu = new Menu();
    for (const order of REVIEW_ORDERS) {
      menu.addItem((item) =>
        item
          .setTitle(this.#words.orders[order])
          .setChecked(this.#parts.queue.order === order)
          .onClick(() => this.#choose(order)),
      );
    }
    const { left, bottom } = button.getBoundingClientRect();
    menu.showAtPosition({ x: left, y: bottom }, button.doc);
  }

  goOn(): void {
    this.#choose(orderAfter(this.#parts.queue.order));
  }

  /** Resolves once it is known what comes first, or in a moment: what is found out later changes what comes next. */
  async firstLook(): Promise<void> {
    const { queue, slices, win } = this.#parts;
    if (queue.order === 'notes') return;
    this.#pass ??= new SurenessPass(queue, surenessIn(this.#context, win), slices);
    const moment = new Promise<void>((resolve) => {
      win.setTimeout(resolve, FIRST_LOOK);
    });
    await Promise.race([this.#pass.first, moment]);
  }

  /** The note at that place of the queue is another than it was. */
  noteChanged(note: number): void {
    this.#pass?.noteChanged(note);
  }

  close(): void {
    this.#pass?.close();
  }

  #choose(order: ReviewOrder): void {
    const { queue, onChange } = this.#parts;
    if (order === queue.order) return;
    queue.order = order;
    keepOrder(this.#context.app, order);
    onChange();
  }

  get #words() {
    return this.#context.strings.editor.review;
  }
}
