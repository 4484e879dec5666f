/**
 * The same question, or nearly the same, among tagged ones. What two texts share is counted in pieces: English words,
 * pairs of Chinese characters. Each text is kept under the least of its pieces' hashes, by a few ways of hashing:
 * texts that share most of their pieces share one of these almost surely, so that few have to be compared.
 */
import { foldText } from '../text/fold-text';
import type { StageCounts } from './stage-counts';
import { clausesOf, isChinese } from './wording/tokens';
import { hashOf } from './wording/packed-model';

/** A text, with how often it was tagged with each stage. */
interface Kept {
  readonly text: string;
  readonly counts: Map<string, number>;
}

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
const SEEDS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f];

export class SameTexts {
  readonly #texts = new Map<string, Kept>();
  readonly #buckets = new Map<number, readonly Kept[]>();

  /** `times` is 1, or −1 to take the question back. */
  add(text: string, stage: string, times: 1 | -1): void {
    const kept = this.#texts.get(text) ?? this.#keep(text);
    const count = (kept.counts.get(stage) ?? 0) + times;
    if (count === 0) kept.counts.delete(stage);
    else kept.counts.set(stage, count);
    if (kept.counts.size === 0) this.#forget(kept);
  }

  /** Those that ask nearly the same, the nearest first. */
  alike(text: string): readonly Alike[] {
    const pieces = piecesOf(text);
    const candidates = new Set(keysOf(pieces).flatMap((key) => this.#buckets.get(key) ?? []));
    return [...candidates]
      .map((kept) => ({ ...kept, share: shareOf(pieces, piecesOf(kept.text)) }))
      .filter(({ share }) => share >= NEARLY)
      .sort((a, b) => b.share - a.share || order(a.text, b.text));
  }

  #keep(text: string): Kept {
    const kept = { text, counts: new Map<string, number>() };
    this.#texts.set(text, kept);
    for (const key of keysOf(piecesOf(text))) {
      this.#buckets.set(key, [...(this.#buckets.get(key) ?? []), kept]);
    }
    return kept;
  }

  #forget(kept: Kept): void {
    this.#texts.delete(kept.text);
    for (const key of keysOf(piecesOf(kept.text))) {
      const left = (this.#buckets.get(key) ?? []).filter((each) => each !== kept);
      if (left.length === 0) this.#buckets.delete(key);
      else this.#buckets.set(key, left);
    }
  }
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
  return SEEDS.map((seed, way) => {
    let least = Infinity;
    for (const piece of pieces) {
      const hash = Math.imul(hashOf(piece) ^ seed, seed) >>> 0;
      if (hash < least) least = hash;
    }
    // Each way has keys of its own.
    return least * SEEDS.length + way;
  });
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const piece of a) if (b.has(piece)) both += 1;
  return both / (a.size + b.size - both);
}
