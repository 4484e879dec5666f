/** Strings of the tagging part. */
export const tagging = {};
