/**
 * What the words of the user's own tagged questions say of a new one, for any taxonomy. Counts of features by stage,
 * in a table whose size does not grow: taking a question back leaves the table as if it had never been there.
 */
import { LastTexts } from './wording/last-texts';
import { ownFeaturesOf } from './wording/features';
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

/** As many stages have room at first. */
const FIRST_WIDTH = 8;

export class OwnWords {
  readonly #tags = new Map<string, number>();
  readonly #asked = new LastTexts(bucketsOf);
  /** By stage, its column. */
  readonly #columns = new Map<string, number>();
  #width = FIRST_WIDTH;
  /** By bucket, a count for each column: the counts of a feature are asked for together. */
  #counts = new Uint32Array(BUCKETS * FIRST_WIDTH);

  get tags(): StageCounts {
    return this.#tags;
  }

  /** `times` is 1, or −1 to take the question back. */
  add(text: string, stage: string, times: 1 | -1): void {
    const count = (this.#tags.get(stage) ?? 0) + times;
    const column = this.#columnOf(stage);
    const counts = this.#counts;
    for (const bucket of bucketsOf(text)) {
      const at = bucket * this.#width + column;
      counts[at] = (counts[at] ?? 0) + times;
    }
    if (count !== 0) {
      this.#tags.set(stage, count);
      return;
    }
    // What is taken back leaves nothing behind: the column is free.
    this.#tags.delete(stage);
    this.#columns.delete(stage);
  }

  /** By stage, of those that have enough tags; sums to 1. Null where there are too few. */
  scores(text: string): ReadonlyMap<string, number> | null {
    const taught = [...this.#tags].filter(([, count]) => count >= FEWEST_OF_STAGE);
    const total = taught.reduce((sum, [, count]) => sum + count, 0);
    if (totalOf(this.#tags) < FEWEST_TAGS || taught.length < 2) return null;
    const buckets = this.#asked.of(text);
    const columns = taught.map(([stage]) => this.#columnOf(stage));
    const sums = new Float64Array(taught.length);
    const counts = this.#counts;
    for (const bucket of buckets) {
      const row = bucket * this.#width;
      let all = 0;
      for (const column of columns) all += counts[row + column] ?? 0;
      // How much likelier the feature is in a stage than in the others.
      for (let at = 0; at < columns.length; at++) {
        const own = counts[row + (columns[at] ?? 0)] ?? 0;
        sums[at] = (sums[at] ?? 0) + logOf(own) - logOf(all - own);
      }
    }
    const { length } = buckets;
    const loudness = length === 0 ? 0 : LOUDNESS / Math.sqrt(length);
    const logs = taught.map(([, count], at) => {
      const unlikelier = Math.log((total - count + 2 * UNSEEN) / (count + 2 * UNSEEN));
      return Math.log(count / total) + loudness * ((sums[at] ?? 0) + length * unlikelier);
    });
    const highest = Math.max(...logs);
    const powers = logs.map((log) => Math.exp(log - highest));
    const sum = powers.reduce((all, power) => all + power, 0);
    return new Map(taught.map(([stage], at) => [stage, (powers[at] ?? 0) / sum]));
  }

  /** Its own, or the first that is free. */
  #columnOf(stage: string): number {
    const known = this.#columns.get(stage);
    if (known !== undefined) return known;
    const taken = new Set(this.#columns.values());
    let free = 0;
    while (taken.has(free)) free += 1;
    if (free === this.#width) this.#widen();
    this.#columns.set(stage, free);
    return free;
  }

  #widen(): void {
    const width = 2 * this.#width;
    const counts = new Uint32Array(BUCKETS * width);
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const row = this.#counts.subarray(bucket * this.#width, (bucket + 1) * this.#width);
      counts.set(row, bucket * width);
    }
    this.#width = width;
    this.#counts = counts;
  }
}

const LOGS = new Float64Array(1024);

/** Of a count, with what it has not had yet. */
function logOf(count: number): number {
  if (count >= LOGS.length) return Math.log(count + UNSEEN);
  return (LOGS[count] ||= Math.log(count + UNSEEN));
}

/** Each once. */
function bucketsOf(text: string): Uint16Array {
  const sorted = Uint16Array.from(ownFeaturesOf(text), (name) => hashOf(name) % BUCKETS).sort();
  return sorted.filter((bucket, at) => at === 0 || bucket !== sorted[at - 1]);
}
