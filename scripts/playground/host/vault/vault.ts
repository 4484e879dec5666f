// `Vault`: the tree of files, kept in step with the folder on disk. Own writes trigger their event
// once, when the server has answered; the same change coming back from the watcher is recognised by
// its time and size and dropped. Changes of one path wait for each other.
import type { DataWriteOptions, FileStats } from 'obsidian';
import type { TAbstractFile } from './abstract-file.ts';
import { parentPath, TFile, TFolder } from './abstract-file.ts';
import { ServerAdapter } from './data-adapter.ts';
import { Events } from '../ground/events.ts';
import { normalizePath } from '../text/normalize-path.ts';
import { RecentTexts } from './recent-texts.ts';
import * as server from '../connection/server-connection.ts';
import { PathQueues } from '../../shared/path-queues.ts';

export class Vault extends Events {
  adapter = new ServerAdapter('');
  configDir = '.obsidian';
  /** Set by the host: called when the plugin's data file changes on disk. */
  onConfigChange: (path: string) => void = () => undefined;
  /** Undocumented, as in the app. */
  config: Record<string, unknown> = {};
  /** Undocumented, as in the app. */
  readonly root = new TFolder(this, '/');
  readonly #fileMap = new Map<string, TAbstractFile>([['/', this.root]]);
  readonly #texts = new RecentTexts();
  readonly #queues = new PathQueues();

  /** Reads the tree and starts following the disk. */
  async load(): Promise<void> {
    await server.followChanges((change) => {
      void this.#queues.inTurn(change.path, () => this.#follow(change));
    });
    const listed = await server.listVault();
    this.configDir = listed.configDir;
    this.adapter = new ServerAdapter(listed.name);
    for (const entry of listed.entries) this.#add(entry);
    await this.#loadConfig();
  }

  /** What the app keeps of the vault's own settings, in `app.json`; not in the typings. */
  getConfig(key: string): unknown {
    return this.config[key];
  }

