/**
 * What the words of the user's own tagged questions say of a new one, for any taxonomy. Counts of features by stage,
 * in a table whose size does not grow: taking a question back leaves the table as if it had never been there.
 */
import { featuresOf } from './wording/features';
import { hashOf } from './wording/packed-model';
import { totalOf, type StageCounts } from './stage-counts';

/** Fewer tags, or fewer of a stage, say nothing yet. */
export const FEWEST_TAGS = 100;
export const FEWEST_OF_STAGE = 10;

const BUCKETS = 1 << 14;
/** Added to each count: what a stage has not had yet it may still have. */
const UNSEEN = 0.5;
/** All words together weigh like the root of their number times this: they say much of the same. */
const LOUDNESS = 0.5;
/** The words of the question itself, whole or as stems, how it begins and ends, and its notions. */
const TAUGHT = /^(?:q|s|f|lf|e|C):/;

export class OwnWords {
  readonly #features = new Map<string, Uint32Array>();
  readonly #tags = new Map<string, number>();

  get tags(): StageCounts {
    return this.#tags;
  }

  /** `times` is 1, or −1 to take the question back. */
  add(text: string, stage: string, times: 1 | -1): void {
    const count = (this.#tags.get(stage) ?? 0) + times;
    if (count === 0) {
      this.#tags.delete(stage);
      this.#features.delete(stage);
      return;
    }
    this.#tags.set(stage, count);
    const table = this.#features.get(stage) ?? new Uint32Array(BUCKETS);
    this.#features.set(stage, table);
    for (const bucket of bucketsOf(text)) table[bucket] = (table[bucket] ?? 0) + times;
  }

  /** By stage, of those that have enough tags; sums to 1. Null where there are too few. */
  scores(text: string): ReadonlyMap<string, number> | null {
    const taught = [...this.#tags].filter(([, count]) => count >= FEWEST_OF_STAGE);
    const total = taught.reduce((sum, [, count]) => sum + count, 0);
    if (totalOf(this.#tags) < FEWEST_TAGS || taught.length < 2) return null;
    const buckets = bucketsOf(text);
    const logs = taught.map(([stage, count]) => {
      const table = this.#features.get(stage);
      let sum = 0;
      for (const bucket of buckets) {
        const all = this.#countIn(taught, bucket);
        const own = table?.[bucket] ?? 0;
        // How much likelier the feature is in this stage than in the others.
        sum += Math.log((own + UNSEEN) / (count + 2 * UNSEEN));
        sum -= Math.log((all - own + UNSEEN) / (total - count + 2 * UNSEEN));
      }
      const words = buckets.size === 0 ? 0 : (LOUDNESS * sum) / Math.sqrt(buckets.size);
      return Math.log(count / total) + words;
    });
    const highest = Math.max(...logs);
    const powers = logs.map((log) => Math.exp(log - highest));
    const sum = powers.reduce((all, power) => all + power, 0);
    return new Map(taught.map(([stage], at) => [stage, (powers[at] ?? 0) / sum]));
  }

  #countIn(stages: readonly (readonly [string, number])[], bucket: number): number {
    return stages.reduce((sum, [stage]) => sum + (this.#features.get(stage)?.[bucket] ?? 0), 0);
  }
}

function bucketsOf(text: string): ReadonlySet<number> {
  const buckets = new Set<number>();
  for (const name of featuresOf({ text }).keys()) {
    if (TAUGHT.test(name)) buckets.add(hashOf(name) % BUCKETS);
  }
  return buckets;
}
