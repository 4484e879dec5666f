/**
 * The model of wordings as a short string, and back. A feature is its hash of 22 bits, a row; rows stand in
 * ascending order, each with how far its hash is from the last one's (two characters) and the weights of all
 * classes but the last (one character each, 6 bits: finer near zero). Weights of a row sum to zero, so the last
 * class needs none.
 */

/** What is fitted, before and after packing. */
export interface Model {
  /** By hash, in ascending order; the weights of all rows stand one after another, by class. */
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
  readonly bias: readonly number[];
}

export interface PackedModel {
  readonly rows: string;
  /** The largest weight. */
  readonly range: number;
  readonly bias: readonly number[];
}

const HASH_BITS = 22;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE = DIGITS.length;
/** Of a weight, to either side of zero. */
const LEVELS = BASE / 2 - 1;
const FARTHEST = BASE * BASE - 1;

/** A feature's name as 22 bits. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  // FNV leaves the high bits of short names alike.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> (32 - HASH_BITS);
}

export function packModel({ hashes, weights, bias }: Model): PackedModel {
  const classes = bias.length;
  const range = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  let rows = '';
  let last = 0;
  hashes.forEach((hash, at) => {
    // Too far for two characters: rows without weights in between.
    for (; hash - last > FARTHEST; last += FARTHEST) {
      rows += gap(FARTHEST) + digit(LEVELS).repeat(classes - 1);
    }
    rows += gap(hash - last);
    last = hash;
    for (const weight of weights.subarray(at * classes, (at + 1) * classes - 1)) {
      rows += digit(LEVELS + levelOf(weight, range));
    }
  });
  return { rows, range, bias };
}

export function unpackModel({ rows, range, bias }: PackedModel): Model {
  const classes = bias.length;
  const width = 2 + classes - 1;
  const count = rows.length / width;
  const hashes = new Int32Array(count);
  const weights = new Float32Array(count * classes);
  const values = new Uint8Array(128);
  Array.from(DIGITS, (character, value) => (values[character.charCodeAt(0)] = value));
  const valueAt = (at: number) => values[rows.charCodeAt(at)] ?? 0;
  let hash = 0;
  for (let row = 0; row < count; row++) {
    const from = row * width;
    hash += valueAt(from) * BASE + valueAt(from + 1);
    hashes[row] = hash;
    let sum = 0;
    for (let each = 0; each < classes - 1; each++) {
      const weight = weightOf(valueAt(from + 2 + each) - LEVELS, range);
      weights[row * classes + each] = weight;
      sum += weight;
    }
    weights[row * classes + classes - 1] = -sum;
  }
  return { hashes, weights, bias };
}

function gap(size: number): string {
  return digit(Math.floor(size / BASE)) + digit(size % BASE);
}

function digit(value: number): string {
  return DIGITS.charAt(value);
}

/** Levels go with the root, so that the many small weights keep their proportions. */
function levelOf(weight: number, range: number): number {
  if (range === 0) return 0;
  return Math.sign(weight) * Math.round(Math.sqrt(Math.abs(weight) / range) * LEVELS);
}

function weightOf(level: number, range: number): number {
  return (Math.sign(level) * level * level * range) / (LEVELS * LEVELS);
}
