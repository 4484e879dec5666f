/** What a list asks of the index beside the columns that are always made, so that it can be made ready before. */
import type { Arrangement } from '../arranging/arrange';
import type { Ranked } from '../arranging/sorted-texts';
import type { FactNeed } from '../columns/note-facts';
import { isTimeUnit } from '../language/calendar';
import type { Query } from '../language/statement';
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
  view,
}: Pick<Arrangement, 'groups' | 'sorts'> & Pick<Query, 'filter' | 'view'>): ListNeeds {
  const facts = [...factNeedsOf(filter)];
  const need = (kind: 'askers' | 'days'): void => {
    if (!facts.some((each) => each.kind === kind)) facts.push({ kind });
  };
  for (const { by } of [...groups, ...sorts]) {
    if (by === 'asker') need('askers');
    if (by === 'date' || isTimeUnit(by)) need('days');
  }
  if (view === 'timeline') need('days');
  return {
    facts,
    ranked: RANKED.filter((what) => sorts.some(({ by }) => by === what)),
  };
}

const RANKED: readonly Ranked[] = ['text', 'note'];
