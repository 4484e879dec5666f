/**
 * The leaf blocks of a note, as Markdown with Obsidian's additions draws them: which lines are headings,
 * paragraphs, table rows, and which are not prose. One forward pass over line starts; the text of a line
 * is not looked at beyond what its block's syntax needs, so the cost is that of finding line ends. The file
 * is long because every kind of block opens and closes against the same two stacks, of containers and of
 * the one open leaf; what can be told from a line alone stands in leaf-start.ts and list-item.ts.
 */
import { ContainerStack } from './container-stack';
import { findBody } from './frontmatter';
import { readHtmlStart, type HtmlStart } from './html-block';
import {
  calloutLength,
  footnoteLength,
  isDefinition,
  isDelimiterRowOf,
  isWideProse,
  readFence,
  readHeading,
  taskLength,
} from './leaf-start';
import { isBlank, LineCursor } from './line-cursor';
import { readItem } from './list-item';
import { runToEnd, type Incremental } from '../model/incremental';
import { Lines, NO_LINES, type ReadonlyLines } from '../text/lines';

/**
 * - `paragraph`: also the text of list items and quotes;
 * - `callout`: the title line of a callout;
 * - `html`: raw HTML whose text a reader sees; tags in it are syntax still;
 * - `table`: header and rows, without the delimiter row;
 * - `rule`: a thematic break;
 * - `opaque`: code, maths, comments, definitions: nothing in it is prose.
 */
export type BlockKind = 'paragraph' | 'heading' | 'callout' | 'html' | 'table' | 'rule' | 'opaque';

export interface Block {
  readonly kind: BlockKind;
  /** Of a heading, 1 to 6; otherwise 0. */
  readonly level: number;
  /** Names the innermost quote, list item or footnote the block stands in; 0 at the root. */
  readonly container: number;
  /** How many quotes it stands in. */
  readonly quotes: number;
  /** Opens a list item or footnote with its first line. */
  readonly opensItem: boolean;
  /** In order; each is its content, without prefixes and line end. */
  readonly lines: ReadonlyLines;
}

/** What is open behind a line. */
export interface OpenBlocks {
  /** Names the outermost quote, list item or footnote; 0 at the root. */
  readonly outermost: number;
  /** Whether that is a list item or a footnote. */
  readonly isInItem: boolean;
  /** `until`: maths, a comment, a template or raw HTML that runs to what closes it. */
  readonly leaf: Leaf['kind'];
  /** Whether the line is indented code. */
  readonly isIndentedCode: boolean;
}

type Leaf =
  | { readonly kind: 'none' }
  | { readonly kind: 'paragraph' | 'table' | 'html' }
  | { readonly kind: 'fence'; readonly code: number; readonly length: number }
  /** Runs to the line that has `close` in it; `shown` lines are html. */
  | { readonly kind: 'until'; readonly close: RegExp | string; readonly shown: boolean };

const NO_LEAF: Leaf = { kind: 'none' };
const PARAGRAPH: Leaf = { kind: 'paragraph' };
const TABLE: Leaf = { kind: 'table' };
const HTML: Leaf = { kind: 'html' };

const LINE_FEED = 0x0a;
const BACKTICK = 0x60;
const TILDE = 0x7e;
const HASH = 0x23;
const GREATER = 0x3e;
const LESS = 0x3c;
const DASH = 0x2d;
const EQUALS = 0x3d;
const STAR = 0x2a;
const UNDERSCORE = 0x5f;
const BRACKET = 0x5b;
const DOLLAR = 0x24;
const PERCENT = 0x25;
const PIPE = 0x7c;
const COLON = 0x3a;

/** How much of a text is read between two stops, in UTF-16 units: a millisecond or a few. */
const PIECE = 16_384;

/** Reads the blocks of `text` in order. */
export function readBlocks(text: string, onBlock: (block: Block) => void): void {
  runToEnd(readBlocksInPieces(text, onBlock, () => false));
}

/**
 * Reads the blocks of `text` in order, and stops now and then, so that whoever reads a long text can do
 * something else in between. `isDone` is asked between blocks whether what starts at an offset or after it is
 * still wanted.
 */
export function readBlocksInPieces(
  text: string,
  onBlock: (block: Block) => void,
  isDone: (offset: number) => boolean,
): Incremental<void> {
  return new BlockReader(text, onBlock).read(isDone);
}

/** Reads `text` line by line, from behind its properties until `onLine` says that it is done. */
export function readOpenBlocks(
  text: string,
  onLine: (from: number, to: number, open: OpenBlocks) => boolean,
): void {
  let isDone = false;
  const reader = new BlockReader(
    text,
    () => undefined,
    (from, to) => {
      isDone ||= onLine(from, to, reader.open);
    },
  );
  runToEnd(reader.read(() => isDone));
}

