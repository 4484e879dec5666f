/**
 * A scrolling list that keeps only the rows in sight in the DOM: a thin adapter from `@tanstack/virtual-core`
 * to Preact. Rows have the heights they turn out to have; the active row is kept in view, and in the DOM,
 * so that `aria-activedescendant` always names an element that exists.
 *
 * Hand over a new `items` array when rows change, and the same one when they do not: sizes and keys
 * are worked out again only for a new array.
 */
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { ComponentChildren, HTMLAttributes, Ref } from 'preact';
import { useImperativeHandle, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';

type Align = 'auto' | 'start' | 'center' | 'end';

export interface VirtualListHandle {
  /** The element that scrolls (the list's own, unless `scroller` was given). */
  readonly element: HTMLElement | null;
  /** Brings a row into view: as little as needed (`auto`), or to an edge or the middle. */
  scrollToIndex(index: number, align?: Align): void;
  focus(): void;
}

export interface VirtualListProps<Item> {
  readonly items: readonly Item[];
  /** Names a row whatever its place, so that its measured height and its DOM survive changes around it. */
  readonly keyOf: (item: Item, index: number) => string | number;
  /** A guess, in pixels, for rows that have not been measured. */
  readonly estimateHeight: (item: Item, index: number) => number;
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
  const { items, active = null, margin = 0, scroller } = props;
  const listElement = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  const perItems = useMemo(
    () => ({
      count: items.length,
      getItemKey: (index: number) => ofItem(items, index, latest.current.keyOf, index),
      estimateSize: (index: number) => ofItem(items, index, latest.current.estimateHeight, 0),
    }),
    [items],
  );
  const rangeExtractor = useMemo(
    () => (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const indexes = defaultRangeExtractor(range);
      const isElsewhere =
        active !== null && active >= 0 && active < range.count && !indexes.includes(active);
      return isElsewhere ? [...indexes, active].sort((a, b) => a - b) : indexes;
    },
    [active],
  );
  const ownScroller = scroller === undefined;
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    ...perItems,
    rangeExtractor,
    getScrollElement: () => (ownScroller ? listElement.current : scroller),
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    overscan: props.overscan ?? 8,
    scrollPaddingStart: margin,
    scrollPaddingEnd: margin,
    scrollMargin: ownScroller ? 0 : offsetWithin(listElement.current, scroller),
    initialOffset: props.initialOffset ?? 0,
    onChange: (instance) => {
      redraw(null);
      latest.current.onScroll?.(instance.scrollOffset ?? 0);
    },
  };
  const virtualizer = useMemo(() => new Virtualizer<HTMLElement, HTMLElement>(options), []);
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());

  const wanted = useRef<Wanted | null>(null);
  const bringIntoView = (index: number, align: Align) => {
    wanted.current = { index, align, until: performance.now() + SETTLING };
    scrollToWanted(virtualizer, wanted, margin);
  };
  useLayoutEffect(() => {
    if (active !== null && active >= 0 && active < items.length) bringIntoView(active, 'auto');
    // New items alone must not pull the list away from where the reader scrolled.
  }, [virtualizer, active]);

  const height = virtualizer.scrollRect?.height ?? 0;
  const heightBefore = useRef(height);
  useLayoutEffect(() => {
    const item = virtualizer.getVirtualItems().find(({ index }) => index === active);
    const offset = virtualizer.scrollOffset ?? 0;
    // A list that gets smaller must not cover the row that the reader is at.
    if (item && item.start >= offset && item.end <= offset + heightBefore.current) {
      bringIntoView(item.index, 'auto');
    }
    heightBefore.current = height;
  }, [virtualizer, height]);
  useLayoutEffect(() => scrollToWanted(virtualizer, wanted, margin));

  useImperativeHandle(
    props.handle ?? null,
    () => ({
      get element() {
        return virtualizer.scrollElement;
      },
      scrollToIndex: (index, align = 'auto') => bringIntoView(index, align),
      focus: () => listElement.current?.focus({ preventScroll: true }),
    }),
    [virtualizer, margin],
  );

  const { scrollMargin } = virtualizer.options;
  return (
    <div
      {...props.attributes}
      ref={listElement}
      class={`question-stance-list ${ownScroller ? 'is-scroller' : ''} ${props.class ?? ''}`}
    >
      <div
        class="question-stance-list-rows"
        role="presentation"
        style={{ '--question-stance-list-height': `${virtualizer.getTotalSize()}px` }}
      >
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                class="question-stance-list-row"
                role="presentation"
                style={{ '--question-stance-list-top': `${start - scrollMargin}px` }}
              >
                {props.renderRow(item, index)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
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

/**
 * Not the library's own `scrollToIndex`: its tries go on after a later call, so that the rows of two quick
 * key presses would pull the list to and fro.
 */
function scrollToWanted(
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
  wanted: { current: Wanted | null },
  margin: number,
): void {
  const { scrollElement } = virtualizer;
  if (!wanted.current || !scrollElement) return;
  const { index, align, until } = wanted.current;
  if (performance.now() > until) {
    wanted.current = null;
    return;
  }
  // What has been measured since the last drawing counts already.
  virtualizer.getTotalSize();
  const item = virtualizer.measurementsCache[index];
  if (!item) return;
  const { scrollTop, clientHeight } = scrollElement;
  const offsets = {
    start: item.start - margin,
    end: item.end + margin - clientHeight,
    center: (item.start + item.end - clientHeight) / 2,
  };
  const nearest = Math.min(Math.max(scrollTop, offsets.end), offsets.start);
  const top = Math.max(0, Math.round(align === 'auto' ? nearest : offsets[align]));
  if (Math.abs(top - scrollTop) >= 1) scrollElement.scrollTo({ top });
}

function ofItem<Item, Value>(
  items: readonly Item[],
  index: number,
  read: (item: Item, index: number) => Value,
  otherwise: Value,
): Value {
  const item = items[index];
  return item === undefined ? otherwise : read(item, index);
}

/** How far below the top of what `scroller` scrolls the list begins. */
function offsetWithin(list: HTMLElement | null, scroller: HTMLElement | null): number {
  if (!list || !scroller) return 0;
  const top = list.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
  return Math.round(top + scroller.scrollTop);
}
