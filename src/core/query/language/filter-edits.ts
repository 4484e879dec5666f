/** What dashboards do to a filter: terms of marks, cells of the matrix, conditions added and taken out. */
import { QUESTION_KINDS, SKIP, type MarkValue, type QuestionKind } from '../../model/question';
import { stageKey } from '../../model/stage-key';
import {
  isTerm,
  sameCondition,
  termsIn,
  type Condition,
  type Filter,
  type Term,
} from './condition';

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

/** Whether the filter asks for questions that say «not a question», which are not listed otherwise. */
export function asksForSkipped(filter: Filter): boolean {
  for (const { field, value } of termsIn(filter)) {
    if (field === 'stance' ? value === SKIP : field === 'is' && value === 'skipped') return true;
  }
  return false;
}

/** The kinds that the filter names: whoever asks for embedded questions wants to see them. */
export function kindsAskedFor(filter: Filter): readonly QuestionKind[] {
  const named = new Set(
    Array.from(termsIn(filter), ({ field, value }) => (field === 'kind' ? value : null)),
  );
  return QUESTION_KINDS.filter((kind) => named.has(kind));
}

/** The filter narrowed by each of the terms: beside another of its field one would widen, so those are held together. */
export function narrowedBy(filter: Filter, terms: readonly Term[]): Filter {
  const fields = new Set(terms.map(({ field }) => field));
  const beside = filter.filter((each) => isTerm(each) && fields.has(each.field));
  const others = filter.filter((each) => !beside.includes(each));
  const held: Filter = beside.length > 0 ? [{ any: beside.map((each) => [each]) }] : [];
  return [...others, ...held, ...terms];
}

/** The only term that is meant, where no other of its field stands beside it and widens it. */
export function soleTerm(
  filter: Filter,
  isMeant: (condition: Condition) => boolean,
): Term | undefined {
  const [term, second] = filter.filter(isMeant);
  if (term === undefined || second !== undefined || !isTerm(term)) return undefined;
  const beside = filter.filter((each) => isTerm(each) && each.field === term.field);
  return beside.length === 1 ? term : undefined;
}

/** The filter with the condition added, or taken out where it stood. */
export function toggleCondition(filter: Filter, condition: Condition): Filter {
  const without = filter.filter((other) => !sameCondition(other, condition));
  return without.length < filter.length ? without : [...filter, condition];
}
