/**
 * How far the bars over time are scrolled. They begin at the newest, or at what is chosen; whoever looks at the newest
 * then stays with it, and whoever has scrolled away keeps what he looks at where it is, whichever bars come or go.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** In pixels. */
const ROUNDING = 1;

interface SeenBar {
  readonly bar: Element;
  readonly left: number;
}

interface Sight {
  readonly hasNewest: boolean;
  readonly seen: readonly SeenBar[];
}

/** `bars` scrolls, and has each bar as a child for as long as that is the same bar; `unit` is what a bar stands for. */
export function useBarsInPlace(
  bars: HTMLElement | null,
  unit: string,
  buckets: readonly object[],
): void {
  const drawn = useRef<{ readonly unit: string; readonly buckets: readonly object[] } | null>(null);
  const isSameUnit = drawn.current?.unit === unit;
  // Asked before the bars are drawn anew.
  const before = bars && isSameUnit && drawn.current?.buckets !== buckets ? sightOf(bars) : null;
  useLayoutEffect(() => {
    if (!bars) return;
    drawn.current = { unit, buckets };
    if (!isSameUnit) bringIntoSight(bars, bars.querySelector('.is-last') ?? bars.lastElementChild);
    else if (before?.hasNewest) bringIntoSight(bars, bars.lastElementChild);
    else if (before) holdInPlace(bars, before.seen);
  }, [bars, unit, buckets]);
}

function sightOf(bars: HTMLElement): Sight {
  const around = bars.getBoundingClientRect();
  const seen: SeenBar[] = [];
  for (const bar of bars.children) {
    const { left, right } = bar.getBoundingClientRect();
    if (right > around.left && left < around.right) seen.push({ bar, left });
  }
  const newest = bars.lastElementChild;
  return { hasNewest: newest !== null && isWithin(newest, bars), seen };
}

function isWithin(bar: Element, bars: HTMLElement): boolean {
  const [around, { left, right }] = [bars.getBoundingClientRect(), bar.getBoundingClientRect()];
  return left >= around.left - ROUNDING && right <= around.right + ROUNDING;
}

function bringIntoSight(bars: HTMLElement, bar: Element | null): void {
  if (!bar || isWithin(bar, bars)) return;
  bars.scrollLeft += bar.getBoundingClientRect().right - bars.getBoundingClientRect().right;
}

function holdInPlace(bars: HTMLElement, seen: readonly SeenBar[]): void {
  const held = seen.find(({ bar }) => bar.isConnected);
  if (held) bars.scrollLeft += held.bar.getBoundingClientRect().left - held.left;
}
