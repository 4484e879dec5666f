/**
 * Whether a sentence runs on from one line into the next. Notes are broken into lines in three ways: one
 * clause a line (often with blank lines between), wrapped at a width, or one thought a line; what stands at
 * the break tells them apart.
 */
import {
  CHARACTER,
  classAt,
  isAsciiWord,
  isLineEnd,
  isLower,
  isUpper,
  isWide,
  lineEndFrom,
  lineStartBefore,
  skipSpacesBack,
} from '../../text/character';
import { hasTimeStamp } from '../../text/time-stamp';
import { hasInterrogative } from '../../words/interrogative';

/** `即使……` in one line goes on with `也……` in the next, whatever stands at the end of the first. */
const CONDITION =
  /^[\s>*+-]*(?:但|而|又|可|只)?(?:即使|就算|如果|若|因為|因为|當|当|雖然|虽然|儘管|尽管|既然|只要|只有|除非|不管|不論|不论|無論|无论|一旦|假如|與其|与其|為了|为了|連|连)/;
const CONSEQUENCE = /[也都就卻却才則则還还又那便]/;
/** A line that starts so starts an item of its own, whatever stands before. */
const ITEM =
  /(?:[-*+•·]\s|\d{1,3}[.)]\s|\(\d{1,3}\)|（\d{1,3}）|\d{1,3}[、）．]|[（(]?[一二三四五六七八九十]{1,3}[、)）.．]|[①-⑳❶-❿]|[A-Za-z][.)]\s)/y;
/** Characters that no line starts with of its own accord. */
const CLOSING = new Set<number>([CHARACTER.ask, CHARACTER.stop, CHARACTER.comma, CHARACTER.close]);
const OPENING = new Set<number>([CHARACTER.open, CHARACTER.straight, CHARACTER.emphasis]);
const LONGEST_OPENING = 3;
const DOT = 0x2e;
const CLOSING_PARENTHESIS = 0x29;
const COUNTING = new Set(
  Array.from('一二三四五六七八九十', (character) => character.charCodeAt(0)),
);
/** Lines are wrapped at no less than this, and at no more than that: longer ones are paragraphs. */
const NARROWEST = 40;
const WIDEST = 120;
/** `下面說明如何安裝：` has a word that asks, and asks nothing. */
const ANNOUNCES =
  /下面|以下|如下|[說说講讲]明|[講讲]解|介[紹绍]|[總总][結结]|分享|[說说][說说]|[來来看]看/;
/** `人到底` in one line, `為什麼需要故事？` in the next. */
const LEADS_ON =
  /(?:到底|究竟|是否|[關关][於于]|[對对][於于]|因[為为]|以及|或者|[還还]是|或是|[與与])$/;
const LONGEST_LEADER = 2;
/** A line of one clause. */
const LONGEST_CLAUSE = 40;
/** Words that nothing ends with. */
const HALF_OPEN =
  /\b(?:an?|the|of|in|on|at|to|for|from|with|by|about|and|or|but|nor|is|are|was|were|be|that|which|who|if|than|as|into|my|your|his|her|its|our|their|Dr\.|Mr\.|Mrs\.|Ms\.)$/i;
const STARTS_ASKING =
  /^[\s>*+-]*(?:who|whom|whose|what|when|where|why|how|which|do|does|did|is|are|was|were|can|could|should|would|will|has|have|had|if)\b/i;
