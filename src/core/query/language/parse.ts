/**
 * Filter words ↔ filter. A word is free text, or `field:value`; `-` before a word, a field or a bracket turns
 * it round and binds closest, `OR` parts alternatives, round brackets hold together:
 *
 *     stance:outward -has:speaker (label:算力 OR label:"real limits") "free text" word
 *
 * Reading never throws and takes time in proportion to the words: what can't be read is reported where it
 * stands, and the other words still count. `parseFilter(formatFilter(f))` is `f` for every filter that
 * words can make.
 */
import { isNegation, isTerm, type Condition, type Filter, type Term } from './condition';
import { isCellTerm } from './filter-edits';
import { problemAt, type LocatedProblem } from './problem';
import { termOf, type ValueContext } from './term';
import { isOneWord, isOperatorLike, Tokens, type Token } from './token';

export const LIMITS = { depth: 64, terms: 1000, characters: 100_000 } as const;

export interface FilterReading {
  readonly filter: Filter;
  readonly problems: readonly LocatedProblem[];
}

/** A bracket that is being read, or the whole filter. */
interface Frame {
  /** Where its bracket stands; −1 for the whole. */
  readonly from: number;
  readonly isNegated: boolean;
  readonly alternatives: Condition[][];
  sequence: Condition[];
  /** An `OR` that waits for what stands behind it. */
  pendingOr: Token | null;
  /** A `-` that waits likewise, and whether there was an odd number of them. */
  pendingNot: { readonly token: Token; readonly isOdd: boolean } | null;
}

export function parseFilter(words: string, context: ValueContext = {}): FilterReading {
  const problems: LocatedProblem[] = [];
  const read = words.slice(0, LIMITS.characters);
  if (read.length < words.length) {
    problems.push(problemAt('too-long', LIMITS.characters, words.length));
  }
  const filter = new FilterReader(read, context, problems).read();
  return { filter, problems: problems.sort((a, b) => a.from - b.from) };
}

class FilterReader {
  readonly #words: string;
  readonly #context: ValueContext;
  readonly #problems: LocatedProblem[];

  readonly #frames: Frame[] = [frameAt(-1, false)];
  #terms = 0;
  /** Brackets beyond the deepest that are passed over, so that each still has its partner. */
  #passedOver = 0;
  #isTooDeep = false;

  constructor(words: string, context: ValueContext, problems: LocatedProblem[]) {
    this.#words = words;
    this.#context = context;
    this.#problems = problems;
  }

  read(): Filter {
    const tokens = new Tokens(this.#words);
    for (let token = tokens.next(); token; token = tokens.next()) {
      if (token.kind === 'value' && this.#terms >= LIMITS.terms) {
        this.#problems.push(problemAt('too-many-terms', token.from, this.#words.length));
        break;
      }
      this.#take(token);
    }
    while (this.#frames.length > 1) {
      const { from } = this.#frame;
      this.#problems.push(problemAt('unclosed-bracket', from, from + 1));
      this.#close(this.#words.length);
    }
    return this.#sequenceOf(this.#frame);
  }

  get #frame(): Frame {
    const frame = this.#frames.at(-1);
    if (!frame) throw new Error('the outermost frame is never closed');
    return frame;
  }

