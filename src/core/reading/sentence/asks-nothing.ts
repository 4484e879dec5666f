/**
 * Asking signs that ask nothing because they are signs of their own: operators, wildcards, keys, signs of
 * optional names, queries of addresses. Only half-width ones are. What is looked at around one is bounded, and
 * is what a reader sees beside it: a delimiter of emphasis, a formula's dollar or a tag is no operator.
 */
import {
  CHARACTER,
  classAt,
  isAsciiWord,
  isAtLineEnd,
  isDigit,
  isLower,
  isUpper,
  isWide,
} from '../../text/character';
import { hasInterrogative } from '../../words/interrogative';
import { skipTail } from '../../text/line-tail';
import type { PassageText } from '../passage/passage-text';

const QUESTION_MARK = 0x3f;
const SPACE = 0x20;
const DOLLAR = 0x24;
const DOT = 0x2e;
const EQUALS = 0x3d;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const PLUS = 0x2b;
const DASH = 0x2d;
const STAR = 0x2a;
const UNDERSCORE = 0x5f;
const COLON = 0x3a;
const SEMICOLON = 0x3b;
const BACKTICK = 0x60;
const STRAIGHT_QUOTE = 0x22;
const OPENING_PARENTHESIS = 0x28;
const CLOSING_PARENTHESIS = 0x29;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;
const AMPERSAND = 0x26;

