/** Where a full stop ends a sentence, and where it only ends an abbreviation, a number or a name. */
import { CHARACTER, classAt, CLASS_OF, isAsciiWord, isDigit, isLower, isUpper } from './character';

/** Never the last word of a sentence. */
const LEADING = new Set(
  'dr mr mrs ms prof st vs e.g i.e eg ie cf fig figs eq no nos vol pp ch sec gen col sgt capt lt rev hon jr sr approx resp viz mt ft dept est'.split(
    ' ',
  ),
);

/** May end a sentence: it ends where a word follows that starts one. */
const TRAILING = new Set(
  'etc inc ltd co corp al a.m p.m u.s u.k u.n e.u d.c ph.d b.c a.d'.split(' '),
);

/** The longest word of both. */
const LONGEST_ABBREVIATION = 6;

/** `j.r.r`, `a.k.a`. */
const INITIALS = /^(?:[a-z]\.)+[a-z]$/;

const STARTER =
  /(?:what|why|how|who|when|where|which|whose|is|are|was|were|do|does|did|can|could|would|should|will|has|have|if|the|this|that|these|those|it|we|you|they|he|she|i|so|but|and|or|in|on|at|for|then|my|our|your|there|a|an|not|isn't|aren't|don't|doesn't)\b(?!\.)/iy;

const SMALL_STARTER =
  /(?:what|why|how|who|when|where|which|is|are|do|does|did|can|could|would|should|will|has|have|i|you|we|they|he|she|it|so|if|this)\b/y;

/**
 * Whether the full stop at `at` ends a sentence. `next` is the offset of what a reader reads next, over
 * line ends and closers; -1 where nothing follows.
 */
export function isSentenceEnd(text: string, at: number, next: number): boolean {
  const following = text.charCodeAt(at + 1);
  if (isAsciiWord(following)) return endsWithoutSpace(text, at);
  if (next === -1) return true;
  const nextCode = text.charCodeAt(next);
  const afterClass = classAt(text, at + 1);
  // `.env`, `.?`: a dot in a token.
  if (afterClass === CHARACTER.comma || afterClass === CHARACTER.pause) return false;
  const from = wordStart(text, at);
  const word = text.slice(from, at).toLowerCase();
  if (word === '') return true;
  const isNumber = isDigit(text.charCodeAt(from)) && /^\d{1,3}$/.test(word);
  if (isNumber && isLineOrSentenceStart(text, from)) return false;
  if (word.length <= LONGEST_ABBREVIATION && LEADING.has(word)) return false;
  if (isLower(nextCode)) return endsBeforeLower(text, at, next, word);
  const isInitial = word.length === 1 && isUpper(text.charCodeAt(from));
  if (!isInitial && !mayTrail(word) && !INITIALS.test(word)) return true;
  if (CLASS_OF[nextCode] !== CHARACTER.word) return true;
  if (!isAsciiWord(nextCode)) return !isInitial;
  STARTER.lastIndex = next;
  return STARTER.test(text);
}

function mayTrail(word: string): boolean {
  return word.length <= LONGEST_ABBREVIATION && TRAILING.has(word);
}

/** Text without capitals, and asides that start small: `tea. do you?`, `great. [laughs]`. */
function endsBeforeLower(text: string, at: number, next: number, word: string): boolean {
  if (word.length < 3 || mayTrail(word)) return false;
  if (/[[(]/.test(text.slice(at + 1, next))) return true;
  SMALL_STARTER.lastIndex = next;
  return SMALL_STARTER.test(text);
}

/** `taxes.Do you`: a space forgotten; `3.5`, `a.com`, `Node.js` are one token. */
function endsWithoutSpace(text: string, at: number): boolean {
  if (!isUpper(text.charCodeAt(at + 1)) || !isLower(text.charCodeAt(at - 1))) return false;
  if (!isLower(text.charCodeAt(at - 2))) return false;
  STARTER.lastIndex = at + 1;
  return STARTER.test(text);
}

function wordStart(text: string, at: number): number {
  let from = at;
  const leftmost = Math.max(0, at - 20);
  while (from > leftmost) {
    const code = text.charCodeAt(from - 1);
    if (!isAsciiWord(code) && code !== 0x2e) break;
    from -= 1;
  }
  return from;
}

/** A number there counts: `1. Why?`. */
function isLineOrSentenceStart(text: string, at: number): boolean {
  for (let back = at - 1; back >= 0; back -= 1) {
    const code = text.charCodeAt(back);
    if (code === 0x0a || code === 0x0d) return true;
    const kind = classAt(text, back);
    if (kind === CHARACTER.space || kind === CHARACTER.emphasis) continue;
    return (
      kind === CHARACTER.bullet || (kind !== CHARACTER.word && !isDigit(code) && code !== 0x2e)
    );
  }
  return true;
}
