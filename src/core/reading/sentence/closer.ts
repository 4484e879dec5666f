/** The closers behind a terminator: quotes, brackets, emphasis, tags and links that end with it, references. */
import { CHARACTER, classAt, isVariationSelector } from '../../text/character';
import type { InlineSpan } from '../../markdown/span';
import type { PassageText } from '../passage/passage-text';
import { hasAsk } from '../../text/terminator';

type Link = Extract<InlineSpan, { kind: 'link' }>;

const BACKSLASH = 0x5c;
const APOSTROPHE = 0x27;

/** Follows what is open while a passage is read, and finds where a mark may stand. */
export class Closers {
  /** Runs that opened; made with the first of them. */
  #emphasis: Set<string> | null = null;
  #link: Link | null = null;

  readonly #passage: PassageText;

  constructor(passage: PassageText) {
    this.#passage = passage;
  }

  /** The link that is open. */
  get link(): Link | null {
    return this.#link;
  }

  openLink(link: Link): void {
    this.#link = link;
  }

  /** The link is over, here or where `skip` came out of it. */
  closeLink(): void {
    this.#link = null;
  }

  /** Whether `at` is in the text of a link, where no mark is one. */
  isInLink(at: number): boolean {
    return this.#link !== null && at <= this.#link.tail;
  }

  /** Takes note of the run of delimiters at `at` that is no emphasis by itself; answers where it ends. */
  readEmphasis(at: number): number {
    const { text } = this.#passage;
    const end = this.#emphasisEnd(at);
    const run = text.slice(at, end);
    if (this.#emphasis?.delete(run) !== true && classAt(text, end) !== CHARACTER.space) {
      this.#emphasis ??= new Set();
      this.#emphasis.add(run);
    }
    return end;
  }

  /** Where a mark goes: after the closers behind `from`, and out of a link unless it asks again. */
  skip(from: number): number {
    let at = from;
    for (;;) {
      const next = this.#skipOne(at);
      if (next !== at) {
        at = next;
        continue;
      }
      const link = this.#link;
      if (link === null || link.tail < at || hasAsk(this.#passage.text, at, link.tail)) return at;
      at = link.end;
      this.#link = null;
    }
  }

  #skipOne(at: number): number {
    const passage = this.#passage;
    const span = passage.spanAt(at);
    if (span) return this.#skipSpan(span);
    if (at >= passage.end) return at;
    const kind = classAt(passage.text, at);
    const code = passage.text.charCodeAt(at);
    if (kind === CHARACTER.close || isVariationSelector(code)) return at + 1;
    if (kind === CHARACTER.straight || code === APOSTROPHE) {
      return this.#closesQuote(at) ? at + 1 : at;
    }
    return kind === CHARACTER.emphasis ? this.#skipEmphasis(at) : at;
  }

  #skipSpan(span: InlineSpan): number {
    const { text } = this.#passage;
    const { from, to } = span;
    if (span.kind === 'quote') return this.#closesQuote(from) ? to : from;
    if (span.kind === 'tail') return to;
    if (span.kind === 'emphasis') return span.opens ? from : to;
    if (span.kind !== 'hidden') return from;
    const isClosingTag = text.startsWith('</', from);
    const isReference = text.startsWith('[^', from);
    const isEscapedCloser =
      text.charCodeAt(from) === BACKSLASH && classAt(text, from + 1) === CHARACTER.close;
    return isClosingTag || isReference || isEscapedCloser ? to : from;
  }

  /**
   * A run without a partner in its block: it is dressing all the same where another like it opened, as in
   * `**為什麼？**因為`, or where white space follows. What is left of a run whose other characters have partners goes with
   * them, since a mark inside a run would make two of it: behind those that close, before those that open.
   */
  #skipEmphasis(at: number): number {
    const { text } = this.#passage;
    const end = this.#emphasisEnd(at);
    const code = text.charCodeAt(at);
    if (text.charCodeAt(at - 1) === code) return end;
    if (text.charCodeAt(end) === code) return at;
    const closes =
      classAt(text, end) === CHARACTER.space || this.#emphasis?.has(text.slice(at, end)) === true;
    return closes ? end : at;
  }

  #emphasisEnd(at: number): number {
    const { text } = this.#passage;
    const code = text.charCodeAt(at);
    let end = at + 1;
    while (text.charCodeAt(end) === code && this.#passage.spanAt(end) === null) end += 1;
    return end;
  }

  #closesQuote(at: number): boolean {
    const partner = this.#passage.pairs.partnerOf(at);
    return partner !== -1 && partner < at;
  }
}
