/** Brings a row of a long list into view, also when rows that are measured on the way move it. */
import type { RowHeights } from './row-heights';

export type Align = 'auto' | 'start' | 'center' | 'end';

/** A row on its way into view: rows that are measured on the way move it, for as long as that takes. */
export interface Wanted {
  readonly index: number;
  readonly align: Align;
  /** On the clock of `performance.now`. */
  readonly until: number;
}

/** In milliseconds; after it, the reader's own scrolling counts. */
export const SETTLING = 150;

export function scrollToWanted(
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
