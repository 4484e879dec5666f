/** What each source's word is worth beside the others', fitted by `npm run suggest:fit`. */
import type { Source } from './opinion';

export type SourceWeights = { readonly [source in Source]: number };

/** Beside the model of wordings. */
export const WITH_WORDING: SourceWeights = {
  same: 0.83,
  label: 0.55,
  section: 1,
  asker: 0.23,
  before: 0.64,
  wording: 0.99,
  own: 0.08,
};

/** In a taxonomy that the model does not know. */
export const WITHOUT_WORDING: SourceWeights = {
  same: 0.93,
  label: 0.46,
  section: 1,
  asker: 0.37,
  before: 0.63,
  wording: 1,
  own: 0.2,
};
