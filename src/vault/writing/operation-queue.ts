/**
 * One operation at a time, in the order in which they were asked for, until the plugin is unloaded. Who follows is told
 * whenever one is over.
 */
import type { BulkOptions } from '../bulk-options';

export class OperationQueue {
  readonly #listeners = new Set<() => void>();
  readonly #stopping = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  /** Aborted once the plugin is unloaded. */
  get stopped(): AbortSignal {
    return this.#stopping.signal;
  }

  /** Whether an operation with these options goes on to no other note. */
  isStopped({ signal }: Pick<BulkOptions, 'signal'>): boolean {
    return signal?.aborted === true || this.stopped.aborted;
  }

  /** For good. Resolves once nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#last;
  }

  /** Calls `listener` whenever another operation may be the next to be taken back or made again. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Work that only looks. Two operations never run into each other. */
  look<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work, work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Work that tells those who follow once it is over. */
  change<T>(work: () => Promise<T>): Promise<T> {
    return this.look(work).finally(() => {
      for (const listener of this.#listeners) listener();
    });
  }
}
