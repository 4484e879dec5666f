/**
 * Which opening bracket or quote of a passage belongs to which closing one. A mark without its
 * partner is no bracket: one stray `(` or `"` must not swallow the rest of a paragraph.
 */
import { CHARACTER, classAt, CLASS_OF, closerOf, isAsciiWord } from './character';

const STRAIGHT_QUOTE = 0x22;
const RIGHT_SINGLE = 0x2019;
const APOSTROPHE = 0x27;

/** Collects the bracket characters of a passage in order, then pairs them. */
export class BracketPairs {
  readonly #positions: number[] = [];
  readonly #codes: number[] = [];
  /** By index, the index of the partner; -1 where there is none. */
  #partners: number[] = [];
  /** Where the last answer stood: the sentence reader asks from left to right. */
  #cursor = 0;

  /** Takes note of the character at `at`, if it may be a bracket. `code` may stand for an entity there. */
  add(at: number, code: number): void {
    this.#positions.push(at);
    this.#codes.push(code);
  }

  /** Pairs what was added. Straight quotes take their side from the text around them. */
  pair(text: string): void {
    if (this.#positions.length < 2) return;
    this.#partners = new Array<number>(this.#positions.length).fill(-1);
    const stack: number[] = [];
    const open = new Map<number, number>();
    for (let index = 0; index < this.#positions.length; index += 1) {
      const code = this.#codes[index] ?? 0;
      const at = this.#positions[index] ?? 0;
      const straight = code === STRAIGHT_QUOTE || code === APOSTROPHE;
      const waiting = open.get(code) ?? 0;
      const opens = straight
        ? opensQuote(text, at, code, waiting > 0)
        : closerOf(code) !== undefined;
      if (opens) {
        stack.push(index);
        const close = straight ? code : (closerOf(code) ?? code);
        open.set(close, (open.get(close) ?? 0) + 1);
      } else if (waiting > 0 && !(straight && !closesQuote(text, at, code))) {
        this.#close(stack, open, index, code);
      }
    }
  }

  /** Where the partner of the bracket at `at` stands, or -1. */
  partnerOf(at: number): number {
    const positions = this.#positions;
    let index = this.#cursor;
    while (index > 0 && (positions[index] ?? Number.POSITIVE_INFINITY) > at) index -= 1;
    while (index < positions.length && (positions[index] ?? 0) < at) index += 1;
    this.#cursor = index;
    const partner = positions[index] === at ? this.#partners[index] : undefined;
    return partner === undefined ? -1 : (positions[partner] ?? -1);
  }

  #close(stack: number[], open: Map<number, number>, index: number, code: number): void {
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      const opener = this.#codes[top] ?? 0;
      const wanted = closerOf(opener) ?? opener;
      open.set(wanted, (open.get(wanted) ?? 1) - 1);
      if (wanted !== code) continue;
      this.#partners[top] = index;
      this.#partners[index] = top;
      return;
    }
  }
}

/** Whether a straight or right single quote at `at` may be a quote and no apostrophe. */
export function mayQuote(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== APOSTROPHE && code !== RIGHT_SINGLE) return true;
  return !(isLetterAt(text, at - 1) && isLetterAt(text, at + 1));
}

function opensQuote(text: string, at: number, code: number, isOpen: boolean): boolean {
  const length = text.charCodeAt(at) === 0x26 ? text.indexOf(';', at) - at + 1 : 1;
  const before = classAt(text, at - 1);
  const after = classAt(text, at + length);
  const spaceBefore = before === CHARACTER.space || before === CHARACTER.open;
  const spaceAfter = after === CHARACTER.space;
  if (code === APOSTROPHE) return !isOpen && spaceBefore && !spaceAfter;
  if (spaceBefore && !spaceAfter) return !isOpen;
  if (spaceAfter && !spaceBefore) return false;
  return !isOpen;
}

function closesQuote(text: string, at: number, code: number): boolean {
  return code !== APOSTROPHE || !isLetterAt(text, at + 1);
}

function isLetterAt(text: string, at: number): boolean {
  return (
    isAsciiWord(text.charCodeAt(at)) || (CLASS_OF[text.charCodeAt(at)] ?? 1) === CHARACTER.word
  );
}
