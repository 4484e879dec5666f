/** Whoever wants to hear of changes. */

export class Listeners {
  readonly #listeners = new Set<() => void>();

  /** Returns the way to stop it. */
  add(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Those that are there now: who comes or goes meanwhile changes nothing of it. */
  tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  clear(): void {
    this.#listeners.clear();
  }
}
