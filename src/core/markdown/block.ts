/**
 * The leaf blocks of a note, as Markdown with Obsidian's additions draws them: which lines are headings,
 * paragraphs, table rows, and which are not prose. One forward pass over line starts; the text of a line
 * is not looked at beyond what its block's syntax needs, so the cost is that of finding line ends.
 */
import { isLineSpace } from '../character';
import { readHtmlStart, type HtmlStart } from './html-block';

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
  /** Lines in order, three numbers each: start and end of the content, without prefixes and line end, and the 1-based line. */
  readonly lines: readonly number[];
}

const QUOTE = 1;
const ITEM = 2;

type Leaf =
  | { readonly kind: 'none' }
  | { readonly kind: 'paragraph' | 'table' | 'html' }
  | { readonly kind: 'fence'; readonly mark: number; readonly length: number }
  /** Runs to the line that has `close` in it; `shown` lines are html. */
  | { readonly kind: 'until'; readonly close: RegExp | string; readonly shown: boolean };

const NO_LEAF: Leaf = { kind: 'none' };
const PARAGRAPH: Leaf = { kind: 'paragraph' };
const TABLE: Leaf = { kind: 'table' };
const HTML: Leaf = { kind: 'html' };

const BACKTICK = 0x60;
const TILDE = 0x7e;
const HASH = 0x23;
const GREATER = 0x3e;
const LESS = 0x3c;
const DASH = 0x2d;
const EQUALS = 0x3d;
const STAR = 0x2a;
const PLUS = 0x2b;
const UNDERSCORE = 0x5f;
const BRACKET = 0x5b;
const DOLLAR = 0x24;
const PERCENT = 0x25;
const PIPE = 0x7c;
const COLON = 0x3a;
const SPACE = 0x20;
const TAB = 0x09;

const FOOTNOTE = /\[\^[^\]\s]{1,200}\]:/y;
/** The target must look like one: `[唐鳳]:為什麼？` is a speaker's line. */
const DEFINITION =
  /\[[^\][\n\r]{1,999}\]:[ \t]*(?=\S{0,300}[./#:<])[!-~\u00c0-\uffff]+(?:[ \t]+(?:"[^"\n\r]*"|'[^'\n\r]*'|\([^)\n\r]*\)))?[ \t]*$/my;
const DELIMITER_ROW = /\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/my;
const CALLOUT = /\[![^\]\n\r]{1,100}\][+-]?[ \t]*/y;
const TASK = /\[[^\]\n\r]\][ \t]+/y;

/**
 * Reads the blocks of `text` in order. `isDone` is asked between blocks whether what starts at an offset
 * or after it is still wanted.
 */
export function readBlocks(
  text: string,
  onBlock: (block: Block) => void,
  isDone: (offset: number) => boolean = () => false,
): void {
  new BlockReader(text, onBlock).read(isDone);
}

class BlockReader {
  /** The open containers, outermost first. */
  readonly #types: number[] = [];
  readonly #widths: number[] = [];
  readonly #ids: number[] = [];
  /** Indexes of the quotes among the containers. */
  readonly #quotes: number[] = [];
  #lastId = 0;

  /** The depth of an item that has nothing in its first line, in that line's successor; otherwise 0. */
  #emptyItem = 0;

