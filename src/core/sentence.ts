/**
 * The asking sentences of one passage: a single forward pass that keeps, for every open bracket, where the
 * sentence inside it started, and answers at each question mark that ends one.
 */
import { isSentenceEnd } from './abbreviation';
import { BracketPairs, mayQuote } from './bracket';
import {
  CHARACTER,
  CLASS_OF,
  classAt,
  isAsciiWord,
  isDigit,
  isLower,
  isUpper,
  isWide,
  skipSpacesBack,
  useOf,
  type BracketUse,
} from './character';
import { endsAsking, hasInterrogative, isAskingTitle } from './interrogative';
import { columnsOf, goesOn, type LineWidths } from './line-join';
import type { Span } from './markdown/inline';
import { readMarks } from './mark';
import { cutPieces, type Passage, type Piece } from './passage';
import type { PlacedMark, QuestionKind } from './question';

/** A question as found in its passage. */
export interface Asked {
  readonly start: number;
  readonly end: number;
  readonly markAt: number;
  readonly line: number;
  readonly kind: QuestionKind;
  readonly marks: readonly PlacedMark[];
  /** A statement stands between it and the question before it, or the passage's start. */
  readonly afterStatement: boolean;
}

export interface Reading {
  readonly asked: readonly Asked[];
  readonly pieces: readonly Piece[];
  /** The passage ends in a statement. */
  readonly endsInStatement: boolean;
}

export interface SentenceOptions {
  readonly root: string;
  readonly isHeading: boolean;
  /** Also find what asks without a mark. */
  readonly unmarked: boolean;
}

/** The sentence being read inside one bracket, or outside of all. */
interface Frame {
  readonly use: BracketUse | null;
  /** Where its bracket closes; past everything outside of all. */
  readonly close: number;
  /** The start of the sentence being read; -1 before its first word. */
  start: number;
  /** Where the bracket before which nothing stood opened; the sentence starts there unless it was an aside. */
  lead: number;
  /** The start of the sentence in which a word that asks was seen; -1 for none. */
  asksSince: number;
  /** A lead-in with a colon was cut off before it. */
  isLedIn: boolean;
  /** The last sentence that ended here. */
  lastStart: number;
  lastEnd: number;
}

type Link = Extract<Span, { kind: 'link' }>;

const NUMBERING =
  /(?:\d{1,3}(?:[.)]\s+|[、．）])|[一二三四五六七八九十]{1,3}[、．]|[①-⑳❶-❿]\s*|\d{1,2}:\d{2}(?::\d{2})?\s+)/y;
