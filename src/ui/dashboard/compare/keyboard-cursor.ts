/**
 * The keyboard's cursor among rows, columns, pairs or bars that are counted anew while it stands there. It stands at what
 * has a key, whatever comes or goes before that; where its key is gone, at what then stands at its position. The focus
 * stays with it.
 */
import { useCallback, useLayoutEffect, useReducer, useRef } from 'preact/hooks';

export interface CursorPlace {
  readonly key: string;
  /** Among the keys that were there when it was last looked for. */
  readonly at: number;
}

/** Where `place` is among `keys`; null where there are none. */
export function placeAmong(keys: readonly string[], place: CursorPlace): CursorPlace | null {
  const at = keys.indexOf(place.key);
  if (at !== -1) return { key: place.key, at };
  const nearest = Math.min(place.at, keys.length - 1);
  const key = keys[nearest];
  return key === undefined ? null : { key, at: nearest };
}

/** The cursor's position among `keys`, `initial` until it is moved; and what moves it to another position. */
export function useKeyboardCursor(
  keys: readonly string[],
  initial: number,
): readonly [position: number, moveTo: (position: number) => void] {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const place = useRef<CursorPlace | null>(null);
  const latest = useRef(keys);
  latest.current = keys;
  place.current = place.current && placeAmong(keys, place.current);
  const moveTo = useCallback((position: number): void => {
    const key = latest.current[position];
    if (key === undefined || key === place.current?.key) return;
    place.current = { key, at: position };
    redraw(null);
  }, []);
  return [place.current?.at ?? initial, moveTo];
}

/**
 * Keeps the focus at the cursor's element, which `selector` finds within `grid`: when the result is called, since a key
 * has moved the cursor, and when something in the grid had the focus before it was drawn anew.
 */
export function useFocusAtCursor(grid: HTMLElement | null, selector: string): () => void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  /** A key has moved the cursor, and the keyboard is to follow. */
  const follows = useRef(false);
  // Asked before anything is drawn: an element that is moved or taken away loses the focus.
  const hadFocus = focusedIn(grid) !== null;
  useLayoutEffect(() => {
    const isCalled = follows.current;
    follows.current = false;
    if (!grid || !(isCalled || (hadFocus && isFreeFor(grid)))) return;
    const element = grid.querySelector<HTMLElement>(selector);
    // What only stays the same is not to scroll.
    if (element && element !== focusedIn(grid)) element.focus({ preventScroll: !isCalled });
  });
  return useCallback(() => {
    follows.current = true;
    redraw(null);
  }, []);
}

function focusedIn(grid: HTMLElement | null): Element | null {
  const focused = grid?.doc.activeElement ?? null;
  return grid !== focused && grid?.contains(focused) === true ? focused : null;
}

/** Nothing else has taken the focus meanwhile. */
function isFreeFor(grid: HTMLElement): boolean {
  const { activeElement, body } = grid.doc;
  return activeElement === null || activeElement === body || grid.contains(activeElement);
}
