/**
 * What a long list does, without an element of it: how high its rows are, which of them are drawn, where the reader
 * looks and where to scroll to. Numbers come in and go out; `VirtualList` has them from elements and gives them to
 * elements. All places are pixels.
 */
import { drawRows, type Drawn, type RowSource, type Viewport } from './drawn-rows';
import { RowHeights } from './row-heights';

/** In milliseconds; after it, the reader's own scrolling counts. */
const SETTLING = 150;
/** Rows looked at for the height of those that were never measured. */
const SAMPLE = 64;

/** What measured rows have changed. */
export interface Measured {
  /** Something is not as high as it was thought to be: the list is to be drawn again. */
  readonly isOther: boolean;
  /** How far to scroll, so that what the reader looks at does not move. */
  readonly scrollBy: number;
}

/** What the scroller says of itself. */
export interface ScrollPosition {
  readonly scrollTop: number;
  readonly clientHeight: number;
}

/** A row that is to come into view. */
interface Call {
  readonly index: number;
  /** It is another one, or stands elsewhere, as the items are others. */
  readonly isByItems: boolean;
}

interface SeenRow {
  readonly index: number;
  readonly key: string | number;
  /** Within the rows. */
  readonly top: number;
}

export class ListController<Item> {
  readonly #heights = new RowHeights();
  /** What rows of each estimate measured last. */
  readonly #learned = new Map<number, number>();
  #items: RowSource<Item>['items'] | null = null;
  #request: object | null = null;
  #drawn: Drawn<Item> | null = null;
  #view: Viewport = { offset: 0, height: 0, above: 0 };
  /** The view that was drawn last. */
  #seen = this.#view;
  /** The height that the list had when it was last asked about the active row. */
  #heightBefore = 0;
  /** What the reader looks at must not move because something above it has another height than was thought. */
  #shift = 0;
  /** The active row as it was drawn last. */
  #active: { readonly index: number; readonly key: string | number } | null = null;
  #call: Call | null = null;
  /** A row on its way into view: rows that are measured on the way move it, for as long as that takes. */
  #wanted: { readonly index: number; readonly until: number } | null = null;

  /** How high all rows are. */
  get total(): number {
    return this.#heights.total;
  }

  /** How high the list was when it was drawn last. */
  get height(): number {
    return this.#seen.height;
  }

  top(row: number): number {
    return this.#heights.top(row);
  }

