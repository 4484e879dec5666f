// `Plugin`: everything a plugin registers is taken back when it unloads.
import type { Extension } from '@codemirror/state';
import type {
  BasesViewRegistration,
  CliFlags,
  CliHandler,
  Command,
  HoverLinkSource,
  ObsidianProtocolHandler,
  PluginManifest,
} from 'obsidian';
import type { Bases } from '../bases/bases.ts';
import type { Commands } from '../commands/commands.ts';
import { Component } from '../ground/component.ts';
import { setIcon } from '../ground/icons.ts';
import type { EditorSuggest } from '../popups/popover-suggest.ts';
import { MarkdownPreviewRenderer, type PostProcessor } from '../markdown/post-processors.ts';
import type { CliHandlers } from '../outside/cli-handlers.ts';
import type { ProtocolHandlers } from '../outside/protocol-handlers.ts';
import type { PluginSettingTab } from '../settings/setting-tab.ts';
import type { SettingsWindow } from '../settings/settings-window.ts';
import type { Shell } from '../shell/shell.ts';
import { setTooltip } from '../ground/tooltip.ts';
import type { ViewCreator } from '../views/view-registry.ts';
import type { Workspace, WorkspaceApp } from '../workspace/workspace.ts';

/** The app, as plugins find it: what they register goes to its parts. */
export interface PluginApp extends WorkspaceApp {
  readonly workspace: Workspace;
  readonly commands: Commands;
  readonly setting: SettingsWindow;
  readonly shell: Shell;
  readonly bases: Bases;
  readonly protocol: ProtocolHandlers;
  readonly cli: CliHandlers;
}

export abstract class Plugin extends Component {
  settings?: unknown;
  onExternalSettingsChange?(): unknown;

  constructor(
    readonly app: PluginApp,
    readonly manifest: PluginManifest,
  ) {
    super();
  }

  override onload(): Promise<void> | void {
    return undefined;
  }

  onUserEnable(): void {
    // For subclasses.
  }

  addRibbonIcon(
    icon: string,
    title: string,
    callback: (event: MouseEvent) => unknown,
  ): HTMLElement {
    const el = this.app.shell.ribbonActionsEl.createDiv({
      cls: 'clickable-icon side-dock-ribbon-action',
      attr: { role: 'button', tabindex: 0 },
    });
    setIcon(el, icon);
    setTooltip(el, title, { placement: 'right' });
    el.addEventListener('click', callback);
    this.register(() => {
      el.detach();
    });
    return el;
  }

  addStatusBarItem(): HTMLElement {
    const el = this.app.shell.statusBarEl.createDiv(`status-bar-item plugin-${this.manifest.id}`);
    this.app.shell.statusBarEl.prepend(el);
    this.register(() => {
      el.detach();
    });
    return el;
  }

  addCommand(command: Command): Command {
    command.id = `${this.manifest.id}:${command.id}`;
    command.name = `${this.manifest.name}: ${command.name}`;
    this.app.commands.addCommand(command);
    this.register(() => {
      this.app.commands.removeCommand(command.id);
    });
    return command;
  }

  removeCommand(id: string): void {
    this.app.commands.removeCommand(`${this.manifest.id}:${id}`);
  }

  addSettingTab(tab: PluginSettingTab): void {
    tab.update();
    this.app.setting.addSettingTab(tab);
    this.register(() => {
      this.app.setting.removeSettingTab(tab);
    });
  }

  registerView(type: string, create: ViewCreator): void {
    this.app.viewRegistry.registerView(type, create);
    this.register(() => {
      this.app.viewRegistry.unregisterView(type);
    });
  }

  registerExtensions(extensions: string[], viewType: string): void {
    this.app.viewRegistry.registerExtensions(extensions, viewType);
  }

  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    this.app.hoverLinkSources.set(id, info);
    this.register(() => {
      this.app.hoverLinkSources.delete(id);
    });
  }

  registerMarkdownPostProcessor(processor: PostProcessor, sortOrder?: number): PostProcessor {
    MarkdownPreviewRenderer.registerPostProcessor(processor, sortOrder);
    this.register(() => {
      MarkdownPreviewRenderer.unregisterPostProcessor(processor);
    });
    return processor;
  }

  registerMarkdownCodeBlockProcessor(
    language: string,
    handler: Parameters<typeof MarkdownPreviewRenderer.createCodeBlockPostProcessor>[1],
    sortOrder?: number,
  ): PostProcessor {
    const processor = MarkdownPreviewRenderer.createCodeBlockPostProcessor(language, handler);
    return this.registerMarkdownPostProcessor(processor, sortOrder);
  }

  /** Answers false where the core plugin is off. */
  registerBasesView(type: string, registration: BasesViewRegistration): boolean {
    const takeBack = this.app.bases.register(type, registration);
    if (takeBack) this.register(takeBack);
    return takeBack !== null;
  }

  registerEditorExtension(extension: Extension): void {
    const { workspace } = this.app;
    workspace.editorExtensions.push(extension);
    workspace.updateOptions();
    this.register(() => {
      workspace.editorExtensions.remove(extension);
      workspace.updateOptions();
    });
  }

  registerEditorSuggest(suggest: EditorSuggest<unknown>): void {
    const { editorSuggest } = this.app.workspace;
    editorSuggest.addSuggest(suggest);
    this.register(() => {
      editorSuggest.removeSuggest(suggest);
    });
  }

  registerObsidianProtocolHandler(action: string, handler: ObsidianProtocolHandler): void {
    this.register(this.app.protocol.register(action, handler));
  }

  registerCliHandler(
    command: string,
    description: string,
    flags: CliFlags | null,
    handler: CliHandler,
  ): void {
    this.register(this.app.cli.register(command, description, flags, handler));
  }

  async loadData(): Promise<unknown> {
    const { adapter } = this.app.vault;
    this.#dataTime = await this.#timeOfData();
    if (this.#dataTime === null) return null;
    return JSON.parse(await adapter.read(this.dataPath)) as unknown;
  }

  async saveData(data: unknown): Promise<void> {
    const save = async (): Promise<void> => {
      await this.app.vault.adapter.write(this.dataPath, JSON.stringify(data, null, 2));
      this.#dataTime = await this.#timeOfData();
    };
    this.#saving = save();
    await this.#saving;
  }

  /**
   * Called by the host when the data file changed on disk. As in Obsidian the file's time decides, not what is
   * in it; and the settings tab is asked for its definitions anew, whatever is being typed in it.
   */
  async noticeDataChange(): Promise<void> {
    // The news of an own save may come before the answer to it.
    await this.#saving.catch(() => undefined);
    const time = await this.#timeOfData();
    if (time === this.#dataTime) return;
    this.#dataTime = time;
    await this.onExternalSettingsChange?.();
    for (const tab of this.app.setting.pluginTabs) if (tab.id === this.manifest.id) tab.update();
  }

  async #timeOfData(): Promise<number | null> {
    return (await this.app.vault.adapter.stat(this.dataPath))?.mtime ?? null;
  }

  #dataTime: number | null = null;
  #saving: Promise<void> = Promise.resolve();

  get dataPath(): string {
    return `${this.app.vault.configDir}/plugins/${this.manifest.id}/data.json`;
  }
}
