// `Workspace`: the leaves, which one is active, and what happens when that changes. The layout is
// written to `workspace.json` in the config folder and comes back on a reload. One class of Obsidian's
// API, and so one long file; layout data, view types and the tree's items have files of their own.
import type { Extension } from '@codemirror/state';
import type {
  HoverLinkSource,
  PaneType,
  OpenViewState,
  Side,
  SplitDirection,
  WorkspaceWindowInitData,
} from 'obsidian';
import type { TFile } from '../vault/abstract-file.ts';
import { debounce } from '../ground/debounce.ts';
import type { MarkdownFileInfo } from '../editor/editor-fields.ts';
import { EditorSuggests } from '../editor/editor-suggests.ts';
import { Events } from '../ground/events.ts';
import { parseLinktext } from '../text/link-text.ts';
import { MarkdownView } from '../notes/markdown-view.ts';
import type { Menu } from '../popups/menu.ts';
import { Notice } from '../ground/notice.ts';
import { Platform } from '../ground/platform.ts';
import { FileView } from '../views/text-file-view.ts';
import type { ViewsApp } from '../views/view-registry.ts';
import { translate } from '../ground/shell-text.ts';
import { windows, type Realm } from '../dom/windows.ts';
import {
  WorkspaceMobileDrawer,
  WorkspaceRoot,
  WorkspaceSidedock,
  WorkspaceSplit,
  type TabGroup,
  type WorkspaceItem,
  type WorkspaceParent,
} from './workspace-item.ts';
import { readLayout, writeLayout } from './workspace-layout.ts';
import { leavesOf, WorkspaceLeaf } from './workspace-leaf.ts';
import { WorkspaceTabs } from './workspace-tabs.ts';
import { WorkspaceFloating, WorkspaceWindow } from './workspace-window.ts';

const SAVE_LAYOUT_AFTER_MS = 400;
const LAST_FILES = 20;

/** The app, for the workspace. */
export interface WorkspaceApp extends ViewsApp {
  readonly hoverLinkSources: Map<string, HoverLinkSource>;
}

export class Workspace extends Events {
  readonly containerEl = createDiv('workspace');
  readonly leftSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
  readonly rightSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
  readonly rootSplit: WorkspaceRoot;
  readonly floatingSplit: WorkspaceFloating;
  readonly leftRibbon = {};
  readonly rightRibbon = {};
  activeLeaf: WorkspaceLeaf | null = null;
  layoutReady = false;
  readonly requestSaveLayout = debounce(() => this.saveLayout(), SAVE_LAYOUT_AFTER_MS, true);
  readonly editorExtensions: Extension[] = [];
  readonly editorSuggest: EditorSuggests;
  #readyCallbacks: (() => unknown)[] = [];
  #lastFile: TFile | null = null;
  #lastOpen: string[] = [];
  #clock = 0;

  constructor(readonly app: WorkspaceApp) {
    super();
    this.editorSuggest = new EditorSuggests(app);
    const Side = Platform.isMobile ? WorkspaceMobileDrawer : WorkspaceSidedock;
    this.leftSplit = new Side(this, 'left');
    this.rootSplit = new WorkspaceRoot(this);
    this.floatingSplit = new WorkspaceFloating(this);
    this.rightSplit = new Side(this, 'right');
    this.containerEl.append(
      this.leftSplit.containerEl,
      this.rootSplit.containerEl,
      this.rightSplit.containerEl,
    );
    app.vault.on('rename', () => {
      for (const leaf of this.allLeaves()) leaf.updateHeader();
      this.requestSaveLayout();
    });
  }

  /** As `Plugin.registerHoverLinkSource`, without an end. Not documented. */
  registerHoverLinkSource(id: string, info: HoverLinkSource): void {
    this.app.hoverLinkSources.set(id, info);
  }

  unregisterHoverLinkSource(id: string): void {
    this.app.hoverLinkSources.delete(id);
  }

