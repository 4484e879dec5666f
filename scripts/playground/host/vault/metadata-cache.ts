// `MetadataCache`: what is known of each note. A note is read when it is created or modified and, where
// nothing is known of it yet, at the start; each one triggers `changed` with its text, and `resolved` follows when no note is left.
// A rename moves the entry and triggers nothing here, as in Obsidian.
import type { CachedMetadata } from 'obsidian';
import { parentPath, TFile, type TAbstractFile } from './abstract-file.ts';
import { isExcluded } from './excluded-files.ts';
import { Events } from '../ground/events.ts';
import { getAllTags } from '../text/frontmatter.ts';
import { readMetadata } from '../text/markdown-metadata.ts';
import { normalizePath } from '../text/normalize-path.ts';
import * as server from '../connection/server-connection.ts';
import type { Vault } from './vault.ts';

/** How many notes are read at once at the start. */
const READERS = 4;

export class MetadataCache extends Events {
  resolvedLinks: Record<string, Record<string, number>> = {};
  unresolvedLinks: Record<string, Record<string, number>> = {};
  readonly #caches = new Map<string, CachedMetadata>();
  #pending = 0;

  /** Undocumented, as in the app. */
  readonly vault: Vault;

  constructor(vault: Vault) {
    super();
    this.vault = vault;
    vault.on('create', (file: TAbstractFile) => {
      this.#queue(file);
    });
    vault.on('modify', (file: TAbstractFile) => {
      this.#queue(file);
    });
    vault.on('rename', (file: TAbstractFile, oldPath: string) => {
      const cache = this.#caches.get(oldPath);
      this.#caches.delete(oldPath);
      if (cache) this.#caches.set(file.path, cache);
      else this.#queue(file);
    });
    vault.on('delete', (file: TAbstractFile) => {
      if (!(file instanceof TFile)) return;
      const before = this.#caches.get(file.path) ?? null;
      this.#caches.delete(file.path);
      this.trigger('deleted', file, before);
    });
  }

  /** Whether a note waits to be read. */
  get isBusy(): boolean {
    return this.#pending > 0;
  }

  /** Takes over what was known when the app was last closed; triggers nothing, as in Obsidian. */
  async load(): Promise<void> {
    for (const [path, cache] of Object.entries(await server.knownMetadata())) {
      // By the file's own path: a second string for each would be kept as long.
      const file = this.vault.getFileByPath(path);
      if (file) this.#caches.set(file.path, cache);
    }
  }

  /** Reads every note that is not known yet; `resolved` follows. */
  async readAll(): Promise<void> {
    const waiting = this.vault.getMarkdownFiles().filter(({ path }) => !this.#caches.has(path));
    const reader = async (): Promise<void> => {
      for (let file = waiting.shift(); file; file = waiting.shift()) await this.#readFile(file);
    };
    this.#pending++;
    await Promise.all(Array.from({ length: READERS }, reader));
    this.#settle();
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.#caches.get(file.path) ?? null;
  }

  getCache(path: string): CachedMetadata | null {
    return this.#caches.get(path) ?? null;
  }

  /** The names of all notes' properties. */
  propertyNames(): Set<string> {
    const names = new Set<string>();
    for (const { frontmatter } of this.#caches.values()) {
      for (const name of Object.keys(frontmatter ?? {})) names.add(name);
    }
    return names;
  }

  /** How often each tag stands in the notes, by its first spelling. Not documented. */
  getTags(): Record<string, number> {
    const spellings = new Map<string, string>();
    const counts: Record<string, number> = {};
    for (const cache of this.#caches.values()) {
      for (const tag of getAllTags(cache) ?? []) {
        const spelling = spellings.get(tag.toLowerCase()) ?? tag;
        spellings.set(tag.toLowerCase(), spelling);
        counts[spelling] = (counts[spelling] ?? 0) + 1;
      }
    }
    return counts;
  }

  /** The paths of all notes that were read. Not documented. */
  getCachedFiles(): string[] {
    return [...this.#caches.keys()];
  }

  /** Whether «Excluded files» in the user's settings has the path. Not documented. */
  isUserIgnored(path: string): boolean {
    return isExcluded(path, this.vault.getConfig('userIgnoreFilters'));
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    const wanted = normalizePath(linkpath);
    if (linkpath === '') return this.vault.getFileByPath(sourcePath);
    const folder = parentPath(sourcePath);
    const beside = folder === '/' ? wanted : normalizePath(`${folder}/${wanted}`);
    for (const path of [wanted, beside]) {
      const file = this.vault.getFileByPath(`${path}.md`) ?? this.vault.getFileByPath(path);
      if (file) return file;
    }
    const ending = `/${wanted}`.toLowerCase();
    const candidates = this.vault.getFiles().filter((file) => {
      const path = `/${file.path}`.toLowerCase();
      return path.endsWith(`${ending}.md`) || path.endsWith(ending);
    });
    return candidates.sort((one, other) => one.path.length - other.path.length)[0] ?? null;
  }

  fileToLinktext(file: TFile, _sourcePath: string, omitMdExtension = true): string {
    const isUnique = this.vault.getFiles().filter((other) => other.name === file.name).length === 1;
    const text = isUnique ? file.name : file.path;
    return omitMdExtension && file.extension === 'md' ? text.replace(/\.md$/i, '') : text;
  }

  #queue(file: TAbstractFile): void {
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    this.#pending++;
    void this.#readFile(file).finally(() => {
      this.#settle();
    });
  }

  async #readFile(file: TFile): Promise<void> {
    const text = await this.vault.cachedRead(file).catch((error: unknown) => {
      // Deleted while it waited: its own event tells.
      if (!file.deleted) reportError(error);
      return null;
    });
    if (text === null || file.deleted) return;
    const cache = readMetadata(text);
    this.#caches.set(file.path, cache);
    this.#countLinks(file, cache);
    this.trigger('changed', file, text, cache);
    this.trigger('resolve', file);
  }

  #countLinks(file: TFile, cache: CachedMetadata): void {
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of [...(cache.links ?? []), ...(cache.embeds ?? [])]) {
      const path = link.split('#')[0] ?? '';
      const target = this.getFirstLinkpathDest(path, file.path);
      if (target) resolved[target.path] = (resolved[target.path] ?? 0) + 1;
      else unresolved[path] = (unresolved[path] ?? 0) + 1;
    }
    this.resolvedLinks[file.path] = resolved;
    this.unresolvedLinks[file.path] = unresolved;
  }

  #settle(): void {
    this.#pending--;
    if (this.#pending === 0) this.trigger('resolved');
  }
}
