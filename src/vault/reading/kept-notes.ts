/**
 * Between the index and its cache on the device: what was read is handed over in packs, a while later, and
 * only where the vault still holds that state of the note; at a start it comes back under the same condition.
 */
import type { TFile, Vault } from 'obsidian';
import type { NoteEntry } from '../../core/index/question-index';
import type { IndexCache } from './index-cache';
import { PACK_SIZE, type KeptNote } from './index-pack';

export interface KeptNotesOptions {
  /** What decides which questions a text gives, beside the text; nothing is used that was kept under another. */
  readonly key: () => string;
  /** Whether the note is wanted at every start, and not only once the whole vault is asked for. */
  readonly isOwn: (file: TFile) => boolean;
  /** How long a change waits to be kept, so that many are kept together. */
  readonly beforeKeeping?: () => Promise<void>;
}

export class KeptNotes {
  readonly #vault: Pick<Vault, 'getFileByPath'>;
  /** Without one, nothing is kept, and nothing comes back. */
  readonly #cache: Pick<IndexCache, 'restore' | 'keep' | 'close'> | null;
  readonly #options: KeptNotesOptions;

  /** Entries that the cache does not hold yet, by path. */
  readonly #unkept = new Map<string, NoteEntry>();
  #keeping: 'no' | 'planned' | 'now' = 'no';

  constructor(
    vault: Pick<Vault, 'getFileByPath'>,
    cache: Pick<IndexCache, 'restore' | 'keep' | 'close'> | null,
    options: KeptNotesOptions,
  ) {
    this.#vault = vault;
    this.#cache = cache;
    this.#options = options;
  }

  /** Keeps an entry when there is time. */
  later(entry: NoteEntry): void {
    if (!this.#cache || !entry.state) return;
    this.#unkept.set(entry.path, entry);
    if (this.#unkept.size >= PACK_SIZE) void this.keep();
    if (this.#keeping !== 'no') return;
    this.#keeping = 'planned';
    void (this.#options.beforeKeeping ?? aWhile)().then(() => this.keep());
  }

  /** Drops what waits to be kept. */
  forget(): void {
    this.#unkept.clear();
  }

  /** Keeps what waits. */
  async keep(): Promise<void> {
    const cache = this.#cache;
    if (!cache || this.#keeping === 'now') return;
    this.#keeping = 'now';
    while (this.#unkept.size > 0) {
      const notes: KeptNote[] = [];
      for (const [path, entry] of this.#unkept) {
        if (notes.length === PACK_SIZE) break;
        this.#unkept.delete(path);
        const note = this.#noteOf(entry);
        if (note && this.#isLive(note)) notes.push(note);
      }
      // Settings may change from one pack to the next.
      await cache.keep(this.#options.key(), notes, this.#isLive);
    }
    this.#keeping = 'no';
  }

  /** Hands over what was kept of notes that have not changed since. */
  async restore(which: 'own' | 'all', take: (note: KeptNote, file: TFile) => void): Promise<void> {
    await this.#cache?.restore(this.#options.key(), which, this.#isLive, (note) => {
      const file = this.#vault.getFileByPath(note.path);
      const isLive = isStateOf(file, note);
      if (isLive) take(note, file);
      return isLive;
    });
  }

  /** Keeps what waits, and lets go of the cache. */
  async close(): Promise<void> {
    await this.keep();
    await this.#cache?.close();
  }

  #noteOf({ path, state, questions, strays = 0 }: NoteEntry): KeptNote | null {
    const file = this.#vault.getFileByPath(path);
    if (!state || !file) return null;
    const own = this.#options.isOwn(file);
    return { path, ...state, own, packed: questions.packed, strays };
  }

  readonly #isLive = (note: KeptNote): boolean =>
    isStateOf(this.#vault.getFileByPath(note.path), note);
}

function isStateOf(file: TFile | null, { mtime, size }: KeptNote): file is TFile {
  return file?.stat.mtime === mtime && file.stat.size === size;
}

/** How long a change waits to be kept: as long as somebody types, there is another. In milliseconds. */
const BEFORE_KEEPING = 5000;

function aWhile(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, BEFORE_KEEPING));
}
