/**
 * A scrolling list that keeps only the rows in sight in the DOM. Rows have the heights they turn out to
 * have; the active row is kept in view, and in the DOM, so that `aria-activedescendant` always names an
 * element that exists. Rows are asked for by place and positions are kept by `RowHeights`, so that neither a
 * change nor a measured row costs more in a list of two hundred thousand rows than in a short one. A list
 * that is moved to another window is measured by that window from then on.
 */
import type { ComponentChildren, HTMLAttributes, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { RowHeights } from './row-heights';
import { RowObserver } from './row-observer';

type Align = 'auto' | 'start' | 'center' | 'end';

export interface VirtualListHandle {
  /** The element that scrolls (the list's own, unless `scroller` was given). */
  readonly element: HTMLElement | null;
  /** Brings a row into view: as little as needed (`auto`), or to an edge or the middle. */
  scrollToIndex(index: number, align?: Align): void;
  focus(): void;
}

/** Rows by place: an array, or what makes a row when it is asked for. */
export interface VirtualItems<Item> {
  readonly length: number;
  at(index: number): Item | undefined;
}

export interface VirtualListProps<Item> {
  readonly items: VirtualItems<Item>;
  /** Names a row whatever its place, so that its DOM survives changes around it. */
  readonly keyOf: (item: Item, index: number) => string | number;
  /** A guess, in pixels, for rows that have not been measured. */
  readonly estimateHeight: (item: Item, index: number) => number;
  /** Asked again for a row that stays in sight only when this function or the items are others than before. */
  readonly renderRow: (item: Item, index: number) => ComponentChildren;
  /** The row with the keyboard's cursor. A change brings it into view. */
  readonly active?: number | null;
  /** Pixels kept clear above and below the active row, for a heading or a bar that covers the edge. */
  readonly margin?: number;
  /** Rows kept ready on either side of those in sight; 8 unless told. */
  readonly overscan?: number;
  /** An element around the list that scrolls, where the list is not to scroll by itself; null until it is mounted. */
  readonly scroller?: HTMLElement | null;
  /** Where to start, in pixels: a scroll position kept from before. */
  readonly initialOffset?: number;
  readonly onScroll?: (offset: number) => void;
  readonly class?: string;
  /** ARIA and event attributes of the list's element: `role`, `aria-label`, `tabIndex`, `onKeyDown`, … */
  readonly attributes?: HTMLAttributes<HTMLDivElement>;
  readonly handle?: Ref<VirtualListHandle>;
}

export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, active = null, margin = 0, overscan = 8 } = props;
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const heights = useMemo(() => new RowHeights(), []);
  const view = useRef<Viewport>({ offset: props.initialOffset ?? 0, height: 0, above: 0 });
  const ownScroller = props.scroller === undefined;
  const scroller = () => (ownScroller ? list.current : (latest.current.scroller ?? null));

  useMemo(() => {
    heights.setCount(items.length);
    // Once is enough: later lists are of the same kind of rows.
    const first = items.at(0);
    if (first !== undefined && heights.height(0) === 0) {
      heights.setEstimate(Math.round(meanEstimate(props)));
    }
  }, [items]);

  const rows = useMemo(() => new RowObserver(() => redraw(null)), []);
  useLayoutEffect(() => () => rows.disconnect(), [rows]);
  const [moves, noteMove] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(
    () =>
      scroller()?.onWindowMigrated(() => {
        rows.startAnew();
        noteMove(null);
      }),
    [props.scroller],
  );
  // What the reader looks at must not move because something above it has another height than was thought.
  const shift = useRef(0);
  const noteChange = (index: number, change: number): void => {
    const { above, offset } = view.current;
    if (heights.top(index + 1) - change + above <= offset) shift.current += change;
  };
  /** What rows of each estimate measured last. */
  const learned = useMemo(() => new Map<number, number>(), []);
  useLayoutEffect(() => {
    const element = scroller();
    let differs = false;
    for (const [index, height] of rows.rows()) {
      const change = heights.measure(index, height);
      if (change === 0) continue;
      differs = true;
      noteChange(index, change);
      const estimate = drawn.current?.rows.get(index)?.estimate;
      if (estimate !== undefined) learned.set(estimate, height);
    }
    if (element && shift.current !== 0) {
      element.scrollTop += shift.current;
      view.current = { ...view.current, offset: element.scrollTop };
      differs = true;
    }
    shift.current = 0;
    if (differs) redraw(null);
  });

  useLayoutEffect(() => {
    const element = scroller();
    const win = element?.ownerDocument.defaultView;
    if (!element || !win) return;
    const look = (): void => {
      const { current } = view;
      const above = ownScroller ? 0 : offsetWithin(list.current, element);
      const { scrollTop: offset, offsetHeight: height } = element;
      if (current.offset === offset && current.height === height && current.above === above) return;
      const hasMoved = current.offset !== offset;
      view.current = { offset, height, above };
      redraw(null);
      if (hasMoved) latest.current.onScroll?.(offset);
    };
    const { initialOffset } = latest.current;
    if (initialOffset !== undefined && moves === 0) element.scrollTop = initialOffset;
    look();
    element.addEventListener('scroll', look, { passive: true });
    const sizes = new win.ResizeObserver(look);
    sizes.observe(element);
    // What stands above the list in its scroller may grow.
    const around = list.current?.parentElement;
    if (around && around !== element) sizes.observe(around);
    return () => {
      element.removeEventListener('scroll', look);
      sizes.disconnect();
    };
  }, [props.scroller, moves]);

  const wanted = useRef<Wanted | null>(null);
  const bringIntoView = (index: number, align: Align): void => {
    wanted.current = { index, align, until: performance.now() + SETTLING };
    scrollToWanted(wanted, scroller(), heights, view.current.above, margin);
  };
  useLayoutEffect(() => {
    if (active !== null && active >= 0 && active < items.length) bringIntoView(active, 'auto');
    // New items alone must not pull the list away from where the reader scrolled.
  }, [active]);
  const { height, offset, above } = view.current;
  const heightBefore = useRef(height);
  useLayoutEffect(() => {
    if (active !== null && active < items.length) {
      const top = heights.top(active) + above;
      // A list that gets smaller must not cover the row that the reader is at.
      const end = top + heights.height(active);
      if (top >= offset && end <= offset + heightBefore.current) bringIntoView(active, 'auto');
    }
    heightBefore.current = height;
  }, [height]);
  useLayoutEffect(() => {
    scrollToWanted(wanted, scroller(), heights, view.current.above, margin);
  });

  useImperativeHandle(
    props.handle ?? null,
    () => ({
      get element() {
        return scroller();
      },
      scrollToIndex: (index, align = 'auto') => bringIntoView(index, align),
      focus: () => list.current?.focus({ preventScroll: true }),
    }),
    [margin],
  );

  const indexes = indexesInSight(heights, items.length, view.current, overscan, active);
  const drawn = useRef<Drawn<Item> | null>(null);
  const before = drawn.current?.rows;
  drawn.current = draw(drawn.current, props, indexes);
  const stays = indexes.some((index) => before?.has(index));
  for (const [index, { estimate }] of drawn.current.rows) {
    const change = heights.assume(index, learned.get(estimate) ?? estimate);
    if (change !== 0 && stays) noteChange(index, change);
  }

  return (
    <div
      {...props.attributes}
      ref={list}
      class={`question-stance-list ${ownScroller ? 'is-scroller' : ''} ${props.class ?? ''}`}
    >
      <div
        class="question-stance-list-rows"
        role="presentation"
        style={{ '--question-stance-list-height': `${heights.total}px` }}
      >
        {Array.from(drawn.current.rows, ([index, { key, content }]) => (
          <div
            key={key}
            ref={rows.observe}
            data-index={index}
            class="question-stance-list-row"
            role="presentation"
            style={{ '--question-stance-list-top': `${heights.top(index)}px` }}
          >
            {content}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What was drawn of the rows in sight, by their places. */
interface Drawn<Item> {
  readonly by: Pick<VirtualListProps<Item>, 'items' | 'renderRow'>;
  readonly rows: ReadonlyMap<number, DrawnRow>;
}

interface DrawnRow {
  readonly key: string | number;
  readonly content: ComponentChildren;
  readonly estimate: number;
}

/** Draws the rows that come into sight; those that stay are left as they are. */
function draw<Item>(
  before: Drawn<Item> | null,
  { items, keyOf, estimateHeight, renderRow }: VirtualListProps<Item>,
  indexes: readonly number[],
): Drawn<Item> {
  const isSame = before?.by.items === items && before.by.renderRow === renderRow;
  const rows = new Map<number, DrawnRow>();
  for (const index of indexes) {
    const known = isSame ? before.rows.get(index) : undefined;
    const item = known ? undefined : items.at(index);
    if (known) rows.set(index, known);
    else if (item !== undefined) {
      rows.set(index, {
        key: keyOf(item, index),
        content: renderRow(item, index),
        estimate: estimateHeight(item, index),
      });
    }
  }
  return { by: { items, renderRow }, rows };
}

/** Where the reader looks, in pixels. */
interface Viewport {
  readonly height: number;
  /** How far the scroller is scrolled. */
  readonly offset: number;
  /** How far below the top of what scrolls the list begins. */
  readonly above: number;
}

/** The rows to draw, in order: those in sight, some beside them, and the active one. */
function indexesInSight(
  heights: RowHeights,
  count: number,
  { offset, height, above }: Viewport,
  overscan: number,
  active: number | null,
): readonly number[] {
  if (count === 0 || height === 0) return [];
  const from = Math.max(0, heights.rowAt(offset - above) - overscan);
  const to = Math.min(count - 1, heights.rowAt(offset - above + height - 1) + overscan);
  const indexes = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  if (active === null || active < 0 || active >= count) return indexes;
  if (active < from) return [active, ...indexes];
  return active > to ? [...indexes, active] : indexes;
}

/** A row on its way into view: rows that are measured on the way move it, for as long as that takes. */
interface Wanted {
  readonly index: number;
  readonly align: Align;
  /** On the clock of `performance.now`. */
  readonly until: number;
}

/** In milliseconds; after it, the reader's own scrolling counts. */
const SETTLING = 150;

function scrollToWanted(
  wanted: { current: Wanted | null },
  scroller: HTMLElement | null,
  heights: RowHeights,
  above: number,
  margin: number,
): void {
  if (!wanted.current || !scroller) return;
  const { index, align, until } = wanted.current;
  if (performance.now() > until) {
    wanted.current = null;
    return;
  }
  const start = heights.top(index) + above;
  const end = start + heights.height(index);
  const { scrollTop, clientHeight } = scroller;
  const offsets = {
    start: start - margin,
    end: end + margin - clientHeight,
    center: (start + end - clientHeight) / 2,
  };
  const nearest = Math.min(Math.max(scrollTop, offsets.end), offsets.start);
  const top = Math.max(0, Math.round(align === 'auto' ? nearest : offsets[align]));
  if (Math.abs(top - scrollTop) >= 1) scroller.scrollTo({ top });
}

/** Rows looked at for the height of those that were never measured. */
const SAMPLE = 64;

function meanEstimate<Item>({ items, estimateHeight }: VirtualListProps<Item>): number {
  const count = Math.min(SAMPLE, items.length);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const index = Math.floor((at * items.length) / count);
    const item = items.at(index);
    if (item !== undefined) sum += estimateHeight(item, index);
  }
  return sum / Math.max(1, count);
}

/** How far below the top of what `scroller` scrolls the list begins. */
function offsetWithin(list: HTMLElement | null, scroller: HTMLElement | null): number {
  if (!list || !scroller) return 0;
  const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return Math.round(top + scroller.scrollTop);
}
