/** A note's path through the stages: for every stage of the taxonomy, how often the note asks it. */
import type { NoteEntry } from '../../../core/index/question-index';
import { markOf } from '../../../core/model/question';
import { stageKey } from '../../../core/model/stage-key';
import type { Stage, Stance, Taxonomy } from '../../../core/model/taxonomy';

export interface StagePath {
  readonly stance: Stance;
  readonly stages: readonly { readonly stage: Stage; readonly count: number }[];
}

export function stagePaths(entry: NoteEntry, taxonomy: Taxonomy): readonly StagePath[] {
  const counts = new Map<string, number>();
  for (const question of entry.questions.all()) {
    const mark = markOf(question);
    if (!mark) continue;
    const key = stageKey(mark);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return taxonomy.stances.map((stance) => ({
    stance,
    stages: stance.stages.map((stage) => ({
      stage,
      count: counts.get(stageKey({ stance: stance.id, stage: stage.id })) ?? 0,
    })),
  }));
}
