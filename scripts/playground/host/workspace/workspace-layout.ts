// The workspace's layout as plain data, in the shape Obsidian writes to `workspace.json`, and back.
import type { WorkspaceWindowInitData } from 'obsidian';
import {
  WorkspaceParent,
  WorkspaceSplit,
  type WorkspaceItem,
  type WorkspaceMobileDrawer,
  type WorkspaceRoot,
  type WorkspaceSidedock,
} from './workspace-item.ts';
import { leavesOf, WorkspaceLeaf } from './workspace-leaf.ts';
import { WorkspaceTabs } from './workspace-tabs.ts';
import { WorkspaceFloating, WorkspaceWindow, type WindowHost } from './workspace-window.ts';

/** The workspace, for whoever writes its layout or builds it anew. */
export interface LayoutHost extends WindowHost {
  readonly rootSplit: WorkspaceRoot;
  readonly leftSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
  readonly rightSplit: WorkspaceSidedock | WorkspaceMobileDrawer;
  getLeafById(id: string): WorkspaceLeaf | null;
  getLastOpenFiles(): string[];
  setLastOpenFiles(paths: string[]): void;
  openWindow(data?: WorkspaceWindowInitData): WorkspaceWindow;
}

interface LayoutNode {
  readonly id?: string;
  readonly type?: string;
  readonly direction?: string;
  readonly collapsed?: boolean;
  readonly currentTab?: number;
  readonly pinned?: boolean;
  readonly state?: {
    type?: string;
    state?: Record<string, unknown>;
    icon?: string;
    title?: string;
  };
  readonly eState?: unknown;
  readonly children?: readonly LayoutNode[];
  /** A window's place and size, in pixels. */
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}

interface Layout {
  readonly main?: LayoutNode;
  readonly left?: LayoutNode;
  readonly right?: LayoutNode;
  readonly floating?: LayoutNode;
  readonly active?: string;
  readonly lastOpenFiles?: string[];
}

function write(item: WorkspaceItem): LayoutNode {
  if (item instanceof WorkspaceLeaf) {
    const { type, state } = item.getViewState();
    return {
      id: item.id,
      type: 'leaf',
      state: { type, state: state ?? {}, icon: item.getIcon(), title: item.getDisplayText() },
      eState: item.getEphemeralState(),
      ...(item.pinned && { pinned: true }),
    };
  }
  const children = item instanceof WorkspaceParent ? item.children.map(write) : [];
  if (item instanceof WorkspaceTabs) {
    return { id: item.id, type: 'tabs', currentTab: item.currentTab, children };
  }
  if (item instanceof WorkspaceWindow) {
    const { x, y, size } = item.place;
    return {
      id: item.id,
      type: 'window',
      ...(x !== undefined && { x }),
      ...(y !== undefined && { y }),
      ...size,
      children,
    };
  }
  if (item instanceof WorkspaceFloating) return { id: item.id, type: 'floating', children };
  return {
    id: item.id,
    type: 'split',
    direction: item instanceof WorkspaceSplit ? item.direction : 'vertical',
    children,
    ...('collapsed' in item && { collapsed: item.collapsed === true }),
  };
}

export function writeLayout(workspace: LayoutHost): Record<string, unknown> {
  return {
    main: write(workspace.rootSplit),
    left: write(workspace.leftSplit),
    right: write(workspace.rightSplit),
    floating: write(workspace.floatingSplit),
    active: workspace.activeLeaf?.id ?? null,
    lastOpenFiles: workspace.getLastOpenFiles(),
  };
}

async function fillParent(
  workspace: LayoutHost,
  parent: WorkspaceParent,
  node: LayoutNode,
): Promise<void> {
  for (const child of node.children ?? []) {
    if (child.type === 'leaf') {
      const leaf = new WorkspaceLeaf(workspace);
      if (child.id !== undefined) leaf.id = child.id;
      parent.insertChild(-1, leaf);
      const type = child.state?.type ?? 'empty';
      // A note that is gone leaves an empty tab.
      const path = child.state?.state?.file;
      const isGone = typeof path === 'string' && !workspace.app.vault.getFileByPath(path);
      if (isGone) continue;
      leaf.setPinned(child.pinned ?? false);
      // As in Obsidian, nothing is more than a placeholder before it is seen.
      await leaf.defer({
        type,
        state: child.state?.state ?? {},
        eState: child.eState,
        title: child.state?.title ?? '',
        icon: child.state?.icon ?? 'file',
      });
    } else {
      const made =
        child.type === 'tabs'
          ? new WorkspaceTabs(workspace)
          : new WorkspaceSplit(
              workspace,
              child.direction === 'horizontal' ? 'horizontal' : 'vertical',
            );
      parent.insertChild(-1, made);
      await fillParent(workspace, made, child);
      if (made instanceof WorkspaceTabs) {
        made.currentTab = Math.clamp(
          child.currentTab ?? 0,
          0,
          Math.max(0, made.children.length - 1),
        );
        made.layOut();
      }
    }
  }
}

/** A window for `node`; where the browser or a phone has none, its leaves stand in the main area. */
function windowFor(workspace: LayoutHost, { x, y, width, height }: LayoutNode): WorkspaceParent {
  const size = width !== undefined && height !== undefined ? { width, height } : undefined;
  try {
    return workspace.openWindow({
      ...(x !== undefined && { x }),
      ...(y !== undefined && { y }),
      ...(size && { size }),
    });
  } catch {
    return workspace.rootSplit;
  }
}

/** Builds what was written. Anything it does not understand is left out. */
export async function readLayout(workspace: LayoutHost, data: unknown): Promise<void> {
  const layout = (typeof data === 'object' && data !== null ? data : {}) as Layout;
  const parts = [
    [workspace.rootSplit, layout.main],
    [workspace.leftSplit, layout.left],
    [workspace.rightSplit, layout.right],
  ] as const;
  for (const [part, node] of parts) {
    for (const leaf of leavesOf(part)) await leaf.view.close();
    for (const child of [...part.children]) part.removeChild(child);
    if (!node) continue;
    if (node.direction === 'horizontal' || node.direction === 'vertical') {
      part.direction = node.direction;
      part.containerEl.toggleClass('mod-vertical', node.direction === 'vertical');
      part.containerEl.toggleClass('mod-horizontal', node.direction === 'horizontal');
    }
    await fillParent(workspace, part, node);
    if ('collapse' in part && node.collapsed === true) part.collapse();
  }
  for (const node of layout.floating?.children ?? []) {
    await fillParent(workspace, windowFor(workspace, node), node);
  }
  workspace.setLastOpenFiles(layout.lastOpenFiles ?? []);
  await workspace.loadShownLeaves();
  const active = layout.active === undefined ? null : workspace.getLeafById(layout.active);
  if (active) workspace.setActiveLeaf(active);
}
