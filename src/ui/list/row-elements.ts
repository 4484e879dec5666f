/**
 * The elements that hold the rows of a long list. A row that stays in sight stays in its element and is not drawn
 * again; the element of one that went is taken for one of the same kind that comes. Elements made anew for each row
 * would be garbage that only a full collection clears away, in pauses of several frames.
 *
 * What stands in an element is a tree of its own to the renderer. In one tree with the list, a row that stays would
 * tie what was drawn then to what is drawn now, drawing after drawing, and nothing of it would ever be let go.
 */
import { render } from 'preact';
import type { Drawn, DrawnRow } from './drawn-rows';
import { seatRows, type Seat } from './row-seats';

/** The place of an element that is no row's, and its top: above everything that can be scrolled to. */
const NOWHERE = -1;
const OUT_OF_SIGHT = -100_000;

interface Holder {
  readonly element: HTMLElement;
  row: DrawnRow;
  /** In pixels; null before the element has its first place. */
  top: number | null;
  /** What stands in the element. */
  shown: DrawnRow | null;
}

export class RowElements {
  /** In the order of their elements in the document. */
  #holders: readonly Holder[] = [];

  readonly #onChange: (element: HTMLElement) => void;

  /** `onChange`: an element is about to hold another row, which has not been measured in it. */
  constructor(onChange: (element: HTMLElement) => void) {
    this.#onChange = onChange;
  }

  /** Draws the rows into `parent`, in their order; `topOf` gives a row's top, in pixels. */
  draw<Item>(
    parent: HTMLElement,
    { rows, isLeap }: Drawn<Item>,
    topOf: (index: number) => number,
  ): void {
    const before = this.#holders;
    const seats = seatRows(
      before.map(({ row }) => row),
      [...rows.values()],
      (place) => !hasFocus(before[place]),
    );
    const left = new Set(before);
    const holders = Array.from(rows, ([index, row], at) => {
      const holder = before[seats[at]?.from ?? -1] ?? makeOne(parent, row);
      left.delete(holder);
      holder.row = row;
      place(holder, index, topOf(index));
      return holder;
    });
    for (const holder of left) {
      // The rows beside those in sight come a frame later, and need elements too.
      if (isLeap && !hasFocus(holder)) place(holder, NOWHERE, OUT_OF_SIGHT);
      else {
        drop(holder);
        left.delete(holder);
      }
    }
    arrange(parent, holders, seats);
    this.#holders = left.size > 0 ? inOrder(parent, [...holders, ...left]) : holders;
    for (const holder of holders) this.#show(holder);
  }

  /** Lets go of all rows. */
  clear(): void {
    for (const holder of this.#holders) drop(holder);
    this.#holders = [];
  }

  #show(holder: Holder): void {
    const { element, row, shown } = holder;
    if (shown === row) return;
    if (shown?.key !== row.key) this.#onChange(element);
    render(row.content(), element);
    holder.shown = row;
  }
}

function makeOne(parent: HTMLElement, row: DrawnRow): Holder {
  const element = parent.createDiv({
    cls: 'question-stance-list-row',
    attr: { role: 'presentation' },
  });
  return { element, row, top: null, shown: null };
}

/** Whoever works in a row must not find himself in another one. */
function hasFocus(holder: Holder | undefined): boolean {
  return holder?.element.contains(holder.element.ownerDocument.activeElement) === true;
}

function place(holder: Holder, index: number, top: number): void {
  const { element } = holder;
  element.dataset.index = String(index);
  if (holder.top === top) return;
  holder.top = top;
  element.setCssProps({ '--question-stance-list-top': `${top}px` });
}

function drop({ element }: Holder): void {
  render(null, element);
  element.remove();
}

/**
 * Puts the elements in the order of their rows, for screen readers and the Tab key. Those that may stay are left alone:
 * an element that is moved loses the focus, and is laid out anew.
 */
function arrange(parent: HTMLElement, holders: readonly Holder[], seats: readonly Seat[]): void {
  let next: HTMLElement | null = null;
  for (let at = holders.length - 1; at >= 0; at--) {
    const element = holders[at]?.element;
    if (!element) continue;
    if (seats[at]?.stays !== true && element.nextElementSibling !== next) {
      parent.insertBefore(element, next);
    }
    next = element;
  }
}

function inOrder(parent: HTMLElement, holders: readonly Holder[]): readonly Holder[] {
  const byElement = new Map<Element, Holder>(holders.map((holder) => [holder.element, holder]));
  return Array.from(parent.children, (element) => byElement.get(element)).filter(
    (holder) => holder !== undefined,
  );
}
