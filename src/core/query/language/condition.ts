/**
 * What a query asks of questions, as plain data: a filter is a sequence of conditions, each a term, its
 * opposite, or a choice between sequences. In a sequence, terms of one field widen (either value will do),
 * terms of different fields narrow, `text` terms narrow each other, and everything that is no term narrows.
 * A filter of terms alone is what older views have stored.
 */
import type { Field } from './fields';

export interface Term {
  readonly field: Field;
  /** As the field's row in `FIELD_TABLE` says. */
  readonly value: string;
}

/** What does not fit `not`. */
export interface Negation {
  readonly not: Condition;
}

/** What fits at least one of the sequences. One alone is what stands in brackets. */
export interface Choice {
  readonly any: readonly Filter[];
}

export type Condition = Term | Negation | Choice;

export type Filter = readonly Condition[];

export function isTerm(condition: Condition): condition is Term {
  return 'field' in condition;
}

export function isNegation(condition: Condition): condition is Negation {
  return 'not' in condition;
}

/** Whether the two ask the same in the same words. */
export function sameCondition(a: Condition, b: Condition): boolean {
  if (isTerm(a)) return isTerm(b) && a.field === b.field && a.value === b.value;
  if (isTerm(b)) return false;
  if (isNegation(a)) return isNegation(b) && sameCondition(a.not, b.not);
  return !isNegation(b) && sameList(a.any, b.any, sameFilter);
}

export function sameFilter(a: Filter, b: Filter): boolean {
  return sameList(a, b, sameCondition);
}

/** Every term of a filter, negated ones and those in brackets too, in the order of the words. */
export function* termsIn(filter: Filter): Generator<Term> {
  for (const condition of filter) {
    if (isTerm(condition)) yield condition;
    else if (isNegation(condition)) yield* termsIn([condition.not]);
    else for (const sequence of condition.any) yield* termsIn(sequence);
  }
}

/** The filter with every term, negated ones and those in brackets too, as `change` gives it. */
export function mapTerms(filter: Filter, change: (term: Term) => Term): Filter {
  const mapped = (condition: Condition): Condition => {
    if (isTerm(condition)) return change(condition);
    if (isNegation(condition)) return { not: mapped(condition.not) };
    return { any: condition.any.map((sequence) => mapTerms(sequence, change)) };
  };
  return filter.map(mapped);
}

function sameList<Item>(
  a: readonly Item[],
  b: readonly Item[],
  same: (a: Item, b: Item) => boolean,
): boolean {
  return (
    a.length === b.length &&
    a.every((item, at) => {
      const other = b[at];
      return other !== undefined && same(item, other);
    })
  );
}
