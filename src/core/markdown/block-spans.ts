/**
 * What of a block's text is code, maths, a comment or a template: where such a span runs over line ends, nothing in
 * its lines leads in, heads or parts anything. Blocks are looked at only where somebody asks, and only those that
 * have a sign which may open such a span.
 */
import { readInline } from './inline';

const MAY_OPEN = /[`<$%{]|\[\[/;

export class BlockSpans {
  #from = 0;
  #to = 0;
  /** Start and end of the spans, in order; null until somebody asks. */
  #covers: readonly number[] | null = null;
  /** Up to here nothing opens a span. */
  #plainTo = 0;
  #next = 0;

  readonly #text: string;
  readonly #roots: readonly string[];

  constructor(text: string, roots: readonly string[]) {
    this.#text = text;
    this.#roots = roots;
  }

  /** Goes on to the block between `from` and `to`. */
  enter(from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    this.#covers = null;
    this.#plainTo = from;
    this.#next = 0;
  }

  /** Whether a span is open at `at`. Asked with growing offsets. */
  covers(at: number): boolean {
    if (this.#covers === null) {
      if (at <= this.#plainTo) return false;
      if (!MAY_OPEN.test(this.#text.slice(this.#plainTo, at))) {
        this.#plainTo = at;
        return false;
      }
      this.#covers = this.#read();
    }
    const covers = this.#covers;
    while ((covers[this.#next + 1] ?? Number.POSITIVE_INFINITY) <= at) this.#next += 2;
    return (covers[this.#next] ?? at) < at;
  }

  #read(): readonly number[] {
    const covers: number[] = [];
    for (const { kind, from, to } of readInline(this.#text, this.#from, this.#to, this.#roots)) {
      if (kind === 'opaque' || kind === 'hidden') covers.push(from, to);
    }
    return covers;
  }
}
