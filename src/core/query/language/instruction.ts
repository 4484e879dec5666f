/**
 * A line of a query that says how to show or where to look, instead of what to find: `group by asker reverse`,
 * `limit 50`, `scope folder Reading notes`. Null for a line of filter words.
 */
import { nearestOf } from './nearest';
import { problemAt, type LocatedProblem } from './problem';
import {
  GROUP_FIELDS,
  PARTS,
  NOTE_CHOICES,
  SORT_FIELDS,
  VIEWS,
  type GroupField,
  type Ordering,
  type Part,
  type NoteChoiceWords,
  type SortField,
  type ViewName,
} from './statement';

export type Instruction =
  | { readonly kind: 'scope'; readonly notes: NoteChoiceWords }
  | { readonly kind: 'group'; readonly group: Ordering<GroupField> }
  | { readonly kind: 'sort'; readonly sort: Ordering<SortField> }
  | { readonly kind: 'limit'; readonly limit: number }
  | { readonly kind: 'limit-groups'; readonly limit: number }
  | { readonly kind: 'view'; readonly view: ViewName }
  | { readonly kind: 'show' | 'hide'; readonly parts: readonly Part[] }
  | { readonly kind: 'preset'; readonly name: string; readonly from: number; readonly to: number }
  | { readonly kind: 'explain' };

/** `instruction` is null where the line begins like one and can't be read as one. */
export interface InstructionReading {
  readonly instruction: Instruction | null;
  readonly problems: readonly LocatedProblem[];
}

export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** What a line begins with, and how the rest is read. Offsets are the line's. */
const READERS: readonly (readonly [
  kind: Instruction['kind'],
  start: RegExp,
  read: (rest: Rest) => InstructionReading,
])[] = [
  ['scope', /^\s*scope(?=\s)/, readScope],
  ['group', /^\s*group\s+by(?=\s|$)/, (rest) => readOrdering(rest, GROUP_FIELDS, 'group')],
  ['sort', /^\s*sort\s+by(?=\s|$)/, (rest) => readOrdering(rest, SORT_FIELDS, 'sort')],
  ['limit-groups', /^\s*limit\s+groups(?=\s|$)/, (rest) => readLimit(rest, 'limit-groups')],
  ['limit', /^\s*limit(?=\s)/, (rest) => readLimit(rest, 'limit')],
  ['view', /^\s*view(?=\s)/, readView],
  ['show', /^\s*show(?=\s)/, (rest) => readParts(rest, 'show')],
  ['hide', /^\s*hide(?=\s)/, (rest) => readParts(rest, 'hide')],
  ['preset', /^\s*preset(?=\s)/, readPreset],
  ['explain', /^\s*explain\s*$/, () => read({ kind: 'explain' })],
];

export interface Rest {
  /** The first ones: more than any instruction has that does not take the whole. */
  readonly words: readonly Word[];
  /** The whole line behind the instruction's own words, with its place. */
  readonly whole: Word;
}

/** Which instruction a line begins like, and what stands behind it; null for a line of filter words. */
export interface InstructionLine {
  readonly kind: Instruction['kind'];
  /** Where its own words end. */
  readonly end: number;
  readonly rest: Rest;
}

export function instructionLine(line: string): InstructionLine | null {
  return startOf(line)?.begun ?? null;
}

export function readInstruction(line: string): InstructionReading | null {
  const start = startOf(line);
  return start ? start.readRest(start.begun.rest) : null;
}

function startOf(line: string): {
  readonly begun: InstructionLine;
  readonly readRest: (rest: Rest) => InstructionReading;
} | null {
  for (const [kind, start, readRest] of READERS) {
    const [matched] = start.exec(line) ?? [];
    if (matched === undefined) continue;
    const end = matched.length;
    const words = firstWords(line, end);
    const from = words[0]?.from ?? end;
    const to = Math.max(from, line.trimEnd().length);
    const rest = { words, whole: { text: line.slice(from, to), from, to } };
    return { begun: { kind, end, rest }, readRest };
  }
  return null;
}

/** A search box asks at each word that may begin an instruction: what is far behind is not looked at. */
function firstWords(line: string, from: number): readonly Word[] {
  const word = /\S+/g;
  word.lastIndex = from;
  const words: Word[] = [];
  while (words.length < 3) {
    const [text] = word.exec(line) ?? [];
    if (text === undefined) break;
    words.push({ text, from: word.lastIndex - text.length, to: word.lastIndex });
  }
  return words;
}

