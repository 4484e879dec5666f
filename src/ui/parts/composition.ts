/**
 * Knows while an input method composes in an element, and hears when it starts and ends. Preact's
 * `onCompositionStart` does not do: it takes an event's name from the element's `on…` properties, and these
 * events have none. What a key is while something is composed is the matter of `keys/key-press.ts`.
 */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface CompositionListeners {
  readonly onStart?: () => void;
  /** The composed text is in the element by now; browsers do not agree on whether an `input` event follows. */
  readonly onEnd: () => void;
}

/** Whether something is being composed: text that nobody meant to type yet. */
export function useComposition(
  element: RefObject<HTMLElement>,
  listeners: CompositionListeners,
): { readonly current: boolean } {
  const latest = useRef(listeners);
  latest.current = listeners;
  const composing = useRef(false);
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    const start = () => {
      composing.current = true;
      latest.current.onStart?.();
    };
    const end = () => {
      composing.current = false;
      latest.current.onEnd();
    };
    target.addEventListener('compositionstart', start);
    target.addEventListener('compositionend', end);
    return () => {
      target.removeEventListener('compositionstart', start);
      target.removeEventListener('compositionend', end);
    };
  }, [element]);
  return composing;
}
