/** Runs of stops and asking signs that end a sentence. */
import { ASKS, CHARACTER, classAt, isCloser } from './character';

/** Past the run of stops, exclamation and asking signs at `at`, at most to `limit`. */
export function runEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const kind = classAt(text, end);
    if (kind !== CHARACTER.stop && kind !== CHARACTER.bang && kind !== CHARACTER.ask) break;
    end += 1;
  }
  return end;
}

/** Just after the last asking sign between `from` and `to`; `from` where there is none. */
export function lastAskEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && classAt(text, end - 1) !== CHARACTER.ask) end -= 1;
  return end;
}

/** Whether an asking sign stands between `from` and `to`. */
export function hasAsk(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (classAt(text, at) === CHARACTER.ask) return true;
  }
  return false;
}

/** A line that is a terminator and nothing else. */
const ASKS_ALONE = new RegExp(`^[${ASKS}]+$`);
const LONGEST_ALONE = 8;

/** A closing tag, a reference, the target of a link: what closes with more than one character, at the end of a text. */
const CLOSING_SPAN =
  /(?:<\/[a-z][\w-]*\s*>|\[\^[^\]\s]{1,200}\]|\]\((?:[^()\n]|\([^()\n]*\))*\)|\]\[[^\][\n]*\])$/i;

/** Whether `text` ends with a terminator and what may close it, as far as its letters alone can tell. */
export function endsWithTerminator(text: string): boolean {
  let end = text.length;
  for (;;) {
    const span = CLOSING_SPAN.exec(text.slice(0, end));
    if (span) end = span.index;
    else if (isCloser(text.charCodeAt(end - 1))) end -= 1;
    else break;
  }
  while (end > 0 && isExclamation(text.charAt(end - 1))) end -= 1;
  return classAt(text, end - 1) === CHARACTER.ask;
}

function isExclamation(character: string): boolean {
  return character === '!' || character === '！';
}

/**
 * Whether the line between `from` and `to` holds asking signs and nothing else, which parts the sides of a card
 * (Spaced Repetition): no sentence ends there.
 */
export function isCardSeparator(text: string, from: number, to: number): boolean {
  if (to - from > LONGEST_ALONE || classAt(text, from) !== CHARACTER.ask) return false;
  return ASKS_ALONE.test(text.slice(from, to));
}
