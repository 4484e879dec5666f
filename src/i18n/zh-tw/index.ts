/** All strings of the interface, by the part that shows them. */
import type { Strings } from '../en/strings';
import { madeWhenRead } from '../en/made-when-read';
import { bases } from './bases';
import { block } from './block';
import { bulk } from './bulk';
import { common } from './common';
import { compare } from './compare';
import { dashboard } from './dashboard';
import { editor } from './editor';
import { learning } from './learning';
import { outside } from './outside';
import { query } from './query';
import { saving } from './saving';
import { settings } from './settings';
import { suggest } from './suggest';
import { tagging } from './tagging';
import { transitions } from './transitions';
import { timeline } from './timeline';

export function zhTw(): Strings {
  return madeWhenRead({
    common,
    compare,
    tagging,
    timeline,
    dashboard,
    bases,
    block,
    bulk,
    editor,
    learning,
    outside,
    query,
    saving,
    settings,
    suggest,
    transitions,
  });
}
