// A vault as it is served: its notes in their folder and, where another folder is named for it, all that Obsidian
// would keep in the vault's own `.obsidian` in that one, so that a vault served in place has nothing written there.
// What the vault keeps there itself is read as long as nothing else has been written under its path. A vault
// that is served to be read refuses every change but those of the app's own.
import { VaultFolder, type Entry, type WriteGuard } from './vault-folder.ts';

/** The vault is served to be read. */
export class ReadOnly extends Error {}

export interface ServedVaultOptions {
  readonly configDir: string;
  /** The folder that stands in for the vault's config folder; without it that one is written to. */
  readonly configFolder?: string;
  readonly isReadOnly?: boolean;
}

export class ServedVault {
  readonly #config: VaultFolder | null;

  private constructor(
    readonly notes: VaultFolder,
    config: VaultFolder | null,
    readonly configDir: string,
    readonly isReadOnly: boolean,
  ) {
    this.#config = config;
  }

  static async open(folder: string, options: ServedVaultOptions): Promise<ServedVault> {
    const { configDir, configFolder, isReadOnly = false } = options;
    const notes = await VaultFolder.open(folder);
    const config = configFolder === undefined ? null : await VaultFolder.open(configFolder);
    return new ServedVault(notes, config, configDir, isReadOnly);
  }

  get name(): string {
    return this.notes.name;
  }

  get root(): string {
    return this.notes.root;
  }

  /** The folder that has the config folder in it. */
  get configRoot(): string {
    return (this.#config ?? this.notes).root;
  }

  list(): Promise<Entry[]> {
    return this.notes.list();
  }

  async stat(path: string): Promise<Entry | null> {
    return (await this.#own(path)?.stat(path)) ?? this.notes.stat(path);
  }

  async children(path: string): Promise<Entry[]> {
    const given = await this.notes.children(path).catch((error: unknown) => {
      if (this.#own(path)) return [];
      throw error;
    });
    const own =
      (await this.#own(path)
        ?.children(path)
        .catch(() => [])) ?? [];
    const names = new Set(own.map((entry) => entry.path));
    return [...own, ...given.filter((entry) => !names.has(entry.path))];
  }

  async read(path: string): Promise<Buffer> {
    const own = this.#own(path);
    const isOwn = own !== null && (await own.stat(path)) !== null;
    return (isOwn ? own : this.notes).read(path);
  }

  write(path: string, bytes: Uint8Array, guard?: WriteGuard): Promise<Entry> {
    return this.#writable(path).write(path, bytes, guard);
  }

  makeFolder(path: string): Promise<Entry> {
    return this.#writable(path).makeFolder(path);
  }

  remove(path: string): Promise<void> {
    return this.#writable(path).remove(path);
  }

  rename(path: string, to: string): Promise<Entry> {
    const folder = this.#writable(path);
    if (folder !== this.#writable(to)) throw new ReadOnly(`${path} cannot leave its folder.`);
    return folder.rename(path, to);
  }

  /** The folder that stands in for the vault's own where `path` is the app's; null else. */
  #own(path: string): VaultFolder | null {
    const isConfig = path === this.configDir || path.startsWith(`${this.configDir}/`);
    return isConfig ? this.#config : null;
  }

  /** Throws ReadOnly where nothing may be changed. */
  #writable(path: string): VaultFolder {
    const own = this.#own(path);
    if (!own && this.isReadOnly) throw new ReadOnly('This vault is served to be read.');
    return own ?? this.notes;
  }
}
