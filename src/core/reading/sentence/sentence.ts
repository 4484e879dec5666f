/**
 * The asking sentences of one passage: a single forward pass that keeps, for every open bracket, where the
 * sentence inside it started, and answers at each asking sign that ends one. The file is long because the
 * pass is one state machine; what it can be asked without its state stands in files of its own.
 */
import { isSentenceEnd } from '../../text/abbreviation';
import { hasTimeStamp } from '../../text/time-stamp';
import {
  ASKS,
  CHARACTER,
  CLASS_OF,
  classAt,
  isAsciiWord,
  isLower,
  isUpper,
  isWide,
  skipSpacesBack,
  skipSpacesInLine,
  useOf,
} from '../../text/character';
import { Closers } from './closer';
import { asideStart } from './dash-aside';
import { endsAsking, hasInterrogative, isAskingTitle } from '../../words/interrogative';
import { goesOn, type LineWidths } from '../passage/line-join';
import {
  hasBegunToAsk,
  hesitates,
  isOpenCondition,
  withoutRelatives,
} from '../../words/hesitation';
import type { InlineSpan } from '../../markdown/span';
import { skipTail } from '../../text/line-tail';
import { ownStretch } from '../../model/mark-edits';
import { readMarks } from '../../model/mark-reading';
import type { Passage, PassagePiece } from '../passage/passage';
import { PassageText } from '../passage/passage-text';
import { endsQuestion } from './asks-nothing';
import type { PlacedMark, QuestionKind } from '../../model/question';
import { kindOf } from './question-kind';
import { clearFrame, endFrameSentence, isOnlyLead, newFrame, type Frame } from './sentence-frame';
import { skipNumbering, titleStart, tokenStart } from './sentence-start';
import { hasAsk, lastAskEnd, runEnd } from '../../text/terminator';

/** A question as found in its passage. */
export interface FoundQuestion {
  readonly start: number;
  readonly end: number;
  readonly markAt: number;
  readonly line: number;
  readonly kind: QuestionKind;
  readonly marks: readonly PlacedMark[];
  /** A statement stands between it and the question before it, or the passage's start. */
  readonly afterStatement: boolean;
}

export interface PassageReading {
  readonly asked: readonly FoundQuestion[];
  readonly pieces: readonly PassagePiece[];
  /** The passage ends in a statement. */
  readonly endsInStatement: boolean;
}

export interface SentenceOptions {
  readonly roots: readonly string[];
  readonly isHeading: boolean;
  /** A heading or the title of a callout, where `1.2` is a number. */
  readonly isTitle: boolean;
  /** Also find what asks without an asking sign. */
  readonly unmarked: boolean;
}

