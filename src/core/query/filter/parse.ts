/**
 * Filter words ↔ filter. A word is free text, or `field:value`; white space parts words, quotes keep it:
 *
 *     stance:outward stage:outward/limits speaker:"Lex Fridman" "free text" word
 *
 * Inside quotes, `\"` and `\\` stand for `"` and `\`. Curly quotes and the full-width colon after a known
 * field do as well, since phones and Chinese keyboards type them. Reading never throws: what can't be
 * read is reported where it stands, and the other words still count.
 */
import { isField, isValue, type Field } from './fields';
import type { Filter, FilterTerm } from './filter';
import { foldText } from '../columns/folded-text';

export type FilterErrorCode =
  'unknown-field' | 'unknown-value' | 'missing-value' | 'unclosed-quote' | 'text-after-quote';

/** What is wrong, and where in the filter words: UTF-16 offsets, `to` exclusive. */
export interface FilterError {
  readonly from: number;
  readonly to: number;
  readonly code: FilterErrorCode;
}

export interface FilterReading {
  readonly filter: Filter;
  readonly errors: readonly FilterError[];
}

/** A value as written: from `from` up to `to`, with the first thing wrong with it. */
interface ValueReading {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly quoted: boolean;
  readonly error: FilterError | null;
}

const SPACE = /\s/;
const NAME = /([a-z]+)([:：])/iy;
const CLOSING_QUOTES: ReadonlyMap<string | undefined, string> = new Map([
  ['"', '"'],
  ['“', '”'],
]);

export function parseFilter(words: string): FilterReading {
  const filter: FilterTerm[] = [];
  const errors: FilterError[] = [];
  let at = skipSpaces(words, 0);
  while (at < words.length) {
    const name = readName(words, at);
    const value = readValue(words, at + name.length);
    const error = findError(at, name, value);
    if (error) errors.push(error);
    else filter.push({ field: name.field ?? 'text', value: canonical(name.field, value.value) });
    at = skipSpaces(words, value.to);
  }
  return { filter, errors };
}

/** The field before a colon; `field` is null for free text, `unknown` where no field has that name. */
function readName(
  words: string,
  at: number,
): { readonly field: Field | null; readonly unknown: boolean; readonly length: number } {
  NAME.lastIndex = at;
  const [written = '', name = '', colon] = NAME.exec(words) ?? [];
  const field = name.toLowerCase();
  if (isField(field)) return { field, unknown: false, length: written.length };
  // `Q：什麼` is text in Chinese; `foo:bar` is a slip in a field's name.
  if (colon === ':') return { field: null, unknown: true, length: written.length };
  return { field: null, unknown: false, length: 0 };
}

function readValue(words: string, from: number): ValueReading {
  const close = CLOSING_QUOTES.get(words[from]);
  if (close !== undefined) return readQuoted(words, from, close);
  const to = findWordEnd(words, from);
  return { from, to, value: words.slice(from, to), quoted: false, error: null };
}

function readQuoted(words: string, from: number, close: string): ValueReading {
  let value = '';
  let at = from + 1;
  while (at < words.length && words[at] !== close) {
    const next = words[at + 1];
    const escaped = words[at] === '\\' && (next === close || next === '\\');
    value += words[escaped ? at + 1 : at] ?? '';
    at += escaped ? 2 : 1;
  }
  if (at >= words.length) {
    const error: FilterError = { from, to: words.length, code: 'unclosed-quote' };
    return { from, to: words.length, value, quoted: true, error };
  }
  const to = findWordEnd(words, at + 1);
  const error: FilterError | null =
    to > at + 1 ? { from: at + 1, to, code: 'text-after-quote' } : null;
  return { from, to, value, quoted: true, error };
}

function findError(
  at: number,
  name: ReturnType<typeof readName>,
  value: ValueReading,
): FilterError | null {
  if (name.unknown) return { from: at, to: value.from - 1, code: 'unknown-field' };
  if (value.error) return value.error;
  if (name.field === null) return null;
  if (value.value === '' && !value.quoted) {
    return { from: at, to: value.to, code: 'missing-value' };
  }
  if (name.field === 'is' && !isValue(foldText(value.value))) {
    return { from: value.from, to: value.to, code: 'unknown-value' };
  }
  return null;
}

function canonical(field: Field | null, value: string): string {
  return field === 'is' ? foldText(value) : value;
}

function skipSpaces(words: string, at: number): number {
  let end = at;
  while (end < words.length && SPACE.test(words.charAt(end))) end += 1;
  return end;
}

function findWordEnd(words: string, at: number): number {
  let end = at;
  while (end < words.length && !SPACE.test(words.charAt(end))) end += 1;
  return end;
}
