// What stands in a leaf in the background until it is shown: type and state of the view to come, with the name and
// the icon that its tab had (developer docs, «Understanding deferred views»; `isDeferred`, since 1.7.2).
import type { ViewStateResult } from 'obsidian';
import type { TAbstractFile } from '../vault/abstract-file.ts';
import { View, type Leaf } from './view.ts';

export interface DeferredState {
  readonly type: string;
  readonly state: Record<string, unknown>;
  readonly eState: unknown;
  readonly title: string;
  readonly icon: string;
}

export class DeferredView extends View {
  override readonly navigation = true;
  #state: Record<string, unknown>;

  readonly #deferred: DeferredState;

  constructor(leaf: Leaf, deferred: DeferredState) {
    super(leaf);
    this.#deferred = deferred;
    this.icon = deferred.icon;
    this.#state = deferred.state;
    const { vault } = this.app;
    // What happens to the file meanwhile is inferred: as to one that shows.
    this.registerEvent(
      vault.on('rename', (file: TAbstractFile, oldPath: string) => {
        if (this.#state.file === oldPath) this.#state = { ...this.#state, file: file.path };
      }),
    );
    this.registerEvent(
      vault.on('delete', (file: TAbstractFile) => {
        if (this.#state.file === file.path) leaf.detach();
      }),
    );
  }

  getViewType(): string {
    return this.#deferred.type;
  }

  getDisplayText(): string {
    return this.#deferred.title;
  }

  override getState(): Record<string, unknown> {
    return this.#state;
  }

  override setState(state: unknown, _result: ViewStateResult): Promise<void> {
    this.#state = { ...(state as Record<string, unknown> | null) };
    return Promise.resolve();
  }

  override getEphemeralState(): Record<string, unknown> {
    return (this.#deferred.eState ?? {}) as Record<string, unknown>;
  }
}
