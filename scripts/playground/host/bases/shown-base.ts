// A base as it is shown, in a pane or in a note: a toolbar with its views and the view's options, and below it what the
// plugin that registered the view's type draws. The built-in types are not emulated but for a plain list, which stands for
// all of them. How the toolbar looks is the playground's own.
import type { BasesAllOptions, BasesOptions, BasesViewRegistration } from 'obsidian';
import type { TFile } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import { Component } from '../ground/component.ts';
import { debounce } from '../ground/debounce.ts';
import { getAllTags, parseYaml } from '../text/frontmatter.ts';
import { FilterFault } from './expression.ts';
import { propertyId, runQuery, type BaseConfig, type ViewConfig } from './query.ts';
import {
  BasesEntry,
  BasesQueryResult,
  BasesViewConfig,
  QueryController,
  type BasesView,
} from './view.ts';

const UPDATE_AFTER_MS = 50;
const BUILT_IN = ['table', 'cards', 'list', 'map'];

export interface BaseSource {
  /** The base's YAML. */
  readonly text: string;
  /** Which view, by its name; the first without one. */
  readonly viewName?: string;
  /** Keeps a value of the view at `index`; null takes it out. */
  readonly store: (index: number, key: string, value: unknown) => Promise<void>;
}

export class ShownBase extends Component {
  #base: BaseConfig = {};
  #index = 0;
  #view: BasesView | null = null;
  readonly #toolbarEl: HTMLElement;
  readonly #bodyEl: HTMLElement;
  readonly #updateSoon = debounce(() => {
    this.#update();
  }, UPDATE_AFTER_MS);

  readonly #app: AppParts;
  #source: BaseSource;
  readonly #registered: (type: string) => BasesViewRegistration | undefined;

  constructor(
    app: AppParts,
    containerEl: HTMLElement,
    source: BaseSource,
    registered: (type: string) => BasesViewRegistration | undefined,
  ) {
    super();
    this.#app = app;
    this.#source = source;
    this.#registered = registered;
    this.#toolbarEl = containerEl.createDiv('bases-toolbar');
    this.#bodyEl = containerEl.createDiv('bases-view');
  }

  override onload(): void {
    const { vault, metadataCache } = this.#app;
    for (const name of ['create', 'rename', 'delete'])
      this.registerEvent(vault.on(name, this.#updateSoon));
    this.registerEvent(metadataCache.on('changed', this.#updateSoon));
    this.show(this.#source);
  }

  /** Shows the base anew, as it reads now. */
  show(source: BaseSource): void {
    this.#source = source;
    this.#base = readBase(source.text);
    const views = this.#base.views ?? [];
    const named = views.findIndex(({ name }) => name === source.viewName);
    this.#index = named < 0 ? Math.min(this.#index, Math.max(0, views.length - 1)) : named;
    this.draw();
  }

  /** Draws the view anew, for instance when its type has come or gone. */
  draw(): void {
    if (this.#view) this.removeChild(this.#view);
    this.#view = null;
    this.#bodyEl.empty();
    const view = this.#viewConfig;
    this.#drawToolbar(view);
    const registration = this.#registered(view.type);
    if (registration) {
      const controller = this.addChild(new QueryController(this.#app));
      this.#view = registration.factory(controller as never, this.#bodyEl) as unknown as BasesView;
      this.addChild(this.#view);
    } else if (!BUILT_IN.includes(view.type)) {
      // As reported at github.com/callumalpass/tasknotes/issues/1187.
      this.#bodyEl.createDiv({ cls: 'bases-error', text: `Unknown view type: ${view.type}` });
      return;
    }
    this.#update();
  }

  get #viewConfig(): ViewConfig {
    return this.#base.views?.[this.#index] ?? { type: 'table', name: '' };
  }

  #update(): void {
    const view = this.#viewConfig;
    try {
      const files = this.#app.vault.getFiles().map((file) => this.#entryOf(file));
      const result = new BasesQueryResult([...runQuery(this.#base, view, files)], view);
      if (this.#view) {
        this.#view.config = new BasesViewConfig(this.#base, view, (key, value) => {
          this.#source.store(this.#index, key, value).catch(reportError);
        });
        this.#view.allProperties = [...this.#app.metadataCache.propertyNames()].map(propertyId);
        this.#view.data = result;
        this.#view.onDataUpdated();
      } else if (BUILT_IN.includes(view.type)) this.#drawList(result);
    } catch (error) {
      if (!(error instanceof FilterFault)) throw error;
      this.#bodyEl.empty();
      this.#bodyEl.createDiv({ cls: 'bases-error', text: error.message });
    }
  }

  #drawList({ groupedData }: BasesQueryResult): void {
    this.#bodyEl.empty();
    for (const group of groupedData) {
      if (group.key) this.#bodyEl.createEl('h4', { text: group.key.toString() });
      const list = this.#bodyEl.createEl('ul');
      for (const { file } of group.entries) list.createEl('li', { text: file.basename });
    }
  }

  #entryOf(file: TFile): BasesEntry {
    const cache = this.#app.metadataCache.getFileCache(file);
    return new BasesEntry(file, (id) => {
      const at = id.indexOf('.');
      const [type, name] = [id.slice(0, at), id.slice(at + 1)];
      if (type === 'note') return cache?.frontmatter?.[name] as unknown;
      const facts: Readonly<Record<string, unknown>> = {
        name: file.name,
        basename: file.basename,
        path: file.path,
        ext: file.extension,
        folder: file.parent?.path ?? '',
        size: file.stat.size,
        mtime: file.stat.mtime,
        ctime: file.stat.ctime,
        tags: cache ? (getAllTags(cache) ?? []) : [],
      };
      return type === 'file' ? facts[name] : undefined;
    });
  }

  #drawToolbar(view: ViewConfig): void {
    this.#toolbarEl.empty();
    const views = this.#base.views ?? [];
    const choice = this.#toolbarEl.createEl('select', {
      cls: 'dropdown',
      attr: { 'aria-label': 'View' },
    });
    views.forEach(({ name }, at) => choice.createEl('option', { text: name, value: String(at) }));
    choice.value = String(this.#index);
    choice.addEventListener('change', () => {
      this.#index = Number(choice.value);
      this.draw();
    });
    const options = this.#registered(view.type)?.options;
    if (!options) return;
    const config = new BasesViewConfig(this.#base, view, () => undefined);
    for (const option of options(config as never).flatMap(optionsIn))
      this.#drawOption(option, config);
  }

  #drawOption(option: BasesOptions, config: BasesViewConfig): void {
    if (option.shouldHide?.() === true) return;
    const label = this.#toolbarEl.createEl('label', { text: option.displayName });
    const stored = config.get(option.key) ?? option.default;
    const keep = (value: unknown): void => {
      this.#source.store(this.#index, option.key, value).catch(reportError);
    };
    if (option.type === 'dropdown') {
      const list = label.createEl('select', 'dropdown');
      for (const [value, text] of Object.entries(option.options))
        list.createEl('option', { value, text });
      list.value = typeof stored === 'string' ? stored : '';
      list.addEventListener('change', () => {
        keep(list.value);
      });
      return;
    }
    const input = label.createEl('input', { type: option.type === 'toggle' ? 'checkbox' : 'text' });
    if (option.type === 'toggle') input.checked = stored === true;
    else
      input.value = Array.isArray(stored)
        ? stored.join(', ')
        : typeof stored === 'string' || typeof stored === 'number'
          ? String(stored)
          : '';
    input.addEventListener('change', () => {
      if (option.type === 'toggle') keep(input.checked);
      else if (option.type === 'slider') keep(Number(input.value));
      else if (option.type === 'multitext') keep(input.value.split(',').map((part) => part.trim()));
      else keep(input.value);
    });
  }
}

/** What is no base is one without filters and views; how Obsidian says so is not emulated. */
function readBase(text: string): BaseConfig {
  try {
    const parsed: unknown = parseYaml(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}

function optionsIn(option: BasesAllOptions): readonly BasesOptions[] {
  if (option.type !== 'group') return [option];
  return option.shouldHide?.() === true ? [] : option.items;
}
