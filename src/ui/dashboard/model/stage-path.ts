/** A path through the stages: for every stage of the taxonomy, how often it is asked. */
import { stageKey } from '../../../core/model/stage-key';
import { countedMark } from '../../../core/model/question';
import type { Stage, Stance, Taxonomy } from '../../../core/model/taxonomy';
import type { NoteEntry } from '../../../core/index/question-index';
import type { ItemGroup } from './list-items';
import type { ShownQuestions } from './shown-questions';

export interface StagePath {
  readonly stance: Stance;
  readonly stages: readonly { readonly stage: Stage; readonly count: number }[];
}

/** What has a path. */
export type Pathed = Pick<ItemGroup, 'field' | 'key' | 'level' | 'entry' | 'stages'>;

/** `counts`: how many questions have each stage, by `stageKey`. */
export function stagePaths(
  counts: ReadonlyMap<string, number>,
  taxonomy: Taxonomy,
): readonly StagePath[] {
  return taxonomy.stances.map((stance) => ({
    stance,
    stages: stance.stages.map((stage) => ({
      stage,
      count: counts.get(stageKey({ stance: stance.id, stage: stage.id })) ?? 0,
    })),
  }));
}

/** What a whole note asks, or an asker in all notes shown, whatever is filtered for; of other groups, what is shown. */
export function stagesAskedIn(
  { field, key, level, entry, stages }: Pathed,
  shown: Pick<ShownQuestions, 'stagesOf'>,
): ReadonlyMap<string, number> {
  if (level > 0) return stages();
  if (field === 'note') return stagesAskedBy(entry);
  return field === 'asker' && key !== null ? shown.stagesOf(key) : stages();
}

/** The field that finds what a group misses; null where there is none. */
export function missingField({ field, key, level }: Pathed): 'missing' | 'lacks' | null {
  if (key === null || level > 0) return null;
  return field === 'note' ? 'missing' : field === 'asker' ? 'lacks' : null;
}

export function stagesAskedBy(entry: NoteEntry): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const question of entry.questions.all()) {
    const mark = countedMark(question);
    if (!mark) continue;
    const key = stageKey(mark);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
