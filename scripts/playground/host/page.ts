// The playground's page: starts the host, loads the plugin, opens what was open. `window.playground`
// is there for tests.
import './css/variables.css';
import './css/base.css';
import './css/components.css';
import './css/settings.css';
import './css/workspace.css';
import './css/note.css';
import './css/bases.css';
import './css/canvas.css';
import moment from 'moment';
import 'moment/locale/zh-cn';
import 'moment/locale/zh-tw';
import { App } from './app.ts';
import { addCoreCommands } from './commands/core-commands.ts';
import { extendBuiltIns } from './dom/built-in-extensions.ts';
import { followDatabases, loseDatabases } from './databases/lost-databases.ts';
import { installDomExtensions } from './dom/dom-extensions.ts';
import { FileExplorerView } from './shell/file-explorer.ts';
import { loadIcons } from './ground/icons.ts';
import { useKeymap } from './popups/menu.ts';
import { listenForErrors } from './ground/notice.ts';
import { obsidianModule } from './obsidian-module.ts';
import type { Plugin } from './plugins/plugin.ts';
import { showPhoneFrame } from './shell/phone-frame.ts';
import { Platform } from './ground/platform.ts';
import { followCommandLines, otherPlugins } from './connection/server-connection.ts';
import { leavesOf } from './workspace/workspace-leaf.ts';
import { preferences } from './ground/preferences.ts';

const MOMENT_LOCALES = { en: 'en', 'zh-TW': 'zh-tw', zh: 'zh-cn' } as const;

interface Playground {
  readonly app: App;
  readonly plugin: Plugin | null;
  /** Set once the layout is ready and every note is read. */
  ready: boolean;
  loadPlugin(): Promise<Plugin>;
  unloadPlugin(): void;
  /** Loads the plugin's files anew, as a rebuild would ask for. */
  reload(): Promise<Plugin>;
  /** Closes all connections to databases, as iOS does; see databases/lost-databases.ts. */
  loseDatabases(isTold: boolean): number;
}

declare global {
  interface Window {
    app?: App;
    playground?: Playground;
    moment?: typeof moment;
    i18next?: { t(key: string): string };
  }
}

async function restoreLayout(app: App): Promise<void> {
  const { workspace, vault } = app;
  const path = `${vault.configDir}/workspace.json`;
  let layout: unknown = null;
  if (await vault.adapter.exists(path)) {
    try {
      layout = JSON.parse(await vault.adapter.read(path));
    } catch (error) {
      console.warn(`${path} cannot be read; the layout starts afresh.`, error);
    }
  }
  await workspace.changeLayout(layout);
  await workspace.ensureSideLeaf(FileExplorerView.type, 'left', { reveal: false });
  if (leavesOf(workspace.rightSplit).length === 0 || Platform.isPhone)
    workspace.rightSplit.collapse();
  if (Platform.isPhone) workspace.leftSplit.collapse();
  const recent = workspace.getMostRecentLeaf();
  if (!workspace.activeLeaf && recent) workspace.setActiveLeaf(recent);
}

async function start(): Promise<void> {
  extendBuiltIns();
  installDomExtensions(window);
  followDatabases();
  listenForErrors();
  if (showPhoneFrame()) return;
  await loadIcons();
  const app = new App();
  useKeymap(app.keymap);
  window.app = app;
  // Plugins find it there too.
  window.moment = moment;
  // The app's own words, which plugins borrow; here a word is its key.
  window.i18next = { t: (key) => key };
  moment.locale(MOMENT_LOCALES[preferences.lang]);
  app.plugins.obsidian = obsidianModule;
  document.body.append(app.shell.containerEl);
  addCoreCommands(app);
  app.viewRegistry.registerView(
    FileExplorerView.type,
    (leaf) => new FileExplorerView(leaf, app.workspace),
  );
  const playground: Playground = {
    app,
    get plugin() {
      return app.plugins.current;
    },
    ready: false,
    loadPlugin: () => app.plugins.load(),
    unloadPlugin: () => {
      app.plugins.unload();
    },
    reload: () => {
      app.plugins.unload();
      return app.plugins.load();
    },
    loseDatabases,
  };
  window.playground = playground;
  await app.vault.load();
  followCommandLines((parts) => app.cli.run(parts));
  await app.metadataCache.load();
  document.title = `${app.vault.getName()} – Playground`;
  // A plugin that fails to load has said so; the notes stay usable.
  await app.plugins.load().catch(() => null);
  for (const id of await otherPlugins()) await app.plugins.loadOther(id).catch(() => null);
  await restoreLayout(app);
  app.workspace.setLayoutReady();
  await app.metadataCache.readAll();
  playground.ready = true;
  window.addEventListener('beforeunload', () => {
    app.workspace.trigger('quit', []);
    void app.workspace.requestSaveLayout.run();
  });
  window.addEventListener('pagehide', () => {
    app.setting.close();
    for (const { win } of app.workspace.popouts()) win.close();
  });
}

start().catch(reportError);
