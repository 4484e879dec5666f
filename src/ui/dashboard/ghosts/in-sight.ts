/** Which elements are in sight, each in the window that it stands in. */

type Sight = (isInSight: boolean) => void;

export class InSight {
  readonly #observers = new Map<Window, IntersectionObserver>();
  readonly #watched = new Map<Element, Sight>();

  /** Tells at once, and then at each change. Returns the way to stop it. */
  watch(element: Element, tell: Sight): () => void {
    this.#watched.set(element, tell);
    this.#observe(element);
    return () => {
      this.#watched.delete(element);
      for (const observer of this.#observers.values()) observer.unobserve(element);
    };
  }

  /** The elements stand in another window now. */
  startAnew(): void {
    this.#disconnect();
    for (const element of this.#watched.keys()) this.#observe(element);
  }

  close(): void {
    this.#disconnect();
    this.#watched.clear();
  }

  #observe(element: Element): void {
    const win = element.ownerDocument.defaultView;
    if (!win) return;
    const observer =
      this.#observers.get(win) ??
      new win.IntersectionObserver((seen) => {
        for (const { target, isIntersecting } of seen) this.#watched.get(target)?.(isIntersecting);
      });
    this.#observers.set(win, observer);
    observer.observe(element);
  }

  #disconnect(): void {
    for (const observer of this.#observers.values()) observer.disconnect();
    this.#observers.clear();
  }
}
