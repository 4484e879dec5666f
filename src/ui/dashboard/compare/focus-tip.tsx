/** What the pointer would be told of a place, beside it where the keyboard is: Obsidian's own tooltips are the pointer's. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface Tip {
  readonly text: string;
  readonly left: number;
  readonly top: number;
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
  return {
    show: (place, frame) => {
      const text = place.getAttribute('aria-label');
      const around = frame?.getBoundingClientRect();
      if (text === null || !around) return;
      const { left, bottom } = place.getBoundingClientRect();
      setTip({ text, left: left - around.left, top: bottom - around.top });
    },
    hide: () => setTip(null),
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
