/** All strings of the interface, by the part that shows them. */
import { bulk } from './bulk';
import { common } from './common';
import { dashboard } from './dashboard';
import { editor } from './editor';
import { query } from './query';
import { saving } from './saving';
import { settings } from './settings';
import { tagging } from './tagging';

export function en() {
  return {
    common: common(),
    tagging: tagging(),
    dashboard: dashboard(),
    bulk: bulk(),
    editor: editor(),
    query: query(),
    saving: saving(),
    settings: settings(),
  };
}
