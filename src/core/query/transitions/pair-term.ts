/**
 * A pair of stages in words of a filter: `stage:` is what is gone to, `after:` what is gone from. A filter with one of
 * each is a pressed pair: the list follows it, and the pairs are counted without it.
 */
import { formatAfter, readAfter, type Within } from '../language/after-value';
import { isTerm, type Condition, type Filter, type Term } from '../language/condition';
import { isCellTerm } from '../language/filter-edits';
import type { GroupField } from '../language/statement';

/** What transitions are looked for in, by how questions are grouped: in their notes, where it does not say otherwise. */
export function withinOf(groups: readonly { readonly by: GroupField }[]): Within {
  const by = groups[0]?.by;
  return by === 'section' ? by : by === 'asker' ? 'run' : 'note';
}

/** How questions are grouped where these are looked for. */
export const GROUP_OF_WITHIN: { readonly [within in Within]: GroupField } = {
  note: 'note',
  section: 'section',
  run: 'asker',
};

/** `stageKey`s. */
export interface StagePair {
  readonly from: string;
  readonly to: string;
}

/** Null where none is pressed. */
export function pressedPair(filter: Filter, within: Within): StagePair | null {
  const [after, stage] = pairTerms(filter);
  if (!after || !stage) return null;
  const value = readAfter(after.value);
  return value.within === within ? { from: value.stage, to: stage.value } : null;
}

/** What transitions are counted by. */
export function transitionFilter(filter: Filter, within: Within): Filter {
  if (!pressedPair(filter, within)) return filter;
  const pressed: readonly Condition[] = pairTerms(filter);
  return filter.filter((each) => !pressed.includes(each));
}

/** The filter with the pair pressed, alone; without it where it was pressed before. */
export function withPair(filter: Filter, within: Within, pair: StagePair): Filter {
  const rest = transitionFilter(filter, within);
  const before = pressedPair(filter, within);
  if (before?.from === pair.from && before.to === pair.to) return rest;
  const after = formatAfter({ stage: pair.from, within });
  const terms: Filter = [
    { field: 'after', value: after },
    { field: 'stage', value: pair.to },
  ];
  // Beside another of its field a term would widen: what is asked for already is held together.
  const widened = rest.filter(
    (each) => isTerm(each) && (each.field === 'after' || isCellTerm(each)),
  );
  const held = (own: Filter): Filter =>
    own.length > 0 ? [{ any: own.map((each) => [each]) }] : [];
  return [
    ...rest.filter((each) => !widened.includes(each)),
    ...held(widened.filter((each) => !isCellTerm(each))),
    ...held(widened.filter(isCellTerm)),
    ...terms,
  ];
}

/** The same pair pressed where transitions are looked for in something else. */
export function withPairIn(filter: Filter, before: Within, within: Within): Filter {
  const pair = pressedPair(filter, before);
  return pair ? withPair(transitionFilter(filter, before), within, pair) : filter;
}

/** The only term `after:` and the only one that chooses a cell, where that is a stage; what is missing is absent. */
function pairTerms(filter: Filter): readonly Term[] {
  const terms = filter.filter(isTerm);
  const [after, ...afters] = terms.filter(({ field }) => field === 'after');
  const [stage, ...stages] = terms.filter(isCellTerm);
  if (!after || !stage || afters.length + stages.length > 0) return [];
  return stage.field === 'stage' && stage.value.includes('/') ? [after, stage] : [];
}
