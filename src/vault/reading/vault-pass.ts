/**
 * One pass over the whole vault: it goes through all notes by the metadata cache alone, takes from the cache on the device
 * what has not changed, and has the others read that are wanted. It can be called off, and gone on with.
 */
import type { App, TFile } from 'obsidian';
import { NoteQuestions } from '../../core/index/note-questions';
import type { NoteEntry, QuestionIndex } from '../../core/index/question-index';
import type { KeptNotes } from './kept-notes';
import type { ReadQueue } from './read-queue';
import type { Judged, WantedNotes } from './wanted-notes';

/** Notes looked at in the metadata cache between two breaks. */
const LOOKUPS = 500;

export interface VaultPassParts {
  readonly app: App;
  readonly index: QuestionIndex;
  readonly wanted: WantedNotes;
  readonly kept: Pick<KeptNotes, 'restore'>;
  readonly queue: ReadQueue;
  /** Lets everything else that waits be done first. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** Whether the index is followed: not before the layout is ready, nor after the end. */
  readonly isFollowing: () => boolean;
}

export class VaultPass {
  readonly #parts: VaultPassParts;
  /** A note was looked at that the cache did not know. */
  #hasUnjudged = false;
  /** Entries may be of other settings, and not wait to be read again yet. */
  #isOutdated = false;
  /** The user has called the pass off. */
  #isCalledOff = false;

  constructor(parts: VaultPassParts) {
    this.#parts = parts;
  }

  get isCalledOff(): boolean {
    return this.#isCalledOff;
  }

  get isOutdated(): boolean {
    return this.#isOutdated;
  }

  /** Starts a pass; with `again`, notes are read that have their entries, since these are of other settings. */
  async run(again: boolean): Promise<void> {
    const { index, queue } = this.#parts;
    if (again) this.#isOutdated = true;
    this.#isCalledOff = false;
    if (index.progress.phase !== 'ready') {
      index.setProgress({ phase: 'indexing', done: 0, total: 0 });
    }
    queue.hold();
    try {
      await this.#look(again);
      if (again) this.#isOutdated = false;
      await this.#restore();
    } finally {
      queue.release();
    }
    queue.start(this.#isOff() ? 'single' : 'pass');
  }

  /** What is not read by now stays unread, but for notes that change or are asked for. */
  callOff(): void {
    const { index, queue } = this.#parts;
    if (index.progress.phase !== 'indexing') return;
    this.#isCalledOff = true;
    index.setProgress({ phase: 'stopped', ...queue.cancel() });
  }

  /** To be called once the cache knows all notes: judges those that could not be judged before. */
  judgeRest(): void {
    if (this.#hasUnjudged && !this.#isCalledOff) void this.run(false);
  }

  /** Brings the note's entry in line with what the cache says, and queues the note if it has to be read. */
  consider(file: TFile, again: boolean): void {
    const { app, index, queue, wanted } = this.#parts;
    const { path } = file;
    const cache = app.metadataCache.getFileCache(file);
    const judged = wanted.judge(path, cache);
    const { priority } = judged;
    const entry = index.get(path);
    if (!cache) this.#hasUnjudged = true;
    if (priority === null) {
      // A note that the cache does not know at this moment may have its entry by right.
      if (!cache) return;
      queue.drop(path);
      index.remove(path);
      return;
    }
    if (entry) this.#judgeAnew(entry, judged);
    if (again) queue.add(path, priority);
    else if (!entry) queue.addUnread(path, priority);
  }

  #judgeAnew(entry: NoteEntry, { scope, checkbox }: Judged): void {
    if (scope.reason === entry.scope.reason && checkbox === entry.checkbox) return;
    this.#parts.index.put({ ...entry, scope, checkbox });
  }

  async #look(again: boolean): Promise<void> {
    const { app, queue, yieldToEventLoop } = this.#parts;
    let looked = 0;
    this.#hasUnjudged = false;
    // Listing the notes of a large vault takes a while; whoever asked for the pass goes on first.
    await yieldToEventLoop();
    for (const file of app.vault.getMarkdownFiles()) {
      looked += 1;
      if (looked % LOOKUPS === 0) await yieldToEventLoop();
      if (this.#isOff()) return;
      // One that went in a break is looked for in vain later; one that moved has its new path.
      if (isNote(file)) this.consider(file, again);
    }
    queue.start('pass');
  }

  /** Enters what was kept of the notes that wait to be read, where they have not changed since. */
  async #restore(): Promise<void> {
    const { app, index, kept, queue, wanted } = this.#parts;
    if (this.#isOff() || queue.isIdle()) return;
    const { key } = wanted;
    await kept.restore(wanted.areAll ? 'all' : 'own', (note, file) => {
      // The file's own string: of a hundred thousand paths, one copy each is enough.
      const { path } = file;
      if (wanted.key !== key || !queue.skip(path)) return;
      const { scope, checkbox } = wanted.judge(path, app.metadataCache.getFileCache(file));
      const { mtime, size, strays } = note;
      index.put({
        path,
        scope,
        checkbox,
        questions: NoteQuestions.kept(note.packed),
        ...(strays > 0 && { strays }),
        state: { mtime, size },
      });
    });
  }

  #isOff(): boolean {
    return this.#isCalledOff || !this.#parts.isFollowing();
  }
}

export function isNote(file: TFile): boolean {
  return file.extension.toLowerCase() === 'md';
}
