/** The quotes, list items and footnotes that are open while a note is read, outermost first. */
import type { LineCursor } from './line-cursor';

const GREATER = 0x3e;

export class ContainerStack {
  /** Columns that a line of each item is indented by; -1 for a quote. */
  readonly #widths: number[] = [];
  readonly #ids: number[] = [];
  /** Depths at which quotes stand. */
  readonly #quotes: number[] = [];
  #lastId = 0;

  get depth(): number {
    return this.#widths.length;
  }

  get quotes(): number {
    return this.#quotes.length;
  }

  /** Names the innermost container; 0 at the root. */
  get id(): number {
    return this.#ids.at(-1) ?? 0;
  }

  /** Names the outermost container; 0 at the root. */
  get outermostId(): number {
    return this.#ids[0] ?? 0;
  }

  /** Whether the outermost container is a list item or a footnote. */
  get isInItem(): boolean {
    return (this.#widths[0] ?? -1) !== -1;
  }

  /** Whether the innermost container is a quote. */
  get isQuote(): boolean {
    return this.#widths.at(-1) === -1;
  }

  openQuote(): void {
    this.#quotes.push(this.depth);
    this.#open(-1);
  }

  openItem(width: number): void {
    this.#open(width);
  }

  closeTo(depth: number): void {
    while (this.depth > depth) {
      if (this.#widths.pop() === -1) this.#quotes.pop();
      this.#ids.pop();
    }
  }

  /** How many containers go on in the cursor's line; the cursor moves behind their prefixes. */
  match(cursor: LineCursor, text: string): number {
    const { depth } = this;
    let matched = 0;
    let quotes = 0;
    if (depth > 0) cursor.measure();
    for (; matched < depth; matched += 1) {
      const width = this.#widths[matched] ?? 0;
      if (width === -1) {
        const isMarked = cursor.indent <= 3 && text.charCodeAt(cursor.textAt) === GREATER;
        if (!isMarked || cursor.isBlank()) break;
        cursor.skipQuoteMark();
        cursor.measure();
        quotes += 1;
      } else if (cursor.isBlank()) {
        // A blank line belongs to every list item; only a quote can end with it.
        return this.#quotes[quotes] ?? depth;
      } else {
        if (cursor.indent < width) break;
        // Not measured anew: at every level that would cost the whole indent.
        cursor.skipColumns(width);
      }
    }
    return matched;
  }

  #open(width: number): void {
    this.#lastId += 1;
    this.#widths.push(width);
    this.#ids.push(this.#lastId);
  }
}
