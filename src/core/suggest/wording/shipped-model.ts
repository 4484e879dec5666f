/** The model that ships, read out of its weights when it is first asked. */
import { unpackModel, type Model } from './packed-model';
import { WEIGHTS } from './weights';

let model: Model | null = null;

export function shippedModel(): Model {
  model ??= unpackModel(WEIGHTS);
  return model;
}
