/** What a filter asks of notes beside their questions, so that it can be made ready before. */
import type { FactNeed } from '../columns/note-facts';
import { readAfter } from '../language/after-value';
import { termsIn, type Filter, type Term } from '../language/condition';
import { DATE_PROPERTY } from '../language/fields';

/** Each once, in the order of the filter. */
export function factNeedsOf(filter: Filter): readonly FactNeed[] {
  const needs = new Map<string, FactNeed>();
  for (const term of termsIn(filter)) {
    const need = needOf(term);
    if (need) needs.set(JSON.stringify(need), need);
  }
  return [...needs.values()];
}

function needOf({ field, value }: Term): FactNeed | null {
  if (field === 'tag') return { kind: 'tags' };
  if (field === 'prop') return { kind: 'property', name: value.split('=', 1)[0] ?? '' };
  if (field === 'after' && readAfter(value).within === 'run') return { kind: 'askers' };
  const asked = field === 'has' || field === 'missing' ? value : field;
  if (asked === 'asker' || asked === 'lacks') return { kind: 'askers' };
  return asked === 'date' || asked === DATE_PROPERTY ? { kind: 'days' } : null;
}
