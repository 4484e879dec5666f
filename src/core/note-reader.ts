/**
 * Reads a note block by block, keeps what stands above the text being read (sections, label, who speaks),
 * gathers lines into passages and has the sentences of those that may ask read.
 */
import type { Candidates } from './candidate';
import { CHARACTER, classAt, skipSpacesBack } from './character';
import { readDrawnHeading } from './drawn-heading';
import { foldPlain, foldText } from './fold';
import { LeadInReader, readTimedName, type LeadIn } from './lead-in';
import { goesOn, startsItem } from './line-join';
import { readBlocks, type Block } from './markdown/block';
import { readInline } from './markdown/inline';
import { cutPieces, type Passage } from './passage';
import type { Question } from './question';
import { DRAWN, SectionTrail } from './section';
import { findSigns } from './sign';
import { readSentences, type Reading } from './sentence';
import { findSpeakers, looksLikeName, type Turn } from './speaker';
import { cutCells } from './table';

interface ReaderOptions {
  readonly root: string;
  readonly unmarked: boolean;
}

/** A question whose speaker waits for the whole note to be read: until then its label may be a name. */
interface Draft {
  readonly question: Question;
  /** How many turns were open; below 1, none. */
  readonly turn: number;
}

/** The label in force. */
interface Label {
  readonly leadIn: LeadIn;
  /** It stands before text in its line, and names that text alone. */
  readonly isInline: boolean;
  hasQuestion: boolean;
}

export class NoteReader {
  readonly #sections = new SectionTrail();
  readonly #leadIns: LeadInReader;
  readonly #drafts: Draft[] = [];
  readonly #turns: Turn[] = [];
  /** By turn, whether it only ends the one before: a heading between two talks. */
  #turn = 0;
  /** The container in which it was opened; 0 at the root. */
  #turnContainer = 0;
  #label: Label | null = null;

  /** The passage being gathered. */
  #lines: number[] = [];
  /** Where in `#lines` a new block starts. */
  #parts: number[] = [];
  #container = 0;
  /** Where the text of its last line ends, before marks. */
  #visibleTo = 0;
  /** A candidate stands in it. The candidates are asked line by line, always forward. */
  #mayAsk = false;

  #group = 0;
  /** A question ended the passage before, and nothing but blank lines came since. */
  #isInBreath = false;

  constructor(
    private readonly text: string,
    private readonly options: ReaderOptions,
    private readonly candidates: Candidates,
  ) {
    this.#leadIns = new LeadInReader(text);
  }

