/**
 * As much of Obsidian as the sync needs, over a made-up vault on disk: files and metadata in memory, as
 * Obsidian keeps them, texts read from disk. Reads are counted.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { App, CachedMetadata } from 'obsidian';
import { makeNotes, type MadeNote, type VaultOptions } from '../../scripts/vault/generate';
import { Events, TFile, TFolder } from '../vault/obsidian';
import { metadataOf } from './made-vault';

export class DiskHost {
  readonly vault = new Events();
  readonly metadataCache = new Events();
  reads = 0;
  readonly #folder: string;
  readonly #files = new Map<string, TFile>();
  readonly #metadata = new Map<TFile, CachedMetadata>();
  /** Where the text stands on disk, whatever the note is called by now. */
  readonly #onDisk = new Map<TFile, string>();

  constructor(folder: string, options: VaultOptions) {
    this.#folder = folder;
    for (const note of inFolderOrder(makeNotes(options))) {
      const file = new TFile(note.path);
      file.stat = { ctime: note.mtime, mtime: note.mtime, size: Buffer.byteLength(note.text) };
      this.#files.set(note.path, file);
      this.#metadata.set(file, metadataOf(note.text));
      this.#onDisk.set(file, note.path);
    }
  }

  get app(): App {
    const app = {
      vault: Object.assign(this.vault, {
        getMarkdownFiles: () => this.files(),
        getFileByPath: (at: string) => this.#files.get(at) ?? null,
        cachedRead: (file: TFile) => this.read(file),
      }),
      metadataCache: Object.assign(this.metadataCache, {
        getFileCache: (file: TFile) => this.#metadata.get(file) ?? null,
      }),
    };
    return app as unknown as App;
  }

  files(): TFile[] {
    return [...this.#files.values()];
  }

  read(file: TFile): Promise<string> {
    this.reads += 1;
    return readFile(path.join(this.#folder, this.#onDisk.get(file) ?? file.path), 'utf8');
  }

  /** Changes a note in memory; the metadata cache tells at once. */
  change(file: TFile, text: string): void {
    file.stat = { ...file.stat, mtime: file.stat.mtime + 1, size: Buffer.byteLength(text) };
    const cache = this.#metadata.get(file);
    this.metadataCache.trigger('changed', file, text, cache);
  }

  /** Gives a folder another name; Obsidian tells of it, then of every note in it. */
  renameFolder(from: string, to: string): number {
    const moved = this.files().filter((file) => file.path.startsWith(`${from}/`));
    const before = moved.map((file) => file.path);
    for (const file of moved) {
      this.#files.delete(file.path);
      file.path = to + file.path.slice(from.length);
      this.#files.set(file.path, file);
    }
    this.vault.trigger('rename', new TFolder(to), from);
    moved.forEach((file, at) => this.vault.trigger('rename', file, before[at]));
    return moved.length;
  }
}

/** As a walk through the folders finds them. */
function inFolderOrder(notes: Iterable<MadeNote>): readonly MadeNote[] {
  const folders = new Map<string, MadeNote[]>();
  for (const note of notes) {
    const folder = path.posix.dirname(note.path);
    const inside = folders.get(folder) ?? [];
    folders.set(folder, inside);
    inside.push(note);
  }
  return [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, inside]) => inside);
}
