/** Runs of marks that end a sentence, and whether a question mark among them asks at all. */
import { CHARACTER, classAt, isAsciiWord, isDigit, isLower, isUpper, isWide } from './character';

const QUESTION_MARK = 0x3f;
const SPACE = 0x20;
const DOT = 0x2e;
const EQUALS = 0x3d;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const PLUS = 0x2b;
const STAR = 0x2a;
const STRAIGHT_QUOTE = 0x22;
const CLOSING_PARENTHESIS = 0x29;
const AMPERSAND = 0x26;

/** Past the run of stops, exclamation and question marks at `at`, at most to `limit`. */
export function runEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const kind = classAt(text, end);
    if (kind !== CHARACTER.stop && kind !== CHARACTER.bang && kind !== CHARACTER.ask) break;
    end += 1;
  }
  return end;
}

/** Just after the last question mark between `from` and `to`; `from` where there is none. */
export function lastAskEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && classAt(text, end - 1) !== CHARACTER.ask) end -= 1;
  return end;
}

/** Whether a question mark stands between `from` and `to`. */
export function hasAsk(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (classAt(text, at) === CHARACTER.ask) return true;
  }
  return false;
}

/**
 * Whether the question marks from `at` to `end`, with words before them, end a sentence: no operator, no
 * wildcard, no key on a keyboard, no query of an address. `isEntity`: an HTML entity follows.
 */
export function endsQuestion(text: string, at: number, end: number, isEntity: boolean): boolean {
  if (text.charCodeAt(end - 1) !== QUESTION_MARK) return true;
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(end);
  const isQuery = next === EQUALS || next === SLASH || (next === AMPERSAND && !isEntity);
  if (isAsciiWord(next) || isQuery) {
    // A space forgotten after the mark: `為什麼?AI`, `Is this it?It is.`
    if (isWide(before)) return true;
    const isWordEnd =
      isLower(before) || before === STRAIGHT_QUOTE || before === CLOSING_PARENTHESIS;
    return isUpper(next) && isWordEnd;
  }
  if (next === DOT && isAsciiWord(text.charCodeAt(end + 1))) return false;
  if (before === PLUS || before === BACKSLASH) return false;
  if (before === STAR && /[.)\]]/.test(text.charAt(at - 2))) return false;
  return !(before === SPACE && next === SPACE && goesOnAfterSpace(text, end + 1));
}

/** `a ? b : c`, `press ? for help`: a mark between spaces with more of the same sentence behind it. */
function goesOnAfterSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isLower(code) || isDigit(code)) return true;
  const kind = classAt(text, at);
  return !(
    kind === CHARACTER.word ||
    kind === CHARACTER.open ||
    kind === CHARACTER.straight ||
    kind === CHARACTER.space
  );
}
