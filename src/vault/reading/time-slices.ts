/**
 * Work on the main thread in slices of time, with yields to the event loop between them: when a slice's time is used
 * up, everybody who wants to work waits for one break, in which the interface is served. Only work counts, not the
 * waiting for files in between.
 */

/** In milliseconds: half a frame. */
const SLICE = 8;

export class TimeSlices {
  readonly #yieldToEventLoop: () => Promise<void>;

  #spent = 0;
  #break: Promise<void> | null = null;

  /** `yieldToEventLoop` lets everything else that waits be done first. */
  constructor(yieldToEventLoop: () => Promise<void>) {
    this.#yieldToEventLoop = yieldToEventLoop;
  }

  /** Whether the slice's time is used up. */
  get isOver(): boolean {
    return this.#spent >= SLICE;
  }

  /** Works, and counts how long it took. */
  work<Result>(task: () => Result): Result {
    const start = performance.now();
    try {
      return task();
    } finally {
      this.#spent += performance.now() - start;
    }
  }

  /**
   * Resolves once there is time left. To be waited for only where the slice is over: of several who wait for one
   * break, none would see what the others then use up.
   */
  async next(): Promise<void> {
    // Of those who waited for the same break, the first may use up the next slice.
    while (this.isOver) await (this.#break ??= this.#takeBreak());
  }

  async #takeBreak(): Promise<void> {
    await this.#yieldToEventLoop();
    this.#spent = 0;
    this.#break = null;
  }
}
