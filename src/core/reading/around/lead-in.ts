/**
 * What stands before a colon at the start of a line or alone in one: `核心問題：`, `Q:`, `**Lex Fridman:**`,
 * `唐鳳（00:12:33）：`. Whether it labels questions or names who speaks shows only over the whole note.
 */
import { CHARACTER, CLASS_OF, classAt, isDigit, isWide } from '../../text/character';
import { ForwardSearch } from '../../text/forward-search';
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
const TIME = /[（([]?\d{1,2}:\d{2}(?::\d{2})?[)）\]]?/;
/** `[00:12:33] `, `【00:12】`, `[12/03/2024, 09:14:22] `, `12/03/2024, 09:14 - `, `2024-03-12 09:14 `. */
const LEADING_TIME =
  /(?:[（([【](?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?[)）\]】]\s*|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]m)?\s(?:[-–—]\s)?)/iy;
/** `[SPEAKER_00]: ` */
const BRACKETED = /^[[【]([^[\]【】]+)[\]】]$/;
const TRAILING_TIME = /[（([]?\d{1,2}:\d{2}:\d{2}[)）\]]?[ \t\u3000]*/y;
/** A name, a time stamp and nothing else: `Lex Fridman (00:12:33)`, `说话人1 00:12`, `Tom | 00:12`. */
const TIMED_NAME =
  /^\*{0,2}(?<name>\p{L}[\p{L}\p{N} .·'’_-]{0,40}?)\*{0,2}(?:\s*(?<bracket>[（([【])|\s+(?:[-–—|｜]\s*)?(?:[上下]午\s?)?)(?<time>\d{1,2}:\d{2}(?::\d{2})?)(?:\s?[ap]m)?[)）\]】]?\*{0,2}$/iu;
/** The same the other way round: `[00:01:02] **Tom**`. */
const NAME_AFTER_TIME =
  /^(?<bracket>[（([【])?(?<time>\d{1,2}:\d{2}(?::\d{2})?)[)）\]】]?\s+\*{0,2}(?<name>\p{L}[\p{L}\p{N} .·'’_-]{0,40}?)\*{0,2}$/u;
const LONGEST_TIMED = 80;
const ENDS_TIMED = /\d(?:[)）\]】]?\*{0,2}|\s?[ap]m)$/i;
/** The last characters of such a line. */
const MAY_END_TIMED = new Set(Array.from('0123456789)）]】*mM', (sign) => sign.charCodeAt(0)));
/** A recording begins at nought. */
const OFFSET = /^0{1,2}:|:\d{2}:/;

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
const SENTENCE_SIGN = /[。，,！!？?；;、…“”「」『』"<>|]/;

/** A list right under a line, or a blank line below it. */
const LIST_BELOW = /[^\S\n]*\n(?:[>\s]*\n)?[>\t ]*(?:[-*+•]|\d{1,3}[.)])[ \t]/y;

/** Reads the lead-ins of a note. Names come again and again; each is judged once. */
export class LeadInReader {
  readonly #names = new Map<string, boolean>();
  readonly #colons: ForwardSearch;
  readonly #wideColons: ForwardSearch;

  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#colons = new ForwardSearch(text, ':');
    this.#wideColons = new ForwardSearch(text, '：');
  }

  /** The lead-in of the line between `from` and `to`, or null. */
  read(from: number, to: number): LeadIn | null {
    // Most lines have no colon at all.
    if (this.#colons.next(from) >= to && this.#wideColons.next(from) >= to) return null;
    const text = this.#text;
    let at = from;
    LEADING_TIME.lastIndex = at;
    const time = isTimeStart(text, at) ? LEADING_TIME.exec(text) : null;
    if (time) at += time[0].length;
    const nameFrom = at;
    const colon = Math.min(this.#colons.next(at), this.#wideColons.next(at));
    if (colon >= to || colon - at > COLON_REACH) return null;
    let columns = 0;
    for (; at < to && columns <= COLON_REACH; at += 1) {
      const code = text.charCodeAt(at);
      const kind = CLASS_OF[code];
      columns += isWide(code) ? 2 : 1;
      if (kind === CHARACTER.word || kind === CHARACTER.space) continue;
      if (code === WIDE_COLON || code === COLON) {
        if (code === WIDE_COLON || !isInToken(text, at))
          return this.#build(nameFrom, at, to, time !== null);
        columns -= 1;
      } else if (kind === CHARACTER.comma || kind === CHARACTER.stop || kind === CHARACTER.ask) {
        return null;
      }
    }
    return null;
  }

  #build(from: number, colon: number, to: number, timed: boolean): LeadIn | null {
    const text = this.#text;
    const raw = text.slice(from, colon);
    const hasTime = raw.includes(':') && TIME.test(raw);
    const name = (hasTime ? raw.replace(TIME, '') : raw)
      .replace(/\*+|__|==/g, '')
      .trim()
      .replace(BRACKETED, '$1');
    let isGood = this.#names.get(name);
    if (isGood === undefined) {
      isGood = isName(name);
      this.#names.set(name, isGood);
    }
    if (!isGood) return this.#namesList(name, colon + 1, to) ? listLabel(name, to) : null;
    if (ASKING_BACK.test(name) && QUOTES.test(text.slice(colon + 1, to).trimStart())) return null;
    let textFrom = colon + 1;
    while (textFrom < to && isGap(text, textFrom)) textFrom += 1;
    // `Speaker 1: 00:12:33`, with the words in the next line or behind it.
    TRAILING_TIME.lastIndex = textFrom;
    const trailing = TRAILING_TIME.exec(text)?.[0] ?? '';
    textFrom = Math.min(textFrom + trailing.length, to);
    const isTimed = timed || hasTime || trailing !== '';
    const isBold = raw.startsWith('**') || raw.startsWith('__');
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

  /** Whether a clause that is no name stands alone above a list. */
  #namesList(name: string, from: number, to: number): boolean {
    let at = from;
    while (at < to && isGap(this.#text, at)) at += 1;
    if (at < to) return false;
    LIST_BELOW.lastIndex = to;
    if (!LIST_BELOW.test(this.#text)) return false;
    return /[\p{L}\p{N}]/u.test(name) && !SENTENCE_SIGN.test(name) && closesWhatItOpens(name);
  }
}

function listLabel(name: string, to: number): LeadIn {
  return { name, to, isAlone: true, isBold: false, isTimed: false, isSure: true, isOfList: true };
}

/** `Name (00:12:33)` alone in its line, or such a line without brackets that is followed by what is said. */
export function readTimedName(text: string, from: number, to: number): LeadIn | null {
  if (to - from > LONGEST_TIMED) return null;
  const endsInTime =
    MAY_END_TIMED.has(text.charCodeAt(to - 1)) && ENDS_TIMED.test(text.slice(to - 4, to));
  if (!endsInTime && !isTimeStart(text, from)) return null;
  const line = text.slice(from, to);
  const nameFirst = endsInTime ? TIMED_NAME.exec(line) : null;
  const { name, bracket, time = '' } = (nameFirst ?? NAME_AFTER_TIME.exec(line))?.groups ?? {};
  if (name === undefined) return null;
  if (bracket === undefined && isTimedLine(lineAfter(text, to))) return null;
  // Chapters are told the same way, the time first, and not in bold.
  const isSure = nameFirst ? bracket !== undefined || OFFSET.test(time) : line.includes('**');
  return {
    name: name.trim(),
    to,
    isAlone: true,
    isBold: false,
    isTimed: true,
    isSure,
    isOfList: false,
  };
}

function isTimeStart(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  return isDigit(first) || CLASS_OF[first] === CHARACTER.open;
}

/** Whether it is one of the lines of a list of chapters. */
function isTimedLine(line: string): boolean {
  return line === '' || /^[>\s（([]*\d{1,2}:\d{2}|\d{1,2}:\d{2}[)）\]]?$/.test(line);
}

/** The next line with something in it. */
function lineAfter(text: string, at: number): string {
  const rest = /\S[^\n\r]*/g;
  rest.lastIndex = at;
  return rest.exec(text)?.[0].trimEnd() ?? '';
}

function isGap(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return classAt(text, at) === CHARACTER.space || code === 0x2a || code === 0x5f;
}

function isName(name: string): boolean {
  if (name === '' || name.length > LONGEST_NARROW) return false;
  if (SENTENCE_SIGN.test(name)) return false;
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
  for (const sign of name) {
    if (sign === '`' || sign === '$') fences += 1;
    else if ('([{（【'.includes(sign)) depth += 1;
    else if (')]}）】'.includes(sign)) depth -= 1;
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
