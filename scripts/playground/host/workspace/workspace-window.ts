// `WorkspaceWindow`, a pop-out with leaves of its own, and `WorkspaceFloating`, which holds them all. A
// window whose last leaf goes closes; a window that closes takes its leaves with it, which saves them.
import type { EventRef, WorkspaceWindowInitData } from 'obsidian';
import { openPopoutWindow } from '../dom/popout-window.ts';
import { windows, type Realm } from '../dom/windows.ts';
import { WorkspaceContainer, WorkspaceParent, type WorkspaceItem } from './workspace-item.ts';
import { leavesOf, type LeafHost, type WorkspaceLeaf } from './workspace-leaf.ts';

/** The workspace, as its windows know it. */
export interface WindowHost extends LeafHost {
  readonly floatingSplit: WorkspaceParent;
  readonly activeLeaf: WorkspaceLeaf | null;
  on(name: string, callback: () => unknown): EventRef;
  offref(ref: EventRef): void;
}

export class WorkspaceFloating extends WorkspaceParent {
  /** The windows are documents of their own; nothing stands in this one. */
  readonly containerEl = createDiv('workspace-floating');

  override removeChild(child: WorkspaceItem): void {
    super.removeChild(child);
    if (child instanceof WorkspaceWindow) child.win.close();
  }

  layOut(): void {
    // Each window lays out itself.
  }
}

export class WorkspaceWindow extends WorkspaceContainer {
  declare readonly workspace: WindowHost;
  readonly win: Realm;
  readonly doc: Document;
  readonly #naming: EventRef;

  /** Opens the window. Throws where the browser does not let it. */
  constructor(workspace: WindowHost, data: WorkspaceWindowInitData = {}) {
    super(workspace);
    this.containerEl.addClass('mod-root');
    this.win = openPopoutWindow(data, () => {
      this.#close();
    });
    this.doc = this.win.document;
    const main = this.doc.body.createDiv('app-container').createDiv('horizontal-main-container');
    main.createDiv('workspace').append(this.containerEl);
    workspace.floatingSplit.insertChild(-1, this);
    this.#naming = workspace.on('layout-change', () => {
      this.#showName();
    });
    workspace.trigger('window-open', this, this.win);
  }

  /** Brings the window to the front. */
  focus(): void {
    windows.activate(this.win);
    this.win.focus();
  }

  /** Where the window stands and how large it is, as it is kept in the layout. */
  get place(): WorkspaceWindowInitData {
    const { screenX: x, screenY: y, innerWidth: width, innerHeight: height } = this.win;
    return { x, y, size: { width, height } };
  }

  #showName(): void {
    const leaves = leavesOf(this);
    const shown = leaves.find((leaf) => leaf === this.workspace.activeLeaf) ?? leaves[0];
    if (shown) this.doc.title = `${shown.getDisplayText()} – ${this.workspace.app.vault.getName()}`;
  }

  #close(): void {
    this.workspace.offref(this.#naming);
    this.workspace.trigger('window-close', this, this.win);
    for (const leaf of leavesOf(this)) leaf.detach();
    // A window that never had a leaf has none to go with.
    this.parent?.removeChild(this);
  }
}
