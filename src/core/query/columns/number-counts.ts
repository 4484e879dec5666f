/** Counts how often each of some small numbers comes, in a buffer that is used again. */

export class NumberCounts {
  #counts = new Int32Array(64);
  readonly #seen: number[] = [];

  add(code: number): void {
    if (code >= this.#counts.length) {
      const larger = new Int32Array(2 * code);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    const count = this.#counts[code] ?? 0;
    if (count === 0) this.#seen.push(code);
    this.#counts[code] = count + 1;
  }

  /** The counts so far, in the order in which the numbers first came; then counts from nothing. */
  take(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (const code of this.#seen) {
      counts.set(code, this.#counts[code] ?? 0);
      this.#counts[code] = 0;
    }
    this.#seen.length = 0;
    return counts;
  }
}
