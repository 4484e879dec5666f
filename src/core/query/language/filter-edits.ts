/** What dashboards do to a filter: terms of marks, cells of the matrix, conditions added and taken out. */
import type { MarkValue } from '../../model/question';
import { stageKey } from '../../model/stage-key';
import { isTerm, sameCondition, type Condition, type Filter, type Term } from './condition';

/** The term that finds questions with this mark: its stage, or its stance where it has none. */
export function markTerm(mark: MarkValue): Term {
  return mark.stage === null
    ? { field: 'stance', value: mark.stance }
    : { field: 'stage', value: stageKey(mark) };
}

/** Terms that choose cells of the matrix; the matrix itself is counted without them. */
export function isCellTerm(condition: Condition): boolean {
  if (!isTerm(condition)) return false;
  const { field, value } = condition;
  return (
    field === 'stance' ||
    field === 'stage' ||
    (field === 'is' && (value === 'untagged' || value === 'skipped'))
  );
}

/** The filter with the condition added, or taken out where it stood. */
export function toggleCondition(filter: Filter, condition: Condition): Filter {
  const without = filter.filter((other) => !sameCondition(other, condition));
  return without.length < filter.length ? without : [...filter, condition];
}
