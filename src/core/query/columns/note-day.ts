/** The day of a note: what its properties say, else the day on which its file was made. */
import { dayOfValue } from '../language/date-range';
import type { NoteFacts } from './note-facts';
import { nameKey } from './property-name';

export interface NoteDay {
  /** `YYYY-MM-DD`; null where none is known. */
  readonly day: string | null;
  /** Whether a property says it. */
  readonly isSaid: boolean;
}

/** Of the properties `names` the first that says a day is believed. */
export function dayOfNote(
  { properties, created }: Pick<NoteFacts, 'properties' | 'created'>,
  names: readonly string[],
): NoteDay {
  const keys = names.map(nameKey);
  let day = created;
  let best = keys.length;
  for (const name of Object.keys(properties)) {
    const rank = keys.indexOf(nameKey(name));
    const said = rank === -1 || rank >= best ? null : dayOfValue(properties[name]);
    if (said === null) continue;
    day = said;
    best = rank;
  }
  return { day, isSaid: best < keys.length };
}
