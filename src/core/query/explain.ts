/** A filter part by part, and how many questions each fits by itself. */
import { isNegation, isTerm, type Condition, type Filter, type Term } from './language/condition';
import { formatCondition } from './language/parse';

export interface FilterPart {
  readonly condition: Condition;
  /** 0 for the conditions of the filter itself, 1 for the parts of those, and so on. */
  readonly depth: number;
}

export interface ExplainedPart extends FilterPart {
  /** The condition as it would be written. */
  readonly words: string;
  readonly matched: number;
}

/** The parts of a part stand behind it; terms that widen each other are parts of one. */
export function filterParts(filter: Filter, depth = 0): readonly FilterPart[] {
  return partsIn(filter).flatMap((condition) => [
    { condition, depth },
    ...filterParts(withinOf(condition), depth + 1),
  ]);
}

/** `matchedBy` counts what fits a filter, whatever limits there are. */
export function explainFilter(
  filter: Filter,
  matchedBy: (part: Filter) => number,
): readonly ExplainedPart[] {
  return filterParts(filter).map(({ condition, depth }) => {
    const matched = matchedBy([condition]);
    return Object.freeze({ condition, words: formatCondition(condition), depth, matched });
  });
}

function withinOf(condition: Condition): Filter {
  if (isTerm(condition)) return [];
  // A term's opposite says all that the term would.
  if (isNegation(condition)) return isTerm(condition.not) ? [] : [condition.not];
  const [only, second] = condition.any;
  if (only && !second) return only;
  // What stands together in one of several stays together.
  return condition.any.map((alternative) => ({ any: [alternative] }));
}

/** The conditions that narrow each other. */
function partsIn(filter: Filter): readonly Condition[] {
  const widened = new Map<string, Term[]>();
  for (const term of filter.filter(isTerm)) {
    if (term.field !== 'text') widened.set(term.field, [...(widened.get(term.field) ?? []), term]);
  }
  return filter.flatMap((condition): readonly Condition[] => {
    if (isTerm(condition)) {
      const [first, ...others] = widened.get(condition.field) ?? [];
      if (first === undefined || others.length === 0) return [condition];
      return condition === first ? [{ any: [first, ...others].map((term) => [term]) }] : [];
    }
    if (isNegation(condition)) return [condition];
    const [only, second] = condition.any;
    // Brackets around one thing say nothing.
    const inner = only && !second ? partsIn(only) : [];
    return inner.length === 1 ? inner : [condition];
  });
}
