// The settings, `app.setting`: tabs at the left, the open one at the right, sub-pages on top of it with a way
// back. They stand in a window of their own, which is what Obsidian 1.13 begins with, or in a modal; a phone, and a
// browser that keeps the window from opening, have the modal. What is in the window is inferred: the same as in the modal.
import type { AppParts } from '../parts/app-parts.ts';
import { setIcon } from '../ground/icons.ts';
import { Modal } from '../popups/modal.ts';
import { Notice } from '../ground/notice.ts';
import { Platform } from '../ground/platform.ts';
import { openPopoutWindow } from '../dom/popout-window.ts';
import { preferences } from '../ground/preferences.ts';
import type { PageHost, SettingPage } from './setting-page.ts';
import type { SettingTab } from './setting-tab.ts';
import { translate } from '../ground/shell-text.ts';
import { windows, type Realm } from '../dom/windows.ts';

const WINDOW_SIZE = { width: 920, height: 680 };

interface OpenPage {
  readonly el: HTMLElement;
  readonly close: () => void;
}

export class SettingsWindow extends Modal implements PageHost {
  activeTab: SettingTab | null = null;
  readonly pluginTabs: SettingTab[] = [];
  readonly #navEl: HTMLElement;
  readonly #tabContainerEl: HTMLElement;
  readonly #pages: OpenPage[] = [];
  #win: Realm | null = null;

  constructor(app: AppParts) {
    super(app);
    this.modalEl.addClass('mod-settings', 'mod-sidebar-layout');
    this.contentEl.addClass('vertical-tabs-container');
    const header = this.contentEl.createDiv('vertical-tab-header');
    header.createDiv({ cls: 'vertical-tab-header-group-title', text: translate('pluginOptions') });
    this.#navEl = header.createDiv('vertical-tab-header-group-items');
    this.#tabContainerEl = this.contentEl.createDiv('vertical-tab-content-container');
    this.setTitle(translate('settings'));
  }

  addSettingTab(tab: SettingTab): void {
    this.pluginTabs.push(tab);
    this.#drawNav();
  }

  removeSettingTab(tab: SettingTab): void {
    if (this.activeTab === tab) this.#leaveTab();
    this.pluginTabs.remove(tab);
    this.#drawNav();
  }

  override open(): void {
    super.open();
    // Open already, the window comes to the front.
    if (this.#win) this.#bringToFront(this.#win);
  }

  protected override docToOpenIn(): Document {
    if (Platform.isMobile || preferences.settings === 'modal') return super.docToOpenIn();
    try {
      const win = openPopoutWindow({ size: WINDOW_SIZE }, () => {
        this.#win = null;
        this.close();
      });
      win.document.title = translate('settings');
      this.app.listenIn(win.document);
      this.#win = win;
      this.#bringToFront(win);
      return win.document;
    } catch (error) {
      new Notice(String(error));
      return super.docToOpenIn();
    }
  }

  override onOpen(): void {
    this.modalEl.toggleClass('mod-window', this.#win !== null);
    const tab = this.activeTab ?? this.pluginTabs[0];
    if (tab) this.openTab(tab);
  }

  override onClose(): void {
    const tab = this.activeTab;
    this.#leaveTab();
    // Opens where it was left.
    this.activeTab = tab;
    this.#win?.close();
  }

  #bringToFront(win: Realm): void {
    windows.activate(win);
    win.focus();
  }

  openTabById(id: string): SettingTab | null {
    const tab = this.pluginTabs.find((candidate) => candidate.id === id);
    if (tab) this.openTab(tab);
    return tab ?? null;
  }

  openTab(tab: SettingTab): void {
    this.#leaveTab();
    this.activeTab = tab;
    this.#tabContainerEl.append(tab.containerEl);
    tab.show(this);
    this.#drawNav();
  }

  openPage(title: string, draw: (containerEl: HTMLElement) => (() => void) | undefined): void {
    const el = createDiv('setting-page');
    this.#addTitlebar(el.createDiv('setting-page-titlebar'), title);
    const content = el.createDiv('setting-page-content');
    const clear = draw(content);
    this.#pushPage({ el, close: () => clear?.() });
  }

  openSettingPage(page: SettingPage): void {
    page.display();
    this.#addTitlebar(page.titlebarEl, page.title);
    this.#pushPage({
      el: page.rootEl,
      close: () => {
        page.hide();
      },
    });
  }

  #addTitlebar(el: HTMLElement, title: string): void {
    const back = createEl('button', {
      cls: 'clickable-icon setting-page-back',
      attr: { 'aria-label': translate('back') },
    });
    setIcon(back, 'chevron-left');
    back.addEventListener('click', () => {
      this.#popPage();
    });
    el.prepend(back, createSpan({ cls: 'setting-page-title', text: title }));
  }

  #pushPage(page: OpenPage): void {
    this.#pages.push(page);
    this.#showTopPage();
  }

  #popPage(): void {
    const page = this.#pages.pop();
    page?.close();
    page?.el.detach();
    this.#showTopPage();
  }

  #showTopPage(): void {
    const top = this.#pages[this.#pages.length - 1];
    this.activeTab?.containerEl.toggle(top === undefined);
    for (const page of this.#pages) page.el.detach();
    if (top) this.#tabContainerEl.append(top.el);
  }

  #leaveTab(): void {
    while (this.#pages.length > 0) {
      const page = this.#pages.pop();
      page?.close();
      page?.el.detach();
    }
    this.activeTab?.containerEl.show();
    this.activeTab?.leave();
    this.activeTab?.containerEl.detach();
    this.activeTab = null;
  }

  #drawNav(): void {
    this.#navEl.empty();
    for (const tab of this.pluginTabs) {
      const el = this.#navEl.createDiv({
        cls: 'vertical-tab-nav-item tappable',
        attr: { role: 'tab', tabindex: 0, 'data-setting-id': tab.id },
      });
      setIcon(el.createDiv('vertical-tab-nav-item-icon'), tab.icon === '' ? 'puzzle' : tab.icon);
      el.createDiv({ cls: 'vertical-tab-nav-item-title', text: tab.name });
      el.toggleClass('is-active', tab === this.activeTab);
      el.addEventListener('click', () => {
        this.openTab(tab);
      });
    }
  }
}
