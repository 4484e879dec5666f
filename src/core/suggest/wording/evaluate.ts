/** A model of wordings asked about a question: how likely each class is. */
import { partitionPoint } from '../../text/partition-point';
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
  for (const [name, value] of features) {
    const row = rowOf(model, name);
    if (row === -1) continue;
    for (let each = 0; each < classes; each++) {
      const weight = model.weights[row * classes + each] ?? 0;
      scores[each] = (scores[each] ?? 0) + weight * value * scale;
    }
  }
  return softmax(scores);
}

function rowOf({ hashes }: Model, name: string): number {
  const hash = hashOf(name);
  const row = partitionPoint(hashes.length, (at) => (hashes[at] ?? 0) < hash);
  return hashes[row] === hash ? row : -1;
}

function softmax(scores: readonly number[]): readonly number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
