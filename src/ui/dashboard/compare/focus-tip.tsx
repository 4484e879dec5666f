/**
 * What the pointer would be told of a place, beside it where the keyboard is: Obsidian's own tooltips are the pointer's.
 * A place that is drawn anew is told of anew, where it then stands, also when what is around it finds its size later.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Tip {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

interface Told {
  readonly place: HTMLElement;
  /** What the tip stands in. */
  readonly frame: Element;
}

export interface FocusTip {
  /** Tells what `place` is called, below it; `frame` is what the tip stands in. */
  readonly show: (place: HTMLElement, frame: Element | null | undefined) => void;
  readonly hide: () => void;
  /** To be drawn in the frame. */
  readonly drawn: ComponentChildren;
}

export function useFocusTip(): FocusTip {
  const [tip, setTip] = useState<Tip | null>(null);
  const told = useRef<Told | null>(null);
  const sizes = useRef<ResizeObserver | null>(null);
  const stopWatching = (): void => sizes.current?.disconnect();
  useLayoutEffect(() => stopWatching, []);
  const tell = (next: Told | null): void => {
    if (next?.place !== told.current?.place) {
      stopWatching();
      sizes.current = next && watchAround(next, lookAgain);
    }
    told.current = next;
    const now = next && tipOf(next);
    setTip((before) => (isSame(before, now) ? before : now));
  };
  function lookAgain(): void {
    if (told.current) tell(told.current);
  }
  useLayoutEffect(lookAgain);
  return {
    show: (place, frame) => {
      if (frame) tell({ place, frame });
    },
    hide: () => tell(null),
    drawn: tip && (
      <div
        class="question-stance-compare-tip"
        aria-hidden="true"
        style={{ '--question-stance-cell': `${tip.left}px`, top: `${tip.top}px` }}
      >
        {tip.text}
      </div>
    ),
  };
}

/** Rows that are drawn are measured later, and move those below them. */
function watchAround({ place, frame }: Told, onChange: () => void): ResizeObserver | null {
  const win = place.ownerDocument.defaultView;
  if (!win) return null;
  const sizes = new win.ResizeObserver(onChange);
  for (
    let around = place.parentElement;
    around && frame.contains(around);
    around = around.parentElement
  ) {
    sizes.observe(around);
  }
  return sizes;
}

/** Null where the place is gone, or has nothing to say. */
function tipOf({ place, frame }: Told): Tip | null {
  const text = place.getAttribute('aria-label');
  if (text === null || !place.isConnected) return null;
  const around = frame.getBoundingClientRect();
  const { left, bottom } = place.getBoundingClientRect();
  return { text, left: left - around.left, top: bottom - around.top };
}

function isSame(one: Tip | null, other: Tip | null): boolean {
  return one?.text === other?.text && one?.left === other?.left && one?.top === other?.top;
}
