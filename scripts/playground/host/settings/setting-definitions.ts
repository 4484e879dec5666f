// Draws declarative settings (Obsidian 1.13): rows, groups, lists with add, delete and reorder, and
// entries that open sub-pages. Definitions are data; everything that reacts is asked again on
// `refresh` (visible, disabled) or `render` (all of it).
import type {
  SettingDefinition,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
} from 'obsidian';
import type { AppParts } from '../parts/app-parts.ts';
import { setIcon } from '../ground/icons.ts';
import { Platform } from '../ground/platform.ts';
import { addControl } from './setting-control.ts';
import type { PageHost } from './setting-page.ts';
import { Setting, SettingGroup } from '../controls/setting.ts';
import { setTooltip } from '../ground/tooltip.ts';
import { elementOf } from '../dom/windows.ts';

type Row = SettingDefinition | SettingDefinitionPage;

/** The tab whose definitions are drawn. */
export interface DefinedTab {
  readonly app: AppParts;
  /** Null while the tab is not shown. */
  readonly pageHost: PageHost | null;
  getControlValue(key: string): unknown;
  setControlValue(key: string, value: unknown): void | Promise<void>;
  refreshDomState(): void;
}

function evaluate<T>(value: T | (() => T) | undefined, fallback: T): T {
  if (value === undefined) return fallback;
  return typeof value === 'function' ? (value as () => T)() : value;
}

function isGroup(
  item: SettingDefinitionItem,
): item is SettingDefinitionGroup | SettingDefinitionList {
  return 'type' in item && (item.type === 'group' || item.type === 'list');
}

function isPage(item: SettingDefinitionItem): item is SettingDefinitionPage {
  return 'type' in item && item.type === 'page';
}

function disabledOf(row: Row): boolean {
  if (isPage(row)) return false;
  if (row.control) return evaluate(row.control.disabled, false);
  // Missing from the typings of a plain row, but honoured by the app.
  return 'disabled' in row ? evaluate(row.disabled, false) : false;
}

export class DefinitionRenderer {
  #cleanups: (() => void)[] = [];
  #checks: (() => void)[] = [];
  /** What was typed into a group's search survives a render. */
  readonly #queries = new Map<string, string>();
  /** The sub-pages that are open, by name; `render` hands them their new definitions. */
  readonly #openPages = new Map<string, DefinitionRenderer>();
  /** Pages are found by their names, as in Obsidian: of several of the same name only the first. */
  readonly #pages = new Map<string, SettingDefinitionPage>();

  readonly #tab: DefinedTab;
  readonly #containerEl: HTMLElement;

  constructor(tab: DefinedTab, containerEl: HTMLElement) {
    this.#tab = tab;
    this.#containerEl = containerEl;
  }

