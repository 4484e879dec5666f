/** A filter part by part, and how many questions each fits by itself. */
import { isNegation, isTerm, type Condition, type Filter, type Term } from './language/condition';
import { formatCondition } from './language/parse';

export interface ExplainedPart {
  readonly condition: Condition;
  /** The condition as it would be written. */
  readonly words: string;
  /** 0 for the conditions of the filter itself, 1 for the parts of those, and so on. */
  readonly depth: number;
  readonly matched: number;
}

/**
 * The parts of a part stand behind it; terms that widen each other are parts of one. `matchedBy` counts what fits a
 * filter, whatever limits there are: a filter may have very many parts, so each is counted when it is asked for.
 */
export function* explainFilter(
  filter: Filter,
  matchedBy: (part: Filter) => number,
  depth = 0,
): Generator<ExplainedPart> {
  for (const condition of partsIn(filter)) {
    const matched = matchedBy([condition]);
    yield Object.freeze({ condition, words: formatCondition(condition), depth, matched });
    yield* explainFilter(withinOf(condition), matchedBy, depth + 1);
  }
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
