/** Strings of the dashboard part. */
import type { Strings } from '../strings';

export const dashboard: Strings['dashboard'] = {};