  #leaf: Leaf = NO_LEAF;
  #lines: number[] = [];
  #opensItem = false;
  /** The line being read. */
  #line = 0;
  #to = 0;
  /** The reading position in the line: offset, column, and columns left of a tab that was cut. */
  #at = 0;
  #column = 0;
  #tabRest = 0;
  /** Measured from the reading position: columns of white space, and where text begins. */
  #indent = 0;
  #textAt = 0;
  /** No rule of this mark starts before this offset. */
  #noRule = { mark: 0, until: 0 };
  /** From here on there is no closing `$$`, `%%`, `%>`. */
  readonly #unclosed = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly onBlock: (block: Block) => void,
  ) {}

  read(isDone: (offset: number) => boolean): void {
    const { text } = this;
    const length = text.length;
    let { at, line } = skipFrontmatter(text);
    let carriage = text.indexOf('\r', at);
    let feed = -1;
    while (at < length) {
      if (feed < at) feed = text.indexOf('\n', at);
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
      at = next;
      if (this.#leaf.kind === 'none' && isDone(at)) break;
    }
    this.#closeLeaf();
  }

  #readLine(from: number, to: number): void {
    this.#at = from;
    this.#to = to;
    this.#column = 0;
    this.#tabRest = 0;
    const emptyItem = this.#emptyItem;
    this.#emptyItem = 0;
    let matched = this.#matchContainers();
    const depth = this.#types.length;
    const leaf = this.#leaf;
    if (leaf.kind === 'fence' || leaf.kind === 'until') {
      if (matched === depth) {
        this.#continueOpaque(leaf);
        return;
      }
      this.#closeTo(matched);
    }
    this.#measure();
    if (this.#textAt >= to) {
      this.#closeLeaf();
      this.#closeTo(matched);
      // An item may begin with one blank line, not with two.
      if (emptyItem > 0 && emptyItem === this.#types.length) this.#closeTo(emptyItem - 1);
      return;
    }
    if (this.#leaf.kind === 'html' && matched === depth) {
      this.#addText(matched, false);
      return;
    }
    let opensItem = false;
    for (;;) {
      const isParagraph = this.#leaf.kind === 'paragraph';
      if (this.#indent >= 4) {
        if (isParagraph) break;
        this.#closeLeaf();
        this.#closeTo(matched);
        this.#emit('opaque', 0, []);
        return;
      }
      const code = this.text.charCodeAt(this.#textAt);
      if (code === GREATER) {
        this.#closeLeaf();
        this.#closeTo(matched);
        this.#openContainer(QUOTE, 0);
        this.#takeQuoteMark();
        this.#measure();
        matched = this.#types.length;
        if (this.#textAt >= to) return;
        opensItem = false;
        continue;
      }
      const isInside = matched === this.#types.length;
      if (this.#startLeaf(code, matched, isParagraph && isInside)) return;
      const item = this.#itemWidth(code, isParagraph && isInside);
      if (item === 0) break;
      this.#closeLeaf();
      this.#closeTo(matched);
      this.#openContainer(ITEM, item);
      matched = this.#types.length;
      opensItem = true;
      this.#measure();
      if (this.#textAt >= to) {
        this.#emptyItem = matched;
        return;
      }
    }
    this.#addText(matched, opensItem);
  }

  /** How many open containers go on in this line; the reading position moves behind their prefixes. */
  #matchContainers(): number {
    let matched = 0;
    let quotes = 0;
    const depth = this.#types.length;
    if (depth > 0) this.#measure();
    while (matched < depth) {
      if (this.#types[matched] === QUOTE) {
        if (this.#indent > 3 || this.text.charCodeAt(this.#textAt) !== GREATER) break;
        if (this.#textAt >= this.#to) break;
        this.#takeQuoteMark();
        this.#measure();
        quotes += 1;
      } else if (this.#textAt >= this.#to) {
        // A blank line belongs to every list item; only a quote can end with it.
        return this.#quotes[quotes] ?? depth;
      } else {
        const width = this.#widths[matched] ?? 0;
        if (this.#indent < width) break;
        this.#advance(width);
        // The text stays where it is: measuring anew at every level would cost the indent each time.
        this.#indent -= width;
      }
      matched += 1;
    }
    return matched;
  }

  #continueOpaque(leaf: Extract<Leaf, { kind: 'fence' | 'until' }>): void {
    this.#measure();
    if (leaf.kind === 'fence') {
      if (this.#indent < 4 && this.#isFenceEnd(leaf)) this.#closeLeaf();
      return;
    }
    if (leaf.shown) this.#lines.push(this.#textAt, this.#to, this.#line);
    const rest = this.text.slice(this.#textAt, this.#to);
    if (typeof leaf.close !== 'string') {
      if (leaf.close.test(rest)) this.#closeLeaf();
      return;
    }
    const found = rest.indexOf(leaf.close);
    if (found === -1) return;
    this.#closeLeaf();
    // What follows a comment's end in its last line is text again.
    const after = this.#textAt + found + leaf.close.length;
    if (leaf.close !== '%%' || this.text.slice(after, this.#to).trim() === '') return;
    this.#at = after;
    this.#measure();
    this.#addText(this.#types.length, false);
  }

  #isFenceEnd(leaf: { readonly mark: number; readonly length: number }): boolean {
    const end = this.#skipRun(leaf.mark, this.#textAt);
    return end - this.#textAt >= leaf.length && this.#isBlankFrom(end);
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
    const end = this.#skipRun(HASH, this.#textAt);
    const level = end - this.#textAt;
    if (level > 6 || (end < this.#to && !isBlank(this.text.charCodeAt(end)))) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    let from = end;
    while (from < this.#to && isBlank(this.text.charCodeAt(from))) from += 1;
    let to = this.#trimmedEnd(from);
    let closing = to;
    while (closing > from && this.text.charCodeAt(closing - 1) === HASH) closing -= 1;
    if (closing < to && (closing === from || isBlank(this.text.charCodeAt(closing - 1)))) {
      to = closing;
      while (to > from && isBlank(this.text.charCodeAt(to - 1))) to -= 1;
    }
    this.#emit('heading', level, [from, to, this.#line]);
    return true;
  }

  #startFence(code: number, matched: number): boolean {
    const end = this.#skipRun(code, this.#textAt);
    const length = end - this.#textAt;
    if (length < 3) return false;
    if (code === BACKTICK) {
      const next = this.text.indexOf('`', end);
      if (next !== -1 && next < this.#to) return false;
    }
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#leaf = { kind: 'fence', mark: code, length };
    return true;
  }

  /** Blocks that run from `open` at a line's start to `close` in a later line. Unclosed ones are text. */
  #startUntil(open: string, close: string, matched: number): boolean {
    if (!this.text.startsWith(open, this.#textAt)) return false;
    if (this.#unclosed.has(close)) return false;
    const found = this.text.indexOf(close, this.#textAt + 2);
    if (found === -1) this.#unclosed.add(close);
    if (found === -1 || found < this.#to) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#leaf = { kind: 'until', close, shown: false };
    return true;
  }

  #startHtml(matched: number, interrupts: boolean): boolean {
    const start: HtmlStart | null = readHtmlStart(this.text, this.#textAt, this.#to);
    if (!start || (interrupts && !start.interrupts)) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    if (start.close === null) {
      this.#leaf = HTML;
      this.#lines = [this.#textAt, this.#to, this.#line];
      return true;
    }
    if (start.shown) this.#lines = [this.#textAt, this.#to, this.#line];
    this.#leaf = { kind: 'until', close: start.close, shown: start.shown };
    if (start.close.test(this.text.slice(this.#textAt + 2, this.#to))) this.#closeLeaf();
    return true;
  }

  /** A line under a paragraph. Under several lines it is far more often meant as a rule; both end the text. */
  #startSetext(code: number): boolean {
    if (!this.#isBlankFrom(this.#skipRun(code, this.#textAt))) return false;
    const lines = this.#lines;
    if (lines.length === 3) {
      this.#leaf = NO_LEAF;
      this.#emit('heading', code === EQUALS ? 1 : 2, lines);
      return true;
    }
    if (code === EQUALS) return false;
    this.#closeLeaf();
    this.#emit('rule', 0, []);
    return true;
  }

  #startRule(code: number, matched: number): boolean {
    let marks = 0;
    // `- - - a`: what is no rule from its first mark on is none from any later one.
    if (code === this.#noRule.mark && this.#textAt < this.#noRule.until) return false;
    for (let at = this.#textAt; at < this.#to; at += 1) {
      const unit = this.text.charCodeAt(at);
      if (unit === code) {
        marks += 1;
      } else if (!isBlank(unit)) {
        this.#noRule = { mark: code, until: at };
        return false;
      }
    }
    if (marks < 3) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#emit('rule', 0, []);
    return true;
  }

  /** A delimiter row makes a table of the line before it. */
  #startTable(): boolean {
    const header = this.#lines.length - 3;
    const from = this.#lines[header] ?? 0;
    const to = this.#lines[header + 1] ?? 0;
    const row = this.text.slice(from, to);
    if (!row.includes('|')) return false;
    DELIMITER_ROW.lastIndex = this.#textAt;
    if (!DELIMITER_ROW.test(this.text)) return false;
    const delimiters = this.text.slice(this.#textAt, DELIMITER_ROW.lastIndex);
    if (countCells(row) !== countCells(delimiters)) return false;
    const lines = this.#lines;
    this.#lines = lines.slice(0, header);
    if (header > 0) this.#closeLeaf();
    this.#leaf = TABLE;
    this.#lines = lines.slice(header);
    return true;
  }

  #startDefinition(matched: number): boolean {
    FOOTNOTE.lastIndex = this.#textAt;
    const footnote = FOOTNOTE.exec(this.text);
    if (footnote) {
      this.#closeLeaf();
      this.#closeTo(matched);
      this.#openContainer(ITEM, 4);
      this.#at = this.#textAt + footnote[0].length;
      this.#column = 0;
      this.#tabRest = 0;
      this.#measure();
      if (this.#textAt < this.#to) this.#addText(this.#types.length, true);
      return true;
    }
    if (this.#leaf.kind === 'paragraph') return false;
    DEFINITION.lastIndex = this.#textAt;
    if (!DEFINITION.test(this.text)) return false;
    this.#closeLeaf();
    this.#closeTo(matched);
    this.#emit('opaque', 0, []);
    return true;
  }

  /** The columns of a list item that starts here, prefix and all; 0 where none does. */
  #itemWidth(code: number, interrupts: boolean): number {
    let end = this.#textAt;
    if (code === DASH || code === STAR || code === PLUS) {
      end += 1;
    } else {
      while (end < this.#to && end - this.#textAt < 10 && isDigitCode(this.text.charCodeAt(end))) {
        end += 1;
      }
      const digits = end - this.#textAt;
      if (digits === 0 || digits > 9) return 0;
      const mark = this.text.charCodeAt(end);
      if (mark !== 0x2e && mark !== 0x29) return 0;
      if (interrupts && !(digits === 1 && code === 0x31)) return 0;
      end += 1;
    }
    if (end < this.#to && !isBlank(this.text.charCodeAt(end))) return 0;
    // An empty item cannot stand right under text.
    if (interrupts && this.#isBlankFrom(end)) return 0;
    const before = this.#indent + end - this.#textAt;
    this.#column += before;
    this.#at = end;
    this.#tabRest = 0;
    const column = this.#column;
    this.#measure();
    if (this.#textAt >= this.#to) return before + 1;
    const spaces = this.#indent >= 5 ? 1 : this.#indent;
    this.#column = column;
    this.#advance(spaces);
    return before + spaces;
  }

  #addText(matched: number, opensItem: boolean): void {
    const leaf = this.#leaf.kind;
    if (
      leaf === 'paragraph' ||
      ((leaf === 'table' || leaf === 'html') && matched === this.#types.length)
    ) {
      this.#lines.push(this.#textAt, this.#trimmedEnd(this.#textAt), this.#line);
      return;
    }
    this.#closeLeaf();
    this.#closeTo(matched);
    let from = this.#textAt;
    const code = this.text.charCodeAt(from);
    if (code === BRACKET && this.#types.at(-1) === QUOTE) {
      CALLOUT.lastIndex = from;
      const callout = CALLOUT.exec(this.text);
      if (callout) {
        this.#emit('callout', 0, [from + callout[0].length, this.#trimmedEnd(from), this.#line]);
        return;
      }
    }
    if (code === BRACKET && opensItem) {
      TASK.lastIndex = from;
      from += TASK.exec(this.text)?.[0].length ?? 0;
    }
    this.#leaf = PARAGRAPH;
    this.#opensItem = opensItem;
    this.#lines = [from, this.#trimmedEnd(from), this.#line];
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = NO_LEAF;
    if (leaf.kind === 'none') return;
    const lines = this.#lines;
    this.#lines = [];
    if (leaf.kind === 'fence') this.#emit('opaque', 0, []);
    else if (leaf.kind !== 'until') this.#emit(leaf.kind, 0, lines);
    else this.#emit(leaf.shown ? 'html' : 'opaque', 0, lines);
  }

  #emit(kind: BlockKind, level: number, lines: readonly number[]): void {
    this.onBlock({
      kind,
      level,
      container: this.#ids.at(-1) ?? 0,
      quotes: this.#quotes.length,
      opensItem: this.#opensItem,
      lines,
    });
    this.#lines = [];
    this.#opensItem = false;
  }

  #openContainer(type: number, width: number): void {
    if (type === QUOTE) this.#quotes.push(this.#types.length);
    this.#types.push(type);
    this.#widths.push(width);
    this.#lastId += 1;
    this.#ids.push(this.#lastId);
  }

  #closeTo(depth: number): void {
    if (this.#types.length > depth) this.#closeLeaf();
    while (this.#types.length > depth) {
      if (this.#types.pop() === QUOTE) this.#quotes.pop();
      this.#widths.pop();
      this.#ids.pop();
    }
  }

  #takeQuoteMark(): void {
    this.#column += this.#indent + 1;
    this.#at = this.#textAt + 1;
    this.#tabRest = 0;
    const code = this.text.charCodeAt(this.#at);
    if (this.#at < this.#to && (code === SPACE || code === TAB)) this.#advance(1);
  }

  /** Measures the white space at the reading position, tabs reaching to multiples of four columns. */
  #measure(): void {
    let column = this.#column + this.#tabRest;
    let at = this.#at;
    const { text } = this;
    while (at < this.#to) {
      const code = text.charCodeAt(at);
      if (code === SPACE) column += 1;
      else if (code === TAB) column += 4 - (column % 4);
      else break;
      at += 1;
    }
    this.#indent = column - this.#column;
    this.#textAt = at;
  }

  /** Moves the reading position over `columns` of white space; a tab can be cut. */
  #advance(columns: number): void {
    const target = this.#column + columns;
    let column = this.#column + this.#tabRest;
    while (column < target && this.#at < this.#to) {
      column += this.text.charCodeAt(this.#at) === TAB ? 4 - (column % 4) : 1;
      this.#at += 1;
    }
    this.#column = target;
    this.#tabRest = column > target ? column - target : 0;
  }

  #skipRun(code: number, from: number): number {
    let at = from;
    while (at < this.#to && this.text.charCodeAt(at) === code) at += 1;
    return at;
  }

  #isBlankFrom(from: number): boolean {
    let at = from;
    while (at < this.#to && isBlank(this.text.charCodeAt(at))) at += 1;
    return at >= this.#to;
  }

  #trimmedEnd(from: number): number {
    let to = this.#to;
    while (to > from && isLineSpace(this.text.charCodeAt(to - 1))) to -= 1;
    return to;
  }
}

function countCells(row: string): number {
  const cells = row.replace(/\\./g, '').trim().replace(/^\|/, '').replace(/\|$/, '');
  return cells.split('|').length;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

function isDigitCode(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

const FRONTMATTER_START = /\ufeff?---[ \t]*(?:\r\n|\n|\r)/y;
const FRONTMATTER_END = /^---[ \t]*$/gm;

/** Where the body starts, and how many lines stand before it. Without an end there is no frontmatter. */
function skipFrontmatter(text: string): { at: number; line: number } {
  FRONTMATTER_START.lastIndex = 0;
  if (!FRONTMATTER_START.test(text)) {
    return { at: text.charCodeAt(0) === 0xfeff ? 1 : 0, line: 0 };
  }
  FRONTMATTER_END.lastIndex = FRONTMATTER_START.lastIndex;
  if (!FRONTMATTER_END.test(text)) return { at: 0, line: 0 };
  const at = FRONTMATTER_END.lastIndex;
  const lines = text.slice(0, at).split(/\r\n|\n|\r/).length;
  const next = text.startsWith('\r\n', at) ? at + 2 : at + 1;
  return { at: next, line: lines };
}
