/**
 * A scrolling list that keeps only the rows in sight in the DOM, in elements that serve one row after the other.
 * Rows have the heights they turn out to have; another active row comes into view, and it stays in the DOM, so that
 * `aria-activedescendant` always names an element that exists. Rows are asked for by place and positions are
 * kept by `RowHeights`, so that neither a change nor a measured row costs more in a list of two hundred
 * thousand rows than in a short one. A list that is moved to another window is measured by that window from
 * then on. What it does is decided by `ListController`; here are its elements.
 */
import type { ComponentChildren, HTMLAttributes, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Drawn, RowSource } from './drawn-rows';
import { ListController } from './list-controller';
import { RowElements } from './row-elements';
import { RowObserver } from './row-observer';

export interface VirtualListHandle {
  /** The element that scrolls (the list's own, unless `scroller` was given). */
  readonly element: HTMLElement | null;
  /** Brings a row into view, as little as needed. */
  scrollToIndex(index: number): void;
  focus(): void;
  /** Whether the focus is on the list or in it. */
  hasFocus(): boolean;
}

export interface VirtualListProps<Item> extends RowSource<Item> {
  /** Pixels kept clear above and below the active row, for a heading or a bar that covers the edge. */
  readonly margin?: number;
  /** Rows kept ready on either side of those in sight; 6 unless told. `Infinity`: all, seen or not, one below the other. */
  readonly overscan?: number;
  /** An element around the list that scrolls, where the list is not to scroll by itself; null until it is mounted. */
  readonly scroller?: HTMLElement | null;
  readonly class?: string;
  /** What stands above the rows and scrolls with them. */
  readonly head?: ComponentChildren;
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
  const controller = useMemo(() => new ListController<Item>(), []);
  const ownScroller = props.scroller === undefined;
  const scroller = () => (ownScroller ? list.current : (latest.current.scroller ?? null));

  const hasFocus = (): boolean => {
    const element = list.current;
    return element?.contains(element.ownerDocument.activeElement) === true;
  };

  const drawn = useRef<Drawn<Item> | null>(null);
  /** Draws again only where something is not as high as it was thought to be. */
  const takeHeights = (): void => {
    const element = scroller();
    const { isOther, scrollBy } = controller.measure(rows.rows());
    const scrolls = element !== null && scrollBy !== 0;
    if (scrolls) {
      element.scrollTop += scrollBy;
      controller.scrolled(element.scrollTop);
    }
    if (isOther || scrolls) redraw(null);
  };
  // All that it looks at is the same from drawing to drawing.
  const rows = useMemo(() => new RowObserver(takeHeights), []);
  useLayoutEffect(() => () => rows.disconnect(), [rows]);
  const elements = useMemo(() => new RowElements(rows.observe), [rows]);
  useLayoutEffect(() => () => elements.clear(), [elements]);
  useLayoutEffect(() => {
    const element = parent.current;
    if (!element || !drawn.current) return;
    const hadFocus = hasFocus();
    elements.draw(element, drawn.current, (row) => controller.top(row));
    // What had it in a row has gone with the row.
    if (hadFocus && !hasFocus()) list.current?.focus({ preventScroll: true });
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
      const isAtTop = ownScroller && latest.current.head === undefined;
      const above = isAtTop ? 0 : offsetWithin(parent.current, element);
      const { scrollTop: offset, offsetHeight: height } = element;
      if (controller.look({ offset, height, above })) redraw(null);
    };
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

  const settle = (): void => {
    const element = scroller();
    if (!element) return;
    const top = controller.wantedTop(performance.now(), element, margin);
    if (top !== null) element.scrollTo({ top });
  };
  const bringIntoView = (index: number): void => {
    controller.want(index, performance.now());
    settle();
  };
  useLayoutEffect(() => {
    const called = controller.takeCall(!ownScroller && !hasFocus());
    if (called !== null) bringIntoView(called);
  });

  drawn.current = controller.draw(props, overscan);
  const { isLeap } = drawn.current;
  useLayoutEffect(() => {
    // A list that gets smaller must not cover the row that the reader is at.
    const wasInView = controller.wasInView(active);
    if (wasInView && active !== null && active < items.length) bringIntoView(active);
  }, [controller.height]);
  useLayoutEffect(settle);

  useImperativeHandle(
    props.handle ?? null,
    () => ({
      get element() {
        return scroller();
      },
      scrollToIndex: bringIntoView,
      focus: () => list.current?.focus({ preventScroll: true }),
      hasFocus,
    }),
    [margin],
  );

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
      class={[
        'question-stance-list',
        ...(ownScroller ? ['is-scroller'] : []),
        ...(overscan === Infinity ? ['is-whole'] : []),
        ...(props.class === undefined ? [] : [props.class]),
      ].join(' ')}
    >
      {props.head}
      <div
        ref={parent}
        class="question-stance-list-rows"
        role="presentation"
        style={{ '--question-stance-list-height': `${controller.total}px` }}
      />
    </div>
  );
}

/** How far below the top of what `scroller` scrolls the rows begin. */
function offsetWithin(rows: HTMLElement | null, scroller: HTMLElement): number {
  if (!rows) return 0;
  const top = rows.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return Math.round(top + scroller.scrollTop);
}