/** After a closing quotation mark, these carry the sentence around it on. */
const CARRIES_ON = /[的是時时這这那和與与或、，,之等就也都才還还而即來来去後后以為为並并此一]/;
/** Tags, addresses and templates before a sentence are not its first word. */
const LEADS_NOTHING = /^(?:#|\{|<|www\.|[a-z][a-z0-9+.-]*:\/\/)/i;
/** Longest aside that may stand before a sentence without being part of it: `（笑）`, `[laughs]`. */
const LONGEST_STAGE_DIRECTION = 24;

/** Reads the questions of `passage`. */
export function readSentences(text: string, passage: Passage, options: SentenceOptions): Reading {
  return new SentenceReader(text, passage, options).read();
}

class SentenceReader {
  readonly #pieces: readonly Piece[];
  readonly #pairs = new BracketPairs();
  readonly #asked: Asked[] = [];
  readonly #outer: Frame[] = [];
  #frame: Frame = newFrame(null, Number.POSITIVE_INFINITY);
  #link: Link | null = null;
  readonly #emphasis = new Set<string>();
  /** Marks before this offset belong to a question already. */
  #taken = 0;
  #afterStatement = false;
  #pieceIndex = 0;
  /** The index of the next sign. */
  #sign = 0;
  readonly #end: number;
  #widths: readonly number[] | null = null;
  #widest = 0;

  constructor(
    private readonly text: string,
    private readonly passage: Passage,
    private readonly options: SentenceOptions,
  ) {
    this.#pieces = cutPieces(passage);
    const { lines } = passage;
    this.#end = lines[lines.length - 2] ?? 0;
  }

  read(): Reading {
    this.#pairBrackets();
    const pieces = this.#pieces;
    let line = 0;
    for (let index = 0; index < pieces.length; index += 1) {
      const piece = pieces[index];
      if (!piece) break;
      this.#pieceIndex = index;
      if (piece.line !== line) this.#crossLines(line, piece);
      line = piece.line;
      if (piece.span) this.#takeSpan(piece.span);
      else this.#readPlain(piece.from, piece.to);
    }
    const isOpen = this.#frame.start !== -1 || this.#outer.some((frame) => frame.start !== -1);
    const endsInStatement = isOpen || this.#afterStatement;
    if (this.options.unmarked) this.#readUnmarkedEnd();
    return { asked: this.#asked, pieces, endsInStatement };
  }

  #pairBrackets(): void {
    const { text } = this;
    const { signs } = this.passage;
    let next = 0;
    for (const piece of this.#pieces) {
      if (piece.span) {
        if (piece.span.kind === 'quote') this.#pairs.add(piece.from, 0x22);
        continue;
      }
      for (; next < signs.length; next += 1) {
        const at = signs[next] ?? 0;
        if (at < piece.from) continue;
        if (at >= piece.to) break;
        const code = text.charCodeAt(at);
        const kind = CLASS_OF[code];
        if (kind === CHARACTER.open || kind === CHARACTER.close || kind === CHARACTER.straight) {
          if (mayQuote(text, at)) this.#pairs.add(at, code === 0xff02 ? 0x22 : code);
        } else if (code === 0x27 && mayQuote(text, at)) {
          this.#pairs.add(at, code);
        }
      }
    }
    this.#pairs.pair(text);
  }

  #readPlain(from: number, to: number): void {
    const { text } = this;
    const { signs } = this.passage;
    let at = from;
    for (;;) {
      while ((signs[this.#sign] ?? to) < at) this.#sign += 1;
      const sign = Math.min(signs[this.#sign] ?? to, to);
      if (this.#frame.start === -1) this.#startAt(at, sign);
      if (sign >= to) return;
      const code = text.charCodeAt(sign);
      at = this.#readSign(sign, code, CLASS_OF[code] ?? CHARACTER.symbol);
    }
  }

  /** The sentence starts at the first word from `from` on, if one stands before `to`. */
  #startAt(from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      if (CLASS_OF[this.text.charCodeAt(at)] !== CHARACTER.word) continue;
      this.#frame.start = at;
      return;
    }
  }

  /** Reads the sign at `at`; answers where to read on. */
  #readSign(at: number, code: number, kind: number): number {
    const { text } = this;
    switch (kind) {
      case CHARACTER.ask:
        return this.#readAsk(at);
      case CHARACTER.stop:
        return this.#readStop(at);
      case CHARACTER.bang: {
        const next = text.charCodeAt(at + 1);
        return isAsciiWord(next) || next === 0x3d || next === 0x5b ? at + 1 : this.#readStop(at);
      }
      case CHARACTER.dot:
        return this.#readDot(at);
      case CHARACTER.ellipsis:
        return this.#readEllipsis(at);
      case CHARACTER.pause:
        return this.#readPause(at, code);
      case CHARACTER.open:
      case CHARACTER.close:
      case CHARACTER.straight:
        this.#readBracket(at, at + 1, code);
        return at + 1;
      case CHARACTER.bullet:
        this.#endSentence(at, at);
        return at + 1;
      case CHARACTER.emphasis:
        return this.#readEmphasis(at, code);
      default:
        if (code === 0x27) this.#readBracket(at, at + 1, code);
        return at + 1;
    }
  }

  #takeSpan(span: Span): void {
    switch (span.kind) {
      case 'opaque':
        if (this.#frame.start === -1 && !LEADS_NOTHING.test(this.text.slice(span.from, span.to))) {
          this.#frame.start = span.from;
        }
        return;
      case 'hidden':
        return;
      case 'break':
        if (!this.#carriesOver(span.from)) this.#endSentence(span.from, span.to);
        return;
      case 'quote':
        this.#readBracket(span.from, span.to, 0x22);
        return;
      case 'link':
        this.#link = span;
        return;
      case 'tail':
        this.#link = null;
        return;
      case 'mark':
        if (span.from >= this.#taken) this.#takeBareMark(span.mark);
    }
  }

  /** A `<br>` after a comma is a line break like any other. */
  #carriesOver(at: number): boolean {
    let last = at - 1;
    while (last > 0 && classAt(this.text, last) === CHARACTER.space) last -= 1;
    return classAt(this.text, last) === CHARACTER.comma;
  }

  #readStop(at: number): number {
    const end = this.#runEnd(at);
    if (this.#hasAsk(at, end)) return this.#readAsk(at);
    this.#endSentence(at, end);
    return end;
  }

  #readDot(at: number): number {
    const { text } = this;
    if (text.charCodeAt(at + 1) === 0x2e) return this.#readEllipsis(at);
    const next = classAt(text, at + 1);
    if (next === CHARACTER.ask || next === CHARACTER.stop) return at + 1;
    if (isSentenceEnd(text, at, this.#nextWord(at + 1))) this.#endSentence(at, at + 1);
    return at + 1;
  }

  /** The next word within reach, over closing marks and line ends; -1 where the passage ends before. */
  #nextWord(from: number): number {
    const reach = Math.min(this.#end, from + 60);
    for (let at = from; at < reach; at += 1) {
      if (CLASS_OF[this.text.charCodeAt(at)] === CHARACTER.word) return at;
    }
    return -1;
  }

  #readEllipsis(at: number): number {
    const { text } = this;
    let end = at;
    while (classAt(text, end) === CHARACTER.ellipsis || text.charCodeAt(end) === 0x2e) end += 1;
    const next = classAt(text, end);
    if (next === CHARACTER.ask || next === CHARACTER.stop || next === CHARACTER.bang) return end;
    const word = this.#nextWord(end);
    if (word !== -1 && !isLower(text.charCodeAt(word))) this.#pause(at);
    return end;
  }

  #readPause(at: number, code: number): number {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if (code === 0x3a || code === 0x3b) {
      const isAtEnd = at + 1 >= this.#end || classAt(text, at + 1) === CHARACTER.space;
      const isBeforeText = isWide(next) || classAt(text, at + 1) !== CHARACTER.word;
      if (!isAtEnd && !isBeforeText) return at + 1;
      if (next === code) return at + 1;
    }
    this.#pause(at);
    return at + 1;
  }

  /** What stands before a colon leads in, unless the question has begun there. */
  #pause(at: number): void {
    const frame = this.#frame;
    // Once it has begun to ask, no later colon is worth another look at all of it.
    if (frame.start === -1 || frame.asksSince === frame.start) return;
    if (hasInterrogative(this.text.slice(frame.start, at))) {
      frame.asksSince = frame.start;
      return;
    }
    frame.lastStart = frame.start;
    frame.lastEnd = at;
    frame.isLedIn = true;
    frame.start = -1;
    frame.lead = -1;
  }

  #readEmphasis(at: number, code: number): number {
    const { text } = this;
    let end = at;
    while (text.charCodeAt(end) === code) end += 1;
    const key = `${String(code)}:${String(end - at)}`;
    if (this.#emphasis.has(key)) this.#emphasis.delete(key);
    else if (classAt(text, end) !== CHARACTER.space) this.#emphasis.add(key);
    return end;
  }

  #readBracket(at: number, to: number, code: number): void {
    const partner = this.#pairs.partnerOf(at);
    if (partner === -1) return;
    if (partner > at) {
      const frame = this.#frame;
      if (frame.start === -1) {
        frame.start = at;
        frame.lead = at;
      }
      this.#outer.push(frame);
      this.#frame = newFrame(useOf(code), partner);
      return;
    }
    if (this.#frame.close !== at) return;
    const inner = this.#frame;
    const outer = this.#outer.pop();
    if (!outer) return;
    this.#frame = outer;
    const hasEnded = inner.start === -1 && inner.lastEnd !== -1;
    const isFirst = outer.lead !== -1 && outer.start === outer.lead;
    outer.lead = -1;
    if (inner.use === 'aside') {
      const isShort = at - outer.start <= LONGEST_STAGE_DIRECTION;
      if (isFirst && (hasEnded || isShort)) outer.start = -1;
    } else if (hasEnded && !this.#carriesOn(to)) {
      const isStatement = !isFirst || this.#asked.at(-1)?.end !== inner.lastEnd;
      this.#endSentence(to, to, isStatement && !isFirst);
    }
  }

  #carriesOn(at: number): boolean {
    const { text } = this;
    const next = this.#skipMarks(at);
    if (next >= this.#end) return false;
    return isLower(text.charCodeAt(next)) || CARRIES_ON.test(text.charAt(next));
  }

  /** Where the passage ends a sentence may end without a stop; a heading is one sentence. */
  #readUnmarkedEnd(): void {
    const { isHeading } = this.options;
    let end = skipSpacesBack(this.text, this.#end);
    if (!isHeading) {
      if (this.#outer.length === 0) this.#endSentence(end, end);
      return;
    }
    const first = this.#frame.start === -1 ? this.#frame.lastStart : this.#frame.start;
    if (this.#asked.length > 0 || first === -1 || this.#outer.length > 0) return;
    const start = this.#trimStart(first);
    while (end > start && this.#closesTitle(end - 1, start)) end -= 1;
    if (!isAskingTitle(this.text.slice(start, end))) return;
    this.#add(start, end, this.#skipClosers(end), 'unmarked', []);
  }

  /** Dressing that opened before the title's first word. */
  #closesTitle(at: number, start: number): boolean {
    const kind = classAt(this.text, at);
    if (kind === CHARACTER.emphasis) return true;
    return kind === CHARACTER.close && this.#pairs.partnerOf(at) < start;
  }

  /** The sentence that a stop ended between `at` and `end`, if it asks by its last particle. */
  #askUnmarked(at: number, end: number): void {
    const start = this.#trimStart(this.#frame.start);
    if (this.#outer.length > 0 || this.options.isHeading) return;
    if (endsAsking(this.text.slice(start, at))) {
      this.#add(start, Math.max(at, end), this.#skipClosers(Math.max(at, end)), 'unmarked', []);
    }
  }

  /** Over white space and the marks of the question before it. */
  #skipMarks(from: number): number {
    let at = from;
    for (;;) {
      while (at < this.#end && classAt(this.text, at) === CHARACTER.space) at += 1;
      const span = this.#spanAt(at);
      if (span?.kind !== 'mark') return at;
      at = span.to;
    }
  }

  #endSentence(at: number, end: number, isStatement = true): void {
    const frame = this.#frame;
    if (frame.start !== -1) {
      if (this.options.unmarked && isStatement) this.#askUnmarked(at, end);
      frame.lastStart = frame.start;
      frame.lastEnd = Math.max(at, end);
      if (isStatement) this.#afterStatement = true;
    }
    frame.isLedIn = false;
    frame.start = -1;
    frame.lead = -1;
  }

  #measureLine(index: number): LineWidths {
    this.#widths ??= this.#measureLines();
    return { own: this.#widths[index] ?? 0, widest: this.#widest };
  }

  /** The columns a mark takes, with the spaces that came with it. */
  #columnsOfMark({ from, to }: Span): number {
    const { text } = this;
    const before = skipSpacesBack(text, from);
    const isSpaced = classAt(text, to) === CHARACTER.space;
    const isJoined = isWide(text.charCodeAt(before - 1)) || isWide(text.charCodeAt(to + 1));
    return to - from + (before < from ? 1 : 0) + (isSpaced && isJoined ? 1 : 0);
  }

  /** Columns of each line, marks left out. */
  #measureLines(): readonly number[] {
    const { lines } = this.passage;
    const widths: number[] = [];
    for (let at = 0; at < lines.length; at += 3) {
      widths.push(columnsOf(this.text, lines[at] ?? 0, lines[at + 1] ?? 0));
    }
    for (const { span, line } of this.#pieces) {
      if (span?.kind === 'mark') widths[line] = (widths[line] ?? 0) - this.#columnsOfMark(span);
    }
    this.#widest = widths.reduce((widest, width) => Math.max(widest, width), 0);
    return widths;
  }

  #crossLines(line: number, piece: Piece): void {
    const { lines } = this.passage;
    for (let index = line; index < piece.line; index += 1) {
      const before = this.#lastVisible(lines[index * 3 + 1] ?? 0);
      if (this.#outer.length > 0) continue;
      const after = lines[index * 3 + 3] ?? 0;
      const blank = (lines[index * 3 + 5] ?? 0) - (lines[index * 3 + 2] ?? 0) > 1;
      // A passage holds only those paragraphs that a sentence crosses.
      if (blank) continue;
      const measure = (): LineWidths => this.#measureLine(index);
      if (goesOn(this.text, { before, after, measure })) continue;
      this.#endSentence(before, before);
    }
  }

  /** Just after the last character before `to` that is not a mark's or white space. */
  #lastVisible(to: number): number {
    let at = to;
    for (let index = this.#pieceIndex - 1; index >= 0; index -= 1) {
      const piece = this.#pieces[index];
      if (piece?.span?.kind !== 'mark' || piece.to !== at) break;
      at = skipSpacesBack(this.text, piece.from);
    }
    return at;
  }

  /** Past the run of stops and question marks at `at`. */
  #runEnd(at: number): number {
    let end = at;
    for (;;) {
      const kind = classAt(this.text, end);
      if (kind !== CHARACTER.stop && kind !== CHARACTER.bang && kind !== CHARACTER.ask) return end;
      if (end >= this.#end) return end;
      end += 1;
    }
  }

  #hasAsk(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      if (classAt(this.text, at) === CHARACTER.ask) return true;
    }
    return false;
  }

  #readAsk(at: number): number {
    const run = this.#runEnd(at);
    let end = run;
    while (classAt(this.text, end - 1) !== CHARACTER.ask) end -= 1;
    if (!this.#asks(at, end)) return run;
    const frame = this.#frame;
    const start = this.#trimStart(frame.start);
    const markAt = this.#skipClosers(run);
    const marks = readMarks(this.text, markAt, this.options.root);
    const after = marks.at(-1)?.to ?? markAt;
    this.#add(start, end, markAt, this.#kindOf(markAt, after), marks);
    frame.lastStart = start;
    frame.lastEnd = end;
    frame.start = -1;
    frame.lead = -1;
    this.#taken = Math.max(this.#taken, after);
    return run;
  }

  /** Whether the question marks from `at` to `end` end a sentence: not an operator, a wildcard, a key. */
  #asks(at: number, end: number): boolean {
    const { text } = this;
    if (this.#frame.start === -1) return false;
    if (text.charCodeAt(end - 1) !== 0x3f) return true;
    const before = text.charCodeAt(at - 1);
    const next = text.charCodeAt(end);
    const isParameter = next === 0x26 && this.#spanAt(end) === null;
    const isTight = isAsciiWord(next) || next === 0x3d || isParameter || next === 0x2f;
    if (isTight) {
      if (isWide(before)) return true;
      return isUpper(next) && (isLower(before) || before === 0x22 || before === 0x29);
    }
    if (next === 0x2e && isAsciiWord(text.charCodeAt(end + 1))) return false;
    if (before === 0x2b || before === 0x5c) return false;
    if (before === 0x2a && /[.)\]]/.test(text.charAt(at - 2))) return false;
    if (before === 0x20 && next === 0x20) {
      const word = text.charCodeAt(end + 1);
      if (isLower(word) || isDigit(word) || !isWordOrQuote(text, end + 1)) return false;
    }
    return true;
  }

  #trimStart(start: number): number {
    NUMBERING.lastIndex = start;
    const numbering = NUMBERING.exec(this.text);
    const at = start + (numbering?.[0].length ?? 0);
    return classAt(this.text, at) === CHARACTER.word ? at : start;
  }

  /** Where a mark goes: after the closing marks behind `from`, and out of a link. */
  #skipClosers(from: number): number {
    let at = from;
    for (;;) {
      const next = this.#skipCloser(at);
      if (next !== at) {
        at = next;
        continue;
      }
      const link = this.#link;
      if (link === null || link.tail < at || this.#asksAgain(at, link.tail)) return at;
      at = link.end;
      this.#link = null;
    }
  }

  #skipCloser(at: number): number {
    const { text } = this;
    const span = this.#spanAt(at);
    if (span) {
      if (span.kind === 'quote') return this.#closesBefore(at) ? span.to : at;
      if (span.kind === 'tail') return this.#asksAgain(at, span.from) ? at : span.to;
      if (span.kind !== 'hidden') return at;
      const isClosingTag = text.startsWith('</', at);
      const isEscapedCloser =
        text.charCodeAt(at) === 0x5c && classAt(text, at + 1) === CHARACTER.close;
      return isClosingTag || isEscapedCloser ? span.to : at;
    }
    const code = text.charCodeAt(at);
    const kind = classAt(text, at);
    if (at >= this.#end) return at;
    if (kind === CHARACTER.close) return at + 1;
    if (kind === CHARACTER.straight || code === 0x27) return this.#closesBefore(at) ? at + 1 : at;
    if (kind !== CHARACTER.emphasis) return at;
    let end = at;
    while (text.charCodeAt(end) === code) end += 1;
    const follows = classAt(text, end);
    const closes =
      this.#emphasis.has(`${String(code)}:${String(end - at)}`) || follows === CHARACTER.space;
    return closes ? end : at;
  }

  #closesBefore(at: number): boolean {
    const partner = this.#pairs.partnerOf(at);
    return partner !== -1 && partner < at;
  }

  #asksAgain(from: number, to: number): boolean {
    for (let at = from; at < to; at += 1) {
      if (CLASS_OF[this.text.charCodeAt(at)] === CHARACTER.ask) return true;
    }
    return false;
  }

  #spanAt(at: number): Span | null {
    for (let index = this.#pieceIndex; index < this.#pieces.length; index += 1) {
      const piece = this.#pieces[index];
      if (!piece || piece.from > at) return null;
      if (piece.from === at && piece.span) return piece.span;
    }
    return null;
  }

  #kindOf(markAt: number, after: number): QuestionKind {
    const frame = this.#frame;
    const outer = this.#outer.at(-1);
    const isCarriedOn = this.#startsWithComma(after);
    if (!frame.use || !outer) {
      if (isCarriedOn) return 'embedded';
      return this.options.isHeading ? 'heading' : 'body';
    }
    if (frame.use === 'title') return 'embedded';
    const isFirst = outer.lead !== -1 && outer.start === outer.lead && !outer.isLedIn;
    const isAlone = isFirst && markAt > frame.close && !this.#hasMore(after);
    if (isAlone) return this.options.isHeading ? 'heading' : 'body';
    if (frame.use === 'quote') return 'quoted';
    return isFirst && !isCarriedOn ? 'body' : 'embedded';
  }

  #startsWithComma(from: number): boolean {
    let at = from;
    while (at < this.#end && classAt(this.text, at) === CHARACTER.space) at += 1;
    if (this.#spanAt(at)) return false;
    return at < this.#end && classAt(this.text, at) === CHARACTER.comma;
  }

  /** Whether the statement around the brackets goes on behind them. */
  #hasMore(from: number): boolean {
    let at = from;
    while (at < this.#end && classAt(this.text, at) === CHARACTER.space) at += 1;
    const kind = classAt(this.text, at);
    return at < this.#end && (kind === CHARACTER.word || kind === CHARACTER.comma);
  }

  #takeBareMark(mark: PlacedMark): void {
    const { text } = this;
    const markAt = skipSpacesBack(text, mark.from);
    const frame = this.#frame;
    let start = frame.start;
    let end = markAt;
    if (start === -1) {
      const gap = text.slice(frame.lastEnd, markAt);
      if (frame.lastEnd === -1 || /[\p{L}\p{N}?？]/u.test(gap)) return;
      if (this.#asked.at(-1)?.end === frame.lastEnd) return;
      start = frame.lastStart;
      end = Math.min(frame.lastEnd, markAt);
    }
    // `1.` alone is a number, not a sentence.
    if (start >= end || !/\p{L}/u.test(text.slice(start, end))) return;
    const marks = readMarks(text, markAt, this.options.root);
    const kind = this.options.isHeading ? 'heading' : 'body';
    this.#add(this.#trimStart(start), end, markAt, kind, marks.length > 0 ? marks : [mark]);
    frame.start = -1;
    frame.lead = -1;
    frame.lastEnd = end;
    this.#taken = Math.max(this.#taken, marks.at(-1)?.to ?? mark.to);
  }

  #add(
    start: number,
    end: number,
    markAt: number,
    kind: QuestionKind,
    marks: readonly PlacedMark[],
  ): void {
    const line = this.#lineOf(start);
    const afterStatement = this.#afterStatement;
    this.#asked.push({ start, end, markAt, line, kind, marks, afterStatement });
    this.#afterStatement = false;
  }

  #lineOf(offset: number): number {
    const { lines } = this.passage;
    let low = 0;
    let high = lines.length / 3 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((lines[middle * 3] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return lines[low * 3 + 2] ?? 0;
  }
}

function newFrame(use: BracketUse | null, close: number): Frame {
  return {
    use,
    close,
    start: -1,
    lead: -1,
    isLedIn: false,
    asksSince: -1,
    lastStart: -1,
    lastEnd: -1,
  };
}

function isWordOrQuote(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return (
    kind === CHARACTER.word ||
    kind === CHARACTER.open ||
    kind === CHARACTER.straight ||
    kind === CHARACTER.space
  );
}
