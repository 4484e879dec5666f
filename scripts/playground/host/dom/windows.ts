// The browser windows that the host has open: the page's own and the pop-outs, each with classes of its
// own for nodes and events. Knows which of them is active (`activeWindow`, `activeDocument`).

/** A window with the constructors that it alone has. */
export type Realm = Window & typeof globalThis;

class Windows {
  readonly open: Realm[] = [window];
  readonly #untrack = new Map<Realm, AbortController>();

  constructor() {
    this.#track(window);
  }

  get active(): Realm {
    // Before the first window has its globals there is only the page's own.
    return (window.activeWindow as Realm | undefined) ?? window;
  }

  add(win: Realm): void {
    this.open.push(win);
    this.#track(win);
  }

  remove(win: Realm): void {
    this.open.remove(win);
    this.#untrack.get(win)?.abort();
    this.#untrack.delete(win);
    if (this.active === win) this.activate(window);
  }

  /** Makes `win` the one in which modals, menus and notices open. */
  activate(win: Realm): void {
    for (const each of this.open)
      Object.assign(each, { activeWindow: win, activeDocument: win.document });
  }

  /** A page is not always told that it has the focus; what the user does in it says so too. */
  #track(win: Realm): void {
    const release = new AbortController();
    this.#untrack.set(win, release);
    const { signal } = release;
    const take = (): void => {
      if (this.active !== win) this.activate(win);
    };
    win.addEventListener('focus', take, { signal });
    for (const type of ['pointerdown', 'keydown', 'focusin'] as const)
      win.document.addEventListener(type, take, { signal, capture: true });
  }
}

export const windows = new Windows();

/** The element that an event came from, whichever window's. */
export function elementOf(event: Event): HTMLElement | null {
  const { target } = event;
  if (!target || !('nodeType' in target)) return null;
  const node = target as Node;
  return node.instanceOf(HTMLElement) ? node : node.parentElement;
}
