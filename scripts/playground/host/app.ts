// `App`: the parts of the host in one place, as plugins find them on `this.app`.
import type { HoverLinkSource, PaneType } from 'obsidian';
import { Bases } from './bases/bases.ts';
import { CanvasView } from './canvas/canvas-view.ts';
import { Commands } from './commands/commands.ts';
import { InternalPlugins } from './core-plugins/internal-plugins.ts';
import { MetadataTypeManager } from './core-plugins/metadata-type-manager.ts';
import { DragManager } from './parts/drag-manager.ts';
import { EmbedRegistry } from './parts/embed-registry.ts';
import { NoteEmbed } from './markdown/note-embed.ts';
import { EmptyView } from './views/empty-view.ts';
import { FileManager } from './vault/file-manager.ts';
import { showPagePreviews } from './markdown/page-preview.ts';
import type { HoverPopover } from './popups/hover-popover.ts';
import { MarkdownView } from './notes/markdown-view.ts';
import { MetadataCache } from './vault/metadata-cache.ts';
import { Notice } from './ground/notice.ts';
import { CliHandlers } from './outside/cli-handlers.ts';
import { ProtocolHandlers } from './outside/protocol-handlers.ts';
import { Platform } from './ground/platform.ts';
import type { PluginApp } from './plugins/plugin.ts';
import { PluginLoader } from './plugins/plugin-loader.ts';
import { preferences } from './ground/preferences.ts';
import { Keymap, Scope } from './ground/scope.ts';
import { SettingsWindow } from './settings/settings-window.ts';
import { Shell } from './shell/shell.ts';
import { translate } from './ground/shell-text.ts';
import { listenForTooltips } from './ground/tooltip.ts';
import { Vault } from './vault/vault.ts';
import { ViewRegistry } from './views/view-registry.ts';
import type { WorkspaceWindow } from './workspace/workspace-window.ts';
import { Workspace } from './workspace/workspace.ts';

export class App implements PluginApp {
  readonly scope = new Scope();
  readonly keymap = new Keymap(this.scope);
  readonly vault = new Vault();
  readonly metadataCache = new MetadataCache(this.vault);
  readonly fileManager: FileManager = new FileManager(this);
  readonly commands: Commands = new Commands(this);
  readonly hoverLinkSources = new Map<string, HoverLinkSource>();
  readonly protocol = new ProtocolHandlers();
  readonly cli = new CliHandlers(!Platform.isMobile, (text) => navigator.clipboard.writeText(text));
  readonly internalPlugins = new InternalPlugins();
  readonly metadataTypeManager = new MetadataTypeManager(() => this.metadataCache.propertyNames());
  readonly renderContext: { hoverPopover: HoverPopover | null } = { hoverPopover: null };
  readonly workspace: Workspace = new Workspace(this);
  readonly dragManager = new DragManager();
  readonly embedRegistry = new EmbedRegistry();
  readonly viewRegistry: ViewRegistry = new ViewRegistry((type) =>
    this.workspace.getLeavesOfType(type),
  );
  readonly bases: Bases;
  readonly plugins: PluginLoader = new PluginLoader(this);
  readonly setting: SettingsWindow = new SettingsWindow(this);
  readonly shell: Shell = new Shell(this);
  lastEvent: MouseEvent | KeyboardEvent | TouchEvent | null = null;

  constructor() {
    this.viewRegistry.registerView('empty', (leaf) => new EmptyView(leaf));
    this.viewRegistry.registerView('markdown', (leaf) => new MarkdownView(leaf));
    this.viewRegistry.registerExtensions(['md'], 'markdown');
    this.embedRegistry.registerExtension(
      'md',
      (place, file, subpath) => new NoteEmbed(this, place, file, subpath),
    );
    this.viewRegistry.registerView('canvas', (leaf) => new CanvasView(leaf));
    this.viewRegistry.registerExtensions(['canvas'], 'canvas');
    this.internalPlugins.setEnabled('bases', preferences.bases === 'on');
    this.bases = new Bases(this, this.internalPlugins.isEnabled('bases'));
    this.keymap.viewScope = (doc) => {
      const view = this.workspace.activeLeaf?.view;
      return view?.containerEl.doc === doc ? view.scope : null;
    };
    this.listenIn(document);
    this.workspace.on('window-open', ({ doc }: WorkspaceWindow) => {
      this.listenIn(doc);
    });
    showPagePreviews(this, this.hoverLinkSources);
  }

  isDarkMode(): boolean {
    return document.body.hasClass('theme-dark');
  }

  /** Where an event asks to open something. */
  paneOf(event: MouseEvent | KeyboardEvent): PaneType | boolean {
    return Keymap.isModEvent(event);
  }

  loadLocalStorage(key: string): unknown {
    const stored = localStorage.getItem(this.#storageKey(key));
    return stored === null ? null : (JSON.parse(stored) as unknown);
  }

  saveLocalStorage(key: string, data: unknown): void {
    if (data === null || data === undefined) localStorage.removeItem(this.#storageKey(key));
    else localStorage.setItem(this.#storageKey(key), JSON.stringify(data));
  }

  /** Keys, tooltips and what the user did last, in one window. */
  listenIn(doc: Document): void {
    this.keymap.listen(doc);
    listenForTooltips(doc);
    this.protocol.listenIn(doc, (address) => {
      new Notice(`${translate('noHandler')}: ${address}`);
    });
    for (const type of ['pointerdown', 'click', 'keydown'] as const) {
      doc.addEventListener(
        type,
        (event) => {
          this.lastEvent = event;
        },
        true,
      );
    }
  }

  #storageKey(key: string): string {
    return `${this.vault.getName()}-${key}`;
  }
}
