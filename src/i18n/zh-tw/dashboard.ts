/** Strings of the dashboard part. */
import type { Strings } from '..';

export const dashboard: Strings['dashboard'] = {};