function readScope({ words, whole }: Rest): InstructionReading {
  const [first] = words;
  if (!first)
    return wrong(problemAt('missing-value', whole.from, whole.to, { known: NOTE_CHOICES }));
  const kind = known(first, NOTE_CHOICES);
  if (kind === null) return wrong(unknown(first, NOTE_CHOICES));
  const path = unquoted(whole.text.slice(first.text.length).trim());
  if (path !== '' && (kind === 'articles' || kind === 'vault')) {
    return wrong(problemAt('too-many-words', words[1]?.from ?? first.to, whole.to, { word: path }));
  }
  return read({ kind: 'scope', notes: { kind, path: path === '' ? null : path } });
}

function readOrdering(rest: Rest, fields: readonly GroupField[], kind: 'group'): InstructionReading;
function readOrdering(rest: Rest, fields: readonly SortField[], kind: 'sort'): InstructionReading;
function readOrdering(
  { words, whole }: Rest,
  fields: readonly (GroupField | SortField)[],
  kind: 'group' | 'sort',
): InstructionReading {
  const [first, second, third] = words;
  if (!first) return wrong(problemAt('missing-value', whole.from, whole.to, { known: fields }));
  const by = known(first, fields);
  if (by === null) return wrong(unknown(first, fields));
  if (second && second.text.toLowerCase() !== 'reverse') return wrong(unknown(second, ['reverse']));
  if (third) return wrong(problemAt('too-many-words', third.from, whole.to, { word: third.text }));
  const ordering = { by, reverse: second !== undefined };
  return read(
    kind === 'group'
      ? { kind, group: ordering as Ordering<GroupField> }
      : { kind, sort: ordering as Ordering<SortField> },
  );
}

function readLimit({ words, whole }: Rest, kind: 'limit' | 'limit-groups'): InstructionReading {
  const [first, second] = words;
  if (!first || !/^\d{1,7}$/.test(first.text) || Number(first.text) < 1) {
    return wrong(problemAt('bad-number', whole.from, whole.to, { word: first?.text ?? '' }));
  }
  if (second)
    return wrong(problemAt('too-many-words', second.from, whole.to, { word: second.text }));
  return read({ kind, limit: Number(first.text) });
}

function readView({ words, whole }: Rest): InstructionReading {
  const [first, second] = words;
  if (!first) return wrong(problemAt('missing-value', whole.from, whole.to, { known: VIEWS }));
  const view = known(first, VIEWS);
  if (view === null) return wrong(unknown(first, VIEWS));
  if (second)
    return wrong(problemAt('too-many-words', second.from, whole.to, { word: second.text }));
  return read({ kind: 'view', view });
}

/** Parts that are known count, also beside one that is not. */
function readParts({ whole }: Rest, kind: 'show' | 'hide'): InstructionReading {
  if (whole.text === '') {
    return wrong(problemAt('missing-value', whole.from, whole.to, { known: PARTS }));
  }
  const parts: Part[] = [];
  const problems: LocatedProblem[] = [];
  for (const word of separateWords(whole)) {
    const part = known(word, PARTS);
    if (part === null) problems.push(unknown(word, PARTS));
    else if (!parts.includes(part)) parts.push(part);
  }
  return { instruction: parts.length === 0 ? null : { kind, parts }, problems };
}

/** The names that stand one behind the other, with commas or without. */
export function separateWords(whole: Word): readonly Word[] {
  return Array.from(whole.text.matchAll(/[^\s,，、]+/g), ({ index, 0: text }) => ({
    text,
    from: whole.from + index,
    to: whole.from + index + text.length,
  }));
}

function readPreset({ whole }: Rest): InstructionReading {
  const { from, to } = whole;
  const name = unquoted(whole.text);
  if (name === '') return wrong(problemAt('missing-value', from, to));
  return read({ kind: 'preset', name, from, to });
}

function known<Name extends string>({ text }: Word, names: readonly Name[]): Name | null {
  return names.find((name) => name === text.toLowerCase()) ?? null;
}

function unknown({ text, from, to }: Word, names: readonly string[]): LocatedProblem {
  return problemAt('unknown-value', from, to, {
    word: text,
    nearest: nearestOf(text, names),
    known: names,
  });
}

/** A path or a saved query's name as it has to stand to be read as itself. */
export function formatName(name: string): string {
  return /^[\s"“]|[\s\\]$/.test(name) ? `"${name}"` : name;
}

function unquoted(text: string): string {
  const [, inside] = /^(?:"(.*)"|“(.*)”)$/.exec(text) ?? [];
  return inside ?? text;
}

function read(instruction: Instruction): InstructionReading {
  return { instruction, problems: [] };
}

function wrong(problem: LocatedProblem): InstructionReading {
  return { instruction: null, problems: [problem] };
}
