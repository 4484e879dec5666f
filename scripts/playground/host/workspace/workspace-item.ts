// The tree of the workspace: containers, splits and tab groups down to the leaves. Each item owns its
// element; a parent lays its children's elements out.
import { Events } from '../ground/events.ts';

/** The workspace, as the items of its tree know it. */
export interface TreeHost {
  trigger(name: string, ...data: unknown[]): void;
  requestSaveLayout(): unknown;
  loadShownLeaves(): Promise<void>;
}

let lastId = 0;

/** Ids only have to differ within one layout. */
export function newId(): string {
  lastId++;
  return `${Date.now().toString(16)}${lastId.toString(16).padStart(4, '0')}`;
}

export abstract class WorkspaceItem extends Events {
  id = newId();
  parent: WorkspaceParent | null = null;
  abstract readonly containerEl: HTMLElement;

  constructor(readonly workspace: TreeHost) {
    super();
  }

  getRoot(): WorkspaceItem {
    return this.parent ? this.parent.getRoot() : this;
  }

  /** The window's part that the item stands in; a sidebar belongs to the page's own. */
  getContainer(): WorkspaceItem {
    return this.parent ? this.parent.getContainer() : this;
  }
}

export abstract class WorkspaceParent extends WorkspaceItem {
  readonly children: WorkspaceItem[] = [];

  insertChild(index: number, child: WorkspaceItem): void {
    this.children.splice(index < 0 ? this.children.length : index, 0, child);
    child.parent = this;
    this.layOut();
  }

  removeChild(child: WorkspaceItem): void {
    const at = this.children.indexOf(child);
    if (at < 0) return;
    this.children.splice(at, 1);
    child.parent = null;
    child.containerEl.detach();
    this.layOut();
    // An empty tab group or split goes too; the containers stay.
    if (this.children.length === 0 && this.parent) this.parent.removeChild(this);
  }

  abstract layOut(): void;
}

/** Leaves of which one shows. */
export abstract class TabGroup extends WorkspaceParent {
  abstract get currentLeaf(): WorkspaceItem | null;
  abstract selectTab(leaf: WorkspaceItem): void;
}

export class WorkspaceSplit extends WorkspaceParent {
  readonly containerEl = createDiv('workspace-split');
  direction: 'vertical' | 'horizontal';

  constructor(workspace: TreeHost, direction: 'vertical' | 'horizontal' = 'vertical') {
    super(workspace);
    this.direction = direction;
    this.containerEl.addClass(`mod-${direction}`);
  }

  layOut(): void {
    this.containerEl.setChildrenInPlace(this.children.map((child) => child.containerEl));
  }
}

export abstract class WorkspaceContainer extends WorkspaceSplit {
  abstract readonly win: Window;
  abstract readonly doc: Document;

  override getContainer(): WorkspaceItem {
    return this;
  }
}

export class WorkspaceRoot extends WorkspaceContainer {
  readonly win: Window = window;
  readonly doc: Document = document;

  constructor(workspace: TreeHost) {
    super(workspace);
    this.containerEl.addClass('mod-root');
  }
}

/** A sidebar: beside the notes on a desktop, over them on a phone. */
abstract class SideContainer extends WorkspaceSplit {
  collapsed = false;

  constructor(
    workspace: TreeHost,
    readonly side: 'left' | 'right',
  ) {
    super(workspace, 'horizontal');
    this.containerEl.addClass(`mod-${side}-split`);
  }

  expand(): void {
    this.#setCollapsed(false);
  }

  collapse(): void {
    this.#setCollapsed(true);
  }

  toggle(): void {
    this.#setCollapsed(!this.collapsed);
  }

  #setCollapsed(collapsed: boolean): void {
    this.collapsed = collapsed;
    this.containerEl.toggleClass('is-collapsed', collapsed);
    this.workspace.trigger('resize');
    if (!collapsed) this.workspace.loadShownLeaves().catch(reportError);
    void this.workspace.requestSaveLayout();
  }
}

export class WorkspaceSidedock extends SideContainer {
  constructor(workspace: TreeHost, side: 'left' | 'right') {
    super(workspace, side);
    this.containerEl.addClass('mod-sidedock');
  }
}

export class WorkspaceMobileDrawer extends SideContainer {
  constructor(workspace: TreeHost, side: 'left' | 'right') {
    super(workspace, side);
    this.containerEl.addClass('workspace-drawer');
  }
}
