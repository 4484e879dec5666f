// The frame around the workspace: the line that says what this is, with the playground's own
// switches, the ribbon and the status bar.
import type { AppParts } from '../parts/app-parts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { drawFoot, type FootApp } from './foot.ts';
import { setIcon } from '../ground/icons.ts';
import { preferences, remember, type Language, type Preferences } from '../ground/preferences.ts';
import { Platform } from '../ground/platform.ts';
import { setThemeClass } from '../ground/theme.ts';
import { translate } from '../ground/shell-text.ts';
import { setTooltip } from '../ground/tooltip.ts';

const LANGUAGES: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-TW': '繁體中文',
  zh: '简体中文',
};

/** Changes what only a fresh start can change. */
function reloadWith<K extends keyof Preferences>(name: K, value: Preferences[K]): void {
  remember(name, value);
  location.reload();
}

/** The app, for its frame. */
interface ShellApp extends AppParts, FootApp {
  readonly workspace: Workspace;
  readonly setting: { open(): void };
}

export class Shell {
  readonly containerEl = createDiv('app-container');
  readonly ribbonActionsEl: HTMLElement;
  readonly statusBarEl: HTMLElement;

  readonly #app: ShellApp;

  constructor(app: ShellApp) {
    this.#app = app;
    document.documentElement.lang = preferences.lang;
    setThemeClass(preferences.theme);
    document.body.addClass(Platform.isMobile ? 'is-mobile' : 'mod-desktop');
    document.body.toggleClass('is-phone', Platform.isPhone);
    this.#drawTopLine(this.containerEl.createDiv('playground-line'));
    const main = this.containerEl.createDiv('horizontal-main-container');
    const ribbon = main.createDiv('workspace-ribbon side-dock-ribbon mod-left');
    this.ribbonActionsEl = ribbon.createDiv('side-dock-actions');
    const bottom = ribbon.createDiv('side-dock-settings');
    this.#addButton(bottom, 'terminal', translate('commandPalette'), () => {
      app.commands.executeCommandById('command-palette:open');
    });
    this.#addButton(bottom, 'settings', translate('settings'), () => {
      app.setting.open();
    });
    main.append(app.workspace.containerEl);
    this.statusBarEl = this.containerEl.createDiv('status-bar');
    drawFoot(app, this.containerEl);
    if (Platform.isPhone) this.#closeDrawersOnTap();
  }

  setTheme(theme: Preferences['theme']): void {
    remember('theme', theme);
    setThemeClass(theme);
    this.#app.workspace.trigger('css-change');
  }

  #drawTopLine(el: HTMLElement): void {
    this.#addButton(el, 'panel-left', translate('toggleLeft'), () => {
      this.#app.workspace.leftSplit.toggle();
    });
    el.createDiv({ cls: 'playground-name', text: translate('emulation'), attr: { role: 'note' } });
    const switches = el.createDiv('playground-switches');
    const language = switches.createEl('select', {
      cls: 'dropdown',
      attr: { 'aria-label': 'Language' },
    });
    for (const [value, text] of Object.entries(LANGUAGES))
      language.createEl('option', { value, text });
    language.value = preferences.lang;
    language.addEventListener('change', () => {
      reloadWith('lang', language.value as Language);
    });
    const theme = this.#addButton(switches, 'sun', '', () => {
      this.setTheme(this.#app.isDarkMode() ? 'light' : 'dark');
      drawTheme();
    });
    const drawTheme = (): void => {
      const dark = this.#app.isDarkMode();
      setIcon(theme, dark ? 'sun' : 'moon');
      setTooltip(theme, translate(dark ? 'light' : 'dark'));
    };
    drawTheme();
    this.#addButton(
      switches,
      Platform.isPhone ? 'monitor' : 'smartphone',
      translate(Platform.isPhone ? 'desktop' : 'phone'),
      () => {
        // In the phone's frame the choice belongs to the page around it.
        const width = Platform.isPhone ? 'desktop' : 'phone';
        remember('width', width);
        const outer = window.parent;
        const url = new URL(location.href);
        url.searchParams.delete('frame');
        outer.location.assign(url);
      },
    );
    this.#addButton(el, 'panel-right', translate('toggleRight'), () => {
      this.#app.workspace.rightSplit.toggle();
    });
  }

  #addButton(parent: HTMLElement, icon: string, title: string, act: () => void): HTMLElement {
    const el = parent.createEl('button', 'clickable-icon');
    setIcon(el, icon);
    setTooltip(el, title);
    el.addEventListener('click', act);
    return el;
  }

  #closeDrawersOnTap(): void {
    const { leftSplit, rightSplit, rootSplit } = this.#app.workspace;
    rootSplit.containerEl.addEventListener(
      'click',
      (event) => {
        if (leftSplit.collapsed && rightSplit.collapsed) return;
        event.preventDefault();
        event.stopPropagation();
        leftSplit.collapse();
        rightSplit.collapse();
      },
      true,
    );
  }
}
