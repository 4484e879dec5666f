/**
 * A reading position in one line of a note: offset and column, tabs reaching to multiples of four columns,
 * so that a tab can belong in part to a list item's indent (CommonMark 0.31, section 2.2).
 */
import { isLineSpace } from '../text/character';

const SPACE = 0x20;
const TAB = 0x09;

export class LineCursor {
  /** Just after the line's last character. */
  to = 0;
  /** Columns of white space from the reading position on, as last measured. */
  indent = 0;
  /** Where the text after that white space begins. */
  textAt = 0;
  #at = 0;
  #column = 0;
  /** Columns left of a tab that was cut. */
  #tabRest = 0;

  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Moves to the start of the line between `from` and `to`. */
  reset(from: number, to: number): void {
    this.to = to;
    this.moveTo(from);
  }

  /** Moves to `at`, where columns are counted anew. */
  moveTo(at: number): void {
    this.#at = at;
    this.#column = 0;
    this.#tabRest = 0;
  }

  isBlank(): boolean {
    return this.textAt >= this.to;
  }

  measure(): void {
    const text = this.#text;
    const { to } = this;
    let column = this.#column + this.#tabRest;
    let at = this.#at;
    while (at < to) {
      const code = text.charCodeAt(at);
      if (code === SPACE) column += 1;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
      at += 1;
    }
    this.indent = column - this.#column;
    this.textAt = at;
  }

  /** Moves over `columns` of the white space measured; the text stays where it is. */
  skipColumns(columns: number): void {
    const target = this.#column + columns;
    let column = this.#column + this.#tabRest;
    while (column < target && this.#at < this.to) {
      column += this.#text.charCodeAt(this.#at) === TAB ? 4 - (column % 4) : 1;
      this.#at += 1;
    }
    this.#column = target;
    this.#tabRest = Math.max(0, column - target);
    this.indent -= columns;
  }

  /** Moves over the measured white space and the `length` characters after it. */
  skipText(length: number): void {
    this.#column += this.indent + length;
    this.#at = this.textAt + length;
    this.#tabRest = 0;
  }

  /** Moves over a quote's `>` and the one column of white space that belongs to it. */
  skipQuoteMark(): void {
    this.skipText(1);
    const code = this.#text.charCodeAt(this.#at);
    if (this.#at < this.to && (code === SPACE || code === TAB)) this.skipColumns(1);
  }

  /** Past the run of `code` at `from`. */
  runEnd(code: number, from: number): number {
    let at = from;
    while (at < this.to && this.#text.charCodeAt(at) === code) at += 1;
    return at;
  }

  isBlankFrom(from: number): boolean {
    let at = from;
    while (at < this.to && isBlank(this.#text.charCodeAt(at))) at += 1;
    return at >= this.to;
  }

  /** The line's end without trailing white space, not before `from`. */
  trimmedEnd(from: number): number {
    let end = this.to;
    while (end > from && isLineSpace(this.#text.charCodeAt(end - 1))) end -= 1;
    return end;
  }
}

/** White space as Markdown's syntax knows it. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
