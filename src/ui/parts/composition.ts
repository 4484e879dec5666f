/**
 * Hears when an input method starts and ends composing in an element. Preact's `onCompositionStart` does not
 * do: it takes an event's name from the element's `on…` properties, and these events have none.
 */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface CompositionListeners {
  readonly onStart: () => void;
  /** The composed text is in the element by now; browsers do not agree on whether an `input` event follows. */
  readonly onEnd: () => void;
}

export function useComposition(
  element: RefObject<HTMLElement>,
  listeners: CompositionListeners,
): void {
  const latest = useRef(listeners);
  latest.current = listeners;
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const start = () => latest.current.onStart();
    const end = () => latest.current.onEnd();
    target.addEventListener('compositionstart', start);
    target.addEventListener('compositionend', end);
    return () => {
      target.removeEventListener('compositionstart', start);
      target.removeEventListener('compositionend', end);
    };
  }, [element]);
}
