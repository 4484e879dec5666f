/**
 * Code spans: a run of backticks up to the next run of the same length. The runs of a block are listed
 * once, from its end, so that many runs which nothing closes cost no more than few.
 */
export class CodeSpans {
  /** By the offset of a run: the offset of the next run of the same length. */
  #next: Map<number, number> | null = null;

  readonly #text: string;
  readonly #to: number;

  constructor(text: string, to: number) {
    this.#text = text;
    this.#to = to;
  }

  /** The run at `at`: its length, and where the span it opens ends; null where nothing closes it. */
  read(at: number): { readonly length: number; readonly end: number | null } {
    const length = this.#runLength(at);
    this.#next ??= this.#link(at);
    const close = this.#next.get(at);
    return { length, end: close === undefined ? null : close + length };
  }

  #link(from: number): Map<number, number> {
    const runs: { readonly at: number; readonly length: number }[] = [];
    let at = this.#text.indexOf('`', from);
    while (at !== -1 && at < this.#to) {
      const length = this.#runLength(at);
      runs.push({ at, length });
      at = this.#text.indexOf('`', at + length);
    }
    const next = new Map<number, number>();
    const nearest = new Map<number, number>();
    for (const run of runs.reverse()) {
      const close = nearest.get(run.length);
      if (close !== undefined) next.set(run.at, close);
      nearest.set(run.length, run.at);
    }
    return next;
  }

  #runLength(at: number): number {
    let end = at;
    while (end < this.#to && this.#text.charCodeAt(end) === 0x60) end += 1;
    return end - at;
  }
}
