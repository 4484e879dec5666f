/**
 * The settings while the plugin runs: read once, saved only when the user changes one, told to listeners.
 * What `data.json` holds beside known settings is kept; a file that could not be read is left as it is
 * until the user changes a setting.
 */
import { DEFAULT_SETTINGS, migrate, serialize, type Migration, type Settings } from './settings';

/** Where settings are kept: Obsidian's `loadData` and `saveData`. */
export interface SettingsFile {
  load(): Promise<unknown>;
  save(data: unknown): Promise<void>;
}

/** What reading the file found wrong. `unreadable`: it could not be read at all (half-written, no JSON). */
export type SettingsFault =
  | { readonly code: 'unreadable' | 'newer' | 'not-settings' }
  | { readonly code: 'faulty'; readonly parts: readonly (keyof Settings)[] };

export class SettingsStore {
  #settings: Settings = DEFAULT_SETTINGS;
  #unknown: Migration['unknown'] = {};
  #listeners = new Set<() => void>();

  constructor(private readonly file: SettingsFile) {}

  /** Reads the file, at the start and when it changed outside. Returns what was wrong, null where nothing was. */
  async load(): Promise<SettingsFault | null> {
    let data: unknown;
    try {
      data = await this.file.load();
    } catch {
      this.#take(migrate(null));
      return { code: 'unreadable' };
    }
    const migration = migrate(data);
    this.#take(migration);
    if (migration.foreign !== null) return { code: migration.foreign };
    return migration.faulty.length > 0 ? { code: 'faulty', parts: migration.faulty } : null;
  }

  get(): Settings {
    return this.#settings;
  }

  /** Takes the change over and saves all settings. Rejects where saving fails; the change then still holds until restart. */
  async update(change: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change };
    this.#notify();
    await this.file.save(serialize(this.#settings, this.#unknown));
  }

  /** Calls `listener` after every change; returns the way to stop it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #take(migration: Migration): void {
    this.#settings = migration.settings;
    this.#unknown = migration.unknown;
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