  read(): readonly Question[] {
    readBlocks(
      this.text,
      (block) => {
        this.#readBlock(block);
      },
      (offset) =>
        !this.options.unmarked && this.candidates.next(offset) === Number.POSITIVE_INFINITY,
    );
    this.#flush();
    return this.#finish();
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
        this.#endLabel();
        this.#container = block.container;
        this.#readLine(block.lines[0] ?? 0, block.lines[1] ?? 0, block.lines[2] ?? 0, false);
        this.#isInBreath = false;
        return;
      case 'table':
        this.#flush();
        this.#readTable(block);
        return;
      case 'rule':
        this.#flush();
        this.#endLabel();
        return;
      case 'opaque':
        this.#flush();
        this.#isInBreath = false;
    }
  }

  #readHeading(block: Block): void {
    const [from = 0, to = 0, line = 0] = block.lines;
    this.#endLabel();
    const leadIn = this.#leadIns.read(from, to) ?? readTimedName(this.text, from, to);
    if (leadIn?.isAlone === true && looksLikeName(leadIn.name)) {
      this.#openTurn({ leadIn, isHeading: true });
      return;
    }
    this.#turn = -1;
    this.#readLine(from, to, line, true);
    this.#openSection(from, to, block.level, '');
  }

  #openSection(from: number, to: number, level: number, style: string): void {
    this.#isInBreath = false;
    this.#sections.push({
      level,
      style,
      fold: () => {
        const spans = readInline(this.text, from, to, this.options.root);
        return foldPlain(this.text, cutPieces({ lines: [from, to, 0], spans }));
      },
    });
  }

  #readTable(block: Block): void {
    for (let at = 0; at < block.lines.length; at += 3) {
      const from = block.lines[at] ?? 0;
      const to = block.lines[at + 1] ?? 0;
      if (!this.#mayAskIn(from, to)) continue;
      const spans = readInline(this.text, from, to, this.options.root);
      for (const [cellFrom, cellTo] of cutCells(this.text, from, to, spans)) {
        this.#isInBreath = false;
        this.#readLine(cellFrom, cellTo, block.lines[at + 2] ?? 0, false);
      }
    }
    this.#isInBreath = false;
  }

  #readParagraph(block: Block): void {
    const { lines } = block;
    if (!this.#continues(block)) {
      this.#flush();
      if (block.opensItem || block.container !== this.#container) this.#isInBreath = false;
      if (this.#label && !this.#reachesInto(block)) this.#endLabel();
    }
    this.#container = block.container;
    // What a list item says is said in it alone.
    if (this.#turnContainer !== 0 && block.container !== this.#turnContainer) this.#turn = -1;
    let isPartStart = true;
    for (let at = 0; at < lines.length; at += 3) {
      const from = lines[at] ?? 0;
      const to = lines[at + 1] ?? 0;
      const line = lines[at + 2] ?? 0;
      if (from >= to) continue;
      const isAlone = lines.length === 3;
      if (this.#readSpecialLine(from, to, line, isAlone, block.kind === 'html')) {
        isPartStart = true;
        continue;
      }
      const leadIn = this.#readLineLeadIn(from, to);
      if (isPartStart || leadIn) this.#parts.push(this.#lines.length);
      isPartStart = false;
      this.#lines.push(leadIn ? leadIn.to : from, to, line);
      this.#visibleTo = this.#visibleEnd(from, to);
      this.#mayAsk ||= this.#mayAskIn(from, to);
    }
  }

  /** Whether the last passage's sentence runs on into `block`, over the blank lines between. */
  #continues(block: Block): boolean {
    const count = this.#lines.length;
    if (count === 0 || block.opensItem || block.container !== this.#container) return false;
    const after = block.lines[0] ?? 0;
    return goesOn(this.text, { before: this.#visibleTo, after, measure: null });
  }

  /** The end of a line's text before the marks that trail it. */
  #visibleEnd(from: number, to: number): number {
    if (this.candidates.nextMark(from) >= to) return to;
    const spans = readInline(this.text, from, to, this.options.root);
    let end = to;
    for (let index = spans.length - 1; index >= 0; index -= 1) {
      const span = spans[index];
      if (span?.kind !== 'mark' || span.to !== end) break;
      end = skipSpacesBack(this.text, span.from);
    }
    return end;
  }

  /** A label reaches over its paragraphs and into a list under it, not out of its container. */
  #reachesInto(block: Block): boolean {
    return block.opensItem || block.container === this.#container;
  }

  /** Separators, drawn headings and labels alone in their line; all of them end the passage. */
  #readSpecialLine(
    from: number,
    to: number,
    line: number,
    isAlone: boolean,
    isHtml: boolean,
  ): boolean {
    const { text } = this;
    if (isSeparator(text, from, to)) {
      this.#flush();
      this.#endLabel();
      return true;
    }
    if (isHtml) return false;
    const end = this.#visibleEnd(from, to);
    const drawn = readDrawnHeading(text, from, end, isAlone);
    if (drawn) {
      this.#flush();
      this.#endLabel();
      this.#readLine(drawn.from, to, line, true);
      this.#openSection(drawn.from, drawn.to, DRAWN, drawn.style);
      return true;
    }
    const leadIn = readTimedName(text, from, to);
    if (!leadIn) return false;
    this.#flush();
    this.#openTurn({ leadIn, isHeading: false });
    return true;
  }

  #readLineLeadIn(from: number, to: number): LeadIn | null {
    if (startsItem(this.text, from) && classAt(this.text, from) !== CHARACTER.bullet) return null;
    const leadIn = this.#leadIns.read(from, to);
    if (!leadIn) return null;
    this.#flush();
    this.#isInBreath = false;
    this.#openTurn({ leadIn, isHeading: false });
    this.#label = { leadIn, isInline: !leadIn.isAlone, hasQuestion: false };
    return leadIn;
  }

  #openTurn(turn: Turn): void {
    this.#turns.push(turn);
    this.#turnContainer = turn.isHeading ? 0 : this.#container;
    this.#turn = this.#turns.length;
    this.#isInBreath = false;
  }

  #endLabel(): void {
    this.#label = null;
    this.#isInBreath = false;
  }

  /** Reads the gathered passage. */
  #flush(): void {
    const lines = this.#lines;
    if (lines.length === 0) return;
    const parts = this.#parts;
    const mayAsk = this.#mayAsk;
    this.#lines = [];
    this.#parts = [];
    this.#mayAsk = false;
    if (mayAsk) this.#readPassage(lines, parts, false);
    else this.#passStatement();
  }

  /** Reads a passage of one line: a heading, a cell. */
  #readLine(from: number, to: number, line: number, isHeading: boolean): void {
    if (this.#mayAskIn(from, to)) this.#readPassage([from, to, line], [], isHeading);
    else if (from < to) this.#passStatement();
  }

  #mayAskIn(from: number, to: number): boolean {
    return from < to && (this.options.unmarked || this.candidates.next(from) < to);
  }

  #readPassage(lines: readonly number[], parts: readonly number[], isHeading: boolean): void {
    const passage = this.#readSpans(lines, parts);
    const { root, unmarked } = this.options;
    const reading = readSentences(this.text, passage, { root, unmarked, isHeading });
    this.#take(reading);
  }

  /** Reads the inline syntax of each block of the passage by itself. */
  #readSpans(lines: readonly number[], parts: readonly number[]): Passage {
    const { text } = this;
    const { root } = this.options;
    const signs: number[] = [];
    if (parts.length < 2) {
      const from = lines[0] ?? 0;
      const to = lines[lines.length - 2] ?? 0;
      findSigns(text, from, to, signs);
      return { lines, signs, spans: readInline(text, from, to, root, signs) };
    }
    const spans = parts.flatMap((part, index) => {
      const from = lines[part] ?? 0;
      const to = lines[(parts[index + 1] ?? lines.length) - 2] ?? 0;
      const own: number[] = [];
      findSigns(text, from, to, own);
      for (const sign of own) signs.push(sign);
      return readInline(text, from, to, root, own);
    });
    return { lines, signs, spans };
  }

  #passStatement(): void {
    this.#isInBreath = false;
    const label = this.#label;
    if (label && (label.hasQuestion || label.isInline)) this.#label = null;
  }

  #take(reading: Reading): void {
    if (reading.asked.length === 0) this.#passStatement();
    const label = this.#label;
    // A label before text in its line names the questions of that passage alone.
    if (label?.isInline === true && label.hasQuestion) this.#label = null;
    for (const asked of reading.asked) {
      if (!this.#isInBreath || asked.afterStatement) this.#group += 1;
      if (asked.afterStatement && this.#label?.isInline === true && this.#label.hasQuestion) {
        this.#label = null;
      }
      if (this.#label) this.#label.hasQuestion = true;
      this.#isInBreath = true;
      const { start, end, markAt, line, kind, marks } = asked;
      const text = foldText(this.text, reading.pieces, start, end);
      const section = this.#sections.trail();
      const label = this.#label?.leadIn.name ?? null;
      const group = this.#group;
      const question: Question = {
        start,
        end,
        markAt,
        line,
        text,
        kind,
        section,
        label,
        speaker: null,
        group,
        marks,
      };
      this.#drafts.push({ question, turn: this.#turn });
    }
    if (reading.endsInStatement) this.#isInBreath = false;
  }

  #finish(): readonly Question[] {
    const speakers = findSpeakers(this.#turns);
    let current: string | null = null;
    const speakerAfter = this.#turns.map(({ leadIn }) => {
      if (speakers.has(leadIn.name)) current = leadIn.name;
      return current;
    });
    return this.#drafts.map(({ question, turn }) => {
      const speaker = turn < 1 ? null : (speakerAfter[turn - 1] ?? null);
      const isName = question.label !== null && speakers.has(question.label);
      if (speaker === null && !isName) return question;
      return { ...question, speaker, label: isName ? null : question.label };
    });
  }
}

const SEPARATOR = /^[-—–―─━═=＝*＊~～・·•_…＿※◇◆○●\s]+$/;

/** A line of dashes, stars or dots. */
function isSeparator(text: string, from: number, to: number): boolean {
  if (classAt(text, from) === CHARACTER.word) return false;
  return to - from <= 200 && SEPARATOR.test(text.slice(from, to));
}
