/**
 * Where in a query somebody is typing, and what may stand there. A place is one word, value or name, whose end the
 * cursor is at or whose middle it is in, where nothing behind it would come to mean something else.
 */
import type { Field } from '../language/fields';
import {
  instructionLine,
  separateWords,
  type InstructionLine,
  type Word,
} from '../language/instruction';
import { lineAt } from '../language/query-lines';
import { GROUP_FIELDS, NOTE_CHOICES, PARTS, SORT_FIELDS, VIEWS } from '../language/statement';
import { Tokens, type Token } from '../language/token';

/** Instructions that are followed by words of a list; `reverse` is what may follow one of these. */
export type WordList = 'scope' | 'group' | 'sort' | 'view' | 'parts' | 'reverse';

export type CompletionPlace = {
  /** What a completion stands in place of, UTF-16 offsets into the query. */
  readonly from: number;
  readonly to: number;
  /** What of it stands before the cursor, as it is meant: without quotes. */
  readonly typed: string;
  /** The cursor is at its end. */
  readonly isAtEnd: boolean;
  /** The query is none as long as nothing stands there. */
  readonly isDue: boolean;
} & (
  | { readonly kind: 'field' }
  /** The beginning of a line that has nothing else: a field or an instruction. */
  | { readonly kind: 'line' }
  | { readonly kind: 'value'; readonly field: Field }
  | { readonly kind: 'word'; readonly list: WordList; readonly words: readonly string[] }
  | { readonly kind: 'path'; readonly of: 'note' | 'folder' }
  | { readonly kind: 'preset' }
);

/** Nobody writes more by hand, and each key asks. In UTF-16 units. */
export const LONGEST_LINE = 1500;
export const LONGEST_QUERY = 50_000;

/** What instructions begin with. Those with a blank at their end need something behind them. */
export const INSTRUCTIONS = [
  'scope ',
  'group by ',
  'sort by ',
  'limit ',
  'limit groups ',
  'view ',
  'show ',
  'hide ',
  'preset ',
  'explain',
] as const;
export type InstructionWords = (typeof INSTRUCTIONS)[number];