  #take(token: Token): void {
    const frame = this.#frame;
    switch (token.kind) {
      case 'not':
        frame.pendingNot = { token, isOdd: frame.pendingNot?.isOdd !== true };
        return;
      case 'or':
        this.#dropNot(frame);
        if (frame.sequence.length === 0) this.#problems.push(missing(token));
        else {
          frame.alternatives.push(frame.sequence);
          frame.sequence = [];
          frame.pendingOr = token;
        }
        return;
      case 'open':
        this.#open(token);
        return;
      case 'close':
        if (this.#passedOver > 0) this.#passedOver -= 1;
        else if (this.#frames.length > 1) this.#close(token.to);
        else this.#problems.push(problemAt('unopened-bracket', token.from, token.to));
        return;
      case 'value': {
        const { term, problem } = termOf(token, this.#context);
        if (problem) this.#problems.push(problem);
        if (term) {
          this.#terms += 1;
          this.#add(frame, term);
        } else {
          frame.pendingNot = null;
        }
      }
    }
  }

  #open({ from, to }: Token): void {
    if (this.#frames.length > LIMITS.depth) {
      if (!this.#isTooDeep) this.#problems.push(problemAt('too-deep', from, to));
      this.#isTooDeep = true;
      this.#passedOver += 1;
      return;
    }
    const frame = this.#frame;
    const isNegated = frame.pendingNot?.isOdd === true;
    frame.pendingNot = null;
    this.#frames.push(frameAt(from, isNegated));
  }

  #close(to: number): void {
    const frame = this.#frames.pop();
    if (!frame) return;
    const isEmpty =
      frame.sequence.length === 0 && frame.alternatives.length === 0 && !frame.pendingNot;
    const sequence = this.#sequenceOf(frame);
    const [only] = sequence;
    if (isEmpty) this.#problems.push(problemAt('empty-brackets', frame.from, to));
    if (!only) return;
    // Round alternatives, or what is no term, brackets of one condition hold nothing together.
    const isHeld = sequence.length > 1 || (frame.isNegated ? isNegation(only) : isTerm(only));
    const condition: Condition = isHeld ? { any: [sequence] } : only;
    this.#frame.sequence.push(frame.isNegated ? { not: condition } : condition);
  }

  /** What a frame says, as a sequence: its alternatives as one choice. */
  #sequenceOf(frame: Frame): Filter {
    this.#dropNot(frame);
    if (frame.sequence.length > 0) frame.alternatives.push(frame.sequence);
    else if (frame.pendingOr) this.#problems.push(missing(frame.pendingOr));
    const alternatives = frame.alternatives.map(withoutIdleBrackets);
    const [first = [], ...others] = alternatives;
    return others.length === 0 ? first : [{ any: alternatives }];
  }

  #add(frame: Frame, condition: Condition): void {
    frame.sequence.push(frame.pendingNot?.isOdd === true ? { not: condition } : condition);
    frame.pendingNot = null;
  }

  #dropNot(frame: Frame): void {
    if (frame.pendingNot) this.#problems.push(missing(frame.pendingNot.token));
    frame.pendingNot = null;
  }
}

/** Brackets round a term stay where another of its field stands beside it, which would widen it otherwise. */
function withoutIdleBrackets(sequence: Filter): Filter {
  const inside = sequence.map((condition) => heldTerm(condition) ?? condition);
  return sequence.map((condition, at) => {
    const term = heldTerm(condition);
    if (!term || term.field === 'text') return term ?? condition;
    const isBeside = inside.some(
      (other, place) =>
        place !== at &&
        isTerm(other) &&
        (other.field === term.field || (isCellTerm(other) && isCellTerm(term))),
    );
    return isBeside ? condition : term;
  });
}

/** The term that brackets have for themselves. */
function heldTerm(condition: Condition): Term | null {
  if (isTerm(condition) || isNegation(condition)) return null;
  const [sequence = [], ...others] = condition.any;
  const [only, second] = sequence;
  return others.length === 0 && only && !second && isTerm(only) ? only : null;
}

function frameAt(from: number, isNegated: boolean): Frame {
  return { from, isNegated, alternatives: [], sequence: [], pendingOr: null, pendingNot: null };
}

function missing({ from, to }: Token): LocatedProblem {
  return problemAt('missing-term', from, to);
}

/** The filter in words that `parseFilter` reads back. */
export function formatFilter(filter: Filter): string {
  const [only, ...others] = filter;
  if (only && others.length === 0 && !isTerm(only) && !isNegation(only) && only.any.length > 1) {
    return only.any.map(formatSequence).join(' OR ');
  }
  return formatSequence(filter);
}

function formatSequence(filter: Filter): string {
  return filter.map(formatCondition).join(' ');
}

/** One condition in words, in brackets where it is more than one. */
export function formatCondition(condition: Condition): string {
  if (isNegation(condition)) return `-${formatCondition(condition.not)}`;
  if (!isTerm(condition)) return `(${condition.any.map(formatSequence).join(' OR ')})`;
  const { field, value } = condition;
  return field === 'text' ? formatValue(value, true) : `${field}:${formatValue(value, false)}`;
}

/** A value as it is written, behind its field or as free text: in quotes where it would not be read as itself. */
export function formatValue(value: string, isText: boolean): string {
  const isPlain =
    value !== '' && isOneWord(value) && !/^["“]/.test(value) && !(isText && isOperatorLike(value));
  return isPlain ? value : quoted(value);
}

export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
