/** From which probability on a proposal may stand at a question by itself, to be accepted with one key. */

export const GHOST = 0.85;
