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
    const keys = new Set(Array.from(rows.values(), ({ key }) => key));
    const kept = new Map<string | number, Holder>();
    const free: Holder[] = [];
    for (const holder of this.#holders) {
      const { key } = holder.row;
      if (keys.has(key) && !kept.has(key)) kept.set(key, holder);
      else free.push(holder);
    }
    const before = this.#holders;
    const holders = Array.from(rows, ([index, row]) => {
      const holder = kept.get(row.key) ?? takeOne(free, row) ?? makeOne(parent, row);
      // Two rows of one name are no reason to lose one of them.
      kept.delete(row.key);
      holder.row = row;
      place(holder, index, topOf(index));
      return holder;
    });
    // The rows beside those in sight come a frame later, and need elements too.
    const spare = isLeap ? free.filter((holder) => !hasFocus(holder)) : [];
    for (const { element } of spare) {
      element.hidden = true;
      // It is no row's any more, and has no row's height.
      element.dataset.index = '-1';
    }
    for (const holder of free) if (!spare.includes(holder)) drop(holder);
    this.#holders = [...holders, ...spare];
    arrange(parent, before, this.#holders);
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

/** Takes one out that held a row of the same kind. */
function takeOne(free: Holder[], { estimate }: DrawnRow): Holder | undefined {
  const at = free.findIndex((holder) => holder.row.estimate === estimate && !hasFocus(holder));
  return at < 0 ? undefined : free.splice(at, 1)[0];
}

/** Whoever works in a row must not find himself in another one. */
function hasFocus({ element }: Holder): boolean {
  return element.contains(element.ownerDocument.activeElement);
}

function place(holder: Holder, index: number, top: number): void {
  const { element } = holder;
  element.dataset.index = String(index);
  element.hidden = false;
  if (holder.top === top) return;
  holder.top = top;
  element.setCssProps({ '--question-stance-list-top': `${top}px` });
}

function drop({ element }: Holder): void {
  render(null, element);
  element.remove();
}

/**
 * Puts the elements in the order of their rows, for screen readers and the Tab key. Those that stand in order among
 * themselves are left alone: an element that is moved loses the focus, and is laid out anew.
 */
function arrange(parent: HTMLElement, before: readonly Holder[], now: readonly Holder[]): void {
  const places = new Map(before.map((holder, at) => [holder, at]));
  let next: HTMLElement | null = null;
  let earliest = Number.POSITIVE_INFINITY;
  for (let at = now.length - 1; at >= 0; at--) {
    const holder = now[at];
    if (!holder) continue;
    const { element, shown, row } = holder;
    // A hidden one goes behind all rows: its place before says nothing about theirs.
    const isHeld = !element.hidden && shown?.key === row.key;
    const placeBefore = isHeld ? places.get(holder) : undefined;
    if (placeBefore !== undefined && placeBefore < earliest) earliest = placeBefore;
    else if (element.nextElementSibling !== next) parent.insertBefore(element, next);
    next = element;
  }
}
