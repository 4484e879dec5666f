/**
 * The settings while the plugin runs: read at the start, saved only when the user changes one, told to listeners.
 * The file may have been changed by another device without a word (phones are not told): it is read again before
 * each save, and what was changed there and here is merged. What it holds beside known settings is kept; a file
 * that could not be read is left as it is until the user changes a setting.
 */
import { isSameData, type Data } from './data';
import { mergeSettings, type Overruled } from './merge';
import { withDistinctNames } from './read-queries';
import { DEFAULT_SETTINGS, migrate, serialize, type Settings } from './schema';
import { withUnknown } from './unknown-data';
import { withVersion1 } from './version-1';
import { Listeners } from '../core/model/listeners';

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
  readonly #file: SettingsFile;
  readonly #onMerge: (merge: SettingsMerge) => void;
  #settings: Settings = DEFAULT_SETTINGS;
  /** What the file said when it was last read or written. */
  #base: Settings = DEFAULT_SETTINGS;
  /** The same as it stood there, in this version's shape, with what this version does not know. */
  #raw: Data | null = null;
  #hasLoaded = false;
  #running: Promise<unknown> = Promise.resolve();
  readonly #listeners = new Listeners();

  /** `onMerge` is told whenever a save found that the file says something else than when it was last read. */
  constructor(file: SettingsFile, onMerge: (merge: SettingsMerge) => void = () => undefined) {
    this.#file = file;
    this.#onMerge = onMerge;
  }

  /** Reads the file, at the start and when it changed outside. Returns what was wrong, null where nothing was. */
  load(): Promise<SettingsFault | null> {
    return this.#oneByOne(async () => {
      const isFirst = !this.#hasLoaded;
      this.#hasLoaded = true;
      const { fault, overruled } = await this.#read('gone-is-reset');
      this.#notify();
      if (overruled.length > 0) this.#onMerge({ overruled });
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
    return this.#oneByOne(() => this.#save());
  }

  /** Calls `listener` after every change; returns the way to stop it. */
  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  async #save(): Promise<void> {
    const base = this.#base;
    const { overruled } = await this.#read('gone-says-nothing');
    if (!isSameData(base, this.#base)) {
      this.#notify();
      this.#onMerge({ overruled });
    }
    const settings = this.#settings;
    const data = withUnknown(serialize(settings), this.#raw, { ...this.#base });
    await this.#file.save(withVersion1(data, settings));
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
      raw = await this.#file.load();
    } catch {
      return { fault: { code: 'unreadable' }, overruled: [] };
    }
    if (raw === null && gone === 'gone-says-nothing') return { fault: null, overruled: [] };
    const { settings: theirs, faulty, foreign, data } = migrate(raw, this.#base);
    if (foreign === 'not-settings') return { fault: { code: foreign }, overruled: [] };
    const merged = mergeSettings(this.#base, this.#settings, theirs);
    const { overruled } = merged;
    const valid = migrate(withDistinctNames(merged.data));
    if (valid.faulty.length === 0) this.#settings = valid.settings;
    this.#base = theirs;
    this.#raw = data;
    if (foreign !== null) return { fault: { code: foreign }, overruled };
    return { fault: faulty.length > 0 ? { code: 'faulty', parts: faulty } : null, overruled };
  }

  /** One reading or writing of the file at a time. */
  #oneByOne<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#running.then(work, work);
    this.#running = next.catch(() => undefined);
    return next;
  }

  #notify(): void {
    this.#listeners.tell();
  }
}
