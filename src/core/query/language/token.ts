/**
 * Filter words cut into tokens. White space parts words, quotes keep it; `-` and brackets mean something where a
 * word begins, a closing bracket also where a word ends that has not opened it. Inside quotes, `\"` and `\\`
 * stand for `"` and `\`. Curly quotes, full-width brackets and the full-width colon do as well, since phones
 * and Chinese keyboards type them.
 */
import { isField, type Field } from './fields';
import { problemAt, type LocatedProblem } from './problem';

/** `from`–`to` are UTF-16 offsets into the words. */
export type Token = (
  | { readonly kind: 'not' | 'or' | 'open' | 'close' }
  | {
      readonly kind: 'value';
      /** The field before the colon; null for free text. */
      readonly field: Field | null;
      /** What stands before the colon where no field has that name. */
      readonly unknownField: string | null;
      readonly value: string;
      /** Where the value begins. */
      readonly valueFrom: number;
      readonly quoted: boolean;
      readonly problem: LocatedProblem | null;
    }
) & { readonly from: number; readonly to: number };

const SPACE = /\s/;
const NAME = /([a-z]+)([:：])/iy;
const CLOSING_QUOTES: ReadonlyMap<string | undefined, string> = new Map([
  ['"', '"'],
  ['“', '”'],
]);
const OPENING_BRACKETS = '(（';
const CLOSING_BRACKETS = ')）';

/** Whether free text that begins like this has to be quoted to stay text. */
export function isOperatorLike(value: string): boolean {
  return (
    value === 'OR' ||
    /^[-()（）]/.test(value) ||
    CLOSING_QUOTES.has(value[0]) ||
    startsWithName(value)
  );
}

/** Whether a value reads as itself without quotes: in one piece, with a partner for each of its brackets. */
export function isOneWord(value: string): boolean {
  let opened = 0;
  for (const character of value) {
    if (SPACE.test(character)) return false;
    if (OPENING_BRACKETS.includes(character)) opened += 1;
    else if (CLOSING_BRACKETS.includes(character)) opened -= 1;
    if (opened < 0) return false;
  }
  return opened === 0;
}

/** The tokens of `words` from left to right; brackets that were opened are told by whoever follows them. */
export class Tokens {
  readonly #words: string;

  #at = 0;
  /** How many brackets are open: only then does one end a word. */
  #depth = 0;

  constructor(words: string) {
    this.#words = words;
  }

  next(): Token | null {
    const words = this.#words;
    let from = this.#at;
    while (from < words.length && SPACE.test(words.charAt(from))) from += 1;
    if (from >= words.length) return null;
    const token = this.#read(from);
    this.#at = token.to;
    return token;
  }

  #read(from: number): Token {
    const words = this.#words;
    const first = words.charAt(from);
    const one = { from, to: from + 1 };
    if (first === '-') return { kind: 'not', ...one };
    if (OPENING_BRACKETS.includes(first)) {
      this.#depth += 1;
      return { kind: 'open', ...one };
    }
    if (CLOSING_BRACKETS.includes(first)) {
      this.#depth = Math.max(0, this.#depth - 1);
      return { kind: 'close', ...one };
    }
    const end = wordEnd(words, from, this.#depth > 0);
    if (words.slice(from, end) === 'OR') return { kind: 'or', from, to: end };
    return this.#readValue(from);
  }

  #readValue(from: number): Token {
    const words = this.#words;
    NAME.lastIndex = from;
    const [written = '', name = '', colon] = NAME.exec(words) ?? [];
    const field = name.toLowerCase();
    const known = isField(field) ? field : null;
    // `Q：什麼` is text in Chinese; `foo:bar` is a slip in a field's name.
    const unknownField = known === null && colon === ':' ? name : null;
    const valueFrom = from + (known === null && unknownField === null ? 0 : written.length);
    const rest = readValue(words, valueFrom, this.#depth > 0);
    return { kind: 'value', from, field: known, unknownField, valueFrom, ...rest };
  }
}

function startsWithName(value: string): boolean {
  NAME.lastIndex = 0;
  return NAME.test(value);
}

function readValue(
  words: string,
  from: number,
  isInBrackets: boolean,
): {
  readonly to: number;
  readonly value: string;
  readonly quoted: boolean;
  readonly problem: LocatedProblem | null;
} {
  const close = CLOSING_QUOTES.get(words[from]);
  if (close === undefined) {
    const to = wordEnd(words, from, isInBrackets);
    return { to, value: words.slice(from, to), quoted: false, problem: null };
  }
  const parts: string[] = [];
  let at = from + 1;
  let kept = at;
  while (at < words.length && words[at] !== close) {
    const next = words[at + 1];
    if (words[at] === '\\' && (next === close || next === '\\')) {
      parts.push(words.slice(kept, at));
      at += 1;
      kept = at;
    }
    at += 1;
  }
  const value = parts.join('') + words.slice(kept, at);
  if (at >= words.length) {
    const to = words.length;
    return { to, value, quoted: true, problem: problemAt('unclosed-quote', from, to) };
  }
  const to = wordEnd(words, at + 1, isInBrackets);
  const problem = to > at + 1 ? problemAt('text-after-quote', at + 1, to) : null;
  return { to, value, quoted: true, problem };
}

/** Where the word ends; in brackets, a closing one that the word has not opened ends it. */
function wordEnd(words: string, from: number, isInBrackets: boolean): number {
  let opened = 0;
  let end = from;
  for (; end < words.length; end += 1) {
    const character = words.charAt(end);
    if (SPACE.test(character)) return end;
    if (!isInBrackets) continue;
    if (OPENING_BRACKETS.includes(character)) opened += 1;
    else if (CLOSING_BRACKETS.includes(character)) {
      if (opened === 0) return end;
      opened -= 1;
    }
  }
  return end;
}
