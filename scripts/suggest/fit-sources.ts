/**
 * What each source's word is worth beside the others': the weights with which the right stages are likeliest, held
 * towards one where there is little to tell them by. What `same` weighs is found behind the others, since tags of the
 * very same question are counted beside what those say together.
 */
import { SOURCES, type Opinion, type Source } from '../../src/core/suggest/opinion';
import { JUDGED_SHARES } from '../../src/core/suggest/prior';
import { ratioOf, withEvidence } from '../../src/core/suggest/proposals';
import type { SourceWeights } from '../../src/core/suggest/source-weights';
import { NONE } from '../../src/core/suggest/wording/stage-classes';
import type { Moment } from './replay';

export type Weights = SourceWeights;

/** As if so much of the loss were left for each unit squared away from one. */
const RIDGE = 5;
const ROUNDS = 400;
const RATE = 0.5;
const LEAST = 1e-4;

/** A stage's log odds before anything is said, and what each source says of it. */
interface Option {
  /** Empty for «none». */
  readonly stage: string;
  readonly usual: number;
  readonly said: readonly number[];
}

interface Case {
  readonly options: readonly Option[];
  readonly right: number;
  /** The opinion that has tags of the very same question. */
  readonly known: Opinion | null;
}

export function fitSources(moments: readonly Moment[]): Weights {
  const cases = moments.map(caseOf).filter((each) => each.right !== -1);
  let weights = SOURCES.map(() => 1);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = weights.map((weight) => (RIDGE * (1 - weight)) / cases.length);
    for (const { options, right } of cases) {
      const shares = sharesOf(options, weights);
      options.forEach(({ said }, at) => {
        const gap = ((at === right ? 1 : 0) - (shares[at] ?? 0)) / cases.length;
        said.forEach((value, source) => (slope[source] = (slope[source] ?? 0) + gap * value));
      });
    }
    // A source that speaks against what it means is worth nothing.
    weights = weights.map((weight, at) => Math.max(0, weight + RATE * (slope[at] ?? 0)));
  }
  const fitted = new Map(SOURCES.map((source, at) => [source, weights[at] ?? 1]));
  fitted.set('same', fitSame(cases, weights));
  const of = (source: Source) => Number((fitted.get(source) ?? 1).toFixed(2));
  return {
    same: of('same'),
    label: of('label'),
    section: of('section'),
    asker: of('asker'),
    before: of('before'),
    wording: of('wording'),
    own: of('own'),
  };
}

/** The best of a hundred weights, at most 1, for tags of the very same question and of nearly the same ones alike. */
function fitSame(cases: readonly Case[], others: readonly number[]): number {
  const same = SOURCES.indexOf('same');
  const told = cases.filter(
    ({ known, options }) => known !== null || options.some(({ said }) => said[same] !== 0),
  );
  const lossOf = (weight: number): number => {
    const weights = others.map((other, at) => (at === same ? weight : other));
    return told.reduce(
      (loss, { options, right, known }) => {
        const shares = sharesOf(options, weights);
        const likely = new Map(options.map(({ stage }, at) => [stage, shares[at] ?? 0]));
        const counted = known ? withEvidence(likely, { weight, opinion: known }) : likely;
        return loss - Math.log(Math.max(LEAST, counted.get(options[right]?.stage ?? '') ?? 0));
      },
      (RIDGE / 2) * (1 - weight) ** 2,
    );
  };
  const tried = Array.from({ length: 100 }, (_, at) => (at + 1) / 100);
  return tried.reduce((best, weight) => (lossOf(weight) < lossOf(best) ? weight : best));
}

function caseOf({ question, prior, opinions }: Moment): Case {
  const wording = opinions.find(({ source }) => source === 'wording');
  const none = wording ? (JUDGED_SHARES.get(NONE) ?? 0) : 0;
  const opinionOf = (source: Source) => opinions.find((opinion) => opinion.source === source);
  const options = [...prior].map(([stage, share]): Option => {
    const said = SOURCES.map((source) => {
      const opinion = opinionOf(source);
      return opinion && !opinion.evidence ? ratioOf(opinion, stage, prior) : 0;
    });
    return { stage, usual: Math.log(share * (1 - none)), said };
  });
  if (wording) {
    const rest = 1 - [...wording.scores.values()].reduce((sum, score) => sum + score, 0);
    const ratio = Math.log(Math.max(LEAST, rest) / none);
    options.push({
      stage: '',
      usual: Math.log(none),
      said: SOURCES.map((source) => (source === 'wording' ? ratio : 0)),
    });
  }
  const right =
    question.stage === NONE
      ? wording
        ? prior.size
        : -1
      : [...prior.keys()].indexOf(question.stage);
  const known = opinions.find(({ evidence }) => evidence !== undefined) ?? null;
  return { options, right, known };
}

function sharesOf(options: readonly Option[], weights: readonly number[]): readonly number[] {
  const scores = options.map(({ usual, said }) =>
    said.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), usual),
  );
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((all, power) => all + power, 0);
  return powers.map((power) => power / sum);
}
