/** Strings of the tagging part. */
import type { Strings } from '../strings';

export const tagging: Strings['tagging'] = {};