/** Null where nothing is completed: in a comment, in free text, in the middle of a field's name. */
export function completionPlace(query: string, offset: number): CompletionPlace | null {
  if (query.length > LONGEST_QUERY) return null;
  const line = lineAt(query, offset);
  const { from, text } = line;
  const cursor = offset - from;
  if (text.length > LONGEST_LINE || /^\s*#/.test(text)) return null;
  if (isInContinuation(query, offset)) return null;
  const place = placeIn(text, cursor);
  return place && { ...place, from: place.from + from, to: place.to + from };
}

/** Between the `\` that goes on in the next line and the line's end: what stands there would undo it. */
function isInContinuation(query: string, offset: number): boolean {
  const before = /\\[^\S\r\n]*$/.test(query.slice(Math.max(0, offset - LONGEST_LINE), offset));
  return before && /^[^\S\r\n]*[\r\n]/.test(query.slice(offset, offset + LONGEST_LINE));
}

function placeIn(line: string, cursor: number): CompletionPlace | null {
  const instruction = instructionLine(line);
  if (instruction && cursor > instruction.end && instruction.kind !== 'limit') {
    return placeInInstruction(instruction, line, cursor);
  }
  const isLast = line.slice(cursor).trim() === '';
  const before = line.slice(0, cursor).trimStart();
  if (isLast && (before === '' || beginsInstruction(before))) {
    return placeAt(cursor - before.length, cursor, before, { kind: 'line' });
  }
  return instruction ? null : placeInWords(line, cursor, isLast);
}

/** What is typed of an instruction's beginning, in the form that `INSTRUCTIONS` has. */
export function instructionTyped(typed: string): string {
  return typed.replace(/\s+/g, ' ');
}

function beginsInstruction(before: string): boolean {
  const typed = instructionTyped(before);
  return INSTRUCTIONS.some((words) => words.startsWith(typed));
}

function placeInWords(line: string, cursor: number, isLast: boolean): CompletionPlace | null {
  const tokens = new Tokens(line);
  let last: Token | null = null;
  for (let token = tokens.next(); token; token = tokens.next()) {
    // What begins right behind the cursor would grow together with what is put there.
    if (token.from === cursor && token.kind !== 'close') return null;
    if (token.from >= cursor) break;
    last = token;
  }
  if (!last) return null;
  const isBehind = last.to < cursor;
  if (last.kind !== 'value') {
    const isDue = last.kind === 'not' || last.kind === 'open' || (last.kind === 'or' && isBehind);
    return isDue || isBehind ? placeAt(cursor, cursor, '', { kind: 'field' }, isDue) : null;
  }
  if (isBehind) return placeAt(cursor, cursor, '', { kind: 'field' });
  if (last.unknownField !== null) return null;
  if (last.field !== null) return placeInValue(last, last.field, line, cursor);
  if (last.quoted || last.to !== cursor) return null;
  const typed = line.slice(last.from, cursor);
  const isAlone = isLast && line.slice(0, last.from).trim() === '';
  return placeAt(last.from, cursor, typed, { kind: isAlone ? 'line' : 'field' });
}

function placeInValue(
  token: Extract<Token, { readonly kind: 'value' }>,
  field: Field,
  line: string,
  cursor: number,
): CompletionPlace | null {
  const { valueFrom, to, quoted, problem } = token;
  if (cursor < valueFrom) return null;
  const place = { kind: 'value', field } as const;
  if (!quoted) {
    const typed = line.slice(valueFrom, cursor);
    return { ...placeAt(valueFrom, to, typed, place, to === valueFrom), isAtEnd: cursor === to };
  }
  const isOpen = problem?.code === 'unclosed-quote';
  // Closing the quote where words follow would give them another meaning.
  if (isOpen && line.slice(cursor).trim() !== '') return null;
  const close = isOpen ? cursor : (problem?.from ?? to) - 1;
  if (cursor > close) return null;
  const typed = line.slice(valueFrom + 1, cursor).replace(/\\(["”\\])/g, '$1');
  return {
    ...placeAt(valueFrom, isOpen ? cursor : to, typed, place),
    isAtEnd: cursor === close,
  };
}

function placeInInstruction(
  { kind, rest }: InstructionLine,
  line: string,
  cursor: number,
): CompletionPlace | null {
  const { words, whole } = rest;
  const isLast = line.slice(cursor).trim() === '';
  switch (kind) {
    case 'scope': {
      const [first] = words;
      if (!first || cursor <= first.to) {
        return isLast ? wordPlace(words, cursor, 'scope', NOTE_CHOICES) : null;
      }
      const of = first.text.toLowerCase();
      if (of !== 'note' && of !== 'folder') return null;
      return namePlace(words[1]?.from, line, cursor, { kind: 'path', of });
    }
    case 'group':
    case 'sort': {
      const [first, second] = words;
      if (!first || cursor <= first.to) {
        const isSound = !second || /^reverse\s*$/i.test(line.slice(second.from));
        const fields = kind === 'group' ? GROUP_FIELDS : SORT_FIELDS;
        return isSound && (first || isLast) ? wordPlace(words, cursor, kind, fields) : null;
      }
      const known: readonly string[] = kind === 'group' ? GROUP_FIELDS : SORT_FIELDS;
      if (!isLast || !known.includes(first.text.toLowerCase())) return null;
      return wordPlace(words.slice(1), cursor, 'reverse', ['reverse']);
    }
    case 'view':
      return isLast ? wordPlace(words, cursor, 'view', VIEWS) : null;
    case 'show':
    case 'hide': {
      const named = separateWords(whole);
      const others = new Set(
        named.flatMap(({ text, from, to }) => (from < cursor && cursor <= to ? [] : [text])),
      );
      const left = PARTS.filter((part) => !others.has(part));
      const here = named.find(({ from, to }) => from <= cursor && cursor <= to);
      const place = wordPlace(here ? [here] : [], cursor, 'parts', left);
      return place && { ...place, isDue: /(?:[,，、]\s*|^\s*\S+\s+)$/.test(line.slice(0, cursor)) };
    }
    case 'preset':
      return namePlace(words[0]?.from, line, cursor, { kind: 'preset' });
    case 'limit':
    case 'limit-groups':
    case 'explain':
      return null;
  }
}

/** The first of `words` where the cursor is in it or at its end, or where none stands. */
function wordPlace(
  words: readonly Word[],
  cursor: number,
  list: WordList,
  choices: readonly string[],
): CompletionPlace | null {
  const [first, second] = words;
  const place = { kind: 'word', list, words: choices } as const;
  if (!first) return placeAt(cursor, cursor, '', place, list !== 'reverse');
  const { from, to, text } = first;
  if (cursor <= from || cursor > to || (second && list !== 'group' && list !== 'sort')) return null;
  return {
    ...placeAt(from, to, text.slice(0, cursor - from), place),
    isAtEnd: cursor === to,
  };
}

/** A name that takes the rest of the line, in quotes or without. */
function namePlace(
  begins: number | undefined,
  line: string,
  cursor: number,
  place: { readonly kind: 'path'; readonly of: 'note' | 'folder' } | { readonly kind: 'preset' },
): CompletionPlace | null {
  const from = begins ?? cursor;
  if (cursor < from || (cursor === from && begins !== undefined)) return null;
  const to = Math.max(cursor, line.trimEnd().length);
  const typed = line.slice(from, cursor).replace(/^["“]/, '');
  const isDue = place.kind === 'preset' && begins === undefined;
  return { ...placeAt(from, to, typed, place, isDue), isAtEnd: cursor === to };
}

type Kind =
  | { readonly kind: 'field' | 'line' | 'preset' }
  | { readonly kind: 'value'; readonly field: Field }
  | { readonly kind: 'word'; readonly list: WordList; readonly words: readonly string[] }
  | { readonly kind: 'path'; readonly of: 'note' | 'folder' };

function placeAt(
  from: number,
  to: number,
  typed: string,
  kind: Kind,
  isDue = false,
): CompletionPlace {
  return { from, to, typed, isAtEnd: true, isDue, ...kind };
}
