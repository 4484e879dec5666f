/**
 * A softmax with a penalty on the squares of its weights, fitted by L-BFGS. The same examples in the same order give
 * the same weights, bit by bit.
 */

/** A row of the design: places of its features, their values, and how much of it each class has. */
export interface Example {
  readonly places: Int32Array;
  readonly values: Float32Array;
  readonly target: Float64Array;
}

export interface Fit {
  readonly features: number;
  readonly classes: number;
  readonly penalty: number;
  readonly iterations: number;
}

const MEMORY = 6;
const HALVINGS = 12;
/** Enough, when a step brings less than this part of the loss. */
const ENOUGH = 1e-4;
const SUFFICIENT = 1e-4;
const LEAST_CURVATURE = 1e-10;

interface Point {
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  readonly loss: number;
}

interface Step {
  readonly move: Float64Array;
  readonly change: Float64Array;
  readonly inverse: number;
}

/** Weights by feature, then class. */
export function fitSoftmax(examples: readonly Example[], fit: Fit): Float64Array {
  const lossAt = (weights: Float64Array): Point => evaluate(examples, fit, weights);
  let point = lossAt(new Float64Array(fit.features * fit.classes));
  const steps: Step[] = [];
  for (let round = 0; round < fit.iterations; round++) {
    const next = search(point, directionFrom(point.gradient, steps), lossAt);
    if (next === null) break;
    const move = difference(next.weights, point.weights);
    const change = difference(next.gradient, point.gradient);
    const curvature = dot(move, change);
    if (curvature > LEAST_CURVATURE) steps.push({ move, change, inverse: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    const gained = point.loss - next.loss;
    point = next;
    if (gained < ENOUGH * Math.abs(point.loss)) break;
  }
  return point.weights;
}

/** Each class's score without its bias; `scores` is overwritten. */
export function addScores(
  scores: Float64Array,
  weights: Float64Array,
  { places, values }: Pick<Example, 'places' | 'values'>,
): void {
  const classes = scores.length;
  for (let at = 0; at < places.length; at++) {
    const base = (places[at] ?? 0) * classes;
    const value = values[at] ?? 0;
    for (let each = 0; each < classes; each++) {
      scores[each] = (scores[each] ?? 0) + (weights[base + each] ?? 0) * value;
    }
  }
}

/** Scores as probabilities, in place; gives the logarithm of what they were divided by. */
export function normalize(scores: Float64Array): number {
  const highest = Math.max(...scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - highest);
  const log = highest + Math.log(sum);
  for (let at = 0; at < scores.length; at++) scores[at] = Math.exp((scores[at] ?? 0) - log);
  return log;
}

function evaluate(examples: readonly Example[], fit: Fit, weights: Float64Array): Point {
  const { classes, penalty } = fit;
  const gradient = new Float64Array(weights.length);
  const scores = new Float64Array(classes);
  let loss = 0;
  for (const example of examples) {
    scores.fill(0);
    addScores(scores, weights, example);
    const { places, values, target } = example;
    for (let each = 0; each < classes; each++) loss -= (target[each] ?? 0) * (scores[each] ?? 0);
    loss += normalize(scores);
    for (let each = 0; each < classes; each++) {
      scores[each] = (scores[each] ?? 0) - (target[each] ?? 0);
    }
    for (let at = 0; at < places.length; at++) {
      const base = (places[at] ?? 0) * classes;
      const value = values[at] ?? 0;
      for (let each = 0; each < classes; each++) {
        gradient[base + each] = (gradient[base + each] ?? 0) + (scores[each] ?? 0) * value;
      }
    }
  }
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0;
    loss += 0.5 * penalty * weight * weight;
    gradient[at] = (gradient[at] ?? 0) + penalty * weight;
  }
  return { weights, gradient, loss };
}

/** Against the gradient, bent by what the last steps told of the curvature. */
function directionFrom(gradient: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.slice();
  const parts: number[] = [];
  for (const step of [...steps].reverse()) {
    const part = step.inverse * dot(step.move, direction);
    parts.unshift(part);
    addScaled(direction, step.change, -part);
  }
  const last = steps[steps.length - 1];
  scale(
    direction,
    last
      ? dot(last.move, last.change) / dot(last.change, last.change)
      : 1 / Math.sqrt(dot(gradient, gradient)),
  );
  steps.forEach((step, at) => {
    addScaled(direction, step.move, (parts[at] ?? 0) - step.inverse * dot(step.change, direction));
  });
  scale(direction, -1);
  return direction;
}

function search(
  from: Point,
  direction: Float64Array,
  lossAt: (weights: Float64Array) => Point,
): Point | null {
  const slope = dot(from.gradient, direction);
  for (let halving = 0, length = 1; halving < HALVINGS; halving++, length /= 2) {
    const weights = from.weights.slice();
    addScaled(weights, direction, length);
    const point = lossAt(weights);
    if (point.loss <= from.loss + SUFFICIENT * length * slope) return point;
  }
  return null;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addScaled(to: Float64Array, from: Float64Array, factor: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + (from[at] ?? 0) * factor;
}

function scale(values: Float64Array, factor: number): void {
  for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) * factor;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value - (b[at] ?? 0));
}
