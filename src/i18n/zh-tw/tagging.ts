/** Strings of the tagging part. */
import type { Strings } from '..';

export const tagging: Strings['tagging'] = {};
