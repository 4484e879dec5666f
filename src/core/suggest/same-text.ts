/**
 * The same question, or nearly the same, among tagged ones. What two texts share is counted in pieces: English words,
 * pairs of Chinese characters. Each text is kept under the least of its pieces' hashes, by a few ways of hashing, two
 * ways to a key: texts that share most of their pieces share one of these keys almost surely, and others seldom, so
 * that few have to be compared.
 */
import { foldText } from '../text/fold-text';
import type { StageCounts } from './stage-counts';
import { clausesOf, isChinese } from './wording/tokens';
import { hashOf } from './wording/packed-model';

/** A text, with the stage of each question that has it: one string for most, a map would be several times as large. */
interface Kept {
  readonly text: string;
  readonly stages: string[];
}

/** Most keys have one text. */
type Bucket = Kept | readonly Kept[];

export interface Alike {
  readonly text: string;
  readonly counts: StageCounts;
  /** Of the pieces of both, how many both have. */
  readonly share: number;
}

/** From here on two questions ask nearly the same. */
const NEARLY = 0.75;
/** Shorter ones (`Why?`) ask the same only by what stands around them. */
const FEWEST_PIECES = 3;
/** Two to a key. */
const SEEDS = [
  [0x9e3779b1, 0x85ebca6b],
  [0xc2b2ae35, 0x27d4eb2f],
  [0x165667b1, 0xd3a2646d],
  [0xfd7046c5, 0xb55a4f09],
] as const;

export class SameTexts {
  readonly #buckets = new Map<number, Bucket>();

  add(text: string, stage: string): void {
    const keys = keysOf(piecesOf(text));
    const known = this.#find(keys, text);
    if (known) {
      known.stages.push(stage);
      return;
    }
    const kept = { text, stages: [stage] };
    for (const key of keys) {
      const bucket = this.#buckets.get(key);
      this.#buckets.set(key, bucket === undefined ? kept : [...listOf(bucket), kept]);
    }
  }

  /** Takes back one question that was added. */
  remove(text: string, stage: string): void {
    const keys = keysOf(piecesOf(text));
    const kept = this.#find(keys, text);
    if (!kept) return;
    const at = kept.stages.indexOf(stage);
    if (at !== -1) kept.stages.splice(at, 1);
    if (kept.stages.length > 0) return;
    for (const key of keys) {
      const [first, ...others] = listOf(this.#buckets.get(key)).filter((each) => each !== kept);
      if (first === undefined) this.#buckets.delete(key);
      else this.#buckets.set(key, others.length === 0 ? first : [first, ...others]);
    }
  }

  /** Those that ask nearly the same, the nearest first. */
  alike(text: string): readonly Alike[] {
    const pieces = piecesOf(text);
    const keys = keysOf(pieces);
    const candidates = new Set(keys.flatMap((key) => listOf(this.#buckets.get(key))));
    return [...candidates]
      .map((kept) => ({
        text: kept.text,
        counts: countsOf(kept.stages),
        share: shareOf(pieces, piecesOf(kept.text)),
      }))
      .filter(({ share }) => share >= NEARLY)
      .sort((a, b) => b.share - a.share || order(a.text, b.text));
  }

  /** Each text stands under all of its keys. */
  #find([key]: readonly number[], text: string): Kept | undefined {
    if (key === undefined) return undefined;
    return listOf(this.#buckets.get(key)).find((kept) => kept.text === text);
  }
}

function listOf(bucket: Bucket | undefined): readonly Kept[] {
  if (bucket === undefined) return [];
  return 'text' in bucket ? [bucket] : bucket;
}

function countsOf(stages: readonly string[]): StageCounts {
  const counts = new Map<string, number>();
  for (const stage of stages) counts.set(stage, (counts.get(stage) ?? 0) + 1);
  return counts;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const clause of clausesOf(foldText(text))) {
    clause.forEach((token, at) => {
      if (!isChinese(token)) pieces.add(token);
      else if (isChinese(clause[at + 1] ?? '')) pieces.add(`${token}${clause[at + 1] ?? ''}`);
    });
  }
  return pieces;
}

function keysOf(pieces: ReadonlySet<string>): readonly number[] {
  if (pieces.size < FEWEST_PIECES) return [];
  const hashes = Array.from(pieces, hashOf);
  return SEEDS.map(([first, second], way) => {
    const key = Math.imul(leastOf(hashes, first), 0x9e3779b1) ^ leastOf(hashes, second);
    // Each pair of ways has keys of its own.
    return (key >>> 0) * SEEDS.length + way;
  });
}

function leastOf(hashes: readonly number[], seed: number): number {
  let least = Infinity;
  for (const hash of hashes) {
    const mixed = Math.imul(hash ^ seed, seed);
    least = Math.min(least, (mixed ^ (mixed >>> 15)) >>> 0);
  }
  return least;
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const piece of a) if (b.has(piece)) both += 1;
  return both / (a.size + b.size - both);
}
