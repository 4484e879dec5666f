/**
 * A vault in memory with the semantics the plugin relies on: files keep their identity through renames,
 * reads take time and may fail, `process` calls back in one step with the text of that moment, the metadata
 * cache lags behind until it is let go and then hands over the text. Folders exist by the paths in them.
 */
import type { App, CachedMetadata } from 'obsidian';
import { parse } from 'yaml';
import { obsidianTags } from '../core/obsidian-tags';
import { Events, TFile, TFolder, type MarkdownView } from './obsidian';

export type RenameOrder = 'folder-first' | 'notes-first' | 'one-by-one';

interface PendingRead {
  readonly file: TFile;
  readonly path: string;
  readonly finish: () => void;
  readonly fail: () => void;
}

export class FakeVault {
  readonly vault = new Events();
  readonly metadataCache = new Events();
  /** Reads under way where `holdReads` is set. */
  readonly reads: PendingRead[] = [];
  holdReads = false;
  /** How often `process` wrote, and how many reads were asked for. */
  writes = 0;
  readCount = 0;
  /** Thrown by the next `process`, as a read-only disk would. */
  processFails: Error | null = null;
  /** Called after a `read`, before the next step of whoever asked. */
  afterRead: () => void = () => undefined;
  readonly leaves: { readonly view: unknown }[] = [];
  activeView: MarkdownView | null = null;
  /** What is worked in; a card of a canvas is no view. */
  activeEditor: object | null = null;

  readonly #texts = new Map<TFile, string>();
  readonly #caches = new Map<TFile, CachedMetadata>();
  readonly #uncached = new Set<TFile>();

  /** What `src/vault` sees of it. */
  get app(): App {
    const resolvedLinks = () => this.#resolvedLinks();
    const metadataCache = Object.assign(this.metadataCache, {
      getFileCache: (file: TFile) => this.#caches.get(file) ?? null,
      getCache: (path: string) => this.#caches.get(this.file(path) ?? new TFile('')) ?? null,
      getFirstLinkpathDest: (linkpath: string) => this.#linked(linkpath),
    });
    Object.defineProperty(metadataCache, 'resolvedLinks', {
      get: resolvedLinks,
      configurable: true,
    });
    const app = {
      vault: Object.assign(this.vault, {
        getMarkdownFiles: () => this.files().filter(({ extension }) => extension === 'md'),
        getFileByPath: (path: string) => this.file(path),
        read: (file: TFile) => this.#read(file),
        cachedRead: (file: TFile) => this.#read(file),
        process: (file: TFile, change: (text: string) => string) => this.#process(file, change),
      }),
      metadataCache,
      fileManager: {
        processFrontMatter: (file: TFile, change: (frontmatter: Record<string, unknown>) => void) =>
          this.#process(file, (text) => changeFrontmatter(text, change)),
      },
      workspace: {
        iterateAllLeaves: (visit: (leaf: { view: unknown }) => void) => this.leaves.forEach(visit),
        getActiveViewOfType: (type: new (...values: never[]) => unknown) =>
          this.activeView instanceof type ? this.activeView : null,
        activeEditor: this.activeEditor,
      },
    };
    return app as unknown as App;
  }

