/**
 * What is worked out of a text, kept for those that were asked about last: rows in sight are asked about again and
 * again.
 */

const MOST = 500;

export class LastTexts<T> {
  readonly #known = new Map<string, T>();
  readonly #make: (text: string) => T;
  readonly #most: number;

  /** Where `most` are known, all are forgotten. */
  constructor(make: (text: string) => T, most = MOST) {
    this.#make = make;
    this.#most = most;
  }

  of(text: string): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#known.size >= this.#most) this.#known.clear();
    const made = this.#make(text);
    this.#known.set(text, made);
    return made;
  }
}
