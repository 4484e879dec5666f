/** All strings of the interface, by the part that shows them. */
import type { Strings } from '../strings';
import { common } from './common';
import { dashboard } from './dashboard';
import { editor } from './editor';
import { settings } from './settings';
import { tagging } from './tagging';

export const zh: Strings = { common, tagging, dashboard, editor, settings };
