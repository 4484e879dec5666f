// `app.internalPlugins`, which is not documented: the core plugins by id. Plugins ask whether one is on, and reach
// for its `instance`. Here all are off and empty, but for those that the host has; Bases can be turned off.
// The names of the members are read off plugins that use them.
import { Notice } from '../ground/notice.ts';
import { translate } from '../ground/shell-text.ts';

export interface InternalPlugin {
  readonly id: string;
  enabled: boolean;
  readonly instance: object;
}

const IDS = [
  'audio-recorder',
  'backlink',
  'bases',
  'bookmarks',
  'canvas',
  'command-palette',
  'daily-notes',
  'editor-status',
  'file-explorer',
  'file-recovery',
  'footnotes',
  'global-search',
  'graph',
  'note-composer',
  'outgoing-link',
  'outline',
  'page-preview',
  'properties',
  'publish',
  'random-note',
  'slash-command',
  'slides',
  'switcher',
  'sync',
  'tag-pane',
  'templates',
  'webviewer',
  'word-count',
  'workspaces',
  'zk-prefixer',
];

/** What the host has of them. */
const PRESENT = ['bases', 'canvas', 'command-palette', 'file-explorer', 'page-preview'];

/** Plugins reach for options, and for the search, without asking whether the plugin is on. */
function instanceOf(id: string): object {
  if (id !== 'global-search') return { options: {} };
  return {
    options: {},
    getGlobalSearchQuery: () => '',
    openGlobalSearch: (query: string) => new Notice(`${translate('search')}: ${query}`),
  };
}

export class InternalPlugins {
  readonly plugins: Record<string, InternalPlugin> = Object.fromEntries(
    IDS.map((id) => [id, { id, enabled: PRESENT.includes(id), instance: instanceOf(id) }]),
  );

  getPluginById(id: string): InternalPlugin | null {
    return this.plugins[id] ?? null;
  }

  /** The plugin's instance, where it is on. */
  getEnabledPluginById(id: string): object | null {
    const plugin = this.plugins[id];
    return plugin?.enabled === true ? plugin.instance : null;
  }

  setEnabled(id: string, isEnabled: boolean): void {
    const plugin = this.plugins[id];
    if (plugin) plugin.enabled = isEnabled;
  }

  getEnabledPlugins(): InternalPlugin[] {
    return Object.values(this.plugins).filter(({ enabled }) => enabled);
  }

  isEnabled(id: string): boolean {
    return this.plugins[id]?.enabled === true;
  }
}
