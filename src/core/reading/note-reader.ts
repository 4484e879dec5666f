/**
 * Reads a note block by block, keeps what stands above the text being read (sections, label, who speaks),
 * gathers lines into passages and has the sentences of those that may ask read.
 */
import type { Candidates } from './question-candidates';
import { isCueNumber, skipTimeStamp } from '../text/time-stamp';
import { CHARACTER, classAt } from '../text/character';
import { BOLD, readDrawnHeading, type DrawnHeading } from './around/drawn-heading';
import { undressedLine, undressedText } from './passage/undressed-text';
import { LeadInReader, type LeadIn } from './around/lead-in';
import { readTimedName } from './around/timed-name';
import { goesOn, startsItem } from './passage/line-join';
import { readBlocksInPieces, type Block } from '../markdown/block';
import { BlockSpans } from '../markdown/block-spans';
import { readInline } from '../markdown/inline';
import {
  cutPieces,
  endBeforeMarks,
  readPassage,
  withoutMarksIn,
  type PassagePart,
} from './passage/passage';
import type { Question } from '../model/question';
import { looksLikeName } from './around/person-name';
import { QuestionDrafts } from './question-drafts';
import { QuestionGroups } from './around/question-group';
import { DRAWN, SectionTrail } from './around/section';
import { isSeparator } from '../text/separator';
import { readSentences, type PassageReading } from './sentence/sentence';
import type { Incremental } from '../model/incremental';
import { cutCells } from './table-cells';
import { isCardSeparator } from '../text/terminator';
import { Lines, type ReadonlyLines } from '../text/lines';
import { TurnTrack } from './around/turn-track';

export interface ExtractOptions {
  /** The first segments of the tags that are marks, one a taxonomy. */
  readonly roots: readonly string[];
  /** Also report sentences that ask without an asking sign, as kind `unmarked`. */
  readonly unmarked: boolean;
}

/** Where a passage stands. */
type PassagePlace = 'text' | 'heading' | 'callout' | 'cell';

export class NoteReader {
  readonly #sections = new SectionTrail();
  readonly #leadIns: LeadInReader;
  readonly #spans: BlockSpans;
  readonly #drafts = new QuestionDrafts();
  readonly #turns = new TurnTrack();
  readonly #groups = new QuestionGroups();
  /** Of the headings with a colon; each is judged once. */
  readonly #names = new Map<string, boolean>();

  /** The passage being gathered. */
  #lines = new Lines();
  /** Where a new block starts: which of `#lines`, and the offset from which its inline syntax is read. */
  #parts: PassagePart[] = [];
  #container = 0;
  /** Where the text of its last line ends, before marks. */
  #visibleTo = 0;
  /** A candidate stands in it. The candidates are asked line by line, always forward. */
  #mayAsk = false;

  readonly #text: string;
  readonly #options: ExtractOptions;
  readonly #candidates: Candidates;

  constructor(text: string, options: ExtractOptions, candidates: Candidates) {
    this.#text = text;
    this.#options = options;
    this.#candidates = candidates;
    this.#spans = new BlockSpans(text, options.roots);
    this.#leadIns = new LeadInReader(text, this.#spans);
  }

  /** Stops now and then; its last answer is what was found. */
  *read(): Incremental<readonly Question[]> {
    yield* readBlocksInPieces(
      this.#text,
      (block) => {
        this.#readBlock(block);
      },
      (offset) =>
        // What is asked may run on into the next block, or stand in a quote that ends there.
        !this.#mayAsk &&
        // A name that comes again further down is a speaker's, also up here.
        this.#turns.isEmpty &&
        !this.#options.unmarked &&
        this.#candidates.next(offset) === Number.POSITIVE_INFINITY,
    );
    this.#flush();
    return this.#drafts.resolve(this.#turns.resolve(this.#text), this.#sections);
  }