  /** What is to be drawn now, `overscan` rows on either side of those in sight. */
  draw(source: RowSource<Item>, overscan: number): Drawn<Item> {
    this.#takeActive(source);
    if (source.items !== this.#items) {
      const before = this.#rowsInSight();
      this.#takeItems(source);
      this.#holdInPlace(before, source);
    }
    this.#seen = this.#view;
    const drawn = drawRows(this.#drawn, source, this.#heights, this.#view, overscan);
    this.#drawn = drawn;
    for (const [index, { estimate }] of drawn.rows) {
      const change = this.#heights.assume(index, this.#learned.get(estimate) ?? estimate);
      if (change !== 0 && !drawn.isLeap) this.#noteChange(index, change);
    }
    return drawn;
  }

  /** Takes the heights of drawn rows, by their places. */
  measure(rows: Iterable<readonly [index: number, height: number]>): Measured {
    let isOther = false;
    for (const [index, height] of rows) {
      const change = this.#heights.measure(index, height);
      if (change === 0) continue;
      isOther = true;
      this.#noteChange(index, change);
      const estimate = this.#drawn?.rows.get(index)?.estimate;
      if (estimate !== undefined) this.#learned.set(estimate, height);
    }
    const scrollBy = this.#shift;
    this.#shift = 0;
    return { isOther, scrollBy };
  }

  /** Takes where the reader looks now; says whether that is elsewhere than before. */
  look(view: Viewport): boolean {
    const { offset, height, above } = this.#view;
    if (offset === view.offset && height === view.height && above === view.above) return false;
    this.#view = view;
    return true;
  }

  /** Takes where the list has scrolled itself. */
  scrolled(offset: number): void {
    this.#view = { ...this.#view, offset };
  }

  /**
   * The row to bring into view because of what was drawn since it was last asked: the active one, where it is another
   * or stands elsewhere. In a list with positions other items alone move nothing for a reader who has scrolled away
   * from it, or `isBeside` the list, whose keyboard is not in it while more than the list scrolls with it.
   */
  takeCall(isBeside: boolean): number | null {
    const call = this.#call;
    this.#call = null;
    return call === null || (call.isByItems && isBeside) ? null : call.index;
  }

  /** Wants the row in view, `now` and for the moment in which rows on the way to it are measured. */
  want(index: number, now: number): void {
    this.#wanted = { index, until: now + SETTLING };
  }

  /** Where to scroll to, as little as needed, for the row that is wanted; null where it is in view, or none is. */
  wantedTop(now: number, scroller: ScrollPosition, margin: number): number | null {
    if (!this.#wanted) return null;
    const { index, until } = this.#wanted;
    if (now > until) {
      this.#wanted = null;
      return null;
    }
    // Not asked before: an element has everything laid out to answer.
    const { scrollTop, clientHeight } = scroller;
    const start = this.#heights.top(index) + this.#view.above;
    const end = start + this.#heights.height(index);
    const nearest = Math.min(Math.max(scrollTop, end + margin - clientHeight), start - margin);
    const top = Math.max(0, Math.round(nearest));
    return Math.abs(top - scrollTop) >= 1 ? top : null;
  }

  /** Asked when the list has another height: whether the active row was in view, and so is to stay in it. */
  wasInView(active: number | null): boolean {
    const before = this.#heightBefore;
    this.#heightBefore = this.#seen.height;
    return active !== null && this.#isWithin(active, { ...this.#seen, height: before });
  }

  /** Whether all of it is in view, or as much as there is room for. */
  #isWithin(index: number, { height, offset, above }: Viewport): boolean {
    const top = this.#heights.top(index) + above;
    const end = top + this.#heights.height(index);
    return end - top > height
      ? top < offset + height && end > offset
      : top >= offset && end <= offset + height;
  }

  /** Before the items are taken: where the active row stood is measured by those before. */
  #takeActive({ items, keyOf, positions, active = null }: RowSource<Item>): void {
    const before = this.#active;
    const item = active === null || active < 0 ? undefined : items.at(active);
    const now =
      active === null || item === undefined ? null : { index: active, key: keyOf(item, active) };
    this.#active = now;
    if (now === null || (now.index === before?.index && now.key === before.key)) return;
    const isByItems = positions !== undefined && this.#items !== null && items !== this.#items;
    if (isByItems && before && !this.#wasSeen(before.index)) return;
    this.#call = { index: now.index, isByItems };
  }

  /** Or is on its way: what it scrolls to is known a moment later. */
  #wasSeen(index: number): boolean {
    return this.#wanted?.index === index || this.#isWithin(index, this.#view);
  }

  #takeItems(source: RowSource<Item>): void {
    const { items } = source;
    this.#items = items;
    this.#heights.setCount(items.length);
    // Once is enough: later lists are of the same kind of rows.
    const first = items.at(0);
    if (first !== undefined && this.#heights.height(0) === 0) {
      this.#heights.setEstimate(Math.round(meanEstimate(source)));
    }
  }

  /** The drawn rows from the first one that the reader sees on; none where there is something above the list to see. */
  #rowsInSight(): readonly SeenRow[] {
    const { above, offset, height } = this.#view;
    const drawn = this.#drawn?.rows;
    if (!drawn || offset <= above) return [];
    const seen: SeenRow[] = [];
    const end = offset - above + height;
    for (let index = this.#heights.rowAt(offset - above); ; index++) {
      const top = this.#heights.top(index);
      const row = drawn.get(index);
      if (!row || top >= end) return seen;
      seen.push({ index, key: row.key, top });
    }
  }

  /**
   * Rows that were seen stay where they were though others came or went above them. The first that is still there
   * says by how much, and the one behind it that they still belong together.
   */
  #holdInPlace(before: readonly SeenRow[], { positions }: RowSource<Item>): void {
    const isSame = positions?.request === this.#request;
    this.#request = positions?.request ?? null;
    if (!positions || !isSame) return;
    for (const [at, { key, index, top }] of before.entries()) {
      const now = positions.indexOf(key);
      if (now === undefined) continue;
      const next = before[at + 1];
      const isTogether = next === undefined || positions.indexOf(next.key) === now + 1;
      if (now !== index && isTogether) this.#shift += this.#heights.top(now) - top;
      return;
    }
  }

  #noteChange(index: number, change: number): void {
    const { above, offset } = this.#view;
    // Those before it have moved it already, and the view not yet.
    const end = this.#heights.top(index + 1) - change - this.#shift + above;
    if (end <= offset) this.#shift += change;
  }
}

function meanEstimate<Item>({ items, estimateHeight }: RowSource<Item>): number {
  const count = Math.min(SAMPLE, items.length);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const index = Math.floor((at * items.length) / count);
    const item = items.at(index);
    if (item !== undefined) sum += estimateHeight(item, index);
  }
  return sum / Math.max(1, count);
}
