/** A model of wordings asked about a question: how likely each class is. */
import type { Features } from './features';
import { hashOf, type Model } from './packed-model';

/** How much all of a question's features weigh together, however many it has. */
const WEIGHT = 6;

/** What a feature's value is multiplied by, so that long questions are not surer than short ones. */
export function scaleOf(features: Features): number {
  let sum = 0;
  for (const value of features.values()) sum += value;
  return sum === 0 ? 0 : WEIGHT / Math.sqrt(sum);
}

/** By class; sums to 1. */
export function evaluateModel(model: Model, features: Features): readonly number[] {
  const scores = [...model.bias];
  const classes = scores.length;
  const scale = scaleOf(features);
  const rows = slotsOf(model);
  for (const [name, value] of features) {
    const row = rowOf(model, rows, name);
    if (row === EMPTY) continue;
    for (let each = 0; each < classes; each++) {
      const weight = model.weights[row * classes + each] ?? 0;
      scores[each] = (scores[each] ?? 0) + weight * value * scale;
    }
  }
  return softmax(scores);
}

/** By model: where each row stands by its hash, since each of a question's hundred features and more is looked for. */
const tables = new WeakMap<Model, Int32Array>();
/** So many times as many slots as rows, at least. */
const ROOM = 4;
const EMPTY = -1;

function rowOf({ hashes }: Model, rows: Int32Array, name: string): number {
  const hash = hashOf(name);
  let slot = hash & (rows.length - 1);
  let row = rows[slot] ?? EMPTY;
  while (row !== EMPTY && hashes[row] !== hash) {
    slot = (slot + 1) & (rows.length - 1);
    row = rows[slot] ?? EMPTY;
  }
  return row;
}

function slotsOf(model: Model): Int32Array {
  const known = tables.get(model);
  if (known) return known;
  let slots = 1;
  while (slots <= ROOM * model.hashes.length) slots *= 2;
  const rows = new Int32Array(slots).fill(EMPTY);
  model.hashes.forEach((hash, row) => {
    let slot = hash & (slots - 1);
    while (rows[slot] !== EMPTY) slot = (slot + 1) & (slots - 1);
    rows[slot] = row;
  });
  tables.set(model, rows);
  return rows;
}

function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
