// `on(type, selector, listener)` and `off`, which Obsidian adds to elements and documents.
import { elementOf } from './windows.ts';

interface Delegation {
  readonly selector: string;
  readonly listener: unknown;
  readonly callback: (event: Event) => void;
}

/** `on(type, selector, listener)`: one listener above, called for the child that matches. */
const delegations = new WeakMap<EventTarget, Map<string, Delegation[]>>();

type DelegateListener = (event: Event, target: Element) => unknown;

export const delegate = {
  on(
    this: EventTarget & Node,
    type: string,
    selector: string,
    listener: DelegateListener,
    options?: boolean | AddEventListenerOptions,
  ) {
    const callback = (event: Event): void => {
      const target = elementOf(event)?.closest(selector);
      if (target && this.contains(target)) listener.call(target, event, target);
    };
    const byType = delegations.get(this) ?? new Map<string, Delegation[]>();
    delegations.set(this, byType);
    byType.set(type, [...(byType.get(type) ?? []), { selector, listener, callback }]);
    this.addEventListener(type, callback, options);
  },
  off(
    this: EventTarget,
    type: string,
    selector: string,
    listener: DelegateListener,
    options?: boolean | AddEventListenerOptions,
  ) {
    const byType = delegations.get(this);
    const kept = (byType?.get(type) ?? []).filter((entry) => {
      const hit = entry.selector === selector && entry.listener === listener;
      if (hit) this.removeEventListener(type, entry.callback, options);
      return !hit;
    });
    byType?.set(type, kept);
  },
};
