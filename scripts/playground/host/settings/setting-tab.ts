// `SettingTab` and `PluginSettingTab`. A tab whose `getSettingDefinitions` answers with
// something is drawn from it; else its own `display` draws it, as before Obsidian 1.13.
import type { SettingDefinitionItem } from 'obsidian';
import type { AppParts } from '../parts/app-parts.ts';
import { DefinitionRenderer, type DefinedTab } from './setting-definitions.ts';
import type { PageHost } from './setting-page.ts';

export abstract class SettingTab implements DefinedTab {
  id = '';
  name = '';
  icon = '';
  app: AppParts;
  readonly containerEl = createDiv('vertical-tab-content');
  settingItems: SettingDefinitionItem[] = [];
  pageHost: PageHost | null = null;
  #renderer: DefinitionRenderer | null = null;

  constructor(app: AppParts) {
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
    this.#renderer?.render(this.settingItems);
  }

  refreshDomState(): void {
    this.#renderer?.refresh();
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
    this.#renderer = new DefinitionRenderer(this, this.containerEl);
    this.#renderer.render(this.settingItems);
  }

  /** Called by the settings window when another tab takes over. */
  leave(): void {
    this.#renderer?.clear();
    this.#renderer = null;
    this.pageHost = null;
    this.hide();
  }
}

/** The plugin whose settings a tab shows, as the tab knows it. */
export interface TabOwner {
  readonly manifest: { readonly id: string; readonly name: string };
  settings?: unknown;
  saveData(data: unknown): Promise<void>;
}

export abstract class PluginSettingTab extends SettingTab {
  constructor(
    app: AppParts,
    readonly plugin: TabOwner,
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
