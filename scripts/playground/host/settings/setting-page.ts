// `SettingPage`, a page below a settings tab, and what such pages open in.

/** Where a tab's sub-pages open; the settings window is one. */
export interface PageHost {
  openPage(title: string, draw: (containerEl: HTMLElement) => (() => void) | undefined): void;
  openSettingPage(page: SettingPage): void;
}

export abstract class SettingPage {
  readonly rootEl = createDiv('setting-page');
  readonly titlebarEl = this.rootEl.createDiv('setting-page-titlebar');
  readonly containerEl = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  hide(): void {
    this.containerEl.empty();
  }
}
