/** How likely each stage is of any question, before anything is known of it. */
import { stageKeysOf, type Stances } from '../model/taxonomy';
import { NO_COUNTS, smoothed, type StageCounts } from './stage-counts';
import { CLASSES, isShipped, NONE } from './wording/stage-classes';

/** Of the judged questions, by class in the order of `CLASSES`: what the shipped weights were taught with. */
const JUDGED = [167, 118, 455, 1172, 42, 651, 322, 419];

/** Tags count beside as many as these that nobody gave. */
const WEIGHT = 20;

/** By class, in the model that ships; sums to 1. */
export const JUDGED_SHARES: ReadonlyMap<string, number> = new Map(
  CLASSES.map((name, at) => [name, (JUDGED[at] ?? 0) / JUDGED.reduce((sum, n) => sum + n, 0)]),
);

/** By stage key, how likely the stage is of any question; sums to at most 1. */
export type Prior = ReadonlyMap<string, number>;

/** In the taxonomy's order; sums to 1. */
export function priorOf(taxonomy: Stances, tags: StageCounts = NO_COUNTS): Prior {
  const keys = stageKeysOf(taxonomy);
  const isKnown = isShipped(taxonomy);
  const none = JUDGED_SHARES.get(NONE) ?? 0;
  const share = (key: string) =>
    isKnown ? (JUDGED_SHARES.get(key) ?? 0) / (1 - none) : 1 / keys.length;
  const own = new Map([...tags].filter(([key]) => keys.includes(key)));
  return smoothed(own, new Map(keys.map((key) => [key, share(key)])), WEIGHT);
}
