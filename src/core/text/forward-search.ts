/**
 * Where a string comes next in a text, for whoever asks with growing offsets: what was found is kept until it is
 * passed, so that the text is searched once. Offsets may shrink, too; then it is searched anew.
 */
export class ForwardSearch {
  readonly #text: string;
  readonly #wanted: string;
  /** Between these two offsets it does not stand; it stands at the second. */
  #from = 0;
  #found = -1;

  constructor(text: string, wanted: string) {
    this.#text = text;
    this.#wanted = wanted;
  }

  /** The first place at or after `from`; the text's length where there is none. */
  next(from: number): number {
    if (from > this.#found || from < this.#from) {
      const at = this.#text.indexOf(this.#wanted, from);
      this.#from = from;
      this.#found = at === -1 ? this.#text.length : at;
    }
    return this.#found;
  }
}
