// What a plugin's view of a base is given: `BasesView` and what hangs on it (typings, since 1.10.0). `config` and `data`
// are not there before the first `onDataUpdated`; the result and its entries are made anew at every update.
import type { BasesPropertyId, BasesSortConfig } from 'obsidian';
import type { TFile } from '../vault/abstract-file.ts';
import type { AppParts } from '../parts/app-parts.ts';
import { Component } from '../ground/component.ts';
import type { Subject } from './expression.ts';
import { groupFiles, propertyId, type BaseConfig, type ViewConfig } from './query.ts';
import { NullValue, valueOf, type Value } from './values.ts';

export class QueryController extends Component {
  constructor(readonly app: AppParts) {
    super();
  }
}

export class BasesEntry implements Subject {
  readonly #properties: (id: string) => unknown;

  constructor(
    readonly file: TFile,
    properties: (id: string) => unknown,
  ) {
    this.#properties = properties;
  }

  property(id: string): unknown {
    return this.#properties(id);
  }

  getValue(id: BasesPropertyId): Value | null {
    return valueOf(this.property(id));
  }
}

export class BasesEntryGroup {
  constructor(
    readonly entries: BasesEntry[],
    readonly key?: Value,
  ) {}

  hasKey(): boolean {
    return this.key !== undefined && !(this.key instanceof NullValue);
  }
}

export class BasesQueryResult {
  readonly #view: ViewConfig;

  constructor(
    readonly data: BasesEntry[],
    view: ViewConfig,
  ) {
    this.#view = view;
  }

  get groupedData(): BasesEntryGroup[] {
    return groupFiles(this.#view, this.data).map(({ key, entries }) =>
      this.#view.groupBy
        ? new BasesEntryGroup([...entries], valueOf(key))
        : new BasesEntryGroup([...entries]),
    );
  }

  get properties(): BasesPropertyId[] {
    return (this.#view.order ?? []).map(propertyId);
  }

  /** Summaries are not emulated. */
  getSummaryValue(): Value {
    return valueOf(null);
  }
}

export class BasesViewConfig {
  readonly #base: BaseConfig;
  readonly #view: ViewConfig;
  readonly #store: (key: string, value: unknown) => void;

  constructor(base: BaseConfig, view: ViewConfig, store: (key: string, value: unknown) => void) {
    this.#base = base;
    this.#view = view;
    this.#store = store;
  }

  get name(): string {
    return this.#view.name;
  }

  get(key: string): unknown {
    return this.#view[key];
  }

  getAsPropertyId(key: string): BasesPropertyId | null {
    const value = this.get(key);
    return typeof value === 'string' && value !== '' ? propertyId(value) : null;
  }

  /** Formulas are not emulated. */
  getEvaluatedFormula(): Value {
    return valueOf(null);
  }

  set(key: string, value: unknown): void {
    this.#store(key, value);
  }

  getOrder(): BasesPropertyId[] {
    return (this.#view.order ?? []).map(propertyId);
  }

  getSort(): BasesSortConfig[] {
    return [...(this.#view.sort ?? [])];
  }

  getDisplayName(id: BasesPropertyId): string {
    const [type = '', ...name] = id.split('.');
    const own = this.#base.properties?.[id] ?? this.#base.properties?.[name.join('.')];
    return own?.displayName ?? (type === 'file' ? id : name.join('.'));
  }
}

export abstract class BasesView extends Component {
  abstract type: string;
  readonly app: AppParts;
  declare config: BasesViewConfig;
  declare allProperties: BasesPropertyId[];
  declare data: BasesQueryResult;

  protected constructor(controller: QueryController) {
    super();
    this.app = controller.app;
  }

  abstract onDataUpdated(): void;

  async createFileForView(baseFileName = 'Untitled'): Promise<void> {
    const path = await this.app.fileManager.getAvailablePathForAttachment(`${baseFileName}.md`);
    await this.app.vault.create(path, '');
  }
}

export function parsePropertyId(id: BasesPropertyId): { type: string; name: string } {
  const at = id.indexOf('.');
  return { type: id.slice(0, at), name: id.slice(at + 1) };
}
