/** The file of the weights that ship. */
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
