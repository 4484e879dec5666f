/**
 * Yields to the event loop, by a message to oneself: breaks in long work, in which everything else that waits is done.
 * A timer would do, but browsers make each of many timers in a row wait 4 ms.
 */
export class EventLoopYields {
  readonly #channel = new MessageChannel();
  #waiting: (() => void)[] = [];
  #isClosed = false;

  constructor() {
    this.#channel.port1.onmessage = () => {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const resolve of waiting) resolve();
    };
  }

  /** Resolves in a later task. After `close` never: the work is given up where it stands. */
  readonly yieldToEventLoop = (): Promise<void> =>
    new Promise((resolve) => {
      if (this.#isClosed) return;
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) this.#channel.port2.postMessage(null);
    });

  close(): void {
    this.#isClosed = true;
    this.#channel.port1.close();
    this.#waiting = [];
  }
}
