// Loads the built plugin the way Obsidian does: its code runs as a CommonJS module that is handed
// `obsidian` and the host's own copy of CodeMirror, and nothing else.
import * as commands from '@codemirror/commands';
import * as language from '@codemirror/language';
import * as search from '@codemirror/search';
import * as state from '@codemirror/state';
import * as view from '@codemirror/view';
import type { PluginManifest } from 'obsidian';
import { showError } from '../ground/notice.ts';
import { Plugin, type PluginApp } from './plugin.ts';
import { Platform, requireApiVersion } from '../ground/platform.ts';

type PluginClass = new (app: PluginApp, manifest: PluginManifest) => Plugin;

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} did not load.`);
  return response.text();
}

export class PluginLoader {
  plugins: Record<string, Plugin> = {};
  manifests: Record<string, PluginManifest> = {};
  readonly enabledPlugins = new Set<string>();
  current: Plugin | null = null;
  /** The `obsidian` module; set by the page, which alone knows all its parts. */
  obsidian: object = {};

  readonly #app: PluginApp;

  constructor(app: PluginApp) {
    this.#app = app;
    app.vault.onConfigChange = (path) => {
      // A phone's app watches no settings: they are read at the next start.
      if (Platform.isMobile) return;
      const plugin = Object.values(this.plugins).find((each) => each.dataPath === path);
      plugin?.noticeDataChange().catch(reportError);
    };
  }

  getPlugin(id: string): Plugin | null {
    return this.plugins[id] ?? null;
  }

  /** Fetches and starts the plugin. A failure shows and is thrown on. */
  async load(): Promise<Plugin> {
    return this.#loadFrom('/plugin', (plugin) => {
      this.current = plugin;
    });
  }

  /** Loads the plugin with the id beside the one that the playground is for, its styles too. */
  async loadOther(id: string): Promise<Plugin> {
    const address = `/plugins/${encodeURIComponent(id)}`;
    document.head.createEl('link', {
      href: `${address}/styles.css`,
      attr: { rel: 'stylesheet' },
    });
    return this.#loadFrom(address);
  }

  async #loadFrom(address: string, onMade?: (plugin: Plugin) => void): Promise<Plugin> {
    try {
      const manifest = JSON.parse(await fetchText(`${address}/manifest.json`)) as PluginManifest;
      manifest.dir = `${this.#app.vault.configDir}/plugins/${manifest.id}`;
      if (!requireApiVersion(manifest.minAppVersion)) {
        throw new Error(`${manifest.name} needs Obsidian ${manifest.minAppVersion}.`);
      }
      const PluginMain = this.evaluate(await fetchText(`${address}/main.js`), manifest.id);
      const plugin = new PluginMain(this.#app, manifest);
      this.manifests[manifest.id] = manifest;
      this.plugins[manifest.id] = plugin;
      this.enabledPlugins.add(manifest.id);
      onMade?.(plugin);
      await this.#start(plugin);
      return plugin;
    } catch (error) {
      console.error('The plugin did not load:', error);
      showError(error);
      throw error;
    }
  }

  unload(): void {
    const plugin = this.current;
    if (!plugin) return;
    plugin.unload();
    this.current = null;
    const { id } = plugin.manifest;
    Reflect.deleteProperty(this.plugins, id);
    this.enabledPlugins.delete(id);
  }

  /** `load` does not wait for an asynchronous `onload`; Obsidian's start does. */
  async #start(plugin: Plugin): Promise<void> {
    const onload = plugin.onload.bind(plugin);
    let started: unknown;
    plugin.onload = () => {
      started = onload();
      return undefined;
    };
    plugin.load();
    Reflect.deleteProperty(plugin, 'onload');
    await started;
  }

  /** The class that a built plugin exports. The bench of starts calls it, too. */
  evaluate(code: string, id: string): PluginClass {
    const modules: Readonly<Record<string, object>> = {
      obsidian: this.obsidian,
      '@codemirror/commands': commands,
      '@codemirror/language': language,
      '@codemirror/search': search,
      '@codemirror/state': state,
      '@codemirror/view': view,
    };
    const requireModule = (name: string): object => {
      const found = modules[name];
      if (!found) throw new Error(`The plugin asks for ${name}, which is not there.`);
      return found;
    };
    const module: { exports: Record<string, unknown> } = { exports: {} };
    // This is what loading a plugin means; the code is the one that was built here.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a plugin's code comes as text
    const run = new Function(
      'require',
      'module',
      'exports',
      `${code}\n//# sourceURL=plugin:${id}`,
    ) as (
      require: (name: string) => object,
      module: { exports: Record<string, unknown> },
      exports: Record<string, unknown>,
    ) => void;
    run(requireModule, module, module.exports);
    const main = module.exports.default ?? module.exports;
    if (typeof main !== 'function' || !(main.prototype instanceof Plugin)) {
      throw new Error('The plugin exports no class that extends Plugin.');
    }
    return main as PluginClass;
  }
}
