// `SettingTab`, `PluginSettingTab`, `SettingPage`. A tab whose `getSettingDefinitions` answers with
// something is drawn from it; else its own `display` draws it, as before Obsidian 1.13.
import type { SettingDefinitionItem } from 'obsidian';
import type { App } from '../app.ts';
import type { Plugin } from '../plugins/plugin.ts';
import { DefinitionRenderer } from './setting-definitions.ts';

/** Where a tab's sub-pages open; the settings window is one. */
export interface PageHost {
  openPage(title: string, draw: (containerEl: HTMLElement) => (() => void) | undefined): void;
  openSettingPage(page: SettingPage): void;
}

export abstract class SettingPage {
  readonly rootEl = createDiv('setting-page');
  readonly titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
  readonly containerEl = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  hide(): void {
    this.containerEl.empty();
  }
}

export abstract class SettingTab {
  id = '';
  name = '';
  icon = '';
  app: App;
  readonly containerEl = createDiv('vertical-tab-content');
  settingItems: SettingDefinitionItem[] = [];
  pageHost: PageHost | null = null;
  private renderer: DefinitionRenderer | null = null;

  constructor(app: App) {
    this.app = app;
  }

  getSettingDefinitions(): SettingDefinitionItem[] {
    return [];
  }

  getControlValue(_key: string): unknown {
    return undefined;
  }

  setControlValue(_key: string, _value: unknown): void | Promise<void> {
    return undefined;
  }

  /** Asks for the definitions again and, where the tab is open, draws them again. */
  update(): void {
    this.settingItems = this.getSettingDefinitions();
    this.renderer?.render(this.settingItems);
  }

  refreshDomState(): void {
    this.renderer?.refresh();
  }

  display(): void {
    // For subclasses.
  }

  hide(): void {
    this.containerEl.empty();
  }

  /** Called by the settings window. */
  show(host: PageHost): void {
    this.pageHost = host;
    this.settingItems = this.getSettingDefinitions();
    if (this.settingItems.length === 0) {
      this.display();
      return;
    }
    this.renderer = new DefinitionRenderer(this, this.containerEl);
    this.renderer.render(this.settingItems);
  }

  /** Called by the settings window when another tab takes over. */
  leave(): void {
    this.renderer?.clear();
    this.renderer = null;
    this.pageHost = null;
    this.hide();
  }
}

export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: App,
    readonly plugin: Plugin,
  ) {
    super(app);
    this.id = plugin.manifest.id;
    this.name = plugin.manifest.name;
  }

  override getControlValue(key: string): unknown {
    const { settings } = this.plugin;
    return typeof settings === 'object' && settings !== null
      ? Reflect.get(settings, key)
      : undefined;
  }

  override setControlValue(key: string, value: unknown): void | Promise<void> {
    const settings = this.plugin.settings ?? {};
    this.plugin.settings = settings;
    if (typeof settings === 'object') Reflect.set(settings, key, value);
    return this.plugin.saveData(settings);
  }
}
