// `WorkspaceTabs`: a group of leaves of which one shows, with its row of tabs.
import { setIcon } from '../ground/icons.ts';
import { translate } from '../ground/shell-text.ts';
import { setTooltip } from '../ground/tooltip.ts';
import { TabGroup, WorkspaceContainer, type WorkspaceItem } from './workspace-item.ts';
import { leavesOf, WorkspaceLeaf, type LeafHost } from './workspace-leaf.ts';

export class WorkspaceTabs extends TabGroup {
  declare readonly workspace: LeafHost;
  readonly containerEl = createDiv('workspace-tabs');
  currentTab = 0;
  readonly #headersEl: HTMLElement;
  readonly #newTabEl: HTMLElement;
  readonly #bodyEl: HTMLElement;

  constructor(workspace: LeafHost) {
    super(workspace);
    const bar = this.containerEl.createDiv('workspace-tab-header-container');
    this.#headersEl = bar.createDiv({
      cls: 'workspace-tab-header-container-inner',
      attr: { role: 'tablist' },
    });
    this.#newTabEl = bar.createDiv('workspace-tab-header-new-tab clickable-icon');
    setIcon(this.#newTabEl, 'plus');
    setTooltip(this.#newTabEl, translate('newTab'));
    this.#newTabEl.addEventListener('click', () => {
      const leaf = new WorkspaceLeaf(workspace);
      this.insertChild(-1, leaf);
      workspace.setActiveLeaf(leaf, { focus: true });
    });
    this.#bodyEl = this.containerEl.createDiv('workspace-tab-container');
  }

  get currentLeaf(): WorkspaceLeaf | null {
    const leaf = this.children[this.currentTab];
    return leaf instanceof WorkspaceLeaf ? leaf : null;
  }

  override removeChild(child: WorkspaceItem): void {
    const at = this.children.indexOf(child);
    if (at >= 0 && (at < this.currentTab || at === this.children.length - 1)) {
      this.currentTab = Math.max(0, this.currentTab - 1);
    }
    if (child instanceof WorkspaceLeaf) child.tabHeaderEl.detach();
    super.removeChild(child);
    this.currentLeaf?.loadIfDeferred().catch(reportError);
  }

  selectTab(leaf: WorkspaceItem): void {
    const at = this.children.indexOf(leaf);
    if (at < 0 || at === this.currentTab) {
      this.layOut();
      return;
    }
    this.currentTab = at;
    this.layOut();
    this.currentLeaf?.loadIfDeferred().catch(reportError);
    this.workspace.onLayoutChange();
  }

  layOut(): void {
    const leaves = leavesOf(this);
    this.#headersEl.setChildrenInPlace(leaves.map((leaf) => leaf.tabHeaderEl));
    this.#bodyEl.setChildrenInPlace(leaves.map((leaf) => leaf.containerEl));
    leaves.forEach((leaf, at) => {
      const isCurrent = at === this.currentTab;
      leaf.containerEl.toggle(isCurrent);
      leaf.tabHeaderEl.toggleClass('is-active', isCurrent);
      leaf.tabHeaderEl.setAttr('aria-selected', isCurrent);
    });
    this.#newTabEl.toggle(this.getContainer() instanceof WorkspaceContainer);
  }
}