  async #loadConfig(): Promise<void> {
    const path = `${this.configDir}/app.json`;
    if (!(await this.adapter.exists(path))) return;
    this.config = JSON.parse(await this.adapter.read(path)) as Record<string, unknown>;
  }

  getName(): string {
    return this.adapter.getName();
  }

  getRoot(): TFolder {
    return this.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.#fileMap.get(path === '' ? '/' : path) ?? null;
  }

  getFileByPath(path: string): TFile | null {
    const found = this.getAbstractFileByPath(path);
    return found instanceof TFile ? found : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const found = this.getAbstractFileByPath(path);
    return found instanceof TFolder ? found : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return [...this.#fileMap.values()];
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.getAllLoadedFiles().filter(
      (file): file is TFolder => file instanceof TFolder && (includeRoot || !file.isRoot()),
    );
  }

  getFiles(): TFile[] {
    return this.getAllLoadedFiles().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  static recurseChildren(root: TFolder, visit: (file: TAbstractFile) => unknown): void {
    visit(root);
    for (const child of [...root.children]) {
      if (child instanceof TFolder) Vault.recurseChildren(child, visit);
      else visit(child);
    }
  }

  async read(file: TFile): Promise<string> {
    // The stat is the one we know: where the disk has moved on, the watcher brings the news.
    const { mtime, size } = file.stat;
    const text = await this.adapter.read(file.path);
    this.#texts.set(file, { mtime, size, text });
    return text;
  }

  async cachedRead(file: TFile): Promise<string> {
    const cached = this.#texts.get(file);
    if (cached?.mtime === file.stat.mtime && cached.size === file.stat.size) return cached.text;
    return this.read(file);
  }

  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> {
    return this.#createBytes(path, server.encode(data), options);
  }

  createBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<TFile> {
    return this.#createBytes(path, new Uint8Array(data), options);
  }

  async createFolder(path: string): Promise<TFolder> {
    const normal = normalizePath(path);
    if (this.#fileMap.has(normal)) throw new Error('Folder already exists.');
    return this.#queues.inTurn(normal, async () => {
      const folder = this.#add(await server.makeFolder(normal));
      if (!(folder instanceof TFolder)) throw new Error(`${path} is not a folder`);
      this.trigger('create', folder);
      return folder;
    });
  }

  async modify(file: TFile, data: string, _options?: DataWriteOptions): Promise<void> {
    await this.#queues.inTurn(file.path, () => this.#put(file, data));
  }

  async modifyBinary(file: TFile, data: ArrayBuffer): Promise<void> {
    await this.#queues.inTurn(file.path, async () => {
      this.#changed(file, (await server.writeBytes(file.path, new Uint8Array(data))).stat);
    });
  }

  async append(file: TFile, data: string): Promise<void> {
    await this.process(file, (before) => before + data);
  }

  async appendBinary(file: TFile, data: ArrayBuffer): Promise<void> {
    await this.modifyBinary(
      file,
      new Uint8Array([...new Uint8Array(await this.readBinary(file)), ...new Uint8Array(data)])
        .buffer,
    );
  }

  /**
   * Reads, changes and writes as one step. Calls for one file wait for each other, and the write
   * goes through only where the bytes that were read still stand; else the callback is asked again.
   */
  process(file: TFile, change: (data: string) => string): Promise<string> {
    return this.#queues.inTurn(file.path, async () => {
      for (;;) {
        const bytes = await server.readBytes(file.path);
        const before = server.decode(bytes);
        const after = change(before);
        if (after === before) return after;
        try {
          await this.#put(file, after, { expected: bytes });
          return after;
        } catch (error) {
          if (!(error instanceof server.RequestFailed) || error.status !== 409) throw error;
        }
      }
    });
  }

  async copy(file: TAbstractFile, newPath: string): Promise<TAbstractFile> {
    if (!(file instanceof TFile)) throw new Error('Only files can be copied.');
    return this.createBinary(newPath, await this.readBinary(file));
  }

  async delete(file: TAbstractFile, _force?: boolean): Promise<void> {
    await this.#queues.inTurn(file.path, async () => {
      await server.removeEntry(file.path);
      this.#forget(file);
    });
  }

  async trash(file: TAbstractFile, _system: boolean): Promise<void> {
    await this.#queues.inTurn(file.path, async () => {
      await this.adapter.trashLocal(file.path);
      this.#forget(file);
    });
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    const to = normalizePath(newPath);
    const from = file.path;
    if (to === from) return;
    if (this.#fileMap.has(to)) throw new Error('Destination file already exists!');
    await this.#queues.inTurn(to, () =>
      this.#queues.inTurn(from, async () => {
        await server.renameEntry(from, to);
        this.#move(file, to);
      }),
    );
  }

  async #createBytes(
    path: string,
    bytes: Uint8Array<ArrayBuffer>,
    _options?: DataWriteOptions,
  ): Promise<TFile> {
    const normal = normalizePath(path);
    if (this.#fileMap.has(normal)) throw new Error('File already exists.');
    const parent = parentPath(normal);
    if (!this.getFolderByPath(parent)) throw new Error(`There is no folder ${parent}.`);
    return this.#queues.inTurn(normal, async () => {
      const file = this.#add(await server.writeBytes(normal, bytes, { absent: true }));
      if (!(file instanceof TFile)) throw new Error(`${path} is not a file`);
      this.trigger('create', file);
      return file;
    });
  }

  async #put(file: TFile, text: string, guard: server.WriteGuard = {}): Promise<void> {
    const { stat } = await server.writeBytes(file.path, server.encode(text), guard);
    this.#texts.set(file, { mtime: stat.mtime, size: stat.size, text });
    this.#changed(file, stat);
  }

  #changed(file: TFile, stat: FileStats): void {
    file.stat = stat;
    this.trigger('modify', file);
  }

  #add(entry: server.RemoteEntry): TAbstractFile {
    const file =
      entry.kind === 'folder'
        ? new TFolder(this, entry.path)
        : new TFile(this, entry.path, entry.stat);
    this.#attach(file);
    return file;
  }

  #attach(file: TAbstractFile): void {
    const above = parentPath(file.path);
    const parent = this.getFolderByPath(above) ?? this.#addMissingFolder(above);
    file.parent = parent;
    parent.children.push(file);
    this.#fileMap.set(file.path, file);
  }

  #addMissingFolder(path: string): TFolder {
    const folder = new TFolder(this, path);
    this.#attach(folder);
    this.trigger('create', folder);
    return folder;
  }

  #forget(file: TAbstractFile): void {
    if (file instanceof TFolder) for (const child of [...file.children]) this.#forget(child);
    this.#fileMap.delete(file.path);
    file.parent?.children.remove(file);
    file.deleted = true;
    this.trigger('delete', file);
  }

  #move(file: TAbstractFile, to: string): void {
    const from = file.path;
    this.#fileMap.delete(from);
    file.parent?.children.remove(file);
    file.setPath(to);
    this.#attach(file);
    this.trigger('rename', file, from);
    if (!(file instanceof TFolder)) return;
    for (const child of [...file.children]) this.#move(child, `${to}/${child.name}`);
  }

  /** Takes over what the watcher saw, unless we know it already or it is old news. */
  async #follow(change: server.RemoteChange): Promise<void> {
    if (change.path.startsWith(`${this.configDir}/`)) {
      this.onConfigChange(change.path);
      return;
    }
    const known = this.#fileMap.get(change.path);
    if (change.stat && known instanceof TFile && isSame(known.stat, change.stat)) return;
    const now = await server.statEntry(change.path);
    if (!now) {
      if (known) this.#forget(known);
    } else if (!known) {
      this.trigger('create', this.#add(now));
    } else if (known instanceof TFile && !isSame(known.stat, now.stat)) {
      this.#changed(known, now.stat);
    }
  }
}

function isSame(one: FileStats, other: FileStats): boolean {
  return one.mtime === other.mtime && one.size === other.size;
}
