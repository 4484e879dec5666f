/** Strings of the dashboard part. */
export const dashboard = {};
