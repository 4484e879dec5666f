// `WorkspaceLeaf`: the place one view lives in, with its tab and its own history.
import type { EventRef, OpenViewState, PaneType, ViewState } from 'obsidian';
import type { TFile } from '../vault/abstract-file.ts';
import { EmptyView } from '../views/empty-view.ts';
import type { HoverPopover } from '../popups/hover-popover.ts';
import { setIcon } from '../ground/icons.ts';
import { Menu } from '../popups/menu.ts';
import { Platform } from '../ground/platform.ts';
import { translate } from '../ground/shell-text.ts';
import { FileView } from '../views/text-file-view.ts';
import type { RegistryLeaf, ViewsApp } from '../views/view-registry.ts';
import type { View } from '../views/view.ts';
import { TabGroup, WorkspaceItem, WorkspaceParent, type TreeHost } from './workspace-item.ts';
import { DeferredView, type DeferredState } from '../views/deferred-view.ts';

interface HistoryEntry {
  readonly state: ViewState;
  readonly eState: unknown;
}

/** The workspace, as leaves and what holds them know it. */
export interface LeafHost extends TreeHost {
  readonly app: ViewsApp;
  getLeaf(newLeaf: PaneType): WorkspaceLeaf;
  moveLeafToPopout(leaf: WorkspaceLeaf): unknown;
  setActiveLeaf(leaf: WorkspaceLeaf, params?: { focus?: boolean }): void;
  onLeafChanged(leaf: WorkspaceLeaf): void;
  onLeafDetached(leaf: WorkspaceLeaf): void;
  onLayoutChange(): void;
}

export class WorkspaceLeaf extends WorkspaceItem implements RegistryLeaf {
  declare readonly workspace: LeafHost;
  readonly app: ViewsApp;
  readonly containerEl = createDiv('workspace-leaf');
  readonly tabHeaderEl: HTMLElement;
  view: View;
  hoverPopover: HoverPopover | null = null;
  pinned = false;
  group = '';
  activeTime = 0;
  readonly history = {
    back: () => this.#travel(this.#backward, this.#forward),
    forward: () => this.#travel(this.#forward, this.#backward),
  };
  readonly #backward: HistoryEntry[] = [];
  readonly #forward: HistoryEntry[] = [];
  #travelling = false;
  #loading: Promise<void> | null = null;
  readonly #iconEl: HTMLElement;
  readonly #titleEl: HTMLElement;

  constructor(workspace: LeafHost) {
    super(workspace);
    this.app = workspace.app;
    this.tabHeaderEl = createDiv({
      cls: 'workspace-tab-header tappable',
      attr: { role: 'tab', tabindex: -1 },
    });
    const inner = this.tabHeaderEl.createDiv('workspace-tab-header-inner');
    this.#iconEl = inner.createDiv('workspace-tab-header-inner-icon');
    this.#titleEl = inner.createDiv('workspace-tab-header-inner-title');
    const closeEl = inner.createDiv({
      cls: 'workspace-tab-header-inner-close-button',
      attr: { 'aria-label': translate('close') },
    });
    setIcon(closeEl, 'x');
    closeEl.addEventListener('click', (event) => {
      event.stopPropagation();
      this.detach();
    });
    this.tabHeaderEl.addEventListener('click', () => {
      workspace.setActiveLeaf(this, { focus: true });
    });
    this.tabHeaderEl.addEventListener('auxclick', (event) => {
      if (event.button === 1) this.detach();
    });
    this.tabHeaderEl.addEventListener('contextmenu', (event) => {
      this.#showTabMenu(event);
    });
    this.containerEl.addEventListener(
      'focusin',
      () => {
        workspace.setActiveLeaf(this);
      },
      true,
    );
    this.containerEl.addEventListener(
      'pointerdown',
      () => {
        workspace.setActiveLeaf(this);
      },
      true,
    );
    this.view = new EmptyView(this);
    void this.view.open(this.containerEl);
    this.updateHeader();
  }

  get isDeferred(): boolean {
    return this.view instanceof DeferredView;
  }

  /** Waits for the view to come where it is not there yet. */
  async loadIfDeferred(): Promise<void> {
    if (this.view instanceof DeferredView) this.#loading ??= this.#loadDeferred(this.view);
    await this.#loading;
  }

  /** Puts a placeholder in, for a view that nobody sees yet. */
  async defer(deferred: DeferredState): Promise<void> {
    await this.open(new DeferredView(this, deferred));
  }

