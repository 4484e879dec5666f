/**
 * A passage as its readers look at it: the text with its pieces, and what stands around an offset. The
 * reader moves from left to right and says so; looking ahead starts where it is.
 */
import { partitionPoint } from '../../text/partition-point';
import { BracketPairs, mayQuote } from '../../text/bracket';
import { CHARACTER, CLASS_OF, classAt, isWide, skipSpacesBack } from '../../text/character';
import { widthInColumns, type LineWidths } from './line-join';
import type { InlineSpan } from '../../markdown/span';
import { cutPieces, type Passage, type PassagePiece } from './passage';

/** A word further off than this says nothing about the character before it. */
const REACH = 60;
const STRAIGHT_QUOTE = 0x22;
const WIDE_STRAIGHT_QUOTE = 0xff02;
const RAGGED = 12;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;
const SOME_LETTER = 0x61;

export class PassageText {
  readonly pieces: readonly PassagePiece[];
  readonly pairs = new BracketPairs();
  /** Where the passage ends. */
  readonly end: number;
  #piece = 0;
  #widths: readonly number[] | null = null;
  #widest = 0;
  /** Lines before the last one that are about as wide as the widest. */
  #full = 0;
  /** By line: columns of what a reader does not see. */
  readonly #hidden: number[] = [];

  constructor(
    readonly text: string,
    readonly passage: Passage,
  ) {
    this.pieces = cutPieces(passage);
    this.end = passage.lines.end;
    this.#pairBrackets();
  }

  /** The reader is at the piece of this index now. */
  moveTo(piece: number): void {
    this.#piece = piece;
  }

  /** The span that starts at `at`, which is no further left than the reader's piece. */
  spanAt(at: number): InlineSpan | null {
    for (let index = this.#piece; index < this.pieces.length; index += 1) {
      const piece = this.pieces[index];
      if (!piece || piece.from > at) return null;
      if (piece.from === at && piece.span) return piece.span;
    }
    return null;
  }

  /**
   * The code unit that a reader sees before `at`, which lies in or behind the reader's piece: what dresses and
   * hides is looked through, and what stands for a word counts as a letter of it.
   */
  shownBefore(at: number): number {
    let end = at;
    for (let index = this.#piece; index >= 0; index -= 1) {
      const piece = this.pieces[index];
      if (!piece || piece.from >= end) continue;
      if (piece.to < end || piece.span === null) break;
      if (piece.span.kind === 'opaque') return SOME_LETTER;
      if (piece.span.kind === 'quote') return STRAIGHT_QUOTE;
      if (this.text.charCodeAt(piece.from) === BACKSLASH) break;
      end = piece.from;
    }
    return this.text.charCodeAt(end - 1);
  }

  /** The span that starts at `at`, anywhere in the passage. */
  findSpan(at: number): InlineSpan | null {
    const { pieces } = this;
    const isBefore = (index: number): boolean => (pieces[index]?.from ?? at) < at;
    const piece = pieces[partitionPoint(pieces.length, isBefore)];
    return piece?.from === at ? piece.span : null;
  }

  /** The next word within reach, over closers and line ends; -1 where the passage ends before. */
  nextWord(from: number): number {
    const reach = Math.min(this.end, from + REACH);
    for (let at = from; at < reach; at += 1) {
      if (CLASS_OF[this.text.charCodeAt(at)] === CHARACTER.word) return at;
    }
    return -1;
  }

  /** Over white space, at most to the passage's end. */
  skipSpaces(from: number): number {
    let at = from;
    while (at < this.end && classAt(this.text, at) === CHARACTER.space) at += 1;
    return at;
  }

  /** Over white space and marks. */
  skipMarks(from: number): number {
    let at = this.skipSpaces(from);
    for (let span = this.spanAt(at); span?.kind === 'mark'; span = this.spanAt(at)) {
      at = this.skipSpaces(span.to);
    }
    return at;
  }

  /** The end of a line's text, given the line's end: marks and white space left out. */
  visibleEnd(to: number): number {
    let at = to;
    for (let index = this.#piece - 1; index >= 0; index -= 1) {
      const piece = this.pieces[index];
      if (piece?.span?.kind !== 'mark' || piece.to !== at) break;
      at = skipSpacesBack(this.text, piece.from);
    }
    return at;
  }

  /** The 1-based line of an offset of the passage. */
  lineOf(offset: number): number {
    const { lines } = this.passage;
    return lines.line(lines.indexAt(offset));
  }

  /** Where the text of an offset's line starts. */
  lineFrom(offset: number): number {
    const { lines } = this.passage;
    return lines.from(lines.indexAt(offset));
  }

  /** Columns of the passage's line of this index, and of its widest line; marks left out. */
  measureLine(index: number): LineWidths {
    this.#widths ??= this.#measureLines();
    const own = this.#widths[index] ?? 0;
    const shown = own - (this.#hidden[index] ?? 0);
    return { own, shown, widest: this.#widest, isOneOfMany: this.#full > 1 };
  }

  #measureLines(): readonly number[] {
    const { lines } = this.passage;
    const widths: number[] = [];
    for (let index = 0; index < lines.count; index += 1) {
      widths.push(widthInColumns(this.text, lines.from(index), lines.to(index)));
    }
    for (const { span, line } of this.pieces) {
      if (span?.kind === 'mark') widths[line] = (widths[line] ?? 0) - this.#columnsOfMark(span);
      if (span?.kind !== 'hidden' && span?.kind !== 'tail') continue;
      this.#hidden[line] = (this.#hidden[line] ?? 0) + span.to - span.from;
    }
    this.#widest = widths.reduce((widest, width) => Math.max(widest, width), 0);
    this.#full = widths.slice(0, -1).filter((width) => width > this.#widest - RAGGED).length;
    return widths;
  }

  /** The columns a mark takes, with the spaces that came with it. */
  #columnsOfMark({ from, to }: InlineSpan): number {
    const { text } = this;
    const before = skipSpacesBack(text, from);
    const isSpaced = classAt(text, to) === CHARACTER.space;
    const isJoined = isWide(text.charCodeAt(before - 1)) || isWide(text.charCodeAt(to + 1));
    return to - from + (before < from ? 1 : 0) + (isSpaced && isJoined ? 1 : 0);
  }

  #pairBrackets(): void {
    const { punctuation } = this.passage;
    let next = 0;
    for (const piece of this.pieces) {
      if (piece.span) {
        if (piece.span.kind === 'quote') this.pairs.add(piece.from, STRAIGHT_QUOTE);
        continue;
      }
      for (; next < punctuation.length; next += 1) {
        const at = punctuation[next] ?? 0;
        if (at >= piece.to) break;
        if (at >= piece.from) this.#addBracket(at);
      }
    }
    this.pairs.pair(this.text);
  }

  #addBracket(at: number): void {
    const code = this.text.charCodeAt(at);
    const kind = CLASS_OF[code];
    const isBracket =
      kind === CHARACTER.open || kind === CHARACTER.close || kind === CHARACTER.straight;
    if (!isBracket && code !== APOSTROPHE) return;
    if (!mayQuote(this.text, at)) return;
    this.pairs.add(at, code === WIDE_STRAIGHT_QUOTE ? STRAIGHT_QUOTE : code);
  }
}
