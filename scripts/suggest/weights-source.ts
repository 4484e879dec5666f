/** The files of the weights that ship. */
import type { Weights } from './fit-sources';
import type { PackedModel } from '../../src/core/suggest/wording/packed-model';

export function weightsSource({ rows, range, bias }: PackedModel): string {
  const numbers = bias.map((weight) => Number(weight.toPrecision(6))).join(', ');
  return `/**
 * The weights of the model of wordings, made by \`npm run suggest:train\` of questions judged by stage; no text of
 * theirs is in it. \`packed-model.ts\` says how they are read.
 */
import type { PackedModel } from './packed-model';

export const WEIGHTS: PackedModel = {
  rows: '${rows}',
  range: ${Number(range.toPrecision(6))},
  bias: [${numbers}],
};
`;
}

export function sourceWeightsSource(known: Weights, foreign: Weights): string {
  const members = (weights: Weights) =>
    Object.entries(weights)
      .map(([source, weight]) => `  ${source}: ${weight},\n`)
      .join('');
  return `/** What each source's word is worth beside the others', fitted by \`npm run suggest:fit\`. */
import type { Source } from './opinion';

export type SourceWeights = { readonly [source in Source]: number };

/** Beside the model of wordings. */
export const WITH_WORDING: SourceWeights = {
${members(known)}};

/** In a taxonomy that the model does not know. */
export const WITHOUT_WORDING: SourceWeights = {
${members(foreign)}};
`;
}
