/**
 * What of a block's text is code, maths, a comment or a template: where such a span runs over line ends, nothing in
 * its lines leads in, heads or parts anything. And which delimiters dress it in pairs. Blocks are looked at only where
 * somebody asks, and only those that have a character which may open such a span.
 */
import { readInline } from './inline';
import { partitionPoint } from '../text/partition-point';
import type { EmphasisSpan, InlineSpan } from './span';

const MAY_OPEN = /[`<$%{]|\[\[/;

export class BlockSpans {
  #from = 0;
  #to = 0;
  /** Null until somebody asks. */
  #spans: readonly InlineSpan[] | null = null;
  /** Start and end of what covers, in order; null until somebody asks. */
  #covers: readonly number[] | null = null;
  /** In order; null until somebody asks. */
  #emphasis: readonly EmphasisSpan[] | null = null;
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
    this.#spans = null;
    this.#covers = null;
    this.#emphasis = null;
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
      this.#covers = this.#findCovers();
    }
    const covers = this.#covers;
    while ((covers[this.#next + 1] ?? Number.POSITIVE_INFINITY) <= at) this.#next += 2;
    return (covers[this.#next] ?? at) < at;
  }

  /** Just after the emphasis that opens or closes at `at`; `at` itself where none does. */
  emphasisEnd(at: number): number {
    const delimiter = this.#delimiters[this.#firstDelimiter(at)];
    return delimiter?.from === at ? delimiter.to : at;
  }

  /** What stands between `from` and `to` without the delimiters that dress in pairs, partners outside among them. */
  undressed(from: number, to: number): string {
    const delimiters = this.#delimiters;
    let shown = '';
    let at = from;
    for (let index = this.#firstDelimiter(from); index < delimiters.length; index += 1) {
      const delimiter = delimiters[index];
      if (!delimiter || delimiter.from >= to) break;
      shown += this.#text.slice(at, delimiter.from);
      at = delimiter.to;
    }
    return shown + this.#text.slice(at, to);
  }

  get #delimiters(): readonly EmphasisSpan[] {
    return (this.#emphasis ??= this.#read().filter((span) => span.kind === 'emphasis'));
  }

  /** The index of the first delimiter at or after `offset`. */
  #firstDelimiter(offset: number): number {
    const delimiters = this.#delimiters;
    const isBefore = (index: number): boolean => (delimiters[index]?.from ?? offset) < offset;
    return partitionPoint(delimiters.length, isBefore);
  }

  #findCovers(): readonly number[] {
    const covers: number[] = [];
    for (const { kind, from, to } of this.#read()) {
      if (kind === 'opaque' || kind === 'hidden') covers.push(from, to);
    }
    return covers;
  }

  #read(): readonly InlineSpan[] {
    return (this.#spans ??= readInline(this.#text, this.#from, this.#to, this.#roots));
  }
}