  async #loadDeferred(before: DeferredView): Promise<void> {
    try {
      const [{ type, state }, eState] = [this.getViewState(), before.getEphemeralState()];
      await this.open(this.app.viewRegistry.create(type, this));
      await this.view.setState(state ?? {}, { history: false });
      this.view.setEphemeralState(eState);
      this.updateHeader();
      this.workspace.onLeafChanged(this);
    } finally {
      this.#loading = null;
    }
  }

  /** Puts a view in, closing the one before. */
  async open(view: View): Promise<View> {
    await this.view.close();
    this.containerEl.empty();
    this.view = view;
    await view.open(this.containerEl);
    this.updateHeader();
    return view;
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const mode = this.view instanceof FileView ? this.view.getState() : {};
    await this.setViewState(
      {
        type: this.app.viewRegistry.typeOf(file),
        state: { ...mode, ...openState.state, file: file.path },
        active: openState.active ?? true,
      },
      openState.eState,
    );
  }

  getViewState(): ViewState {
    return {
      type: this.view.getViewType(),
      state: this.view.getState(),
      ...(this.pinned && { pinned: true }),
    };
  }

  async setViewState(viewState: ViewState, eState?: unknown): Promise<void> {
    const before: HistoryEntry = { state: this.getViewState(), eState: this.getEphemeralState() };
    const result = { history: false };
    if (this.isDeferred || this.view.getViewType() !== viewState.type) {
      await this.open(this.app.viewRegistry.create(viewState.type, this));
      result.history = this.view.navigation;
    }
    await this.view.setState(viewState.state ?? {}, result);
    if (eState !== undefined && eState !== null) this.view.setEphemeralState(eState);
    if (result.history && !this.#travelling && before.state.type !== 'empty') {
      this.#backward.push(before);
      this.#forward.length = 0;
    }
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    this.updateHeader();
    if (viewState.active === true) this.workspace.setActiveLeaf(this, { focus: true });
    this.workspace.onLeafChanged(this);
  }

  getEphemeralState(): unknown {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: unknown): void {
    this.view.setEphemeralState(state);
  }

  canNavigate(): boolean {
    return !this.pinned && (this.view.navigation || this.view instanceof EmptyView);
  }

  togglePinned(): void {
    this.setPinned(!this.pinned);
  }

  setPinned(pinned: boolean): void {
    if (this.pinned === pinned) return;
    this.pinned = pinned;
    this.tabHeaderEl.toggleClass('mod-pinned', pinned);
    this.trigger('pinned-change', pinned);
  }

  setGroup(group: string): void {
    this.group = group;
    this.trigger('group-change', group);
  }

  setGroupMember(other: WorkspaceLeaf): void {
    if (other.group === '') other.setGroup(other.id);
    this.setGroup(other.group);
  }

  detach(): void {
    const { parent } = this;
    if (!parent) return;
    const close = this.view.close();
    parent.removeChild(this);
    close.catch(reportError);
    this.workspace.onLeafDetached(this);
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  updateHeader(): void {
    setIcon(this.#iconEl, this.getIcon());
    this.#titleEl.setText(this.getDisplayText());
    this.tabHeaderEl.setAttr('data-type', this.view.getViewType());
    this.tabHeaderEl.setAttr('aria-label', this.getDisplayText());
    this.view.updateTitle();
  }

  override on(name: string, callback: (...data: never[]) => unknown, context?: unknown): EventRef {
    return super.on(name, callback, context);
  }

  /** Opens this leaf's view a second time. */
  async duplicateTo(target: WorkspaceLeaf): Promise<WorkspaceLeaf> {
    await target.setViewState({ ...this.getViewState(), active: true }, this.getEphemeralState());
    return target;
  }

  async #travel(from: HistoryEntry[], to: HistoryEntry[]): Promise<void> {
    const entry = from.pop();
    if (!entry) return;
    const here: HistoryEntry = { state: this.getViewState(), eState: this.getEphemeralState() };
    this.#travelling = true;
    try {
      await this.setViewState({ ...entry.state, active: true }, entry.eState);
    } finally {
      this.#travelling = false;
    }
    to.push(here);
  }

  #showTabMenu(event: MouseEvent): void {
    const menu = Menu.forEvent(event);
    menu.addItem((item) =>
      item
        .setSection('close')
        .setTitle(translate('close'))
        .setIcon('x')
        .onClick(() => {
          this.detach();
        }),
    );
    const addPane = (title: string, icon: string, act: () => void): void => {
      menu.addItem((item) => item.setSection('pane').setTitle(title).setIcon(icon).onClick(act));
    };
    const duplicate = (kind: PaneType) => (): void => {
      this.duplicateTo(this.workspace.getLeaf(kind)).catch(reportError);
    };
    addPane(translate('splitRight'), 'separator-vertical', duplicate('split'));
    if (!Platform.isMobile) {
      addPane(translate('moveToNewWindow'), 'picture-in-picture-2', () => {
        this.workspace.moveLeafToPopout(this);
      });
      addPane(translate('openInNewWindow'), 'picture-in-picture', duplicate('window'));
    }
    this.view.onPaneMenu(menu, 'tab-header');
    if (this.view instanceof FileView && this.view.file) {
      this.workspace.trigger('file-menu', menu, this.view.file, 'tab-header', this);
    }
  }

  /** Whether the leaf is in front of its tabs, and in no sidebar that is closed. */
  isShown(): boolean {
    const root = this.getRoot();
    const isClosed = 'collapsed' in root && root.collapsed === true;
    return !isClosed && this.tabs?.currentLeaf === this;
  }

  /** The tab group the leaf stands in. */
  get tabs(): TabGroup | null {
    return this.parent instanceof TabGroup ? this.parent : null;
  }
}

/** The leaves below an item, itself where it is one. */
export function leavesOf(item: WorkspaceItem): WorkspaceLeaf[] {
  if (item instanceof WorkspaceLeaf) return [item];
  return item instanceof WorkspaceParent ? item.children.flatMap(leavesOf) : [];
}
