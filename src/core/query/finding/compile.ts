/** A filter made ready for many columns. */
import { isNegation, isTerm, type Condition, type Filter } from '../language/condition';
import { isCellTerm } from '../language/filter-edits';
import { not, type Finder } from './find';
import { FIELD_FINDERS, type FindContext } from './finders';

/**
 * In a sequence, terms of one field find either value, and whatever is found by one field, by one text, by one
 * negation or by one choice has to be found by the others as well.
 */
export function finderOf(filter: Filter, context: FindContext): Finder {
  const parts = new Map<string, Finder[]>();
  filter.forEach((condition, at) => {
    const key = partOf(condition) ?? `alone ${at}`;
    const finders = parts.get(key) ?? [];
    finders.push(conditionFinder(condition, context));
    parts.set(key, finders);
  });
  const [first, ...others] = parts.values();
  if (!first) return (_columns, hits) => void hits.fill(1);
  return (columns, hits) => {
    if (others.length === 0) {
      for (const find of first) find(columns, hits);
      return;
    }
    const all = new Uint8Array(hits.length);
    for (const find of first) find(columns, all);
    for (const finders of others) {
      const also = new Uint8Array(hits.length);
      for (const find of finders) find(columns, also);
      let left = 0;
      for (let at = 0; at < all.length; at++) left |= all[at] = (all[at] ?? 0) & (also[at] ?? 0);
      // Mostly a second word leaves nothing of some hundred notes, and a third need not be looked for.
      if (left === 0) return;
    }
    for (let at = 0; at < all.length; at++) if (all[at] === 1) hits[at] = 1;
  };
}

/** What the condition widens together with; null for what narrows all others. */
function partOf(condition: Condition): string | null {
  if (!isTerm(condition) || condition.field === 'text') return null;
  // Stance, stage, `is:untagged` and `is:skipped` are cells of one matrix: choosing two shows both.
  return isCellTerm(condition) ? 'cell' : condition.field;
}

function conditionFinder(condition: Condition, context: FindContext): Finder {
  if (isTerm(condition)) return FIELD_FINDERS[condition.field](condition.value, context);
  if (isNegation(condition)) {
    return not(conditionFinder(condition.not, context));
  }
  const finders = condition.any.map((sequence) => finderOf(sequence, context));
  return (columns, hits) => {
    for (const find of finders) find(columns, hits);
  };
}
