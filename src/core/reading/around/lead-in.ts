/**
 * What stands before a colon at the start of a line or alone in one: `核心問題：`, `Q:`, `**Lex Fridman:**`,
 * `唐鳳（00:12:33）：`. Whether it labels questions or names who speaks shows only over the whole note.
 */
import { CHARACTER, CLASS_OF, classAt, isWide, skipSpacesInLine } from '../../text/character';
import { ForwardSearch } from '../../text/forward-search';
import { skipFullStamp, skipMessageStamp, withoutStamp } from '../../text/time-stamp';
import type { BlockSpans } from '../../markdown/block-spans';
import { BOLD_DELIMITER } from '../../markdown/emphasis';
import { hasInterrogative } from '../../words/interrogative';

export interface LeadIn {
  readonly name: string;
  /** Where the text after it starts. */
  readonly to: number;
  /** Nothing but the lead-in stands in its line. */
  readonly isAlone: boolean;
  readonly isBold: boolean;
  /** Carries a time stamp, as speakers' names do. */
  readonly isTimed: boolean;
  /** False where its time stamp may be a chapter's or an appointment's as well. */
  readonly isSure: boolean;
  /** A clause that names the list under it: `我們要了解的是：`; nobody's name. */
  readonly isOfList: boolean;
}

const LONGEST_WIDE = 16;
const LONGEST_NARROW = 40;
/** Columns to the colon: the longest name, with a time stamp. */
const COLON_REACH = LONGEST_NARROW + 16;
const WIDE_COLON = 0xff1a;
const COLON = 0x3a;
/** `[SPEAKER_00]: ` */
const BRACKETED = /^[[【]([^[\]【】]+)[\]】]$/;
/** Delimiters of emphasis before a name: where they come again behind the colon, they were meant to dress it. */
const LEADING_EMPHASIS = /^[*_=~]+/;

/** Clauses that introduce what follows rather than name it. */
const CLAUSE =
  /(?:[說说道曰]|[你我他她佢伊人師师]話|[^追提疑設设自反學学訪访顧顾詢询發发][問问]|[想是為为]|[認认][為为]|[覺觉]得|如下|例如|比如|譬如|像是|表示|指出|包括|以下|said|says|asked|asks|wrote|example|following|that|is|are|was)$/i;