/** A span stands there instead. */
const NOTHING = 0;
/** Tags and links. */
const NO_OPERAND = /[#[]/;

/** How far is looked back from an asking sign. */
const REACH = 200;
const LONGEST_NAME = 40;
const LONGEST_KEY = 14;

/** Before an asking sign that is talked about: `占位符 ?`, `the ? operator`, `Shift + ?`. */
const NAMED_SIGN =
  /(?:[問问][號号]|[占佔]位[符元]|通配符|[萬万]用字元|[運运]算[符子]|字[符元]|符[號号]|[鍵键]|按下?|[*＋]|\b(?:the|an?|press|hit|question marks?))\s$/i;
/** `Shift+?`, `Ctrl-?`, `⌘?`. */
const KEYS =
  /(?:\b(?:shift|ctrl|control|alt|cmd|command|option|opt|meta|win|super|fn)\s?[+-]\s?|[⌘⌥⇧⌃]\s?)$/i;
/** The quantifier before a lazy one's `?`: `.+?`, `\d*?`. */
const QUANTIFIED = /(?:[.)\]]|\\\w)[+*]$/;
/** `a ? "b" : "c"`. */
const ALTERNATIVE = /[^\n\r?？]{1,60}\s:\s/y;
/** `name?: string`, `(name, depth?: number)`: the name by itself or after what sets names apart. */
const OPTIONAL_NAME = /(?:^|[.,({[|;]\s*)([a-z_$][\w$]*)$/;
/** A type that documentation links to: `**[string][2]?**`. */
const LINKED_TYPE = /(\*\*|__|\*|_)\[[\w.]+\](?:\[[^\][]*\]|\([^\s()]*\))$/;
/** A dubious move of chess: `12. e4?`. */
const CHESS_MOVE = /\d\.+\s?[KQRBN]?[a-h]?[1-8]?x?[a-h][1-8][+#]?$/;
/** A call: its name with what it is given, and no space between. */
const CALL = /\w\([^()]*\)$/;
const QUERY = /[A-Za-z][\w-]{0,40}[=&]/y;

/** A run of asking signs, as its sentence knows it. */
export interface AskRun {
  /** Where its sentence starts. */
  readonly start: number;
  /** Its first character. */
  readonly at: number;
  /** Just after its last asking sign. */
  readonly end: number;
  /** Where the text goes on: `end`, or behind the marks that stand there with the spaces that are their own. */
  readonly behind: number;
}

/** Whether the run, with words before it, ends a sentence and is not there for itself. */
export function endsQuestion(passage: PassageText, run: AskRun): boolean {
  const { text } = passage;
  const { start, at, behind } = run;
  if (text.charCodeAt(run.end - 1) !== QUESTION_MARK) return true;
  const before = passage.shownBefore(at);
  const next = passage.spanAt(behind) === null ? text.charCodeAt(behind) : NOTHING;
  // `?==` closes a highlight, or would if text did not follow.
  const isEqual = next === EQUALS && text.charCodeAt(behind + 1) !== EQUALS;
  const isQuery = isEqual || next === SLASH || next === AMPERSAND;
  if (isAsciiWord(next) || isQuery) {
    // A space forgotten after the asking sign: `為什麼?AI`, `Is this it?It is.`
    if (isWide(before)) return true;
    const isWordEnd =
      isLower(before) || before === STRAIGHT_QUOTE || before === CLOSING_PARENTHESIS;
    return isUpper(next) && isWordEnd && !startsQuery(text, behind);
  }
  switch (next) {
    case DOT: {
      const accessed = text.charCodeAt(behind + 1);
      const isAccess = accessed === OPENING_BRACKET || accessed === OPENING_PARENTHESIS;
      if (isAccess || isAsciiWord(accessed)) return false;
      break;
    }
    case COLON:
      // `https?://`, `https?:\/\/`
      if (
        text.charCodeAt(behind + 1) === SLASH ||
        text.charCodeAt(behind + 1) === BACKSLASH ||
        followsOptionalName(text, start, at)
      ) {
        return false;
      }
      break;
    case SEMICOLON:
      // `open(path)?;`
      if (CALL.test(text.slice(Math.max(start, at - LONGEST_NAME), at))) return false;
  }
  if (isEmphasizedType(text, run)) return false;
  switch (before) {
    case BACKSLASH:
    case DOLLAR:
      return false;
    case STAR:
    case PLUS:
      if (QUANTIFIED.test(text.slice(Math.max(0, at - 3), at))) return false;
      break;
    case DASH:
      // `-?` is an option; `what if I-?` breaks off.
      if (!isAsciiWord(text.charCodeAt(at - 2)) && text.charCodeAt(at - 2) !== DASH) return false;
      break;
    case SPACE:
      if (next === SPACE && goesOnAfterSpace(passage, behind + 1)) return false;
      if (isNamed(text, start, at)) return false;
  }
  const context = text.slice(Math.max(0, at - LONGEST_KEY), at);
  if (KEYS.test(context)) return false;
  return !(isDigit(before) && CHESS_MOVE.test(context));
}

/** `a ? b : c`, `press ? for help`: one between spaces with more of the same sentence behind it. */
function goesOnAfterSpace(passage: PassageText, at: number): boolean {
  const { text } = passage;
  // Tags, comments, fields and links are no operands; code and formulas may be.
  const next = skipTail(text, at);
  if (next >= passage.end || isAtLineEnd(text, next)) return false;
  const span = passage.spanAt(next);
  if (span) return span.kind === 'opaque' && !NO_OPERAND.test(text.charAt(next));
  const code = text.charCodeAt(next);
  if (isLower(code) || isDigit(code)) return true;
  ALTERNATIVE.lastIndex = next;
  if (ALTERNATIVE.test(text)) return true;
  const kind = classAt(text, next);
  return !(
    kind === CHARACTER.word ||
    kind === CHARACTER.open ||
    kind === CHARACTER.straight ||
    kind === CHARACTER.space
  );
}

function startsQuery(text: string, at: number): boolean {
  QUERY.lastIndex = at;
  return QUERY.test(text);
}

function isNamed(text: string, start: number, at: number): boolean {
  if (!NAMED_SIGN.test(text.slice(Math.max(0, at - 20), at))) return false;
  return !hasInterrogative(text.slice(Math.max(start, at - REACH), at));
}

function followsOptionalName(text: string, start: number, at: number): boolean {
  const name = OPTIONAL_NAME.exec(text.slice(Math.max(start, at - LONGEST_NAME), at))?.[1];
  return name !== undefined && !hasInterrogative(name);
}

/** `**mark?** `string``, `**[string][2]?**`: emphasis around one name and its `?`. */
function isEmphasizedType(text: string, { start, at, behind: end }: AskRun): boolean {
  if (text.charCodeAt(end) !== STAR && text.charCodeAt(end) !== UNDERSCORE) return false;
  if (
    text.charCodeAt(at - 1) === CLOSING_BRACKET ||
    text.charCodeAt(at - 1) === CLOSING_PARENTHESIS
  ) {
    const emphasis = LINKED_TYPE.exec(text.slice(Math.max(0, at - REACH), at))?.[1];
    return emphasis !== undefined && text.startsWith(emphasis, end);
  }
  let after = end;
  while (text.charCodeAt(after) === STAR || text.charCodeAt(after) === UNDERSCORE) after += 1;
  while (text.charCodeAt(after) === SPACE) after += 1;
  const follows = text.charCodeAt(after);
  return (follows === BACKTICK || follows === COLON) && followsOptionalName(text, start, at);
}
