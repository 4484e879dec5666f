/** Strings of the settings part. */
import type { Strings } from '..';

export const settings: Strings['settings'] = {};
