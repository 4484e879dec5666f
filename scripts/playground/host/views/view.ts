// `View` and `ItemView`: what stands in a leaf.
import type { ViewStateResult } from 'obsidian';
import type { AppParts } from '../parts/app-parts.ts';
import { Component } from '../ground/component.ts';
import { setIcon } from '../ground/icons.ts';
import { Menu } from '../popups/menu.ts';
import type { Scope } from '../ground/scope.ts';
import { translate } from '../ground/shell-text.ts';
import { setTooltip } from '../ground/tooltip.ts';

/** The leaf that a view stands in, as views know it. */
export interface Leaf {
  readonly app: AppParts;
  readonly history: { back(): unknown; forward(): unknown };
  detach(): void;
  updateHeader(): void;
}

export abstract class View extends Component {
  readonly app: AppParts;
  icon = '';
  /** Whether opening something may replace this view; a panel says no. */
  navigation = false;
  leaf: Leaf;
  containerEl: HTMLElement;
  scope: Scope | null = null;
  #closing: Promise<void> | null = null;

  constructor(leaf: Leaf) {
    super();
    this.leaf = leaf;
    this.app = leaf.app;
    this.containerEl = createDiv('workspace-leaf-content');
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  getIcon(): string {
    return this.icon === '' ? 'file' : this.icon;
  }

  getState(): Record<string, unknown> {
    return {};
  }

  setState(_state: unknown, _result: ViewStateResult): Promise<void> {
    return Promise.resolve();
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    // For subclasses.
  }

  onResize(): void {
    // For subclasses.
  }

  onPaneMenu(_menu: Menu, _source: string): void {
    // For subclasses.
  }

  updateTitle(): void {
    // For subclasses.
  }

  /** Called by the leaf. */
  async open(parentEl: HTMLElement): Promise<void> {
    this.containerEl.setAttr('data-type', this.getViewType());
    parentEl.append(this.containerEl);
    this.load();
    await this.onOpen();
  }

  /** Called by the leaf. */
  close(): Promise<void> {
    this.#closing ??= (async () => {
      try {
        await this.onClose();
      } finally {
        this.unload();
        this.containerEl.detach();
      }
    })();
    return this.#closing;
  }

  protected onOpen(): Promise<void> {
    return Promise.resolve();
  }

  protected onClose(): Promise<void> {
    return Promise.resolve();
  }
}

export abstract class ItemView extends View {
  readonly headerEl: HTMLElement;
  contentEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly actionsEl: HTMLElement;

  constructor(leaf: Leaf) {
    super(leaf);
    this.headerEl = this.containerEl.createDiv('view-header');
    const buttons = this.headerEl
      .createDiv('view-header-left')
      .createDiv('view-header-nav-buttons');
    const add = (icon: string, title: string, act: () => unknown): void => {
      const el = buttons.createEl('button', 'clickable-icon');
      setIcon(el, icon);
      setTooltip(el, title);
      el.addEventListener('click', act);
    };
    add('arrow-left', translate('back'), () => this.leaf.history.back());
    add('arrow-right', translate('forward'), () => this.leaf.history.forward());
    this.titleEl = this.headerEl
      .createDiv('view-header-title-container')
      .createDiv('view-header-title');
    this.actionsEl = this.headerEl.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
    this.addAction('more-vertical', translate('moreOptions'), (event) => {
      const menu = new Menu();
      this.onPaneMenu(menu, 'more-options');
      menu.showAtMouseEvent(event);
    });
  }

  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const el = createEl('button', 'clickable-icon view-action');
    setIcon(el, icon);
    setTooltip(el, title);
    el.addEventListener('click', callback);
    this.actionsEl.prepend(el);
    return el;
  }

  override onPaneMenu(menu: Menu, source: string): void {
    super.onPaneMenu(menu, source);
    if (source !== 'more-options') return;
    menu.addItem((item) =>
      item
        .setSection('close')
        .setTitle(translate('close'))
        .setIcon('x')
        .onClick(() => {
          this.leaf.detach();
        }),
    );
  }

  override updateTitle(): void {
    this.titleEl.setText(this.getDisplayText());
  }
}