const SENTENCE_WITHIN = /[a-z\d)][.!?]+["”’)*]*\s+\S/i;
/** A clause before a colon is no longer than this. */
const LONGEST_LEAD = 200;

/** `why is the sky blue?`, `is it true?` in a note that has no capitals. */
const ASKS_SMALL =
  /(?:who|whom|whose|what|when|where|why|how|which)\b|(?:do|does|did|is|are|was|were|can|could|should|would|will|has|have)\s(?:i|you|we|they|he|she|it|there|this|that)\b/y;
/** What a word that asks may complete: `we wondered` `why nobody was there`, `the place` `where it stood`. */
const WAITS_FOR_CLAUSE =
  /\b(?:wonder(?:s|ed|ing)?|know[sn]?|knew|ask(?:s|ed|ing)?|tell(?:s|ing)?|told|sees?|seen|saw|sa(?:ys?|id)|understand|understood|explain(?:s|ed)?|remember(?:s|ed)?|forg[eo]t|guess(?:ed)?|thinks?|thought|out|decide[sd]?|learn(?:s|ed)?|shows?|showed|shown|matters?|cares?|idea|sure|clear|unclear|curious|question|reason|place|time|way|day|night|moment|case|things?|person|people|man|men|woman|women|one|ones|those|all|depends?|just|only|even|exactly|not)(?:\s(?:me|you|him|her|us|them|it))?$/i;
/** Lines further up are no part of the clause. */
const MOST_LINES_BACK = 8;

export interface LineBreak {
  /** Just after the last character before the break, trailing marks and spaces left out. */
  readonly before: number;
  /** The first character after it. */
  readonly after: number;
  /** How wide the lines are; null where blank lines stand between. Measured only where it matters. */
  readonly measure: (() => LineWidths) | null;
}

/** In columns: the line before the break, what a reader sees of it, and the widest line of its paragraph. */
export interface LineWidths {
  readonly own: number;
  /** Without the targets of links, tags and comments. */
  readonly shown: number;
  readonly widest: number;
  /** Another line, not the last one, is about as wide as the widest. */
  readonly isOneOfMany: boolean;
}

/** Whether a line starts an item (`2. `, `（一）`, `•`) though Markdown sees running text. */
export function startsItem(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Most lines start with an ideograph that counts nothing.
  if (code >= 0x3400 && code <= 0x9fff && !COUNTING.has(code)) return false;
  // Or with a word.
  if (isLower(code) || isUpper(code)) {
    const next = text.charCodeAt(at + 1);
    if (next !== DOT && next !== CLOSING_PARENTHESIS) return false;
  }
  ITEM.lastIndex = at;
  return ITEM.test(text) || classAt(text, at) === CHARACTER.bullet;
}

/** Whether the sentence before `gap`, which no terminator has ended, goes on after it. */
export function goesOn(text: string, gap: LineBreak): boolean {
  if (startsItem(text, gap.after)) return false;
  const last = lastClass(text, gap.before);
  if (last === CHARACTER.comma) return true;
  if (hasTimeStamp(text, gap.before, gap.after)) {
    return last === CHARACTER.word && goesOnInCaption(text, gap);
  }
  const next = text.charCodeAt(gap.after);
  if (last === CHARACTER.pause) {
    return gap.measure !== null || asksBefore(text, gap.before, isWide(next) || isLower(next));
  }
  if (last === CHARACTER.word && isLeftOpen(text, gap.before, isWide(next) || isLower(next))) {
    return true;
  }
  const isConsequence = isWide(next) && CONSEQUENCE.test(text.charAt(gap.after));
  if (isConsequence && CONDITION.test(lineBefore(text, gap.before))) return true;
  if (gap.measure === null) return isLower(next) && breaksOff(text, gap.before);
  if (isLower(next)) return !startsAsking(text, gap);
  if (CLOSING.has(classAt(text, gap.after))) return true;
  if (isLower(text.charCodeAt(skipOpening(text, gap.after))) && breaksOff(text, gap.before)) {
    return true;
  }
  return isWrapped(text, gap, gap.measure());
}

/** Whether a small word that asks starts anew: no line before it is full, and none leaves its clause open. */
function startsAsking(text: string, { before, after }: LineBreak): boolean {
  ASKS_SMALL.lastIndex = after;
  if (!ASKS_SMALL.test(text)) return false;
  let end = before;
  for (let count = 0; count < MOST_LINES_BACK; count += 1) {
    const from = lineStartBefore(text, end);
    const line = text.slice(from, end).trim();
    if (line === '') return true;
    if (end - from >= NARROWEST || lastClass(text, end) === CHARACTER.comma) return false;
    if (HALF_OPEN.test(line) || STARTS_ASKING.test(line) || WAITS_FOR_CLAUSE.test(line))
      return false;
    if (lastClass(text, end) !== CHARACTER.word) return true;
    if (from === 0) return true;
    end = skipSpacesBack(text, from);
  }
  return true;
}

/** One clause a line, and this one is in the middle: of a quotation, behind a comma, before what it asks about. */
function isLeftOpen(text: string, before: number, mayGoOn: boolean): boolean {
  if (!mayGoOn) return false;
  if (LEADS_ON.test(text.slice(Math.max(0, before - LONGEST_LEADER), before))) return true;
  const from = lineStartBefore(text, before);
  if (before - from <= LONGEST_CLAUSE && isBehindComma(text, from)) return true;
  return isWide(text.charCodeAt(before - 1)) && opensQuotation(text.slice(from, before));
}

function opensQuotation(line: string): boolean {
  return (
    line.lastIndexOf('「') > line.lastIndexOf('」') ||
    line.lastIndexOf('『') > line.lastIndexOf('』')
  );
}

/** Whether the line before the one that starts at `from` ends in a comma. */
function isBehindComma(text: string, from: number): boolean {
  const end = skipSpacesBack(text, from);
  return end > 0 && lastClass(text, end) === CHARACTER.comma;
}

/** Captions are cut anywhere and often have no punctuation: what has begun to ask goes on, and what asks by itself starts. */
function goesOnInCaption(text: string, { before, after }: LineBreak): boolean {
  const next = text.charCodeAt(after);
  if (hasInterrogative(text.slice(after, lineEndFrom(text, after)))) return false;
  return isLower(next) || (isWide(next) && hasInterrogative(lineBefore(text, before)));
}

/** Whether the next line's first word had no room left in a line wrapped greedily. */
function isWrapped(
  text: string,
  { before, after }: LineBreak,
  { own, shown, widest, isOneOfMany }: LineWidths,
): boolean {
  const limit = Math.max(widest, NARROWEST);
  if (limit > WIDEST) return false;
  // A line that is full by its own measure alone may be a thought of its own.
  if (!isOneOfMany && !isHalf(lineBefore(text, before))) return false;
  let columns = own;
  if (isWide(text.charCodeAt(after))) return columns + 4 > limit && shown > NARROWEST;
  for (let at = after; at < text.length && columns <= limit; at += 1) {
    if (classAt(text, at) === CHARACTER.space) break;
    columns += 1;
  }
  return columns + 1 > limit;
}

/** Whether a line without a stop at its end is running text, and not over. */
function isHalf(line: string): boolean {
  return HALF_OPEN.test(line) || SENTENCE_WITHIN.test(line) || STARTS_ASKING.test(line);
}

/** Captions and pasted pages break paragraphs in mid-sentence: a full line without a stop at its end. */
function breaksOff(text: string, before: number): boolean {
  if (lastClass(text, before) !== CHARACTER.word) return false;
  return before - lineStartBefore(text, before) >= NARROWEST;
}

/** Over quotes, brackets and emphasis before a line's first word. */
function skipOpening(text: string, from: number): number {
  let at = from;
  while (at - from < LONGEST_OPENING && OPENING.has(classAt(text, at))) at += 1;
  return at;
}

/** Whether the line that ends at `before` has begun to ask: `哪一種比較好：`. What starts large starts anew. */
function asksBefore(text: string, before: number, mayGoOn: boolean): boolean {
  if (!mayGoOn) return false;
  const line = lineBefore(text, before);
  return line.length <= LONGEST_LEAD && hasInterrogative(line) && !ANNOUNCES.test(line);
}

function lineBefore(text: string, before: number): string {
  return text.slice(lineStartBefore(text, before), before);
}

function lastClass(text: string, before: number): number {
  let at = before - 1;
  while (at >= 0) {
    const kind = classAt(text, at);
    if (kind !== CHARACTER.emphasis && kind !== CHARACTER.space) return kind;
    if (isLineEnd(text.charCodeAt(at))) return kind;
    at -= 1;
  }
  return CHARACTER.space;
}

/** Columns a stretch of text takes: wide characters count two. */
export function widthInColumns(text: string, from: number, to: number): number {
  let columns = to - from;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (!isAsciiWord(code) && isWide(code)) columns += 1;
  }
  return columns;
}
