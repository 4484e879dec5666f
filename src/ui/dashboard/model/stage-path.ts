/** A path through the stages: for every stage of the taxonomy, how often it is asked. */
import { stageKey } from '../../../core/model/stage-key';
import { markOf } from '../../../core/model/question';
import type { Stage, Stance, Taxonomy } from '../../../core/model/taxonomy';
import type { NoteEntry } from '../../../core/index/question-index';
import type { ItemGroup } from './list-items';

export interface StagePath {
  readonly stance: Stance;
  readonly stages: readonly { readonly stage: Stage; readonly count: number }[];
}

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

/** What a whole note asks, whatever is filtered for; of other groups, what is shown of them. */
export function stagesAskedIn({
  field,
  level,
  entry,
  stages,
}: Pick<ItemGroup, 'field' | 'level' | 'entry' | 'stages'>): ReadonlyMap<string, number> {
  return field === 'note' && level === 0 ? stagesAskedBy(entry) : stages();
}

export function stagesAskedBy(entry: NoteEntry): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const question of entry.questions.all()) {
    const mark = markOf(question);
    if (!mark) continue;
    const key = stageKey(mark);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
