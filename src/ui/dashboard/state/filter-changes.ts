/** What a click makes of the filter. */
import {
  type Filter,
  isCellTerm,
  isTerm,
  sameCondition,
  type Term,
  toggleCondition,
} from '../../../core/query';

/** With the term, too; the same filter where it stands there already. */
export function withTerm(filter: Filter, term: Term): Filter {
  return filter.some((other) => sameCondition(other, term)) ? filter : [...filter, term];
}

/** A cell of the matrix: chosen alone, or, with `add`, beside the others. Choosing the only chosen one frees it. */
export function withCell(filter: Filter, term: Term, add: boolean): Filter {
  const [only, second] = filter.filter(isCellTerm);
  const isOnly = only !== undefined && second === undefined && sameCondition(only, term);
  if (add || isOnly || !isCellTerm(term)) return toggleCondition(filter, term);
  return [...filter.filter((other) => !isCellTerm(other)), term];
}

/** Only the group's questions of that stage, whatever cells and groups of its field were chosen before. */
export function withStage(filter: Filter, group: Term, stage: string): Filter {
  const others = filter.filter(
    (each) => !isCellTerm(each) && !(isTerm(each) && each.field === group.field),
  );
  return [...others, group, { field: 'stage', value: stage }];
}
