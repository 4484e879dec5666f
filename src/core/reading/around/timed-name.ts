/** Names that stand with a time stamp and nothing else in their line: `Lex Fridman (00:12:33)`, `[00:01:02] **Tom**`. */
import {
  CLOCK,
  CLOSES_STAMP,
  HALF_OF_DAY,
  isStampedLine,
  mayStartStamp,
  OPENS_STAMP,
} from '../../text/time-stamp';
import type { BlockSpans } from '../../markdown/block-spans';
import { BOLD_DELIMITER } from '../../markdown/emphasis';
import type { LeadIn } from './lead-in';

const NAME = String.raw`(?<name>\p{L}[\p{L}\p{N} .·'’_-]{0,40}?)`;
/** `Lex Fridman (00:12:33)`, `说话人1 00:12`, `Tom | 00:12`. */
const TIMED_NAME = new RegExp(
  String.raw`^${NAME}(?:\s*(?<bracket>${OPENS_STAMP})|\s+(?:[-–—|｜]\s*)?(?:[上下]午\s?)?)(?<time>${CLOCK})${HALF_OF_DAY}${CLOSES_STAMP}?$`,
  'iu',
);
/** The same the other way round. */
const NAME_AFTER_TIME = new RegExp(
  String.raw`^(?<bracket>${OPENS_STAMP})?(?<time>${CLOCK})${CLOSES_STAMP}?\s+${NAME}$`,
  'u',
);
const LONGEST = 80;
const ENDS_TIMED = new RegExp(String.raw`\d(?:${CLOSES_STAMP}?[*_]{0,2}|\s?[ap]m)$`, 'i');
/** The last characters of such a line. */
const MAY_END_TIMED = new Set(
  Array.from('0123456789)）]】*_mM', (character) => character.charCodeAt(0)),
);
/** A recording begins at nought. */
const OFFSET = /^0{1,2}:|:\d{2}:/;
const DRESSED = /[*_=~]/;

/** The name of such a line, or of one without brackets that is followed by what is said; null where it has none. */
export function readTimedName(
  text: string,
  spans: BlockSpans,
  from: number,
  to: number,
): LeadIn | null {
  if (to - from > LONGEST) return null;
  const endsInTime =
    MAY_END_TIMED.has(text.charCodeAt(to - 1)) && ENDS_TIMED.test(text.slice(to - 4, to));
  if (!endsInTime && !mayStartStamp(text, from)) return null;
  const line = text.slice(from, to);
  const shown = DRESSED.test(line) ? spans.undressed(from, to) : line;
  const nameFirst = endsInTime ? TIMED_NAME.exec(shown) : null;
  const { name, bracket, time = '' } = (nameFirst ?? NAME_AFTER_TIME.exec(shown))?.groups ?? {};
  if (name === undefined) return null;
  if (bracket === undefined && isPartOfList(lineAfter(text, to))) return null;
  // Chapters are told the same way, the time first, and not in bold.
  const isBold = shown !== line && BOLD_DELIMITER.test(line);
  const isSure = nameFirst ? bracket !== undefined || OFFSET.test(time) : isBold;
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

/** Whether the line behind says that this one is of a list of chapters. */
function isPartOfList(next: string): boolean {
  return next === '' || isStampedLine(next);
}

/** The next line with something in it. */
function lineAfter(text: string, at: number): string {
  const rest = /\S[^\n\r]*/g;
  rest.lastIndex = at;
  return rest.exec(text)?.[0].trimEnd() ?? '';
}