  // Layout

  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.#readyCallbacks.push(callback);
  }

  /** Called by the host when the vault's files are known and the layout stands. */
  setLayoutReady(): void {
    this.layoutReady = true;
    // For whoever measures what plugins do from here on.
    performance.mark('layout-ready');
    for (const callback of this.#readyCallbacks) {
      try {
        callback();
      } catch (error) {
        reportError(error);
      }
    }
    this.#readyCallbacks = [];
    this.trigger('layout-ready');
    this.trigger('layout-change');
  }

  getLayout(): Record<string, unknown> {
    return writeLayout(this);
  }

  async changeLayout(layout: unknown): Promise<void> {
    await readLayout(this, layout);
    this.#ensureRootLeaf();
  }

  /** Undocumented, as in the app. */
  async saveLayout(): Promise<void> {
    if (!this.layoutReady) return;
    const json = JSON.stringify(this.getLayout(), null, 2);
    await this.app.vault.adapter.write(`${this.app.vault.configDir}/workspace.json`, json);
  }

  onLayoutChange(): void {
    if (this.layoutReady) this.trigger('layout-change');
    this.requestSaveLayout();
  }

  onLeafChanged(leaf: WorkspaceLeaf): void {
    if (leaf === this.activeLeaf) this.#noteFile();
    this.onLayoutChange();
  }

  onLeafDetached(leaf: WorkspaceLeaf): void {
    this.#ensureRootLeaf();
    if (leaf === this.activeLeaf) {
      this.activeLeaf = null;
      const next = this.getMostRecentLeaf();
      if (next) this.setActiveLeaf(next);
    }
    this.onLayoutChange();
  }

  /** Loads what can be seen: the leaves in front of their tabs, unless their sidebar is closed. */
  async loadShownLeaves(): Promise<void> {
    const shown = this.allLeaves().filter((leaf) => leaf.isShown());
    await Promise.all(shown.map((leaf) => leaf.loadIfDeferred()));
  }

  #ensureRootLeaf(): void {
    if (this.rootLeaves().length > 0) return;
    this.#createLeafInTabs(this.#firstTabs(this.rootSplit));
  }

  // Leaves

  allLeaves(): WorkspaceLeaf[] {
    return [...this.#mainLeaves(), ...leavesOf(this.leftSplit), ...leavesOf(this.rightSplit)];
  }

  /** The leaves of the main area and of the pop-outs. */
  #mainLeaves(): WorkspaceLeaf[] {
    return [...this.rootLeaves(), ...leavesOf(this.floatingSplit)];
  }

  rootLeaves(): WorkspaceLeaf[] {
    return leavesOf(this.rootSplit);
  }

  popouts(): WorkspaceWindow[] {
    return this.floatingSplit.children.filter((child) => child instanceof WorkspaceWindow);
  }

  iterateRootLeaves(visit: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.#mainLeaves()) visit(leaf);
  }

  iterateAllLeaves(visit: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.allLeaves()) visit(leaf);
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.allLeaves().find((leaf) => leaf.id === id) ?? null;
  }

  getGroupLeaves(group: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.group === group);
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.allLeaves().filter((leaf) => leaf.view.getViewType() === viewType);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  markdownViews(): MarkdownView[] {
    return this.allLeaves()
      .map((leaf) => leaf.view)
      .filter((view) => view instanceof MarkdownView);
  }

  getMostRecentLeaf(root?: WorkspaceParent): WorkspaceLeaf | null {
    const leaves = root ? leavesOf(root) : this.#mainLeaves();
    return leaves.sort((one, other) => other.activeTime - one.activeTime)[0] ?? null;
  }

  getUnpinnedLeaf(): WorkspaceLeaf {
    const recent = this.getMostRecentLeaf();
    if (recent?.canNavigate() === true) return recent;
    return this.#createLeafInTabs(recent?.tabs ?? this.#firstTabs(this.rootSplit));
  }

  getLeaf(newLeaf: PaneType | boolean = false, direction?: SplitDirection): WorkspaceLeaf {
    if (newLeaf === false) return this.getUnpinnedLeaf();
    if (newLeaf === 'split') return this.splitActiveLeaf(direction);
    if (newLeaf === 'window' && !Platform.isMobile) return this.#leafInWindow();
    const recent = this.getMostRecentLeaf();
    return this.#createLeafInTabs(recent?.tabs ?? this.#firstTabs(this.rootSplit));
  }

  createLeafInParent(parent: WorkspaceParent, index: number): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this);
    if (parent instanceof WorkspaceTabs) {
      parent.insertChild(index, leaf);
    } else {
      const tabs = new WorkspaceTabs(this);
      parent.insertChild(index, tabs);
      tabs.insertChild(-1, leaf);
    }
    return leaf;
  }

  createLeafBySplit(
    leaf: WorkspaceLeaf,
    direction: SplitDirection = 'vertical',
    before = false,
  ): WorkspaceLeaf {
    const { tabs } = leaf;
    const parent = tabs?.parent;
    if (!tabs || !(parent instanceof WorkspaceSplit)) return this.getLeaf('tab');
    const added = new WorkspaceTabs(this);
    const at = parent.children.indexOf(tabs);
    if (parent.direction === direction || parent.children.length === 1) {
      parent.direction = direction;
      parent.containerEl.toggleClass('mod-vertical', direction === 'vertical');
      parent.containerEl.toggleClass('mod-horizontal', direction === 'horizontal');
      parent.insertChild(before ? at : at + 1, added);
    } else {
      const split = new WorkspaceSplit(this, direction);
      parent.insertChild(at, split);
      parent.children.remove(tabs);
      for (const item of before ? [added, tabs] : [tabs, added]) split.insertChild(-1, item);
      parent.layOut();
    }
    return this.#createLeafInTabs(added);
  }

  splitActiveLeaf(direction?: SplitDirection): WorkspaceLeaf {
    const recent = this.getMostRecentLeaf();
    return recent ? this.createLeafBySplit(recent, direction) : this.getUnpinnedLeaf();
  }

  duplicateLeaf(
    leaf: WorkspaceLeaf,
    kind?: PaneType | boolean | SplitDirection,
    direction?: SplitDirection,
  ): Promise<WorkspaceLeaf> {
    if (kind === 'vertical' || kind === 'horizontal' || kind === undefined) {
      return leaf.duplicateTo(this.createLeafBySplit(leaf, kind));
    }
    return leaf.duplicateTo(this.getLeaf(kind, direction));
  }

  /** Opens a window with one empty leaf. Throws on a phone, and where the browser forbids it. */
  openPopoutLeaf(data?: WorkspaceWindowInitData): WorkspaceLeaf {
    return this.#createLeafInTabs(this.#firstTabs(this.openWindow(data)));
  }

  /** Moves a leaf, view and all, into a window of its own. Throws as `openPopoutLeaf` does. */
  moveLeafToPopout(leaf: WorkspaceLeaf, data?: WorkspaceWindowInitData): WorkspaceWindow {
    const popout = this.openWindow(data);
    const tabs = this.#firstTabs(popout);
    leaf.parent?.removeChild(leaf);
    tabs.insertChild(-1, leaf);
    this.#ensureRootLeaf();
    this.setActiveLeaf(leaf, { focus: true });
    leaf.onResize();
    this.onLayoutChange();
    return popout;
  }

  openWindow(data?: WorkspaceWindowInitData): WorkspaceWindow {
    if (Platform.isMobile) throw new Error('A phone has one window.');
    return new WorkspaceWindow(this, data);
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf | null {
    return this.#sideLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf | null {
    return this.#sideLeaf(this.rightSplit, split);
  }

  async ensureSideLeaf(
    type: string,
    side: Side,
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: unknown } = {},
  ): Promise<WorkspaceLeaf> {
    const root = side === 'left' ? this.leftSplit : this.rightSplit;
    let leaf = this.getLeavesOfType(type).find((candidate) => candidate.getRoot() === root);
    if (!leaf) {
      leaf = this.#sideLeaf(root, options.split ?? false);
      await leaf.setViewState({ type, state: { ...(options.state as object | undefined) } });
    }
    if (options.reveal ?? true) await this.revealLeaf(leaf);
    if (options.active === true) this.setActiveLeaf(leaf, { focus: true });
    return leaf;
  }

  revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    const root = leaf.getRoot();
    if (root instanceof WorkspaceSidedock || root instanceof WorkspaceMobileDrawer) {
      if (root.collapsed) root.expand();
      if (Platform.isMobile) this.#other(root).collapse();
    } else if (Platform.isMobile) {
      this.leftSplit.collapse();
      this.rightSplit.collapse();
    }
    const container = leaf.getContainer();
    if (container instanceof WorkspaceWindow) container.focus();
    leaf.tabs?.selectTab(leaf);
    return leaf.loadIfDeferred();
  }

  // What is active

  setActiveLeaf(
    leaf: WorkspaceLeaf,
    params: { focus?: boolean } | boolean = {},
    focus = false,
  ): void {
    const wantsFocus = typeof params === 'object' ? params.focus === true : focus;
    this.#clock++;
    leaf.activeTime = this.#clock;
    leaf.tabs?.selectTab(leaf);
    const changed = leaf !== this.activeLeaf;
    if (changed) {
      this.activeLeaf?.containerEl.removeClass('mod-active');
      this.activeLeaf?.tabHeaderEl.removeClass('mod-active');
      this.activeLeaf = leaf;
      leaf.containerEl.addClass('mod-active');
      leaf.tabHeaderEl.addClass('mod-active');
    }
    if (wantsFocus) this.focusLeaf(leaf);
    if (!changed) return;
    this.trigger('active-leaf-change', leaf);
    this.#noteFile();
    this.requestSaveLayout();
  }

  get activeEditor(): MarkdownFileInfo | null {
    const view = this.activeLeaf?.view;
    return view instanceof MarkdownView ? view : null;
  }

  getActiveViewOfType<T>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  getActiveFile(): TFile | null {
    const view = this.activeLeaf?.view;
    if (view instanceof FileView) return view.file;
    return this.#lastFile?.deleted === false ? this.#lastFile : null;
  }

  getLastOpenFiles(): string[] {
    return [...this.#lastOpen];
  }

  setLastOpenFiles(paths: string[]): void {
    this.#lastOpen = paths;
  }

  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: PaneType | boolean,
    openViewState: OpenViewState = {},
  ): Promise<void> {
    const { path, subpath } = parseLinktext(linktext);
    const { vault, metadataCache } = this.app;
    const file =
      metadataCache.getFirstLinkpathDest(path, sourcePath) ??
      (await vault.create(path.endsWith('.md') ? path : `${path}.md`, ''));
    const eState = { ...(subpath !== '' && { subpath }), ...openViewState.eState };
    await this.getLeaf(newLeaf).openFile(file, { ...openViewState, eState });
  }

  // Editors and links

  /** Called after editor extensions were added or taken away. */
  updateOptions(): void {
    for (const view of this.markdownViews()) view.editMode.reconfigure();
  }

  handleLinkContextMenu(menu: Menu, linktext: string, sourcePath: string): boolean {
    menu.addItem((item) =>
      item
        .setSection('open')
        .setTitle(translate('openInNewTab'))
        .setIcon('file-plus')
        .onClick(() => this.openLinkText(linktext, sourcePath, 'tab')),
    );
    menu.addItem((item) =>
      item
        .setSection('open')
        .setTitle(translate('openInNewWindow'))
        .setIcon('picture-in-picture-2')
        .onClick(() => this.openLinkText(linktext, sourcePath, 'window')),
    );
    return true;
  }

  /** A browser that keeps windows from opening must not keep the note from it. */
  #leafInWindow(): WorkspaceLeaf {
    try {
      return this.openPopoutLeaf();
    } catch (error) {
      new Notice(String(error));
      return this.getLeaf('tab');
    }
  }

  #createLeafInTabs(tabs: TabGroup): WorkspaceLeaf {
    const leaf = new WorkspaceLeaf(this);
    tabs.insertChild(-1, leaf);
    return leaf;
  }

  #firstTabs(root: WorkspaceParent): WorkspaceTabs {
    const find = (item: WorkspaceItem): WorkspaceTabs | undefined => {
      if (item instanceof WorkspaceTabs) return item;
      return item instanceof WorkspaceSplit ? item.children.map(find).find(Boolean) : undefined;
    };
    const found = find(root);
    if (found) return found;
    const tabs = new WorkspaceTabs(this);
    root.insertChild(-1, tabs);
    return tabs;
  }

  #sideLeaf(side: WorkspaceSplit, split: boolean): WorkspaceLeaf {
    if (!split) return this.#createLeafInTabs(this.#firstTabs(side));
    return this.createLeafInParent(side, -1);
  }

  #other(side: WorkspaceItem): WorkspaceSidedock | WorkspaceMobileDrawer {
    return side === this.leftSplit ? this.rightSplit : this.leftSplit;
  }

  /** Undocumented, as in the app. */
  focusLeaf(leaf: WorkspaceLeaf): void {
    const { view } = leaf;
    windows.activate(leaf.containerEl.win as Realm);
    leaf.containerEl.win.focus();
    if (view instanceof MarkdownView && view.getMode() === 'source') view.editor.focus();
    else {
      const { activeElement } = leaf.containerEl.doc;
      if (leaf.containerEl.contains(activeElement)) return;
      if (activeElement?.instanceOf(HTMLElement)) activeElement.blur();
    }
  }

  #noteFile(): void {
    const view = this.activeLeaf?.view;
    if (!(view instanceof FileView)) return;
    const { file } = view;
    if (file === this.#lastFile) return;
    this.#lastFile = file;
    if (file)
      this.#lastOpen = [file.path, ...this.#lastOpen.filter((path) => path !== file.path)].slice(
        0,
        LAST_FILES,
      );
    this.trigger('file-open', file);
  }
}