class BlockReader {
  readonly #containers = new ContainerStack();
  readonly #cursor: LineCursor;
  /** The depth of an item that has nothing in its first line, in that line's successor; otherwise 0. */
  #emptyItem = 0;

  #leaf: Leaf = NO_LEAF;
  #lines = new Lines();
  #opensItem = false;
  /** The line being read, 1-based. */
  #line = 0;
  /** The last line of indented code. */
  #indentedCode = 0;
  /** No rule of this code unit starts before this offset. */
  #noRule = { code: 0, until: 0 };
  /** From here on there is no closing `$$`, `%%`, `%>`. */
  readonly #unclosed = new Set<string>();

  readonly #text: string;
  readonly #onBlock: (block: Block) => void;
  readonly #onLine: ((from: number, to: number) => void) | null;

  constructor(
    text: string,
    onBlock: (block: Block) => void,
    onLine: ((from: number, to: number) => void) | null = null,
  ) {
    this.#text = text;
    this.#onBlock = onBlock;
    this.#onLine = onLine;
    this.#cursor = new LineCursor(text);
  }

  /** What is open behind the line that was read last. */
  get open(): OpenBlocks {
    return {
      outermost: this.#containers.outermostId,
      isInItem: this.#containers.isInItem,
      leaf: this.#leaf.kind,
      isIndentedCode: this.#indentedCode === this.#line,
    };
  }

