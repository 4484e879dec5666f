/** Nothing, three likely stages, or, where the first is sure enough, that one at the question already. */
export const SUGGEST_MODES = ['off', 'proposals', 'ghosts'] as const;
export type SuggestMode = (typeof SUGGEST_MODES)[number];
