/** How many questions were tagged with each stage, and what that makes likely. */

export type StageCounts = ReadonlyMap<string, number>;

export const NO_COUNTS: StageCounts = new Map();

/** Counts by any name: of a label, of the stage before. */
export class CountsByName {
  readonly #counts = new Map<string, Map<string, number>>();

  of(name: string): StageCounts {
    return this.#counts.get(name) ?? NO_COUNTS;
  }

  /** `times` may be below zero, to take back what was counted. */
  add(name: string, stage: string, times: number): void {
    const counts = this.#counts.get(name) ?? new Map<string, number>();
    const count = (counts.get(stage) ?? 0) + times;
    if (count === 0) counts.delete(stage);
    else counts.set(stage, count);
    if (counts.size === 0) this.#counts.delete(name);
    else this.#counts.set(name, counts);
  }
}

export function totalOf(counts: StageCounts): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/** What is in `all` and not in `part` of it. */
export function less(all: StageCounts, part: StageCounts): StageCounts {
  if (part.size === 0) return all;
  const rest = new Map<string, number>();
  for (const [stage, count] of all) {
    const left = count - (part.get(stage) ?? 0);
    if (left > 0) rest.set(stage, left);
  }
  return rest;
}

/** Counts that stand for `prior` as long as they are few: it counts like `weight` questions. */
export function smoothed(
  counts: StageCounts,
  prior: ReadonlyMap<string, number>,
  weight: number,
): ReadonlyMap<string, number> {
  const total = totalOf(counts) + weight;
  const scores = new Map<string, number>();
  for (const [stage, share] of prior) {
    scores.set(stage, ((counts.get(stage) ?? 0) + weight * share) / total);
  }
  return scores;
}