  *read(isDone: (offset: number) => boolean): Incremental<void> {
    const text = this.#text;
    const length = text.length;
    let { at, line } = findBody(text);
    let stop = at + PIECE;
    let carriage = text.indexOf('\r', at);
    let feed = -1;
    while (at < length) {
      // Most blank lines hold nothing: no search is needed there.
      if (feed < at) feed = text.charCodeAt(at) === LINE_FEED ? at : text.indexOf('\n', at);
      if (feed === -1) feed = length;
      let end = feed;
      let next = end + 1;
      if (carriage !== -1 && carriage < at) carriage = text.indexOf('\r', at);
      if (carriage !== -1 && carriage < end) {
        next = carriage + 1 === end ? end + 1 : carriage + 1;
        end = carriage;
      }
      line += 1;
      this.#line = line;
      this.#readLine(at, end);
      this.#onLine?.(at, end);
      at = next;
      if (this.#leaf.kind === 'none' && isDone(at)) break;
      if (at < stop) continue;
      yield;
      stop = at + PIECE;
    }
    this.#closeLeaf();
  }

  #readLine(from: number, to: number): void {
    this.#cursor.reset(from, to);
    const emptyItem = this.#emptyItem;
    this.#emptyItem = 0;
    let matched = this.#containers.match(this.#cursor, this.#text);
    const depth = this.#containers.depth;
    const leaf = this.#leaf;
    if (leaf.kind === 'fence' || leaf.kind === 'until') {
      if (matched === depth) {
        this.#continueOpaque(leaf);
        return;
      }
      this.#closeTo(matched);
    }
    this.#cursor.measure();
    if (this.#cursor.isBlank()) {
      this.#closeLeaf();
      this.#closeTo(matched);
      // An item may begin with one blank line, not with two.
      if (emptyItem > 0 && emptyItem === this.#containers.depth) this.#closeTo(emptyItem - 1);
      return;
    }
    if (this.#leaf.kind === 'html' && matched === depth) {
      this.#addText(matched, false);
      return;
    }
    let opensItem = false;
    for (;;) {
      const isParagraph = this.#leaf.kind === 'paragraph';
      if (this.#cursor.indent >= 4) {
        if (isParagraph || this.#isIndentedProse()) break;
        this.#closeLeaf();
        this.#closeTo(matched);
        this.#emit('opaque', 0, NO_LINES);
        this.#indentedCode = this.#line;
        return;
      }
      const code = this.#text.charCodeAt(this.#cursor.textAt);
      if (code === GREATER) {
        this.#closeLeaf();
        this.#closeTo(matched);
        this.#containers.openQuote();
        this.#cursor.skipQuoteMark();
        this.#cursor.measure();
        matched = this.#containers.depth;
        if (this.#cursor.isBlank()) return;
        opensItem = false;
        continue;
      }
      const isInside = matched === this.#containers.depth;
      if (this.#startLeaf(code, matched, isParagraph && isInside)) return;
      const item = readItem(this.#text, this.#cursor, isParagraph && isInside);
      if (item === 0) break;
      this.#closeLeaf();
      this.#closeTo(matched);
      this.#containers.openItem(item);
      matched = this.#containers.depth;
      opensItem = true;
      this.#cursor.measure();
      if (this.#cursor.isBlank()) {
        this.#emptyItem = matched;
        return;
      }
    }
    this.#addText(matched, opensItem);
  }

  #isIndentedProse(): boolean {
    if (this.#indentedCode === this.#line - 1) return false;
    return isWideProse(this.#text, this.#cursor.textAt, this.#cursor.to);
  }

  #continueOpaque(leaf: Extract<Leaf, { kind: 'fence' | 'until' }>): void {
    this.#cursor.measure();
    if (leaf.kind === 'fence') {
      if (this.#cursor.indent < 4 && this.#isFenceEnd(leaf)) this.#closeLeaf();
      return;
    }
    if (leaf.shown) this.#lines.push(this.#cursor.textAt, this.#cursor.to, this.#line);
    const rest = this.#text.slice(this.#cursor.textAt, this.#cursor.to);
    if (typeof leaf.close !== 'string') {
      if (leaf.close.test(rest)) this.#closeLeaf();
      return;
    }
    const found = rest.indexOf(leaf.close);
    if (found === -1) return;
    this.#closeLeaf();
    // What follows a comment's end in its last line is text again.
    const after = this.#cursor.textAt + found + leaf.close.length;
    if (leaf.close !== '%%' || this.#text.slice(after, this.#cursor.to).trim() === '') return;
    this.#cursor.moveTo(after);
    this.#cursor.measure();
    this.#addText(this.#containers.depth, false);
  }

  #isFenceEnd(leaf: { readonly code: number; readonly length: number }): boolean {
    const end = this.#cursor.runEnd(leaf.code, this.#cursor.textAt);
    return end - this.#cursor.textAt >= leaf.length && this.#cursor.isBlankFrom(end);
  }

  /** Starts the leaf block whose syntax stands at the reading position; false where it is text or a list item. */
  #startLeaf(code: number, matched: number, interrupts: boolean): boolean {
    switch (code) {
      case HASH:
        return this.#startHeading(matched);
      case BACKTICK:
      case TILDE:
        return this.#startFence(code, matched);
      case DOLLAR:
        return this.#startUntil('$$', '$$', matched);
      case PERCENT:
        return this.#startUntil('%%', '%%', matched);
      case LESS:
        return this.#startUntil('<%', '%>', matched) || this.#startHtml(matched, interrupts);
      case EQUALS:
        return interrupts && this.#startSetext(code);
      case DASH:
      case PIPE:
      case COLON:
        return (
          (interrupts && this.#startTable()) ||
          (code === DASH && interrupts && this.#startSetext(code)) ||
          (code === DASH && this.#startRule(code, matched))
        );
      case STAR:
      case UNDERSCORE:
        return this.#startRule(code, matched);
      case BRACKET:
        return this.#startDefinition(matched);
      default:
        return false;
    }
  }

  #startHeading(matched: number): boolean {
    const heading = readHeading(this.#text, this.#cursor);
    if (!heading) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#emit('heading', heading.level, Lines.of(heading.from, heading.to, this.#line));
    return true;
  }

  #startFence(code: number, matched: number): boolean {
    const length = readFence(this.#text, this.#cursor, code);
    if (length === 0) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#leaf = { kind: 'fence', code, length };
    return true;
  }

  /** Blocks that run from `open` at a line's start to `close` in a later line. Unclosed ones are text. */
  #startUntil(open: string, close: string, matched: number): boolean {
    if (!this.#text.startsWith(open, this.#cursor.textAt)) return false;
    if (this.#unclosed.has(close)) return false;
    const found = this.#text.indexOf(close, this.#cursor.textAt + 2);
    if (found === -1) this.#unclosed.add(close);
    if (found === -1 || found < this.#cursor.to) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#leaf = { kind: 'until', close, shown: false };
    return true;
  }

  #startHtml(matched: number, interrupts: boolean): boolean {
    const start: HtmlStart | null = readHtmlStart(this.#text, this.#cursor.textAt, this.#cursor.to);
    if (!start || (interrupts && !start.interrupts)) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    if (start.close === null) {
      this.#leaf = HTML;
      this.#lines = Lines.of(this.#cursor.textAt, this.#cursor.to, this.#line);
      return true;
    }
    if (start.shown) this.#lines = Lines.of(this.#cursor.textAt, this.#cursor.to, this.#line);
    this.#leaf = { kind: 'until', close: start.close, shown: start.shown };
    if (start.close.test(this.#text.slice(this.#cursor.textAt + 2, this.#cursor.to)))
      this.#closeLeaf();
    return true;
  }

  /** A line under a paragraph. Under several lines it is far more often meant as a rule; both end the text. */
  #startSetext(code: number): boolean {
    if (!this.#cursor.isBlankFrom(this.#cursor.runEnd(code, this.#cursor.textAt))) return false;
    const lines = this.#lines;
    if (lines.count === 1) {
      this.#leaf = NO_LEAF;
      this.#emit('heading', code === EQUALS ? 1 : 2, lines);
      return true;
    }
    if (code === EQUALS) return false;
    this.#closeLeaf();
    this.#emit('rule', 0, NO_LINES);
    return true;
  }

  #startRule(code: number, matched: number): boolean {
    let count = 0;
    // `- - - a`: what is no rule from its first character on is none from any later one.
    if (code === this.#noRule.code && this.#cursor.textAt < this.#noRule.until) return false;
    for (let at = this.#cursor.textAt; at < this.#cursor.to; at += 1) {
      const unit = this.#text.charCodeAt(at);
      if (unit === code) {
        count += 1;
      } else if (!isBlank(unit)) {
        this.#noRule = { code, until: at };
        return false;
      }
    }
    if (count < 3) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#emit('rule', 0, NO_LINES);
    return true;
  }

  /** A delimiter row makes a table of the line before it. */
  #startTable(): boolean {
    const header = this.#lines.count - 1;
    const row = this.#text.slice(this.#lines.from(header), this.#lines.to(header));
    if (!isDelimiterRowOf(row, this.#text, this.#cursor.textAt)) return false;
    const lines = this.#lines;
    this.#lines = lines.slice(0, header);
    if (header > 0) this.#closeLeaf();
    this.#leaf = TABLE;
    this.#lines = lines.slice(header);
    return true;
  }

  #startDefinition(matched: number): boolean {
    const text = this.#text;
    const footnote = footnoteLength(text, this.#cursor.textAt);
    if (footnote > 0) {
      this.#closeLeaf();
      this.#closeTo(matched);
      this.#containers.openItem(4);
      this.#cursor.moveTo(this.#cursor.textAt + footnote);
      this.#cursor.measure();
      if (!this.#cursor.isBlank()) this.#addText(this.#containers.depth, true);
      return true;
    }
    if (this.#leaf.kind === 'paragraph' || !isDefinition(text, this.#cursor.textAt)) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#emit('opaque', 0, NO_LINES);
    return true;
  }

  #addText(matched: number, opensItem: boolean): void {
    const leaf = this.#leaf.kind;
    if (
      leaf === 'paragraph' ||
      ((leaf === 'table' || leaf === 'html') && matched === this.#containers.depth)
    ) {
      this.#lines.push(
        this.#cursor.textAt,
        this.#cursor.trimmedEnd(this.#cursor.textAt),
        this.#line,
      );
      return;
    }
    this.#closeLeaf();
    this.#closeTo(matched);
    let from = this.#cursor.textAt;
    if (this.#text.charCodeAt(from) === BRACKET) {
      const title = this.#containers.isQuote ? calloutLength(this.#text, from) : 0;
      if (title > 0) {
        const to = this.#cursor.trimmedEnd(from);
        this.#emit('callout', 0, Lines.of(from + title, to, this.#line));
        return;
      }
      if (opensItem) from += taskLength(this.#text, from);
    }
    this.#leaf = PARAGRAPH;
    this.#opensItem = opensItem;
    this.#lines = Lines.of(from, this.#cursor.trimmedEnd(from), this.#line);
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = NO_LEAF;
    if (leaf.kind === 'none') return;
    const lines = this.#lines;
    if (leaf.kind === 'fence') this.#emit('opaque', 0, NO_LINES);
    else if (leaf.kind !== 'until') this.#emit(leaf.kind, 0, lines);
    else this.#emit(leaf.shown ? 'html' : 'opaque', 0, lines);
  }

  #emit(kind: BlockKind, level: number, lines: ReadonlyLines): void {
    this.#onBlock({
      kind,
      level,
      container: this.#containers.id,
      quotes: this.#containers.quotes,
      opensItem: this.#opensItem,
      lines,
    });
    if (this.#lines.count > 0) this.#lines = new Lines();
    this.#opensItem = false;
  }

  #closeTo(depth: number): void {
    if (this.#containers.depth > depth) this.#closeLeaf();
    this.#containers.closeTo(depth);
  }
}
