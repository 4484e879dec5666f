// What a leaf shows while it has nothing to show, or while the plugin that knows its view is away.
import type { ViewStateResult } from 'obsidian';
import { translate } from '../ground/shell-text.ts';
import { View, type Leaf } from './view.ts';

export class EmptyView extends View {
  override icon = 'file';

  getViewType(): string {
    return 'empty';
  }

  getDisplayText(): string {
    return translate('newTab');
  }

  protected override onOpen(): Promise<void> {
    const box = this.containerEl.createDiv('empty-state');
    box.createDiv({ cls: 'empty-state-title', text: translate('noFileOpen') });
    const action = box.createEl('button', {
      cls: 'empty-state-action',
      text: translate('commandPalette'),
    });
    action.addEventListener('click', () => {
      this.app.commands.executeCommandById('command-palette:open');
    });
    return Promise.resolve();
  }
}

/** Keeps type and state, so that the view comes back with its plugin. */
export class UnknownView extends View {
  override icon = 'ghost';
  #state: Record<string, unknown> = {};

  readonly #type: string;

  constructor(leaf: Leaf, type: string) {
    super(leaf);
    this.#type = type;
  }

  getViewType(): string {
    return this.#type;
  }

  getDisplayText(): string {
    return translate('pluginInactive');
  }

  override getState(): Record<string, unknown> {
    return this.#state;
  }

  override setState(state: unknown, _result: ViewStateResult): Promise<void> {
    this.#state = { ...(state as Record<string, unknown> | null) };
    return Promise.resolve();
  }

  protected override onOpen(): Promise<void> {
    this.containerEl.createDiv('empty-state').createDiv({
      cls: 'empty-state-title',
      text: translate('pluginInactive'),
    });
    return Promise.resolve();
  }
}
