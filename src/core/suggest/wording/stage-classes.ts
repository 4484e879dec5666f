/** What the model of wordings tells apart: the stages that ship, and questions that are of none. */
import { DEFAULT_TAXONOMY, stageKeysOf, type Stances } from '../../model/taxonomy';

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

/** Taxonomies never change: those that are edited are others. */
const known = new WeakMap<Stances, boolean>();

/**
 * Whether the model knows a taxonomy: its stances have the stages that ship, by their ids. What they are called and
 * in which order they stand is the user's.
 */
export function isShipped(taxonomy: Stances): boolean {
  const before = known.get(taxonomy);
  if (before !== undefined) return before;
  const own = [...stageKeysOf(taxonomy)].sort();
  const shipped = [...stageKeysOf(DEFAULT_TAXONOMY)].sort();
  const is = own.length === shipped.length && own.every((id, at) => id === shipped[at]);
  known.set(taxonomy, is);
  return is;
}