  render(items: readonly SettingDefinitionItem[]): void {
    const scroll = this.#containerEl.scrollTop;
    this.clear();
    let open: SettingGroup | null = null;
    for (const item of items) {
      if (isGroup(item)) {
        open = null;
        this.#renderGroup(item);
      } else {
        open ??= new SettingGroup(this.#containerEl);
        this.#renderRow(item, open, 0);
      }
    }
    this.refresh();
    this.#containerEl.scrollTop = scroll;
  }

  refresh(): void {
    for (const check of this.#checks) check();
    for (const page of this.#openPages.values()) page.refresh();
  }

  clear(): void {
    for (const cleanup of this.#cleanups) cleanup();
    this.#cleanups = [];
    this.#checks = [];
    this.#pages.clear();
    this.#containerEl.empty();
  }

  #renderGroup(definition: SettingDefinitionGroup | SettingDefinitionList): void {
    const group = new SettingGroup(this.#containerEl);
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    if (definition.cls !== undefined) group.addClass(definition.cls);
    for (const build of definition.extraButtons ?? []) group.addExtraButton(build as never);
    this.#checks.push(() => {
      group.groupEl.toggle(evaluate(definition.visible, true));
    });
    const list = definition.type === 'list' ? (definition as SettingDefinitionList) : null;
    const rows = (definition.items ?? []).map((row, at) => ({
      row,
      el: this.#renderRow(row, group, at, list ?? undefined),
    }));
    if (definition.search) this.#addSearch(group, definition, rows);
    if (!list) return;
    group.addClass('mod-list');
    if (rows.length === 0 && list.emptyState !== undefined) {
      group.listEl.createDiv({ cls: 'setting-list-empty', text: list.emptyState });
    }
    if (list.addItem) this.#addAddItem(group, list.addItem);
  }

  #addAddItem(group: SettingGroup, addItem: NonNullable<SettingDefinitionList['addItem']>): void {
    if (!Platform.isMobile) {
      group.addExtraButton((button) => {
        button.setIcon('plus').setTooltip(addItem.name);
        button.onClick(() => {
          addItem.action(button.extraSettingsEl);
        });
      });
      return;
    }
    const row = new Setting(group.listEl).setName(`+ ${addItem.name}`).settingEl;
    row.addClass('setting-list-add', 'mod-clickable');
    row.addEventListener('click', () => {
      addItem.action(row);
    });
  }

  #addSearch(
    group: SettingGroup,
    definition: SettingDefinitionGroup,
    rows: readonly { row: Row; el: HTMLElement }[],
  ): void {
    const { search } = definition;
    if (!search) return;
    const key = definition.heading ?? '';
    const apply = (): void => {
      const query = this.#queries.get(key) ?? '';
      for (const { row, el } of rows) {
        if (isPage(row) || !evaluate(row.searchable, true)) continue;
        el.toggleClass('is-filtered-out', query !== '' && !search.match(row, query));
      }
    };
    group.addSearch((field) => {
      field.setPlaceholder(search.placeholder ?? '').setValue(this.#queries.get(key) ?? '');
      field.onChange((query) => {
        this.#queries.set(key, query);
        apply();
      });
    });
    apply();
  }

  #renderRow(
    row: Row,
    group: SettingGroup,
    index: number,
    list?: SettingDefinitionList,
  ): HTMLElement {
    const setting = new Setting(group.listEl);
    const { settingEl } = setting;
    setting.setName(row.name);
    if (row.desc !== undefined) {
      setting.setDesc(
        typeof row.desc === 'string' ? row.desc : (row.desc.cloneNode(true) as DocumentFragment),
      );
    }
    if (isPage(row)) {
      this.#renderPageEntry(row, setting);
    } else if (row.control) {
      addControl(setting, row.control, {
        app: this.#tab.app,
        getControlValue: (key) => this.#tab.getControlValue(key),
        setControlValue: (key, value) => this.#tab.setControlValue(key, value),
        afterChange: () => {
          this.#tab.refreshDomState();
        },
      });
    } else if (row.render) {
      const cleanup = row.render(setting as never, group as never);
      if (cleanup) this.#cleanups.push(cleanup);
    } else if (row.action) {
      const { action } = row;
      this.#makeClickable(setting, () => {
        if (!disabledOf(row)) action(settingEl, index);
      });
    }
    this.#checks.push(() => {
      settingEl.toggle(evaluate(row.visible, true));
      if (isPage(row) || row.control || row.action) setting.setDisabled(disabledOf(row));
    });
    if (list) this.#addListControls(setting, list, index);
    return settingEl;
  }

  #makeClickable(setting: Setting, act: () => void): void {
    const el = setting.settingEl;
    el.addClass('mod-clickable');
    el.setAttrs({ tabindex: 0, role: 'button' });
    setIcon(setting.controlEl.createDiv('setting-item-chevron'), 'chevron-right');
    el.addEventListener('click', (event) => {
      if (!elementOf(event)?.closest('.clickable-icon')) act();
    });
    el.addEventListener('keydown', (event) => {
      if (event.target === el && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault();
        act();
      }
    });
  }

  #renderPageEntry(entry: SettingDefinitionPage, setting: Setting): void {
    const page = this.#pages.get(entry.name) ?? entry;
    this.#pages.set(page.name, page);
    if (page === entry) this.#openPages.get(page.name)?.render(page.items ?? []);
    setting.addDisplayValue((display) => {
      display.setValue(evaluate(entry.displayValue, ''));
      display.setStatus(evaluate(entry.status, null));
    });
    this.#makeClickable(setting, () => {
      const host = this.#tab.pageHost;
      if (page.page) {
        host?.openSettingPage(page.page() as never);
        return;
      }
      host?.openPage(page.name, (containerEl) => {
        const renderer = new DefinitionRenderer(this.#tab, containerEl);
        this.#openPages.set(page.name, renderer);
        renderer.render(page.items ?? []);
        return () => {
          renderer.clear();
          this.#openPages.delete(page.name);
        };
      });
    });
  }

  #addListControls(setting: Setting, list: SettingDefinitionList, index: number): void {
    const el = setting.settingEl;
    const { onDelete, onReorder } = list;
    if (onDelete) {
      setting.addExtraButton((button) => {
        button.setIcon('trash-2').setTooltip('Delete');
        button.onClick(() => {
          onDelete(index);
        });
      });
      el.addEventListener('keydown', (event) => {
        if (event.target !== el || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
        event.preventDefault();
        onDelete(index);
      });
      if (!el.hasAttribute('tabindex')) el.setAttr('tabindex', 0);
    }
    if (!onReorder) return;
    const handle = createDiv('setting-list-handle clickable-icon');
    setIcon(handle, 'grip-vertical');
    setTooltip(handle, 'Drag to reorder');
    el.prepend(handle);
    el.draggable = true;
    el.addEventListener('dragstart', (event) => {
      event.dataTransfer?.setData('text/plain', String(index));
    });
    el.addEventListener('dragover', (event) => {
      event.preventDefault();
    });
    el.addEventListener('drop', (event) => {
      event.preventDefault();
      const from = Number(event.dataTransfer?.getData('text/plain'));
      if (Number.isInteger(from) && from !== index) onReorder(from, index);
    });
  }
}
