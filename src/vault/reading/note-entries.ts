/**
 * From a note's text to its entry in the index: read at once or, where that takes long, in pieces with breaks between
 * them. What is read is dropped where it is out of date by the time it could be entered.
 */
import type { App, CachedMetadata, TFile } from 'obsidian';
import { NoteQuestions } from '../../core/index/note-questions';
import type { FileState, QuestionIndex } from '../../core/index/question-index';
import { countStraysIncrementally } from '../../core/marks/stray';
import { runToEnd, type Incremental } from '../../core/model/incremental';
import type { Question } from '../../core/model/question';
import { extractIncrementally, type ExtractOptions } from '../../core/reading/extract';
import type { KeptNotes } from './kept-notes';
import type { TimeSlices } from './time-slices';
import type { Judged, WantedNotes } from './wanted-notes';

export interface NoteEntriesParts {
  readonly app: App;
  readonly index: QuestionIndex;
  readonly wanted: WantedNotes;
  readonly kept: Pick<KeptNotes, 'later'>;
  readonly slices: TimeSlices;
  /** Told once about a note that can't be read; its old entry stays, and its next change tries again. */
  readonly onUnreadable: (path: string, error: unknown) => void;
}

export class NoteEntries {
  readonly #parts: NoteEntriesParts;
  readonly #unreadable = new Set<string>();

  constructor(parts: NoteEntriesParts) {
    this.#parts = parts;
  }

  /** Reads the note at `path`, if there is one, from the vault. Never rejects. */
  async read(path: string, isCurrent: () => boolean): Promise<void> {
    const { vault } = this.#parts.app;
    const file = vault.getFileByPath(path);
    if (!file) return;
    try {
      const { mtime, size } = file.stat;
      const text = await vault.cachedRead(file);
      const state = file.stat.mtime === mtime && file.stat.size === size ? { mtime, size } : null;
      await this.readInPieces(file, text, state, isCurrent);
    } catch (error) {
      if (!isCurrent() || this.#unreadable.has(path)) return;
      this.#unreadable.add(path);
      this.#parts.onUnreadable(path, error);
    }
  }

  /** Finds the questions of a note's text with breaks, and enters them unless they are out of date by then. */
  async readInPieces(
    file: TFile,
    text: string,
    state: FileState | null,
    isCurrent: () => boolean,
    cache: CachedMetadata | null = null,
  ): Promise<void> {
    const { app, wanted, slices } = this.#parts;
    // The metadata cache may not know a note at this moment of which it has just told.
    const cacheNow = () => app.metadataCache.getFileCache(file) ?? cache;
    const { key } = wanted;
    const pieces = readText(text, wanted.settings);
    for (let isDone = false; !isDone;) {
      if (slices.isOver) await slices.next();
      if (!isCurrent()) return;
      // Begun by other settings than those that count now; by these it is read again anyway.
      if (key !== wanted.key) return;
      isDone = slices.work(() => {
        const piece = pieces.next();
        if (piece.done === true) this.#enter(file, piece.value, state, cacheNow());
        return piece.done === true;
      });
    }
  }

  readAtOnce(file: TFile, text: string, state: FileState | null, cache: CachedMetadata): void {
    this.#enter(file, runToEnd(readText(text, this.#parts.wanted.settings)), state, cache);
  }

  /** Null where the note does not belong into the index, from which its entry goes then. */
  judgeWanted(path: string, cache: CachedMetadata | null): Judged | null {
    const judged = this.#parts.wanted.judge(path, cache);
    if (judged.priority !== null) return judged;
    this.#parts.index.remove(path);
    return null;
  }

  /** The note at `path` is no more. */
  forget(path: string): void {
    this.#parts.index.remove(path);
    this.#unreadable.delete(path);
  }

  #enter(
    file: TFile,
    { found, strays }: ReadText,
    state: FileState | null,
    cache: CachedMetadata | null,
  ): void {
    const { path } = file;
    this.#unreadable.delete(path);
    const judged = this.judgeWanted(path, cache);
    if (!judged) return;
    const { scope, checkbox } = judged;
    const questions = NoteQuestions.of(found);
    const entry = {
      path,
      scope,
      checkbox,
      questions,
      ...(strays > 0 && { strays }),
      ...(state && { state }),
    };
    this.#parts.index.put(entry);
    this.#parts.kept.later(entry);
  }
}

/** What a note's text says, before anything is known of the note. */
interface ReadText {
  readonly found: readonly Question[];
  readonly strays: number;
}

function* readText(text: string, { roots, unmarked }: ExtractOptions): Incremental<ReadText> {
  const found = yield* extractIncrementally(text, { roots, unmarked });
  return { found, strays: yield* countStraysIncrementally(text, roots, found) };
}
