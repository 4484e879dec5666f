/** A model of wordings asked about a question: how likely each class is, and which words said so. */
import { partitionPoint } from '../../text/partition-point';
import type { Features } from './features';
import { OWN_WORDS } from './features';
import { hashOf, type Model } from './packed-model';

/** Two Chinese characters, or a word that is no mere particle. */
const SAYS_SOMETHING = /[\u3400-\u9fff]{2}|[a-z]{4}/;

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

/** The question's own words that spoke most for a class against the next best one, none of them within another. */
export function wordsFor(
  model: Model,
  features: Features,
  spokenFor: number,
  most: number,
): readonly string[] {
  const classes = model.bias.length;
  const spoken: { readonly words: string; readonly weight: number }[] = [];
  for (const name of features.keys()) {
    if (!name.startsWith(OWN_WORDS) || !SAYS_SOMETHING.test(name)) continue;
    const row = rowOf(model, name);
    if (row === -1) continue;
    const weights = model.weights.subarray(row * classes, (row + 1) * classes);
    const others = weights.filter((_, at) => at !== spokenFor);
    const weight = (weights[spokenFor] ?? 0) - Math.max(...others);
    if (weight > 0) spoken.push({ words: name.slice(OWN_WORDS.length), weight });
  }
  spoken.sort((a, b) => b.weight - a.weight);
  const chosen: string[] = [];
  for (const { words } of spoken) {
    if (chosen.length === most) break;
    if (!chosen.some((other) => other.includes(words) || words.includes(other))) chosen.push(words);
  }
  return chosen;
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
