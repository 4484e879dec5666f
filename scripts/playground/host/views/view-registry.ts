// Which views there are, by type and by file extension. When a plugin's type comes or goes, the leaves
// that hold such a view are built again: as the view, or as a placeholder that keeps its state.
import type { ViewState } from 'obsidian';
import type { AppParts } from '../parts/app-parts.ts';
import type { TFile } from '../vault/abstract-file.ts';
import { UnknownView } from './empty-view.ts';
import type { Leaf, View } from './view.ts';

/** A leaf whose view can be made anew. */
export interface RegistryLeaf extends Leaf {
  readonly view: View;
  readonly isDeferred: boolean;
  getViewState(): ViewState;
  getEphemeralState(): unknown;
  setEphemeralState(state: unknown): void;
  open(view: View): Promise<View>;
}

/** The app, for what makes views. */
export interface ViewsApp extends AppParts {
  readonly viewRegistry: ViewRegistry;
}

export type ViewCreator = (leaf: Leaf) => View;

export class ViewRegistry {
  readonly #creators = new Map<string, ViewCreator>();
  readonly #extensions = new Map<string, string>();

  readonly #leavesOfType: (type: string) => RegistryLeaf[];

  constructor(leavesOfType: (type: string) => RegistryLeaf[]) {
    this.#leavesOfType = leavesOfType;
  }

  registerView(type: string, creator: ViewCreator): void {
    if (this.#creators.has(type)) throw new Error(`The view type ${type} is registered already.`);
    this.#creators.set(type, creator);
    for (const leaf of this.#leavesOfType(type)) {
      if (leaf.view instanceof UnknownView) this.#rebuild(leaf).catch(reportError);
    }
  }

  unregisterView(type: string): void {
    this.#creators.delete(type);
    for (const leaf of this.#leavesOfType(type)) {
      if (!leaf.isDeferred) this.#rebuild(leaf).catch(reportError);
    }
  }

  create(type: string, leaf: Leaf): View {
    return this.#creators.get(type)?.(leaf) ?? new UnknownView(leaf, type);
  }

  registerExtensions(extensions: readonly string[], type: string): void {
    for (const extension of extensions) this.#extensions.set(extension, type);
  }

  typeOf(file: TFile): string {
    return this.#extensions.get(file.extension) ?? 'unknown-file';
  }

  async #rebuild(leaf: RegistryLeaf): Promise<void> {
    const state = leaf.getViewState();
    const eState = leaf.getEphemeralState();
    await leaf.open(this.create(state.type, leaf));
    await leaf.view.setState(state.state ?? {}, { history: false });
    leaf.setEphemeralState(eState);
    leaf.updateHeader();
  }
}
