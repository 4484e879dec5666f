/** What a list asks of the index beside the columns that are always made, so that it can be made ready before. */
import type { Arrangement } from '../arranging/arrange';
import type { Ranked } from '../arranging/sorted-texts';
import type { FactNeed } from '../columns/note-facts';
import type { Filter } from '../language/condition';
import { factNeedsOf } from './fact-needs';

export interface ListNeeds {
  readonly facts: readonly FactNeed[];
  /** What it sorts by that has to be ranked first. */
  readonly ranked: readonly Ranked[];
}

export function listNeedsOf({
  filter,
  groups,
  sorts,
}: Pick<Arrangement, 'groups' | 'sorts'> & { readonly filter: Filter }): ListNeeds {
  const facts = [...factNeedsOf(filter)];
  for (const { by } of [...groups, ...sorts]) {
    const kind = by === 'asker' ? 'askers' : by === 'month' || by === 'date' ? 'days' : null;
    if (kind && !facts.some((need) => need.kind === kind)) facts.push({ kind });
  }
  return {
    facts,
    ranked: RANKED.filter((what) => sorts.some(({ by }) => by === what)),
  };
}

const RANKED: readonly Ranked[] = ['text', 'note'];