/** After a closing quote, these carry the sentence around it on. */
const CARRIES_ON = /[的是時时這这那和與与或、，,之等就也都才還还而即來来去後后以為为並并此一]/;
/** Tags, addresses and templates before a sentence are not its first word; code is. */
const LEADS_NOTHING = /^(?:#|\{|<(?!\w+[\s>])|www\.|[a-z][a-z0-9+.-]*:\/\/)/i;
/** Longest aside that may stand before a sentence without being part of it: `（笑）`, `[laughs]`. */
const LONGEST_STAGE_DIRECTION = 24;
const WORD_OR_ASK = new RegExp(`[\\p{L}\\p{N}${ASKS}]`, 'u');

const STRAIGHT_QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const DOT = 0x2e;
const EQUALS = 0x3d;
const BRACKET = 0x5b;
const HASH = 0x23;
const PERCENT = 0x25;

const NONE: readonly PlacedMark[] = [];

/** Reads the questions of `passage`. */
export function readSentences(
  text: string,
  passage: Passage,
  options: SentenceOptions,
): PassageReading {
  return new SentenceReader(new PassageText(text, passage), options).read();
}

class SentenceReader {
  readonly #text: string;
  readonly #closers: Closers;
  readonly #asked: FoundQuestion[] = [];
  readonly #outer: Frame[] = [];
  #frame: Frame = newFrame(null, Number.POSITIVE_INFINITY);
  /** Marks before this offset belong to a question already. */
  #taken = 0;
  #afterStatement = false;
  /** Which of the passage's punctuation comes next. */
  #nextPunctuation = 0;
  /** Where the plain text being read ends: a run of stops ends there too, before an embed's `!`. */
  #plainEnd = 0;
  /** What stands at a line's start without being text, as it was last looked at. */
  #tail = { from: -1, to: -1 };
  /** Where the last link starts. */
  #linkFrom = 0;
  /** Where the first of links stands that touch one another, and where the last one ends. */
  #linksFrom = -1;
  #linkEnd = -1;

  readonly #passage: PassageText;
  readonly #options: SentenceOptions;

  constructor(passage: PassageText, options: SentenceOptions) {
    this.#passage = passage;
    this.#options = options;
    this.#text = passage.text;
    this.#closers = new Closers(passage);
  }

  read(): PassageReading {
    const { pieces } = this.#passage;
    let line = 0;
    for (let index = 0; index < pieces.length; index += 1) {
      const piece = pieces[index];
      if (!piece) break;
      this.#passage.moveTo(index);
      if (piece.line !== line) this.#crossLines(line, piece.line);
      line = piece.line;
      if (piece.span) this.#takeSpan(piece.span);
      else this.#readPlain(piece.from, piece.to);
    }
    const isOpen = this.#frame.start !== -1 || this.#outer.some((frame) => frame.start !== -1);
    const endsInStatement = isOpen || this.#afterStatement;
    if (this.#options.unmarked) this.#readUnmarkedEnd();
    return { asked: this.#asked, pieces, endsInStatement };
  }

  #readPlain(from: number, to: number): void {
    const { punctuation } = this.#passage.passage;
    this.#plainEnd = to;
    let at = from;
    for (;;) {
      while ((punctuation[this.#nextPunctuation] ?? to) < at) this.#nextPunctuation += 1;
      const next = Math.min(punctuation[this.#nextPunctuation] ?? to, to);
      if (this.#frame.start === -1) this.#startBetween(at, next, from);
      if (next >= to) return;
      at = this.#readPunctuation(next);
    }
  }

  /** The sentence starts at the first word from `from` on, if one stands before `to`; its piece starts at `piece`. */
  #startBetween(from: number, to: number, piece: number): void {
    for (let at = from; at < to; at += 1) {
      if (CLASS_OF[this.#text.charCodeAt(at)] !== CHARACTER.word) continue;
      this.#frame.start = tokenStart(this.#text, at, piece);
      return;
    }
  }

  /** Reads the punctuation at `at`; answers where to read on. */
  #readPunctuation(at: number): number {
    const code = this.#text.charCodeAt(at);
    switch (classAt(this.#text, at)) {
      case CHARACTER.ask:
        return this.#readAsk(at);
      case CHARACTER.stop:
        return this.#readStop(at);
      case CHARACTER.bang: {
        // `!important`, `!=`, `![`.
        const next = this.#text.charCodeAt(at + 1);
        const isSyntax = isAsciiWord(next) || next === EQUALS || next === BRACKET;
        return isSyntax && this.#passage.spanAt(at + 1) === null ? at + 1 : this.#readStop(at);
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
        this.#endSentence(at);
        return at + 1;
      case CHARACTER.emphasis:
        return this.#closers.readEmphasis(at);
      default:
        if (code === APOSTROPHE) this.#readBracket(at, at + 1, code);
        return at + 1;
    }
  }

  #takeSpan(span: InlineSpan): void {
    switch (span.kind) {
      case 'opaque':
        if (this.#frame.start === -1 && !LEADS_NOTHING.test(this.#text.slice(span.from, span.to))) {
          this.#frame.start = span.from;
        }
        return;
      case 'hidden':
      case 'emphasis':
        return;
      case 'break':
        if (!this.#carriesOver(span.from)) this.#endSentence(span.to);
        return;
      case 'quote':
        this.#readBracket(span.from, span.to, STRAIGHT_QUOTE);
        return;
      case 'link':
        this.#closers.openLink(span);
        if (this.#linkEnd !== span.from) this.#linksFrom = span.from;
        this.#linkFrom = span.from;
        this.#linkEnd = span.end;
        return;
      case 'tail':
        if (this.#closers.isInLink(span.from)) this.#leaveLink(span);
        return;
      case 'mark':
        if (span.from >= this.#taken) this.#takeBareMark(span.mark);
    }
  }

  /** A `<br>` after a comma is a line break like any other. */
  #carriesOver(at: number): boolean {
    return classAt(this.#text, skipSpacesBack(this.#text, at) - 1) === CHARACTER.comma;
  }

  #crossLines(line: number, next: number): void {
    const { lines } = this.#passage.passage;
    for (let index = line; index < next; index += 1) {
      if (this.#outer.length > 0) continue;
      const isApart = lines.line(index + 1) - lines.line(index) > 1;
      const before = this.#passage.visibleEnd(lines.to(index));
      const after = lines.from(index + 1);
      // A passage holds only those paragraphs that a sentence crosses.
      if (isApart && !hasTimeStamp(this.#text, before, after)) continue;
      const measure = (): LineWidths => this.#passage.measureLine(index);
      if (!goesOn(this.#text, { before, after, measure })) this.#endSentence(before);
    }
  }

  #readStop(at: number): number {
    const end = runEnd(this.#text, at, this.#plainEnd);
    if (hasAsk(this.#text, at, end)) return this.#readAsk(at);
    this.#endSentence(end, at);
    return end;
  }

  #readDot(at: number): number {
    const text = this.#text;
    if (text.charCodeAt(at + 1) === DOT) return this.#readEllipsis(at);
    const next = classAt(text, at + 1);
    if (next === CHARACTER.ask || next === CHARACTER.stop) return at + 1;
    if (isSentenceEnd(text, at, this.#passage.nextWord(at + 1))) this.#endSentence(at + 1, at);
    return at + 1;
  }

  #readEllipsis(at: number): number {
    const text = this.#text;
    let end = at;
    while (classAt(text, end) === CHARACTER.ellipsis || text.charCodeAt(end) === DOT) end += 1;
    const next = classAt(text, end);
    if (next === CHARACTER.ask || next === CHARACTER.stop || next === CHARACTER.bang) return end;
    const word = this.#passage.nextWord(end);
    const isNew = word !== -1 && !isLower(text.charCodeAt(word));
    if (!isNew || hesitates(text, this.#frame.start, at)) return end;
    if (isUpper(text.charCodeAt(word)) && this.#breaksOffTelling(at)) this.#endSentence(at);
    else this.#pause(at);
    return end;
  }

  /** Whether the sentence before the dots at `at` only has a word that asks within what it tells. */
  #breaksOffTelling(at: number): boolean {
    const { start } = this.#frame;
    if (start === -1) return false;
    const clause = this.#text.slice(start, at);
    return !hasBegunToAsk(clause) && !hasInterrogative(withoutRelatives(clause));
  }

  #readPause(at: number, code: number): number {
    if (code === COLON && this.#text.startsWith('::', at + 1)) {
      // A card that is asked both ways.
      this.#endSentence(at);
      return at + 3;
    }
    if (code === COLON || code === SEMICOLON) {
      const next = this.#text.charCodeAt(at + 1);
      const isInToken = classAt(this.#text, at + 1) === CHARACTER.word && !isWide(next);
      if (next === code || (isInToken && at + 1 < this.#passage.end)) return at + 1;
    }
    this.#pause(at);
    return at + 1;
  }

  /** What stands before a colon leads in, unless the question has begun there. */
  #pause(at: number): void {
    const frame = this.#frame;
    // Once it has begun to ask, no later colon is worth another look at all of it.
    if (frame.start === -1 || frame.asksSince === frame.start) return;
    if (isOpenCondition(this.#text, frame.start, at, this.#passage.end)) return;
    const clause = this.#text.slice(frame.start, at);
    if (hasInterrogative(clause) && hasInterrogative(withoutRelatives(clause))) {
      frame.asksSince = frame.start;
      return;
    }
    endFrameSentence(frame, frame.start, at);
    frame.isLedIn = true;
  }

  #readBracket(at: number, to: number, code: number): void {
    const partner = this.#passage.pairs.partnerOf(at);
    if (partner === -1) return;
    if (partner > at) this.#openBracket(at, partner, code);
    else if (this.#frame.close === at) this.#closeBracket(at, to);
  }

  #openBracket(at: number, partner: number, code: number): void {
    const frame = this.#frame;
    if (frame.start === -1) {
      frame.start = at;
      frame.lead = at;
    }
    this.#outer.push(frame);
    this.#frame = newFrame(useOf(code), partner);
  }

  #closeBracket(at: number, to: number): void {
    const inner = this.#frame;
    const outer = this.#outer.pop();
    if (!outer) return;
    this.#frame = outer;
    const hasEnded = inner.start === -1 && inner.lastEnd !== -1;
    const isFirst = isOnlyLead(outer);
    outer.lead = -1;
    if (inner.use === 'aside') {
      const isShort = at - outer.start <= LONGEST_STAGE_DIRECTION;
      if (isFirst && (hasEnded || isShort)) outer.start = -1;
    } else if (hasEnded && !this.#carriesOn(to)) {
      this.#endSentence(to, to, !isFirst);
    }
  }

  #carriesOn(at: number): boolean {
    const next = this.#passage.skipMarks(at);
    if (next >= this.#passage.end) return false;
    return isLower(this.#text.charCodeAt(next)) || CARRIES_ON.test(this.#text.charAt(next));
  }

  /** Ends the sentence being read at `end`; its stop, where it has one, stands at `stop`. */
  #endSentence(end: number, stop: number = end, isStatement = true): void {
    const frame = this.#frame;
    frame.isLedIn = false;
    if (frame.start === -1) {
      frame.lead = -1;
      return;
    }
    if (this.#options.unmarked && isStatement) this.#askUnmarked(stop, end);
    if (isStatement) this.#afterStatement = true;
    endFrameSentence(frame, frame.start, end);
  }

  #readAsk(at: number): number {
    const text = this.#text;
    const frame = this.#frame;
    const run = runEnd(text, at, this.#plainEnd);
    const end = lastAskEnd(text, at, run);
    if (frame.start === -1) return run;
    const behind = end === run ? this.#behindMarks(end) : end;
    if (!endsQuestion(this.#passage, { start: frame.start, at, end, behind })) return run;
    const link = this.#closers.link;
    const markAt = this.#closers.skip(run);
    const marks = this.#marksAt(markAt);
    const after = marks.at(-1)?.to ?? markAt;
    const place = { frame, outer: this.#outer.at(-1), at, markAt, after };
    const aside = asideStart(text, {
      from: frame.start,
      at,
      next: this.#passage.skipSpaces(after),
    });
    const { isHeading, isTitle } = this.#options;
    const first = titleStart(this.#passage, { from: frame.start, link, markAt }) ?? frame.start;
    const start = aside ?? skipNumbering(this.#passage, first, isTitle);
    const kind = aside === null ? kindOf(this.#passage, place, isHeading) : 'embedded';
    this.#add(start, end, markAt, kind, marks);
    endFrameSentence(frame, start, end);
    this.#taken = Math.max(this.#taken, after);
    return run;
  }

  /** The marks of the question whose place is `markAt`. In a link's text there are none. */
  #marksAt(markAt: number): readonly PlacedMark[] {
    if (this.#closers.isInLink(markAt)) return NONE;
    // Mostly a word follows: no mark, and nothing of a line's tail, starts with one.
    const next = skipSpacesInLine(this.#text, markAt);
    if (CLASS_OF[this.#text.charCodeAt(next)] === CHARACTER.word) return NONE;
    const marks = readMarks(this.#text, markAt, this.#options.roots);
    const [first] = marks;
    // What stands in code, or in the next block, is text there.
    return first && this.#passage.spanAt(first.from)?.kind !== 'mark' ? NONE : marks;
  }

  /** Where the text goes on behind the marks right behind `end`, as if they were not there. */
  #behindMarks(end: number): number {
    const text = this.#text;
    const next = text.charCodeAt(this.#passage.skipSpaces(end));
    if (next !== HASH && next !== PERCENT) return end;
    const marks = this.#marksAt(end);
    const own = marks.length > 0 ? ownStretch(text, end, marks) : null;
    return own?.from === end ? own.to : end;
  }

  /** The last question of a link has its mark behind the link, also where an asking sign behind it in there asks nothing. */
  #leaveLink(tail: InlineSpan): void {
    const last = this.#asked.at(-1);
    const isInside = last !== undefined && this.#closers.isInLink(last.markAt);
    this.#closers.closeLink();
    if (!isInside || last.markAt > tail.from) return;
    const isBefore = last.markAt <= this.#linkFrom;
    if (isBefore && !this.#mayBeMarkedBehind(last)) return;
    const behind = this.#closers.skip(tail.to);
    const marks = this.#marksAt(behind);
    if (isBefore && marks.length === 0) return;
    const markAt = isBefore ? last.markAt : behind;
    this.#asked[this.#asked.length - 1] = { ...last, markAt, marks };
    this.#taken = Math.max(this.#taken, marks.at(-1)?.to ?? markAt);
  }

  /** A question right before links has its own place there; earlier versions wrote its marks behind them. */
  #mayBeMarkedBehind({ markAt, marks, kind }: FoundQuestion): boolean {
    return markAt === this.#linksFrom && marks.length === 0 && kind !== 'unmarked';
  }

  /** A mark that follows no terminator makes a question of the sentence before it. */
  #takeBareMark(mark: PlacedMark): void {
    const text = this.#text;
    if (this.#closers.isInLink(mark.from)) return;
    const markAt = skipSpacesBack(text, mark.from);
    // Nothing but links, fields and tags stands before it: whose it was is not to be seen any more.
    if (this.#isInTail(mark.from)) return;
    // As behind a terminator: a mark in the next line is not this line's.
    if (text.slice(markAt, mark.from).includes('\n')) return;
    const frame = this.#frame;
    let start = frame.start;
    let end = markAt;
    let isUnmarked = false;
    if (start === -1) {
      const last = this.#asked.at(-1);
      const isAsked = last?.end === frame.lastEnd;
      // In a link's text its place is behind the link.
      isUnmarked = isAsked && last.kind === 'unmarked' && last.markAt <= mark.from;
      if (frame.lastEnd === -1 || (isAsked && !isUnmarked)) return;
      if (WORD_OR_ASK.test(text.slice(frame.lastEnd, markAt))) return;
      start = frame.lastStart;
      end = Math.min(frame.lastEnd, markAt);
    }
    // `1.` alone is a number, not a sentence.
    if (start >= end || !/\p{L}/u.test(text.slice(start, end))) return;
    const run = readMarks(text, markAt, this.#options.roots);
    const marks = run.length > 0 ? run : [mark];
    const kind = this.#options.isHeading ? 'heading' : 'body';
    if (isUnmarked) this.#asked.pop();
    this.#add(skipNumbering(this.#passage, start, this.#options.isTitle), end, markAt, kind, marks);
    endFrameSentence(frame, frame.lastStart, end);
    this.#taken = Math.max(this.#taken, marks.at(-1)?.to ?? mark.to);
  }

  /** Whether its line has no text before `at`. */
  #isInTail(at: number): boolean {
    const from = this.#passage.lineFrom(at);
    if (this.#tail.from !== from) this.#tail = { from, to: skipTail(this.#text, from) };
    return this.#tail.to >= at;
  }

  /** The sentence whose stop stands at `stop`, if it asks by its last particle. */
  #askUnmarked(stop: number, end: number): void {
    if (this.#outer.length > 0 || this.#options.isHeading) return;
    const start = skipNumbering(this.#passage, this.#frame.start, false);
    if (!endsAsking(this.#text.slice(start, stop))) return;
    const { link } = this.#closers;
    this.#add(start, end, this.#closers.skip(end), 'unmarked', []);
    // Where its mark would go behind a link, the link's text may go on all the same.
    if (link) this.#closers.openLink(link);
  }

  /** Where the passage ends a sentence may end without a stop; a heading is one sentence. */
  #readUnmarkedEnd(): void {
    if (this.#outer.length > 0) return;
    let end = skipSpacesBack(this.#text, this.#passage.end);
    if (!this.#options.isHeading) {
      this.#endSentence(end);
      return;
    }
    const first = this.#frame.start === -1 ? this.#frame.lastStart : this.#frame.start;
    if (this.#asked.length > 0 || first === -1) return;
    const start = skipNumbering(this.#passage, first, true);
    while (end > start && this.#closesTitle(end - 1, start)) end -= 1;
    if (!isAskingTitle(this.#text.slice(start, end))) return;
    clearFrame(this.#frame);
    this.#add(start, end, this.#closers.skip(end), 'unmarked', []);
  }

  /** Dressing that opened before the title's first word. */
  #closesTitle(at: number, start: number): boolean {
    const kind = classAt(this.#text, at);
    if (kind === CHARACTER.emphasis) return true;
    return kind === CHARACTER.close && this.#passage.pairs.partnerOf(at) < start;
  }

  #add(
    start: number,
    end: number,
    markAt: number,
    kind: QuestionKind,
    marks: readonly PlacedMark[],
  ): void {
    const line = this.#passage.lineOf(start);
    const afterStatement = this.#afterStatement;
    this.#asked.push({ start, end, markAt, line, kind, marks, afterStatement });
    this.#afterStatement = false;
  }
}