/** `作者反問：「…」`; by itself `反問` labels. */
const QUOTES = /^[「『“"]/;
const ASKING_BACK = /[追反質质設设自][問问]$/;
const SAYING = /^(?:問|问|答|說|说)$/;
const OPENS_CLAUSE =
  /^(?:(?:我|你|您|他|她|佢|伊)(?![們们]?$)|它|這|这|那|而|但|所以|因此|因為|因为|如果|其實|其实|然後|然后|於是|于是|例如|比如|不過|不过)/;
/** `So: what now?` */
const LINK_WORD =
  /^(?:so|but|and|or|now|then|well|yes|no|ok|okay|also|again|right|true|oh|hey|it)$/i;
const SENTENCE_PUNCTUATION = /[。，,！!？?；;、…“”「」『』"<>|]/;

/** A list right under a line, or a blank line below it. */
const LIST_BELOW = /[^\S\n]*\n(?:[>\s]*\n)?[>\t ]*(?:[-*+•]|\d{1,3}[.)])[ \t]/y;

/** What stands before a colon, judged. */
interface Judged {
  readonly name: string;
  readonly isName: boolean;
  readonly hasTime: boolean;
}

/** A name as it is dressed. */
interface Dress {
  /** Without the delimiters that dress it. */
  readonly shown: string;
  readonly isBold: boolean;
  /** Where the text goes on behind the colon and what closes there. */
  readonly behind: number;
}

/** Reads the lead-ins of a note. Names come again and again; each is judged once. */
export class LeadInReader {
  readonly #judged = new Map<string, Judged>();
  readonly #colons: ForwardSearch;
  readonly #wideColons: ForwardSearch;

  readonly #text: string;
  readonly #spans: BlockSpans;

  /** `spans` are always at the block of the line that is read. */
  constructor(text: string, spans: BlockSpans) {
    this.#text = text;
    this.#spans = spans;
    this.#colons = new ForwardSearch(text, ':');
    this.#wideColons = new ForwardSearch(text, '：');
  }

  /** The lead-in of the line between `from` and `to`, or null. */
  read(from: number, to: number): LeadIn | null {
    // Most lines have no colon at all.
    if (this.#colons.next(from) >= to && this.#wideColons.next(from) >= to) return null;
    const text = this.#text;
    const nameFrom = skipMessageStamp(text, from);
    const colon = Math.min(this.#colons.next(nameFrom), this.#wideColons.next(nameFrom));
    if (colon >= to || colon - nameFrom > COLON_REACH) return null;
    let columns = 0;
    let isDressed = false;
    for (let at = nameFrom; at < to && columns <= COLON_REACH; at += 1) {
      const code = text.charCodeAt(at);
      const kind = CLASS_OF[code];
      columns += isWide(code) ? 2 : 1;
      if (kind === CHARACTER.word || kind === CHARACTER.space) continue;
      if (code === WIDE_COLON || code === COLON) {
        if (code === WIDE_COLON || !isInToken(text, at)) {
          const dress = isDressed ? this.#dressOf(nameFrom, at) : this.#plain(nameFrom, at);
          return this.#build(dress, to, nameFrom > from);
        }
        columns -= 1;
      } else if (kind === CHARACTER.comma || kind === CHARACTER.stop || kind === CHARACTER.ask) {
        return null;
      } else if (kind === CHARACTER.emphasis) {
        isDressed = true;
      }
    }
    return null;
  }

  #plain(from: number, colon: number): Dress {
    return { shown: this.#text.slice(from, colon), isBold: false, behind: colon + 1 };
  }

  /**
   * The name between `from` and `colon` without its emphasis: what the block's text has in pairs, and what dresses
   * it in the writer's eyes alone, as in `**唐鳳：**為什麼`, where Markdown closes nothing before a letter.
   */
  #dressOf(from: number, colon: number): Dress {
    const text = this.#text;
    const raw = text.slice(from, colon);
    const shown = this.#spans.undressed(from, colon);
    const behind = colon + 1;
    const left = leadingEmphasis(shown);
    const hasLost = BOLD_DELIMITER.test(leadingEmphasis(raw)) && !BOLD_DELIMITER.test(left);
    // `**Q: **Why?` as well: a space that slipped in.
    const closer = skipSpacesInLine(text, behind);
    const right = Array.from(left).reverse().join('');
    if (left === '' || !text.startsWith(right, closer)) return { shown, isBold: hasLost, behind };
    return {
      shown: shown.slice(left.length),
      isBold: hasLost || BOLD_DELIMITER.test(left),
      behind: closer + right.length,
    };
  }

  #build({ shown, isBold, behind }: Dress, to: number, timed: boolean): LeadIn | null {
    const text = this.#text;
    const { name, isName, hasTime } = this.#judge(shown);
    let textFrom = this.#skipGap(behind, to);
    if (!isName) return textFrom >= to && this.#namesList(name, to) ? listLabel(name, to) : null;
    if (ASKING_BACK.test(name) && QUOTES.test(text.slice(behind, to).trimStart())) return null;
    // `Speaker 1: 00:12:33`, with the words in the next line or behind it.
    const said = Math.min(skipFullStamp(text, textFrom), to);
    const isTimed = timed || hasTime || said > textFrom;
    textFrom = said;
    return {
      name,
      to: textFrom,
      isAlone: textFrom >= to,
      isBold,
      isTimed,
      isSure: true,
      isOfList: false,
    };
  }

  #judge(shown: string): Judged {
    let judged = this.#judged.get(shown);
    if (!judged) {
      const untimed = withoutStamp(shown);
      const name = untimed.trim().replace(BRACKETED, '$1');
      judged = { name, isName: isName(name), hasTime: untimed !== shown };
      this.#judged.set(shown, judged);
    }
    return judged;
  }

  /** Over white space and the emphasis that opens or closes there. */
  #skipGap(from: number, to: number): number {
    let at = from;
    while (at < to) {
      const kind = classAt(this.#text, at);
      const end =
        kind === CHARACTER.space
          ? at + 1
          : kind === CHARACTER.emphasis
            ? this.#spans.emphasisEnd(at)
            : at;
      if (end === at) break;
      at = end;
    }
    return Math.min(at, to);
  }

  /** Whether a clause that is no name, alone in the line that ends at `to`, stands above a list. */
  #namesList(name: string, to: number): boolean {
    LIST_BELOW.lastIndex = to;
    if (!LIST_BELOW.test(this.#text)) return false;
    return (
      /[\p{L}\p{N}]/u.test(name) && !SENTENCE_PUNCTUATION.test(name) && closesWhatItOpens(name)
    );
  }
}

function leadingEmphasis(name: string): string {
  return LEADING_EMPHASIS.exec(name)?.[0] ?? '';
}

function listLabel(name: string, to: number): LeadIn {
  return { name, to, isAlone: true, isBold: false, isTimed: false, isSure: true, isOfList: true };
}

function isName(name: string): boolean {
  if (name === '' || name.length > LONGEST_NARROW) return false;
  if (SENTENCE_PUNCTUATION.test(name)) return false;
  if (!/[\p{L}\p{N}]/u.test(name)) return false;
  if (!closesWhatItOpens(name)) return false;
  const isChinese = /[\u3400-\u9fff]/.test(name);
  if (isChinese && name.length > LONGEST_WIDE) return false;
  if (!isChinese && name.split(/\s+/).length > 5) return false;
  if (SAYING.test(name)) return true;
  if (CLAUSE.test(name) || OPENS_CLAUSE.test(name) || LINK_WORD.test(name)) return false;
  return !(hasInterrogative(name) && name.length > 3);
}

/** A colon inside code, maths or brackets ends no name: `` `find(path: string)` ``. */
function closesWhatItOpens(name: string): boolean {
  let depth = 0;
  let fences = 0;
  for (const character of name) {
    if (character === '`' || character === '$') fences += 1;
    else if ('([{（【'.includes(character)) depth += 1;
    else if (')]}）】'.includes(character)) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && fences % 2 === 0;
}

/** A colon inside a time, a URL, a field, a path (`C:\Users`). */
function isInToken(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next === 0x3a || next === 0x2f || next === 0x5c) return true;
  if (text.charCodeAt(at - 1) === 0x3a) return true;
  const kind = classAt(text, at + 1);
  return kind === CHARACTER.word && !isWide(next);
}
