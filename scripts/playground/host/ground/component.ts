// Obsidian's `Component`: what is registered while it is loaded is taken back when it unloads, its
// children with it.
import type { EventRef } from 'obsidian';
import { removeListener } from './events.ts';

export class Component {
  #loaded = false;
  readonly #children = new Set<Component>();
  #cleanups: (() => unknown)[] = [];

  load(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    this.onload();
    for (const child of [...this.#children]) child.load();
  }

  onload(): unknown {
    return undefined;
  }

  unload(): void {
    if (!this.#loaded) return;
    this.#loaded = false;
    for (const child of [...this.#children]) this.removeChild(child);
    const cleanups = this.#cleanups.reverse();
    this.#cleanups = [];
    for (const cleanup of cleanups) {
      try {
        cleanup();
      } catch (error) {
        reportError(error);
      }
    }
    this.onunload();
  }

  onunload(): void {
    // For subclasses.
  }

  addChild<T extends Component>(child: T): T {
    this.#children.add(child);
    if (this.#loaded) child.load();
    return child;
  }

  removeChild<T extends Component>(child: T): T {
    if (this.#children.delete(child)) child.unload();
    return child;
  }

  register(cleanup: () => unknown): void {
    this.#cleanups.push(cleanup);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => {
      removeListener(ref);
    });
  }

  registerDomEvent(
    target: EventTarget,
    type: string,
    callback: (event: never) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = callback as (event: Event) => unknown;
    target.addEventListener(type, listener, options);
    this.register(() => {
      target.removeEventListener(type, listener, options);
    });
  }

  registerInterval(id: number): number {
    this.register(() => {
      window.clearInterval(id);
    });
    return id;
  }

  /** Whether `load` has run and `unload` has not. */
  get isLoaded(): boolean {
    return this.#loaded;
  }
}
