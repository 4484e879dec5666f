/** How long notices stay, in milliseconds. */

/** Long enough to read several lines and to decide. */
export const LONG_NOTICE = 12_000;
