/**
 * The keys of groups. Groups stand in the order of the taxonomy where they are stances or stages, of the language where
 * they are kinds, of time where they are months, quarters or years, else in that of their first row; what has no key (untagged, no label)
 * comes last. A key is the note's path, the folder's (`/` for the vault's root), the stance's id, `stance/stage`
 * (`stance/` where the mark has no stage), the kind, a key of `calendar.ts`, a section's titles with `BETWEEN_TITLES` between them,
 * or the label's or name's text.
 */
import { QUESTION_KINDS } from '../../model/question';
import type { Stances } from '../../model/taxonomy';
import { BETWEEN_TITLES } from '../columns/columns';
import type { GroupField } from '../language/statement';
import { stageKey } from '../../model/stage-key';

/** The keys that have an order of their own; a stance's questions without a stage come after its stages. */
export function knownKeys(by: GroupField, taxonomy: Stances): readonly string[] {
  if (by === 'kind') return QUESTION_KINDS;
  if (by === 'stance') return taxonomy.stances.map((stance) => stance.id);
  if (by !== 'stage') return [];
  return taxonomy.stances.flatMap((stance) =>
    [...stance.stages.map((stage) => stage.id), null].map((stage) =>
      stageKey({ stance: stance.id, stage }),
    ),
  );
}

/** The titles of a section's key, outermost first. */
export function titlesOf(key: string): readonly string[] {
  return key.split(BETWEEN_TITLES);
}
