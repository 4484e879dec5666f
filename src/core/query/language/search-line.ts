/**
 * One line that is typed where people search: filter words and, behind them or alone, instructions
 * (`stance:outward group by asker limit 20`). Instructions are read as such where nothing is wrong with them, or where
 * the line begins with one; whatever else begins like one is text, as «view from nowhere» is. So is a `#` at the start.
 */
import type { Filter } from './condition';
import { readInstruction } from './instruction';
import { parseFilter } from './parse';
import type { LocatedProblem, ProblemCode } from './problem';
import { findPreset, readQuery, type ReadContext } from './read-query';
import type { Query } from './statement';
import { Tokens, type Token } from './token';

export interface SearchLine {
  /** What the filter words ask. */
  readonly filter: Filter;
  /** What the instructions ask, presets with all they ask; null where there are none. */
  readonly instructions: Query | null;
  /** Offsets are the line's. */
  readonly problems: readonly LocatedProblem[];
}

const FIRST_WORDS: ReadonlySet<string> = new Set([
  'scope',
  'group',
  'sort',
  'limit',
  'view',
  'show',
  'hide',
  'preset',
  'explain',
]);

export function readSearchLine(line: string, context: ReadContext = {}): SearchLine {
  const begins = instructionsIn(line, context);
  const [first = line.length] = begins;
  const words = parseFilter(line.slice(0, first), context);
  if (begins.length === 0) return { ...words, instructions: null };
  const { query, problems } = readQuery(partedAt(line, begins), context);
  return {
    filter: words.filter,
    instructions: query,
    problems: [...words.problems, ...problems],
  };
}

/**
 * Whether a problem at the line's end will most likely be none once it is typed to its end: nobody is told of it while
 * the cursor is there.
 */
export function isUnfinished({ code, to, word, known }: LocatedProblem, line: string): boolean {
  if (code === 'unclosed-bracket' || code === 'unclosed-quote') return true;
  if (to < line.length) return false;
  if (HALF_TYPED.has(code)) return true;
  const typed = word.toLowerCase();
  return CHOSEN.has(code) && known.some((each) => each.toLowerCase().startsWith(typed));
}

/** What every value is before it is typed to its end. */
const HALF_TYPED: ReadonlySet<ProblemCode> = new Set([
  'missing-value',
  'missing-term',
  'empty-brackets',
  'bad-date',
  'bad-number',
]);
/** What is chosen from a list, and may be the beginning of one of it. */
const CHOSEN: ReadonlySet<ProblemCode> = new Set([
  'unknown-value',
  'unknown-stage',
  'unknown-preset',
]);

/** In characters. Longer ones are looked up at the line's start alone, and not at each word that may name one. */
const LONGEST_NAME = 500;

/** Where the instructions begin, from left to right. */
export function instructionsIn(
  line: string,
  { presets = [] }: ReadContext = {},
): readonly number[] {
  const begins: number[] = [];
  let end = line.length;
  for (const from of possibleBegins(line).reverse()) {
    const { instruction, problems = [] } = readInstruction(line.slice(from, end)) ?? {};
    if (!instruction || problems.length > 0) continue;
    // Behind other words only a name that is known says that no text is meant.
    const isNamed =
      instruction.kind !== 'preset' ||
      (end - from <= LONGEST_NAME && findPreset(presets, instruction.name));
    if (from > 0 && !isNamed) continue;
    begins.push(from);
    end = from;
  }
  return begins.reverse();
}

/** The words by themselves, neither quoted nor in brackets, that instructions begin with. */
function possibleBegins(line: string): number[] {
  const found: number[] = [];
  const tokens = new Tokens(line);
  let depth = 0;
  for (let token = tokens.next(); token; token = tokens.next()) {
    if (token.kind === 'open') depth += 1;
    else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    else if (token.kind === 'value' && depth === 0 && isFirstWord(token)) {
      if (token.from === 0 || /\s/.test(line.charAt(token.from - 1))) found.push(token.from);
    }
  }
  return found;
}

function isFirstWord({
  field,
  quoted,
  value,
}: Extract<Token, { readonly kind: 'value' }>): boolean {
  return field === null && !quoted && FIRST_WORDS.has(value);
}

/** The instructions a line each, with blanks for what stands before them, so that offsets stay what they are. */
function partedAt(line: string, begins: readonly number[]): string {
  const ends = [...begins.slice(1), line.length + 1];
  const [first = 0] = begins;
  const lines = begins.map((from, at) => line.slice(from, (ends[at] ?? line.length + 1) - 1));
  return ' '.repeat(first) + lines.join('\n');
}