  #readBlock(block: Block): void {
    switch (block.kind) {
      case 'paragraph':
      case 'html':
        this.#readParagraph(block);
        return;
      case 'heading':
        this.#flush();
        this.#readHeading(block);
        return;
      case 'callout':
        this.#flush();
        this.#readCalloutTitle(block);
        return;
      case 'table':
        this.#flush();
        this.#readTable(block);
        return;
      case 'rule':
        this.#flush();
        this.#groups.endLabel();
        return;
      case 'opaque':
        this.#flush();
        this.#groups.endBreath();
    }
  }

  #readHeading(block: Block): void {
    const { start: from, end: to } = block.lines;
    const line = block.lines.line(0);
    this.#groups.endLabel();
    this.#spans.enter(from, to);
    const leadIn = this.#leadIns.read(from, to) ?? readTimedName(this.#text, this.#spans, from, to);
    if (leadIn?.isAlone && leadIn.isSure && !leadIn.isOfList && this.#mayBeName(leadIn.name)) {
      this.#turns.openHeading(leadIn);
      this.#openSection(from, to, block.level, '', leadIn.name);
      return;
    }
    this.#turns.enterSection();
    this.#readLine(skipTimeStamp(this.#text, from, to), to, line, 'heading');
    this.#openSection(from, to, block.level, '', null);
  }

  #mayBeName(name: string): boolean {
    let known = this.#names.get(name);
    if (known === undefined) this.#names.set(name, (known = looksLikeName(name)));
    return known;
  }

  #readCalloutTitle(block: Block): void {
    const { start: from, end: to } = block.lines;
    const line = block.lines.line(0);
    this.#groups.endLabel();
    this.#turns.enter(block.container);
    this.#container = block.container;
    this.#spans.enter(from, to);
    const leadIn = this.#readLineLeadIn(from, to);
    this.#readLine(leadIn?.to ?? from, to, line, 'callout');
    this.#groups.endBreath();
  }

  #openSection(from: number, to: number, level: number, style: string, name: string | null): void {
    this.#groups.endBreath();
    this.#sections.push({
      level,
      style,
      name,
      readText: () => {
        const spans = readInline(this.#text, from, to, this.#options.roots);
        return undressedLine(this.#text, cutPieces({ lines: Lines.of(from, to, 0), spans }));
      },
    });
  }

  #readTable(block: Block): void {
    const { lines } = block;
    for (let index = 0; index < lines.count; index += 1) {
      const from = lines.from(index);
      const to = lines.to(index);
      if (!this.#mayAskIn(from, to)) continue;
      const spans = readInline(this.#text, from, to, this.#options.roots);
      for (const [cellFrom, cellTo] of cutCells(this.#text, from, to, spans)) {
        this.#groups.endBreath();
        this.#readLine(cellFrom, cellTo, lines.line(index), 'cell');
      }
    }
    this.#groups.endBreath();
  }

  #readParagraph(block: Block): void {
    const { lines } = block;
    if (!this.#continues(block)) {
      this.#flush();
      if (block.opensItem || block.container !== this.#container) this.#groups.endBreath();
      // A label reaches over its paragraphs and into a list under it, not out of its container.
      if (!block.opensItem && block.container !== this.#container) this.#groups.leaveLabel();
    }
    this.#container = block.container;
    this.#turns.enter(block.container);
    let isPartStart = true;
    this.#spans.enter(lines.start, lines.end);
    for (let index = 0; index < lines.count; index += 1) {
      const from = lines.from(index);
      const to = lines.to(index);
      const line = lines.line(index);
      const textStart = from < to ? this.#textStart(from, to) : to;
      if (textStart >= to) continue;
      const isInSpan = this.#spans.covers(from);
      if (
        !isInSpan &&
        this.#readSpecialLine(from, to, line, lines.count === 1, block.kind === 'html')
      ) {
        isPartStart = true;
        continue;
      }
      const leadIn = isInSpan ? null : this.#readLineLeadIn(from, to);
      if (isPartStart || leadIn) this.#parts.push({ index: this.#lines.count, from });
      isPartStart = false;
      this.#lines.push(leadIn?.to ?? (isInSpan ? from : textStart), to, line);
      this.#visibleTo = this.#visibleEnd(from, to);
      this.#mayAsk ||= this.#mayAskIn(from, to);
    }
  }

  /** Whether the last passage's sentence runs on into `block`, over the blank lines between. */
  #continues({ lines, opensItem, container }: Block): boolean {
    if (this.#lines.count === 0 || opensItem || container !== this.#container) return false;
    let after = 0;
    for (let index = 0; index < lines.count; index += 1) {
      after = this.#textStart(lines.from(index), lines.to(index));
      if (after < lines.to(index)) break;
    }
    return goesOn(this.#text, { before: this.#visibleTo, after, measure: null });
  }

  /** Where the line's text starts; its end where it holds a time stamp or a cue's number and no text. */
  #textStart(from: number, to: number): number {
    return isCueNumber(this.#text, from, to) ? to : skipTimeStamp(this.#text, from, to);
  }

  #visibleEnd(from: number, to: number): number {
    if (this.#candidates.nextMark(from) >= to) return to;
    return endBeforeMarks(this.#text, this.#options.roots, from, to);
  }

  /** Separators, drawn headings and labels alone in their line; all of them end the passage. */
  #readSpecialLine(
    from: number,
    to: number,
    line: number,
    isAlone: boolean,
    isHtml: boolean,
  ): boolean {
    const text = this.#text;
    if (isCardSeparator(text, from, to)) {
      this.#flush();
      return true;
    }
    if (isSeparator(text, from, to)) {
      this.#flush();
      this.#groups.endLabel();
      return true;
    }
    if (isHtml) return false;
    const end = this.#visibleEnd(from, to);
    const drawn = this.#readDrawnHeading(from, end, isAlone);
    if (drawn) {
      this.#flush();
      this.#groups.endLabel();
      // Interviews print the questions, speaker and all, in bold; other drawings have titles.
      const leadIn = drawn.style === BOLD ? this.#leadIns.read(drawn.from, drawn.to) : null;
      if (leadIn) this.#takeLeadIn(leadIn);
      else if (drawn.style !== BOLD) this.#turns.enterSection();
      this.#readLine(leadIn?.to ?? drawn.from, to, line, 'heading');
      this.#openSection(drawn.from, drawn.to, DRAWN, drawn.style, null);
      return true;
    }
    const leadIn = readTimedName(text, this.#spans, from, to);
    if (!leadIn) return false;
    this.#flush();
    this.#openTurn(leadIn);
    return true;
  }

  /** What the line draws, as if no mark stood in it. */
  #readDrawnHeading(from: number, to: number, isAlone: boolean): DrawnHeading | null {
    const text = this.#text;
    if (this.#candidates.nextMark(from) >= to) return readDrawnHeading(text, from, to, isAlone);
    const bare = withoutMarksIn(text, this.#options.roots, from, to);
    const drawn = readDrawnHeading(bare, 0, bare.length, isAlone);
    // Marks stand between its text's first character and its last.
    return drawn && { ...drawn, from: from + drawn.from, to: to - (bare.length - drawn.to) };
  }

  #readLineLeadIn(from: number, to: number): LeadIn | null {
    if (startsItem(this.#text, from) && classAt(this.#text, from) !== CHARACTER.bullet) return null;
    const leadIn = this.#leadIns.read(from, to);
    // A colon inside of code or a comment leads in nothing.
    if (!leadIn || this.#spans.covers(leadIn.to)) return null;
    this.#flush();
    this.#takeLeadIn(leadIn);
    return leadIn;
  }

  #takeLeadIn(leadIn: LeadIn): void {
    if (!leadIn.isOfList) this.#openTurn(leadIn);
    this.#groups.openLabel(leadIn, this.#container);
  }

  #openTurn(leadIn: LeadIn): void {
    this.#turns.open(leadIn, this.#container);
    this.#groups.endBreath();
  }

  /** Reads the gathered passage. */
  #flush(): void {
    const lines = this.#lines;
    if (lines.count === 0) return;
    const parts = this.#parts;
    const mayAsk = this.#mayAsk;
    this.#lines = new Lines();
    this.#parts = [];
    this.#mayAsk = false;
    if (mayAsk) this.#readPassage(lines, parts, 'text');
    // A label alone in its line has left an empty one.
    else if (lines.count > 1 || lines.start < lines.end)
      this.#groups.passParagraph(this.#container);
    else this.#groups.passStatement();
  }

  /** Reads a passage of one line: a heading, a cell. */
  #readLine(from: number, to: number, line: number, place: PassagePlace): void {
    if (this.#mayAskIn(from, to)) this.#readPassage(Lines.of(from, to, line), [], place);
    else if (from < to) this.#groups.passStatement();
  }

  #mayAskIn(from: number, to: number): boolean {
    return from < to && (this.#options.unmarked || this.#candidates.next(from) < to);
  }

  #readPassage(lines: ReadonlyLines, parts: readonly PassagePart[], place: PassagePlace): void {
    const { roots, unmarked } = this.#options;
    const passage = readPassage(this.#text, roots, lines, parts);
    const isHeading = place === 'heading';
    const isTitle = isHeading || place === 'callout';
    this.#take(readSentences(this.#text, passage, { roots, unmarked, isHeading, isTitle }));
  }

  #take(reading: PassageReading): void {
    if (reading.asked.length === 0) this.#groups.passStatement();
    this.#groups.enterPassage();
    for (const asked of reading.asked) {
      const { label, group } = this.#groups.ask(asked.afterStatement);
      this.#drafts.add({
        asked,
        text: undressedText(this.#text, reading.pieces, asked.start, asked.end),
        label,
        group,
        turn: this.#turns.current,
        headings: this.#sections.count,
      });
    }
    if (reading.endsInStatement) this.#groups.endBreath();
  }
}
