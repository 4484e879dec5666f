/**
 * The questions of the vault in memory, by note path: a cache that can always be rebuilt from the notes.
 * Holds plain data; many changes become one notice to those who subscribe.
 */
import { PathMap, type PathList } from './path-list';
import type { NoteQuestions } from './note-questions';
import type { ScopeVerdict } from '../model/scope';
import { Listeners } from '../model/listeners';

/** Which state of a file was read: two states with the same time and size are held to be the same. */
export interface FileState {
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** In bytes. */
  readonly size: number;
}

/** What the index keeps of one note. */
export interface NoteEntry {
  readonly path: string;
  readonly scope: ScopeVerdict;
  /** The scope's checkbox as it stands in the frontmatter: ticked, not ticked, or no such property. */
  readonly checkbox: boolean | null;
  readonly questions: NoteQuestions;
  /** How many tags under the roots belong to no question; absent where none is such. */
  readonly strays?: number;
  /** The state of the file that the questions were read from; absent where it is not known for certain. */
  readonly state?: FileState;
}

/** How far the first pass is. `done` and `total` count notes. `stopped`: the user called it off. */
export interface IndexProgress {
  readonly phase: 'idle' | 'indexing' | 'ready' | 'stopped';
  readonly done: number;
  readonly total: number;
}

export type IndexListener = () => void;

export class QuestionIndex {
  // Browsers refuse to call their own function as a method of another object.
  readonly #defer: (notice: () => void) => void;

  #entries = new PathMap<NoteEntry>();
  readonly #listeners = new Listeners();
  #progress: IndexProgress = { phase: 'idle', done: 0, total: 0 };
  #revision = 0;
  #noticePlanned = false;

  /**
   * `defer` runs a notice later, once for all changes until then. A window's host passes a timer of some
   * tens of milliseconds: with microtasks, every note of the first pass is a notice of its own.
   */
  constructor(defer: (notice: () => void) => void = (notice) => queueMicrotask(notice)) {
    this.#defer = defer;
  }

  /** Counts up with every change of entries, so that derived values know whether they are stale. */
  get revision(): number {
    return this.#revision;
  }

  get progress(): IndexProgress {
    return this.#progress;
  }

  get(path: string): NoteEntry | null {
    return this.#entries.get(path);
  }

  /** All entries as they are now, by path: a snapshot that later changes leave alone. */
  entries(): PathList<NoteEntry> {
    return this.#entries.snapshot();
  }

  put(entry: NoteEntry): void {
    this.#entries.set(entry);
    this.#changed();
  }

  remove(path: string): void {
    if (this.#entries.delete(path)) this.#changed();
  }

  /** Moves the entry of a note, without reading it. What stood at `to` is gone; without an entry, nothing happens. */
  rename(from: string, to: string): void {
    const entry = this.#entries.get(from);
    if (!entry || from === to) return;
    this.#entries.delete(from);
    this.#entries.set({ ...entry, path: to });
    this.#changed();
  }

  /** Moves the entries of all notes in a folder, without reading them. */
  renameFolder(from: string, to: string): void {
    for (const path of this.pathsIn(from)) this.rename(path, to + path.slice(from.length));
  }

  removeFolder(folder: string): void {
    for (const path of this.pathsIn(folder)) this.remove(path);
  }

  /** The paths of a folder's notes. */
  pathsIn(folder: string): readonly string[] {
    return this.#entries.startingWith(`${folder}/`).map(({ path }) => path);
  }

  setProgress(progress: IndexProgress): void {
    this.#progress = progress;
    this.#notify();
  }

  /** Calls `listener` after changes of entries or progress; returns the way to stop it. */
  subscribe(listener: IndexListener): () => void {
    return this.#listeners.add(listener);
  }

  #changed(): void {
    this.#revision += 1;
    this.#notify();
  }

  #notify(): void {
    if (this.#noticePlanned) return;
    this.#noticePlanned = true;
    this.#defer(() => {
      this.#noticePlanned = false;
      this.#listeners.tell();
    });
  }
}
