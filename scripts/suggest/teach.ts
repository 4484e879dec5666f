/**
 * The model of wordings, taught by judged questions: all features that two documents share are fitted once, the ones
 * that say most are kept, and those are fitted again. Deterministic.
 */
import { CLASSES } from '../../src/core/suggest/wording/stage-classes';
import { scaleOf } from '../../src/core/suggest/wording/evaluate';
import { featuresOf } from '../../src/core/suggest/wording/features';
import { hashOf, type Model } from '../../src/core/suggest/wording/packed-model';
import type { JudgedQuestion } from './judged-questions';
import { fitSoftmax, type Example } from './softmax';

/** As many features as fit into 40 kB. */
const KEPT = 4300;
const FEWEST_DOCUMENTS = 2;
/** How much of a question a second stage has that a reasonable reader could choose. */
const SECOND = 0.2;
/** On the squares of weights, while all features are in, and when some are chosen. */
const PENALTY = { all: 4, kept: 7 };
const ITERATIONS = { all: 18, kept: 25 };
/** How much a feature that stands in many questions is worth beside a strong one. */
const FREQUENCY = 0.7;

/** What is worked out of a question once, for all models that it teaches. */
export interface Lesson {
  readonly doc: string;
  /** By the features' hashes, scaled. */
  readonly values: ReadonlyMap<number, number>;
  readonly target: Float64Array;
}

export function lessonOf(question: JudgedQuestion): Lesson {
  const features = featuresOf(question);
  const scale = scaleOf(features);
  const values = new Map<number, number>();
  for (const [name, value] of features) values.set(hashOf(name), value * scale);
  const target = new Float64Array(CLASSES.length);
  const second = question.alt ?? null;
  target[CLASSES.indexOf(question.stage)] = second === null ? 1 : 1 - SECOND;
  if (second !== null) target[CLASSES.indexOf(second)] = SECOND;
  return { doc: String(question.doc), values, target };
}

/** Scores of this model are not calibrated yet. */
export function teach(lessons: readonly Lesson[]): Model {
  const worths = worthOf(lessons);
  const all = [...worths.keys()];
  const kept = choose(lessons, all, worths).sort((a, b) => a - b);
  const fitted = fit(lessons, kept, worths, 'kept');
  const classes = CLASSES.length;
  const weights = new Float32Array(kept.length * classes);
  kept.forEach((hash, at) => {
    const row = fitted.subarray((at + 1) * classes, (at + 2) * classes);
    const mean = row.reduce((sum, weight) => sum + weight, 0) / classes;
    const worth = worths.get(hash) ?? 0;
    row.forEach((weight, each) => (weights[at * classes + each] = (weight - mean) * worth));
  });
  return { hashes: Int32Array.from(kept), weights, bias: [...fitted.subarray(0, classes)] };
}

/** The model whose scores are all divided by one number. */
export function cooled(model: Model, temperature: number): Model {
  return {
    ...model,
    weights: model.weights.map((weight) => weight / temperature),
    bias: model.bias.map((weight) => weight / temperature),
  };
}

/** Of the features in enough documents: the rarer, the less its weight is held back. */
function worthOf(lessons: readonly Lesson[]): ReadonlyMap<number, number> {
  const documents = new Map<number, Set<string>>();
  for (const { doc, values } of lessons) {
    for (const hash of values.keys()) {
      const set = documents.get(hash);
      if (set) set.add(doc);
      else documents.set(hash, new Set([doc]));
    }
  }
  const count = new Set(lessons.map(({ doc }) => doc)).size;
  const worths = new Map<number, number>();
  for (const [hash, { size }] of documents) {
    if (size >= FEWEST_DOCUMENTS) worths.set(hash, Math.sqrt(Math.log(count / size) + 0.5));
  }
  return worths;
}

function choose(
  lessons: readonly Lesson[],
  hashes: readonly number[],
  worths: ReadonlyMap<number, number>,
): number[] {
  const classes = CLASSES.length;
  const weights = fit(lessons, hashes, worths, 'all');
  const squares = new Map<number, number>();
  for (const { values } of lessons) {
    for (const [hash, value] of values) {
      const worth = worths.get(hash);
      if (worth === undefined) continue;
      squares.set(hash, (squares.get(hash) ?? 0) + (value * worth) ** 2);
    }
  }
  return hashes
    .map((hash, at) => {
      const row = weights.subarray((at + 1) * classes, (at + 2) * classes);
      const size = row.reduce((sum, weight) => sum + weight * weight, 0);
      return { hash, says: size * (squares.get(hash) ?? 0) ** FREQUENCY };
    })
    .sort((a, b) => b.says - a.says || a.hash - b.hash)
    .slice(0, KEPT)
    .map(({ hash }) => hash);
}

/** Row 0 is the bias. */
function fit(
  lessons: readonly Lesson[],
  hashes: readonly number[],
  worths: ReadonlyMap<number, number>,
  stage: keyof typeof PENALTY,
): Float64Array {
  const places = new Map(hashes.map((hash, at) => [hash, at + 1]));
  return fitSoftmax(
    lessons.map((lesson) => exampleOf(lesson, places, worths)),
    {
      features: hashes.length + 1,
      classes: CLASSES.length,
      penalty: PENALTY[stage],
      iterations: ITERATIONS[stage],
    },
  );
}

function exampleOf(
  { values, target }: Lesson,
  placeOf: ReadonlyMap<number, number>,
  worths: ReadonlyMap<number, number>,
): Example {
  const places = [0];
  const scaled = [1];
  for (const [hash, value] of values) {
    const place = placeOf.get(hash);
    if (place === undefined) continue;
    places.push(place);
    scaled.push(value * (worths.get(hash) ?? 0));
  }
  return { places: Int32Array.from(places), values: Float32Array.from(scaled), target };
}