  files(): TFile[] {
    return [...this.#texts.keys()];
  }

  file(path: string): TFile | null {
    return this.files().find((file) => file.path === path) ?? null;
  }

  text(path: string): string {
    const file = this.file(path);
    return (file && this.#texts.get(file)) ?? '';
  }

  /** Makes a note and lets the cache know it at once. */
  add(path: string, text: string): TFile {
    const file = this.create(path, text);
    this.letCacheGo();
    return file;
  }

  create(path: string, text: string): TFile {
    const file = new TFile(path);
    this.#write(file, text);
    this.vault.trigger('create', file);
    return file;
  }

  modify(path: string, text: string): void {
    const file = this.file(path);
    if (file) this.#write(file, text);
  }

  rename(from: string, to: string): void {
    const file = this.file(from);
    if (!file || this.file(to)) return;
    file.path = to;
    this.vault.trigger('rename', file, from);
  }

  renameFolder(from: string, to: string, order: RenameOrder): void {
    const inside = this.files().filter(({ path }) => path.startsWith(`${from}/`));
    const moves = inside.map((file) => ({
      file,
      old: file.path,
      path: to + file.path.slice(from.length),
    }));
    if (moves.some(({ path }) => this.file(path))) return;
    if (order !== 'one-by-one') for (const { file, path } of moves) file.path = path;
    if (order !== 'notes-first') this.vault.trigger('rename', new TFolder(to), from);
    for (const { file, old, path } of moves) {
      file.path = path;
      this.vault.trigger('rename', file, old);
    }
    if (order === 'notes-first') this.vault.trigger('rename', new TFolder(to), from);
  }

  delete(path: string): void {
    const file = this.file(path);
    if (!file) return;
    this.#forget(file);
    this.vault.trigger('delete', file);
  }

  /** Deletes a folder; Obsidian need not tell of each note in it. */
  deleteFolder(folder: string): void {
    for (const file of this.files()) if (file.path.startsWith(`${folder}/`)) this.#forget(file);
    this.vault.trigger('delete', new TFolder(folder));
  }

  /** Lets the metadata cache catch up; `changed` hands over each text. */
  letCacheGo(): void {
    for (const file of [...this.#uncached]) {
      this.#uncached.delete(file);
      const text = this.#texts.get(file);
      if (text === undefined) continue;
      const cache = cacheOf(text);
      this.#caches.set(file, cache);
      this.metadataCache.trigger('changed', file, text, cache);
    }
    this.metadataCache.trigger('resolved');
  }

  #linked(linkpath: string): TFile | null {
    return this.file(`${linkpath.replace(/\.md$/, '')}.md`);
  }

  /** As Obsidian's, in which links within a note are none. */
  #resolvedLinks(): Record<string, Record<string, number>> {
    const resolved: Record<string, Record<string, number>> = {};
    for (const [{ path }, { links = [], frontmatterLinks = [] }] of this.#caches) {
      const targets: Record<string, number> = {};
      for (const { link } of [...links, ...frontmatterLinks]) {
        const target = this.#linked(link.replace(/#.*/, ''))?.path;
        if (target !== undefined) targets[target] = (targets[target] ?? 0) + 1;
      }
      resolved[path] = targets;
    }
    return resolved;
  }

  #write(file: TFile, text: string): void {
    this.#texts.set(file, text);
    file.stat = { ...file.stat, mtime: file.stat.mtime + 1, size: Buffer.byteLength(text) };
    this.#uncached.add(file);
  }

  #forget(file: TFile): void {
    this.#texts.delete(file);
    this.#caches.delete(file);
    this.#uncached.delete(file);
  }

  /** The text as it was when the read began, which may be out of date when it ends. */
  async #read(file: TFile): Promise<string> {
    this.readCount += 1;
    const { path } = file;
    const text = this.#texts.get(file);
    if (this.holdReads) {
      await new Promise<void>((finish, reject) => {
        this.reads.push({
          file,
          path,
          finish,
          fail: () => reject(new Error(`cannot read ${path}`)),
        });
      });
    }
    if (text === undefined)
      throw Object.assign(new Error(`no such file ${path}`), { code: 'ENOENT' });
    this.afterRead();
    return text;
  }

  async #process(file: TFile, change: (text: string) => string): Promise<string> {
    await Promise.resolve();
    if (this.processFails) throw this.processFails;
    const text = this.#texts.get(file);
    if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    const changed = change(text);
    this.writes += 1;
    this.#write(file, changed);
    return changed;
  }
}

const FRONTMATTER = /^---\r?\n([^]*?)\r?\n---(?:\r?\n|$)/;

function cacheOf(text: string): CachedMetadata {
  const [block = '', yaml] = FRONTMATTER.exec(text) ?? [];
  const frontmatter: unknown = yaml === undefined ? undefined : parse(yaml);
  const tags = obsidianTags(text.slice(block.length)).map((tag) => ({ tag: `#${tag}` }));
  const found = linksIn(text);
  const isBelow = ({ position }: (typeof found)[number]) => position.start.offset >= block.length;
  return {
    ...(frontmatter ? { frontmatter } : {}),
    tags,
    links: found.filter(isBelow),
    frontmatterLinks: found
      .filter((link) => !isBelow(link))
      .map((link) => ({ ...link, key: 'up' })),
  } as unknown as CachedMetadata;
}

/** Nobody here asks for lines. */
const loc = (offset: number) => ({ line: 0, col: 0, offset });

function linksIn(text: string) {
  return [...text.matchAll(/!?\[\[([^\]|\n]*)[^\]\n]*\]\]|\[[^\]\n]*\]\(([^)\n]*)\)/g)].map(
    (match) => ({
      link: match[1] ?? decodeURIComponent(match[2] ?? ''),
      original: match[0],
      position: { start: loc(match.index), end: loc(match.index + match[0].length) },
    }),
  );
}

function changeFrontmatter(
  text: string,
  change: (frontmatter: Record<string, unknown>) => void,
): string {
  const [block = '', yaml = ''] = FRONTMATTER.exec(text) ?? [];
  const frontmatter = (parse(yaml) ?? {}) as Record<string, unknown>;
  change(frontmatter);
  const lines = Object.entries(frontmatter).map(([key, of]) => `${key}: ${JSON.stringify(of)}\n`);
  return `---\n${lines.join('')}---\n${text.slice(block.length)}`;
}
