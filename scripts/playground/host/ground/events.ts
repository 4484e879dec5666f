// Obsidian's `Events`: named events, each listener removable by its reference. A listener that
// throws does not keep the others from being called; its error is reported as uncaught.
import type { EventRef } from 'obsidian';

type Callback = (...data: never[]) => unknown;

interface Listener extends EventRef {
  readonly events: Events;
  readonly name: string;
  readonly callback: Callback;
  readonly context: unknown;
}

function isListener(ref: EventRef): ref is Listener {
  return 'events' in ref && 'callback' in ref;
}

/** Takes a listener off, wherever it was registered. */
export function removeListener(ref: EventRef): void {
  if (isListener(ref)) ref.events.offref(ref);
}

export class Events {
  readonly #listeners = new Map<string, Listener[]>();

  on(name: string, callback: Callback, context?: unknown): EventRef {
    const listener: Listener = { events: this, name, callback, context };
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    return listener;
  }

  off(name: string, callback: Callback): void {
    this.#keep(name, (listener) => listener.callback !== callback);
  }

  offref(ref: EventRef): void {
    if (isListener(ref)) this.#keep(ref.name, (listener) => listener !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) this.tryTrigger(listener, data);
  }

  tryTrigger(ref: EventRef, data: unknown[]): void {
    if (!isListener(ref)) return;
    try {
      ref.callback.apply(ref.context, data as never[]);
    } catch (error) {
      reportError(error);
    }
  }

  #keep(name: string, test: (listener: Listener) => boolean): void {
    this.#listeners.set(name, (this.#listeners.get(name) ?? []).filter(test));
  }
}
