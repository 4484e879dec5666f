/**
 * What inside a block's text is not prose: code, maths, tags, comments, URLs, targets of links, templates;
 * and where links and layout tags stand. One forward pass that stops only at characters which may start
 * such a span; whatever has no end is text.
 */
import { CLASS_OF, CHARACTER, isAsciiWord, skipSpacesBack } from '../text/character';
import { ownStretch } from '../model/mark-edits';
import { readMarkAt, readMarks } from '../model/mark-reading';
import type { PlacedMark } from '../model/question';
import { CodeSpans } from './code-span';
import { EmphasisRuns } from './emphasis';
import { readTag } from './html-tag';
import { readLinkTail } from './link';
import { FOOTNOTE } from '../text/line-tail';
import { findPunctuation } from '../text/punctuation';
import { TAG } from '../text/tag-name';
import type { PlainSpanKind, InlineSpan } from './span';
import { readUrl } from './url';

/** The ASCII characters that may start a span. */
const SPECIAL = new Uint8Array(0x80);
for (const character of '`<$[]\\%{#&:.*_=~') SPECIAL[character.charCodeAt(0)] = 1;
const AUTOLINK = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/iy;
/** A citation of Pandoc's, by a key with a number in it: `[@smith2020, p. 3]`, `[see @doe99; also -@roe01]`. */
const CITATION = /\[(?:[^\][@\n\r]{1,40}\s)?-?@(?=[\w:.-]{0,60}\d)[^\][\n\r]{1,300}\](?![[(])/y;
const NONE: readonly InlineSpan[] = [];
/** Delimiters of code and emphasis. */
const DRESSED = /[`*_=~]/;
const SPACE = 0x20;
const DOT = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const SMALL_W = 0x77;
const HASH = 0x23;
const PERCENT = 0x25;
/** A mark may begin there. */
const MARKS_FOLLOW = /^[^\S\r\n]*[#%]/;
const MARK_REACH = 4;
const QUOTE_ENTITY = /&(?:quot|ldquo|rdquo|#34|#x22);/iy;
const ENTITY = /&(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});/iy;

/**
 * The spans of `text` between `from` and `to`, which is one block, in order and without overlap. `punctuation` are
 * the offsets where the block has punctuation (see punctuation.ts), where they are known already; its own begin at index
 * `first`.
 */
export function readInline(
  text: string,
  from: number,
  to: number,
  roots: readonly string[],
  punctuation: readonly number[] = punctuationBetween(text, from, to),
  first = 0,
): readonly InlineSpan[] {
  for (let index = first; index < punctuation.length; index += 1) {
    if (!mayStartSpan(text, punctuation[index] ?? to)) continue;
    return new InlineReader(text, from, to, roots).read(punctuation, index);
  }
  // As in most prose.
  return NONE;
}

/** Whether the character at `at` may start a span. Full stops and colons do in addresses alone. */
function mayStartSpan(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0x80 || SPECIAL[code] !== 1) return false;
  if (code === DOT) return text.charCodeAt(at - 1) === SMALL_W;
  return code !== COLON || text.charCodeAt(at + 1) === SLASH;
}

function punctuationBetween(text: string, from: number, to: number): readonly number[] {
  const punctuation: number[] = [];
  findPunctuation(text, from, to, punctuation);
  return punctuation;
}

/** What was known where a bracket opened. */
interface OpenBracket {
  readonly at: number;
  readonly spans: number;
  readonly emphasis: EmphasisRuns['state'];
  readonly image: boolean;
  /** A link stands in it, so it opens none. */
  isAroundLink: boolean;
}

const NO_EMPHASIS: EmphasisRuns['state'] = { runs: 0, delimiters: 0 };

class InlineReader {
  readonly #spans: InlineSpan[] = [];
  readonly #brackets: OpenBracket[] = [];
  /** Made at the first run of delimiters that may be emphasis. */
  #emphasis: EmphasisRuns | null = null;
  #codes: CodeSpans | null = null;
  /** Where a closing string comes next, as last searched. */
  #found: Map<string, number> | null = null;
  #hasClosingDollar = true;

  readonly #text: string;
  readonly #from: number;
  readonly #to: number;
  readonly #roots: readonly string[];

  constructor(text: string, from: number, to: number, roots: readonly string[]) {
    this.#text = text;
    this.#from = from;
    this.#to = to;
    this.#roots = roots;
  }

  /** `first`: which of `punctuation` to begin with. */
  read(punctuation: readonly number[], first: number): readonly InlineSpan[] {
    const text = this.#text;
    const to = this.#to;
    let at = this.#from;
    for (let index = first; index < punctuation.length; index += 1) {
      const next = punctuation[index] ?? to;
      if (next < at) continue;
      if (next >= to) break;
      if (mayStartSpan(text, next)) at = this.#readAt(next);
    }
    if (this.#emphasis === null) return this.#spans;
    this.#emphasis.pair(0);
    return this.#emphasis.mergeInto(this.#spans);
  }

  /** Reads what starts at `at`; answers where to read on, which is always further. */
  #readAt(at: number): number {
    const text = this.#text;
    switch (text.charAt(at)) {
      case '`':
        return this.#readCode(at);
      case '<':
        return this.#readAngle(at);
      case '$':
        return this.#readMaths(at);
      case '[':
        return this.#readOpeningBracket(at);
      case ']':
        return this.#readClosingBracket(at);
      case '\\':
        return this.#readEscape(at);
      case '%':
        return this.#readComment(at);
      case '{':
        return this.#readTemplate(at);
      case '#':
        return this.#readTag(at);
      case '&':
        return this.#readEntity(at);
      case '*':
      case '_':
      case '=':
      case '~':
        return this.#readEmphasis(at);
      default:
        return this.#readUrl(at);
    }
  }

  #add(kind: PlainSpanKind, from: number, to: number): number {
    this.#spans.push({ kind, from, to });
    return to;
  }

  #readCode(at: number): number {
    this.#codes ??= new CodeSpans(this.#text, this.#to);
    const { end, length } = this.#codes.read(at);
    return end === null ? at + length : this.#add('opaque', at, end);
  }

  #readAngle(at: number): number {
    const text = this.#text;
    const to = this.#to;
    if (text.startsWith('<!--', at)) {
      const end = this.#find('-->', at + 4);
      // In a block of its own a comment without end hides the rest.
      return this.#add('hidden', at, end ?? to);
    }
    if (text.startsWith('<%', at)) {
      const end = this.#find('%>', at + 2);
      return end === null ? at + 2 : this.#add('opaque', at, end);
    }
    if (text.startsWith('<?', at)) {
      const end = this.#find('?>', at + 2);
      return end === null ? at + 2 : this.#add('hidden', at, end);
    }
    const tag = readTag(text, at, to);
    if (tag) {
      const end = tag.opensCode ? this.#find(`</${tag.name}>`, at) : null;
      if (end !== null) return this.#add('opaque', at, end);
      return this.#add(tag.breaks ? 'break' : 'hidden', at, tag.end);
    }
    AUTOLINK.lastIndex = at;
    const link = AUTOLINK.exec(text);
    return link && AUTOLINK.lastIndex <= to ? this.#add('opaque', at, AUTOLINK.lastIndex) : at + 1;
  }

  /** `$…$` as Obsidian reads it: no space inside the dollars, no digit after; `$$…$$` anything. */
  #readMaths(at: number): number {
    const text = this.#text;
    const to = this.#to;
    if (text.startsWith('$$', at)) {
      const end = this.#find('$$', at + 2);
      return end === null ? at + 2 : this.#add('opaque', at, end);
    }
    if (CLASS_OF[text.charCodeAt(at + 1)] === CHARACTER.space) return at + 1;
    if (!this.#hasClosingDollar) return at + 1;
    for (let close = text.indexOf('$', at + 1); close !== -1 && close < to;) {
      const before = text.charCodeAt(close - 1);
      const after = text.charCodeAt(close + 1);
      const isClose =
        CLASS_OF[before] !== CHARACTER.space &&
        before !== 0x5c &&
        !(after >= 0x30 && after <= 0x39);
      if (isClose) return this.#add('opaque', at, close + 1);
      close = text.indexOf('$', close + 1);
    }
    // No dollar from here on can close, whatever opens.
    this.#hasClosingDollar = false;
    return at + 1;
  }

  #readOpeningBracket(at: number): number {
    const text = this.#text;
    const to = this.#to;
    const wikilink = text.startsWith('[[', at) ? this.#readWikilink(at) : null;
    if (wikilink !== null) return wikilink;
    if (text[at + 1] === '^') {
      FOOTNOTE.lastIndex = at;
      if (FOOTNOTE.test(text) && FOOTNOTE.lastIndex <= to) {
        return this.#add('hidden', at, FOOTNOTE.lastIndex);
      }
    }
    CITATION.lastIndex = at;
    if (CITATION.test(text) && CITATION.lastIndex <= to) {
      return this.#add('opaque', at, CITATION.lastIndex);
    }
    this.#brackets.push({
      at,
      spans: this.#spans.length,
      emphasis: this.#emphasis?.state ?? NO_EMPHASIS,
      image: this.#isImage(at),
      isAroundLink: false,
    });
    return at + 1;
  }

  /** A `!` before the bracket makes an image of the link, unless it is escaped. */
  #isImage(at: number): boolean {
    const escape = this.#spans.at(-1);
    return this.#text[at - 1] === '!' && !(escape?.to === at - 1 && this.#text[at - 2] === '\\');
  }

  #readWikilink(at: number): number | null {
    const text = this.#text;
    const end = this.#find(']]', at + 2);
    if (end === null) return null;
    // The innermost brackets link.
    const nested = this.#find('[[', at + 2);
    if (nested !== null && nested <= end - 2) return null;
    const inner = text.slice(at + 2, end - 2);
    if (inner === '' || inner.includes('\n')) return null;
    if (text[at - 1] === '!') return this.#add('hidden', at - 1, end);
    // In a table the bar is escaped.
    const bar = inner.indexOf('|');
    if (bar === -1 || bar === inner.length - 1) return this.#add('opaque', at, end);
    const textFrom = at + 2 + bar + 1;
    this.#spans.push({ kind: 'link', from: at, to: textFrom, tail: end - 2, end });
    return this.#readAlias(textFrom, end);
  }

  /** The shown text of a wikilink is prose; code in it is not. */
  #readAlias(from: number, end: number): number {
    if (DRESSED.test(this.#text.slice(from, end - 2))) {
      for (const span of readInline(this.#text, from, end - 2, this.#roots)) this.#spans.push(span);
    }
    return this.#add('tail', end - 2, end);
  }

  #readClosingBracket(at: number): number {
    const text = this.#text;
    const to = this.#to;
    const open = this.#brackets.pop();
    if (!open) return at + 1;
    if (open.isAroundLink) return at + 1;
    const end = readLinkTail(text, at + 1, to);
    if (end === null) return at + 1;
    if (open.image) {
      this.#spans.length = Math.min(this.#spans.length, open.spans);
      this.#emphasis?.forget(open.emphasis);
      return this.#add('hidden', open.at - 1, end);
    }
    const link: InlineSpan = { kind: 'link', from: open.at, to: open.at + 1, tail: at, end };
    this.#spans.splice(open.spans, 0, link);
    // Emphasis begins and ends inside a link or around it.
    this.#emphasis?.pair(open.emphasis.runs);
    // A link holds no link, other than in an image: brackets around it are text.
    for (let index = this.#brackets.length - 1; index >= 0; index -= 1) {
      const around = this.#brackets[index];
      if (!around || around.image || around.isAroundLink) break;
      around.isAroundLink = true;
    }
    return this.#add('tail', at, end);
  }

  #readEscape(at: number): number {
    const code = this.#text.charCodeAt(at + 1);
    const isPunctuation = code > 0x20 && code < 0x7f && !(isAsciiWord(code) && code !== 0x5f);
    if (!isPunctuation) return at + 1;
    this.#add('hidden', at, at + 1);
    // An escaped bracket or dollar starts nothing.
    return at + 2;
  }

  #readComment(at: number): number {
    const text = this.#text;
    if (!text.startsWith('%%', at)) return at + 1;
    const mark = readMarkAt(text, at, this.#roots);
    if (mark) return this.#addMark(mark);
    const end = this.#find('%%', at + 2);
    return end === null ? at + 2 : this.#add('hidden', at, end);
  }

  #readTemplate(at: number): number {
    const close = this.#text[at + 1] === '{' ? '}}' : this.#text[at + 1] === '%' ? '%}' : null;
    if (close === null) return at + 1;
    const end = this.#find(close, at + 2);
    return end === null ? at + 2 : this.#add('opaque', at, end);
  }

  #readTag(at: number): number {
    const text = this.#text;
    if (at > 0 && CLASS_OF[text.charCodeAt(at - 1)] !== CHARACTER.space) return at + 1;
    const mark = readMarkAt(text, at, this.#roots);
    if (mark) return this.#addMark(mark);
    TAG.lastIndex = at;
    return TAG.test(text) ? this.#add('opaque', at, TAG.lastIndex) : at + 1;
  }

  #readEmphasis(at: number): number {
    const text = this.#text;
    const to = this.#to;
    const code = text.charCodeAt(at);
    let end = at + 1;
    while (end < to && text.charCodeAt(end) === code) end += 1;
    this.#emphasis ??= new EmphasisRuns();
    this.#emphasis.add(code, at, end, this.#codeBefore(at), this.#codeAfter(end));
    return end;
  }

  /** The code unit before `at` as it is once marks there are cleared: they change nothing that is read. */
  #codeBefore(at: number): number {
    const marks = this.#marksBefore(at);
    const [first] = marks;
    let end = at;
    if (first) {
      const own = ownStretch(this.#text, skipSpacesBack(this.#text, first.from), marks);
      if (own.to === at) end = own.from;
    }
    return end > this.#from ? this.#text.charCodeAt(end - 1) : SPACE;
  }

  /** The run of marks that ends at `at`, a space between. */
  #marksBefore(at: number): readonly PlacedMark[] {
    const marks: PlacedMark[] = [];
    let from = at;
    for (let index = this.#spans.length - 1; index >= 0; index -= 1) {
      const span = this.#spans[index];
      if (span?.kind !== 'mark' || from - span.to > 1) break;
      if (from > span.to && CLASS_OF[this.#text.charCodeAt(span.to)] !== CHARACTER.space) break;
      marks.unshift(span.mark);
      from = span.from;
    }
    return marks;
  }

  /** The code unit at `at`, likewise. */
  #codeAfter(at: number): number {
    const text = this.#text;
    const to = this.#to;
    let next = at;
    const code = text.charCodeAt(at);
    const mayFollow = code === HASH || code === PERCENT || CLASS_OF[code] === CHARACTER.space;
    if (mayFollow && MARKS_FOLLOW.test(text.slice(at, at + MARK_REACH))) {
      const marks = readMarks(text, at, this.#roots);
      const own = marks.length > 0 ? ownStretch(text, at, marks) : null;
      if (own?.from === at) next = own.to;
    }
    return next < to ? text.charCodeAt(next) : SPACE;
  }

  #addMark(mark: PlacedMark): number {
    this.#spans.push({ kind: 'mark', from: mark.from, to: mark.to, mark });
    return mark.to;
  }

  #readEntity(at: number): number {
    QUOTE_ENTITY.lastIndex = at;
    if (QUOTE_ENTITY.test(this.#text)) return this.#add('quote', at, QUOTE_ENTITY.lastIndex);
    ENTITY.lastIndex = at;
    return ENTITY.test(this.#text) ? this.#add('hidden', at, ENTITY.lastIndex) : at + 1;
  }

  #readUrl(at: number): number {
    const text = this.#text;
    const last = this.#spans.at(-1)?.to ?? this.#from;
    const www = at - 3;
    const isWww = text.charCodeAt(at) === 0x2e && www >= last && text.startsWith('www', www);
    if (!isWww && !text.startsWith('://', at)) return at + 1;
    const url = readUrl(text, isWww ? www : at, last, this.#to);
    return url ? this.#add('opaque', url.from, url.to) : at + 1;
  }

  /** Just after the next `close`, or null. Where the last search ended is kept: none is made twice. */
  #find(close: string, from: number): number | null {
    this.#found ??= new Map();
    let at = this.#found.get(close) ?? -1;
    if (at < from) {
      at = this.#text.indexOf(close, from);
      if (at === -1 || at + close.length > this.#to) at = Number.POSITIVE_INFINITY;
      this.#found.set(close, at);
    }
    return at === Number.POSITIVE_INFINITY ? null : at + close.length;
  }
}
