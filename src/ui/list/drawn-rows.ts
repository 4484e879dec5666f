/**
 * Which rows of a long list are drawn: those in sight, some beside them, and the active one. What was drawn is
 * kept for as long as it stays in sight.
 */
import type { ComponentChildren } from 'preact';
import type { RowHeights } from './row-heights';

/** Rows by place: an array, or what makes a row when it is asked for. */
export interface VirtualItems<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

/** Where the rows of keys are among the items. */
export interface RowPositions {
  /**
   * The same for as long as nobody asks for other items: what comes and goes meanwhile is not to move the rows that
   * the reader looks at.
   */
  readonly request: object;
  indexOf(key: string | number): number | undefined;
}

const ONE_REQUEST = {};

/** Positions of rows of which nobody asks for others: they hold still whatever comes and goes among them. */
export function positionsAmong(keys: readonly string[]): RowPositions {
  return {
    request: ONE_REQUEST,
    indexOf: (key) => {
      const at = keys.indexOf(String(key));
      return at === -1 ? undefined : at;
    },
  };
}

export interface RowSource<Item> {
  readonly items: VirtualItems<Item>;
  /** For lists that change by themselves: without them rows are not held in place, and other items bring the active one into view. */
  readonly positions?: RowPositions;
  /** Names a row whatever its place, so that its DOM survives changes around it. */
  readonly keyOf: (item: Item, index: number) => string | number;
  /**
   * A guess, in pixels, for rows that have not been measured: the same for rows that are built alike, and for no
   * others.
   */
  readonly estimateHeight: (item: Item, index: number) => number;
  /**
   * Asked again for a row that stays in sight only when this function or the items are others than before. A row is
   * a tree of its own, and its components may have served another row before: contexts from around the list do not
   * reach into it, what is read of signals outside its components is not followed, ids from `useId` are not its
   * alone, and state must not be kept in it.
   */
  readonly renderRow: (item: Item, index: number) => ComponentChildren;
  /** The row with the keyboard's cursor. Another one comes into view. */
  readonly active?: number | null;
}

/** Where the reader looks, in pixels. */
export interface Viewport {
  readonly height: number;
  /** How far the scroller is scrolled. */
  readonly offset: number;
  /** How far below the top of what scrolls the list begins. */
  readonly above: number;
}

/** What was drawn, by the rows' places. */
export interface Drawn<Item> {
  readonly by: Pick<RowSource<Item>, 'items' | 'renderRow'>;
  readonly rows: ReadonlyMap<number, DrawnRow>;
  /** None of the rows in sight was drawn before: those beside them are still to be drawn. */
  readonly isLeap: boolean;
}

export interface DrawnRow {
  readonly key: string | number;
  /** Made anew at each call, when the row is drawn. */
  readonly content: () => ComponentChildren;
  readonly estimate: number;
}

/** Draws the rows that come into sight, `overscan` on either side; those that stay are left as they are. */
export function drawRows<Item>(
  before: Drawn<Item> | null,
  { items, keyOf, estimateHeight, renderRow, active = null }: RowSource<Item>,
  heights: RowHeights,
  view: Viewport,
  overscan: number,
): Drawn<Item> {
  const isSame = before?.by.items === items && before.by.renderRow === renderRow;
  const known = new Map(isSame ? before.rows : []);
  const drawRow = (item: Item, index: number): DrawnRow => ({
    key: keyOf(item, index),
    content: () => renderRow(item, index),
    estimate: estimateHeight(item, index),
  });
  const rowAt = (index: number): DrawnRow | null => {
    const drawn = known.get(index);
    if (drawn) return drawn;
    const item = items.at(index);
    if (item === undefined) return null;
    const row = drawRow(item, index);
    known.set(index, row);
    return row;
  };
  const keysBefore = new Set(Array.from(before?.rows.values() ?? [], ({ key }) => key));
  const wasDrawn = (index: number): boolean => {
    const row = rowAt(index);
    return row !== null && keysBefore.has(row.key);
  };
  const isWhole = overscan === Infinity;
  const sight = isWhole ? range(0, items.length - 1) : rangeInSight(heights, items.length, view);
  const isLeap = !isWhole && sight.length > 0 && !sight.some(wasDrawn);
  const wanted = isLeap ? sight : withOverscan(sight, items.length, overscan);
  const rows = new Map<number, DrawnRow>();
  for (const index of withActive(wanted, items.length, active)) {
    const row = rowAt(index);
    if (row) rows.set(index, row);
  }
  return { by: { items, renderRow }, rows, isLeap };
}

function rangeInSight(
  heights: RowHeights,
  count: number,
  { offset, height, above }: Viewport,
): readonly number[] {
  if (count === 0 || height === 0) return [];
  const from = heights.rowAt(offset - above);
  return range(from, heights.rowAt(offset - above + height - 1));
}

function withOverscan(
  sight: readonly number[],
  count: number,
  overscan: number,
): readonly number[] {
  const [first] = sight;
  const last = sight.at(-1);
  if (first === undefined || last === undefined) return sight;
  return range(Math.max(0, first - overscan), Math.min(count - 1, last + overscan));
}

function withActive(
  indexes: readonly number[],
  count: number,
  active: number | null,
): readonly number[] {
  const [first] = indexes;
  const last = indexes.at(-1);
  if (first === undefined || last === undefined) return indexes;
  if (active === null || active < 0 || active >= count) return indexes;
  if (active < first) return [active, ...indexes];
  return active > last ? [...indexes, active] : indexes;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
