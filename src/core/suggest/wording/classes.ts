/** What the model of wordings tells apart: the stages that ship, and questions that are of none. */
import { DEFAULT_TAXONOMY, type Stances } from '../../model/taxonomy';

/** Small talk, tag questions, procedure. */
export const NONE = 'none';

/** In the order of the weights. */
export const CLASSES = [
  'inward/anomaly',
  'inward/difference',
  'inward/direction',
  'outward/definition',
  'outward/analogy',
  'outward/limits',
  'outward/philosophy',
  NONE,
] as const;

export type StageClass = (typeof CLASSES)[number];

/**
 * Whether the model knows a taxonomy: its stances have the stages that ship, by their ids. What they are called and
 * in which order they stand is the user's.
 */
export function isShipped({ stances }: Stances): boolean {
  const own = idsOf(stances);
  const shipped = idsOf(DEFAULT_TAXONOMY.stances);
  return own.length === shipped.length && own.every((id, at) => id === shipped[at]);
}

function idsOf(stances: Stances['stances']): readonly string[] {
  return stances
    .flatMap((stance) => stance.stages.map((stage) => `${stance.id}/${stage.id}`))
    .sort();
}
