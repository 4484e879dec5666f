/** What each source's word is worth beside the others', fitted by `npm run suggest:fit`. */
import type { Source } from './opinion';

export type SourceWeights = { readonly [source in Source]: number };

/** Beside the model of wordings. */
export const WITH_WORDING: SourceWeights = {
  same: 0.87,
  label: 0.58,
  section: 1,
  asker: 0.25,
  before: 0.63,
  wording: 0.99,
  own: 0.08,
};

/** In a taxonomy that the model does not know. */
export const WITHOUT_WORDING: SourceWeights = {
  same: 0.87,
  label: 0.49,
  section: 1,
  asker: 0.39,
  before: 0.62,
  wording: 1,
  own: 0.19,
};
