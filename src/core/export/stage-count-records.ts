/** How many questions ask at each stage: the matrix of an answer as records. */
import { SKIP } from '../model/question';
import { partsOfKey } from '../model/stage-key';
import { stageKeysOf, type Stances } from '../model/taxonomy';
import type { AnswerCounts } from '../query';
import type { Cell } from './column';

export interface StageCount {
  /** Null for questions without a mark; `skip` for «not a question». */
  readonly stance: string | null;
  readonly stage: string | null;
  readonly questions: number;
}

export const STAGE_COUNT_HEADINGS = ['stance', 'stage', 'questions'] as const;

/**
 * Every stage of the taxonomy in its order, counts of none too; then what only notes have (a stance without a stage,
 * stages that no taxonomy has); then the untagged and the skipped. They sum to the questions that were counted.
 */
export function stageCounts(
  { byStage, untagged, skipped }: AnswerCounts,
  taxonomy: Stances,
): readonly StageCount[] {
  const keys = new Set(stageKeysOf(taxonomy));
  const rest = Object.keys(byStage).filter(
    (key) => !keys.has(key) && partsOfKey(key).stance !== SKIP,
  );
  const tagged = [...keys, ...rest.sort()].map((key): StageCount => {
    const { stance, stage } = partsOfKey(key);
    const questions = Object.hasOwn(byStage, key) ? (byStage[key] ?? 0) : 0;
    return { stance, stage: stage === '' ? null : stage, questions };
  });
  return [
    ...tagged,
    { stance: null, stage: null, questions: untagged },
    { stance: SKIP, stage: null, questions: skipped },
  ];
}

export function stageCountRecords(counts: readonly StageCount[]): readonly (readonly Cell[])[] {
  return counts.map(({ stance, stage, questions }) => [stance, stage, questions]);
}
