/**
 * The heights of the rows that a list has drawn: each is measured when it appears, when its element is taken for
 * another row and when its size changes, by the window that it stands in. The window tells them when it has laid
 * the rows out, before it shows them; to ask for them earlier would have it lay out everything an extra time.
 */
export class RowObserver {
  #observer: ResizeObserver | null = null;
  /** Null where a row has not been laid out yet. */
  readonly #heights = new Map<HTMLElement, number | null>();

  readonly #onMeasure: () => void;

  constructor(onMeasure: () => void) {
    this.#onMeasure = onMeasure;
  }

  readonly observe = (element: HTMLElement | null): void => {
    const win = element?.ownerDocument.defaultView;
    if (!element || !win) return;
    this.#heights.set(element, null);
    this.#observer ??= new win.ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const [box] = borderBoxSize;
        // A list that is hidden has no heights.
        if (box && box.blockSize > 0 && target.isConnected) {
          this.#heights.set(target as HTMLElement, Math.round(box.blockSize));
        }
      }
      this.#onMeasure();
    });
    // One that is observed already would be told of again only with another size than before.
    this.#observer.unobserve(element);
    this.#observer.observe(element);
  };

  /** The rows that are drawn now, by their places: a row that moved to another place has its height there. */
  *rows(): Generator<readonly [index: number, height: number]> {
    for (const [element, height] of this.#heights) {
      if (element.isConnected) {
        if (height !== null) yield [Number(element.dataset.index), height];
      } else {
        this.#heights.delete(element);
        this.#observer?.unobserve(element);
      }
    }
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  /** Goes on with the observer of the window that the rows stand in now. */
  startAnew(): void {
    this.disconnect();
    for (const element of [...this.#heights.keys()]) {
      if (element.isConnected) this.observe(element);
    }
  }
}
