/**
 * The settings while the plugin runs: read at the start, saved only when the user changes one, told to listeners.
 * The file may have been changed by another device without a word (phones are not told): it is read again before
 * each save, and what was changed there and here is merged. What it holds beside known settings is kept; a file
 * that could not be read is left as it is until the user changes a setting.
 */
import { MOST_TERMS } from '../core/model/taxonomy-edit';
import { DEFAULT_SETTINGS, migrate, serialize, type Settings } from './schema';
import { isSameData, mergeSettings, withUnknown, type Overruled } from './merge';

/** Where settings are kept: Obsidian's `loadData` and `saveData`. */
export interface SettingsFile {
  load(): Promise<unknown>;
  save(data: unknown): Promise<void>;
}

/**
 * What reading the file found wrong. `unreadable`: it could not be read at all (half-written, no JSON).
 * `changed-unreadable`: it could be once, and what can't be read of it now stays as it was.
 */
export type SettingsFault =
  | { readonly code: 'unreadable' | 'changed-unreadable' | 'newer' | 'not-settings' }
  | { readonly code: 'faulty'; readonly parts: readonly (keyof Settings)[] };

/** What came of a merge with what another device wrote. */
export interface SettingsMerge {
  /** What both changed, and what stays as it is here. */
  readonly overruled: readonly Overruled[];
}

export class SettingsStore {
  #settings: Settings = DEFAULT_SETTINGS;
  /** What the file said when it was last read or written. */
  #base: Settings = DEFAULT_SETTINGS;
  /** The same as it stood there, with what this version does not know. */
  #raw: unknown = null;
  #hasLoaded = false;
  #turn: Promise<unknown> = Promise.resolve();
  #listeners = new Set<() => void>();

  /** `onMerge` is told whenever a save found that the file says something else than when it was last read. */
  constructor(
    private readonly file: SettingsFile,
    private readonly onMerge: (merge: SettingsMerge) => void = () => undefined,
  ) {}

  /** Reads the file, at the start and when it changed outside. Returns what was wrong, null where nothing was. */
  load(): Promise<SettingsFault | null> {
    return this.#inTurn(async () => {
      const isFirst = !this.#hasLoaded;
      this.#hasLoaded = true;
      const { fault, overruled } = await this.#read('gone-is-reset');
      this.#notify();
      if (overruled.length > 0) this.onMerge({ overruled });
      if (isFirst || fault === null || fault.code === 'newer') return fault;
      return { code: 'changed-unreadable' };
    });
  }

  get(): Settings {
    return this.#settings;
  }

  /**
   * Takes the change over and saves all settings, once the file has been read again. Rejects where saving fails;
   * the change then still holds until restart, and the next save tries again.
   */
  update(change: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    this.#notify();
    return this.#inTurn(() => this.#save());
  }

  /** Calls `listener` after every change; returns the way to stop it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #save(): Promise<void> {
    const base = this.#base;
    const { overruled } = await this.#read('gone-says-nothing');
    if (!isSameData(base, this.#base)) {
      this.#notify();
      this.onMerge({ overruled });
    }
    const settings = this.#settings;
    const data = withUnknown(serialize(settings), this.#raw, this.#base);
    await this.file.save(data);
    this.#base = settings;
    this.#raw = data;
  }

  /** Reads the file and merges what it says into the settings as they are by then. */
  async #read(gone: 'gone-is-reset' | 'gone-says-nothing'): Promise<{
    readonly fault: SettingsFault | null;
    readonly overruled: readonly Overruled[];
  }> {
    let raw: unknown;
    try {
      raw = await this.file.load();
    } catch {
      return { fault: { code: 'unreadable' }, overruled: [] };
    }
    if (raw === null && gone === 'gone-says-nothing') return { fault: null, overruled: [] };
    const { settings, faulty, foreign } = migrate(raw);
    if (foreign === 'not-settings') return { fault: { code: foreign }, overruled: [] };
    // What can't be read says nothing.
    const kept = Object.fromEntries(faulty.map((part) => [part, this.#base[part]]));
    const theirs: Settings = { ...settings, ...kept };
    const { data, overruled } = mergeSettings(this.#base, this.#settings, theirs, {
      least: 1,
      most: MOST_TERMS,
    });
    const merged = migrate(data);
    if (merged.faulty.length === 0) this.#settings = merged.settings;
    this.#base = theirs;
    this.#raw = raw;
    if (foreign !== null) return { fault: { code: foreign }, overruled };
    return { fault: faulty.length > 0 ? { code: 'faulty', parts: faulty } : null, overruled };
  }

  /** One reading or writing of the file at a time. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
