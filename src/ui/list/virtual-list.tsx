/**
 * A scrolling list that keeps only the rows in sight in the DOM, in elements that serve one row after the other.
 * Rows have the heights they turn out to have; the active row is kept in view, and in the DOM, so that
 * `aria-activedescendant` always names an element that exists. Rows are asked for by place and positions are
 * kept by `RowHeights`, so that neither a change nor a measured row costs more in a list of two hundred
 * thousand rows than in a short one. A list that is moved to another window is measured by that window from
 * then on.
 */
import type { HTMLAttributes, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { drawRows, type Drawn, type RowSource, type Viewport } from './drawn-rows';
import { RowElements } from './row-elements';
import { RowHeights } from './row-heights';
import { RowObserver } from './row-observer';
import { scrollToWanted, SETTLING, type Align, type Wanted } from './wanted-row';

export interface VirtualListHandle {
  /** The element that scrolls (the list's own, unless `scroller` was given). */
  readonly element: HTMLElement | null;
  /** Brings a row into view: as little as needed (`auto`), or to an edge or the middle. */
  scrollToIndex(index: number, align?: Align): void;
  focus(): void;
  /** Whether the focus is on the list or in it. */
  hasFocus(): boolean;
}

export interface VirtualListProps<Item> extends RowSource<Item> {
  /** Pixels kept clear above and below the active row, for a heading or a bar that covers the edge. */
  readonly margin?: number;
  /** Rows kept ready on either side of those in sight; 6 unless told. */
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
  const { items, active = null, margin = 0, overscan = 6 } = props;
  const list = useRef<HTMLDivElement>(null);
  const parent = useRef<HTMLDivElement>(null);
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

  // What the reader looks at must not move because something above it has another height than was thought.
  const shift = useRef(0);
  const noteChange = (index: number, change: number): void => {
    const { above, offset } = view.current;
    // Those before it have moved it already, and the view not yet.
    const end = heights.top(index + 1) - change - shift.current + above;
    if (end <= offset) shift.current += change;
  };
  /** What rows of each estimate measured last. */
  const learned = useMemo(() => new Map<number, number>(), []);
  const drawn = useRef<Drawn<Item> | null>(null);
  /** Draws again only where something is not as high as it was thought to be. */
  const takeHeights = (): void => {
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
  };
  // All that it looks at is the same from drawing to drawing.
  const rows = useMemo(() => new RowObserver(takeHeights), []);
  useLayoutEffect(() => () => rows.disconnect(), [rows]);
  const elements = useMemo(() => new RowElements(rows.observe), [rows]);
  useLayoutEffect(() => () => elements.clear(), [elements]);
  useLayoutEffect(() => {
    const element = parent.current;
    if (element && drawn.current) elements.draw(element, drawn.current, (row) => heights.top(row));
  });
  // Rows may have moved to other places.
  useLayoutEffect(takeHeights);
  const [moves, noteMove] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(
    () =>
      scroller()?.onWindowMigrated(() => {
        rows.startAnew();
        noteMove(null);
      }),
    [props.scroller],
  );

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
      hasFocus: () => {
        const element = list.current;
        return element?.contains(element.ownerDocument.activeElement) === true;
      },
    }),
    [margin],
  );

  drawn.current = drawRows(drawn.current, props, heights, view.current, overscan);
  const { isLeap } = drawn.current;
  for (const [index, { estimate }] of drawn.current.rows) {
    const change = heights.assume(index, learned.get(estimate) ?? estimate);
    if (change !== 0 && !isLeap) noteChange(index, change);
  }
  useLayoutEffect(() => {
    const win = list.current?.ownerDocument.defaultView;
    if (!isLeap || !win) return;
    // What is not in sight has time until the next frame. A function made here would keep all that this drawing
    // knows until the browser's next full collection.
    const frame = win.requestAnimationFrame(redraw);
    return () => win.cancelAnimationFrame(frame);
  });

  return (
    <div
      {...props.attributes}
      ref={list}
      class={`question-stance-list ${ownScroller ? 'is-scroller' : ''} ${props.class ?? ''}`}
    >
      <div
        ref={parent}
        class="question-stance-list-rows"
        role="presentation"
        style={{ '--question-stance-list-height': `${heights.total}px` }}
      />
    </div>
  );
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
