/**
 * Obsidian's events → the index. After the layout is ready one pass reads the notes that count, the articles
 * first, then every note with a mark, by what the metadata cache says and without reading the others; these
 * are read once somebody asks for them. From then on the index follows the events. What is read is dropped
 * if its note has changed, moved or gone meanwhile, so that no entry is older than the last event, but for the
 * moment in which a long note is read.
 */
import {
  Component,
  TFile,
  type App,
  type CachedMetadata,
  type Events,
  type TAbstractFile,
} from 'obsidian';
import type { QuestionIndex } from '../../core/index/question-index';
import { movedPath } from '../../core/model/path';
import { stateOf } from './file-state';
import type { IndexCache } from './index-cache';
import { KeptNotes } from './kept-notes';
import { NoteEntries } from './note-entries';
import { ReadQueue } from './read-queue';
import { countScope, type ScopeCensus } from './scope-census';
import { TimeSlices } from './time-slices';
import { isNote, VaultPass } from './vault-pass';
import { WantedNotes, type SyncSettings } from './wanted-notes';

export type { SyncSettings };

export interface NoteSyncOptions {
  readonly settings: () => SyncSettings;
  /** Told once about a note that can't be read; its old entry stays, and its next change tries again. */
  readonly onUnreadable: (path: string, error: unknown) => void;
  /** Lets everything else that waits be done first. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** Where what was read is kept for the next start; without one, every start reads everything. */
  readonly cache?: Pick<IndexCache, 'restore' | 'keep' | 'close'>;
  /** A note was changed outside a pass. */
  readonly onChange?: () => void;
  /** How long a change waits to be kept, so that many are kept together. */
  readonly beforeKeeping?: () => Promise<void>;
}

/** From this length on, in UTF-16 units, a changed note is read in pieces, and not at once. */
const LONG = 65_536;

export class NoteSync extends Component {
  readonly #queue: ReadQueue;
  readonly #kept: KeptNotes;
  readonly #wanted: WantedNotes;
  readonly #entries: NoteEntries;
  readonly #pass: VaultPass;
  #state: 'idle' | 'started' | 'stopped' = 'idle';
  #census: Promise<ScopeCensus> | null = null;
  #allAsked: Promise<void> = Promise.resolve();

  readonly #app: App;
  readonly #index: QuestionIndex;
  readonly #options: NoteSyncOptions;

  constructor(app: App, index: QuestionIndex, options: NoteSyncOptions) {
    super();
    this.#app = app;
    this.#index = index;
    this.#options = options;
    const { yieldToEventLoop, onUnreadable, beforeKeeping } = options;
    const wanted = new WantedNotes(options.settings());
    const kept = new KeptNotes(app.vault, options.cache ?? null, {
      key: () => wanted.key,
      isOwn: (file) => {
        const { priority } = wanted.judge(file.path, app.metadataCache.getFileCache(file));
        return priority === 0 || priority === 1;
      },
      ...(beforeKeeping && { beforeKeeping }),
    });
    const slices = new TimeSlices(yieldToEventLoop);
    const entries = new NoteEntries({ app, index, wanted, kept, slices, onUnreadable });
    const queue = new ReadQueue({
      read: (path, isCurrent) => entries.read(path, isCurrent),
      onProgress: (done, total) =>
        index.setProgress({ phase: done === total ? 'ready' : 'indexing', done, total }),
    });
    const isFollowing = () => this.#state === 'started';
    this.#pass = new VaultPass({ app, index, wanted, kept, queue, yieldToEventLoop, isFollowing });
    this.#wanted = wanted;
    this.#kept = kept;
    this.#entries = entries;
    this.#queue = queue;
  }

  /** Hooks the events and starts the first pass. To be called once, when the layout is ready. */
  start(): void {
    if (this.#state !== 'idle') return;
    this.#state = 'started';
    this.#wanted.adopt(this.#options.settings());
    const { vault, metadataCache } = this.#app;
    this.registerEvent(metadataCache.on('changed', (...change) => this.#changed(...change)));
    this.registerEvent(vault.on('rename', (file, from) => this.#renamed(file, from)));
    this.registerEvent(vault.on('delete', (file) => this.#deleted(file)));
    this.registerEvent(vault.on('create', (file) => this.#created(file)));
    // Obsidian's typings don't know this event; «Excluded files» stand in what it tells of.
    const events: Events = vault;
    this.registerEvent(events.on('config-changed', () => this.settingsChanged()));
    let resolved = false;
    this.registerEvent(
      metadataCache.on('resolved', () => {
        if (resolved) return;
        resolved = true;
        this.#census = null;
        this.#pass.judgeRest();
      }),
    );
    void this.#pass.run(false);
  }

  override onunload(): void {
    this.#state = 'stopped';
    this.#queue.stop();
    void this.#kept.close();
  }

  /** Calls the pass off: what is not read by now stays unread, but for notes that change or are asked for. */
  cancel(): void {
    this.#pass.callOff();
  }

  /** Goes on with a pass that was called off. */
  resume(): void {
    if (this.#pass.isCalledOff && this.#state === 'started') void this.#pass.run(false);
  }

  /**
   * Asks for all notes of the vault, in scope or not. Asking twice is asking once. Resolves once it is known which of
   * them wait to be read: then the index's progress says whether any do.
   */
  includeAll(): Promise<void> {
    if (this.#wanted.areAll && !this.#pass.isCalledOff) return this.#allAsked;
    this.#wanted.askForAll();
    if (this.#state === 'started') this.#allAsked = this.#pass.run(false);
    return this.#allAsked;
  }

  /** Asks for one note, in scope or not; the index follows it from now on. */
  includeNote(file: TFile): void {
    this.includeNotes([file]);
  }

  /** The same for several, of which the index's progress tells unless all reading was called off. */
  includeNotes(files: readonly TFile[]): void {
    const notes = files.filter(isNote);
    for (const { path } of notes) this.#wanted.ask(path);
    if (this.#state !== 'started') return;
    const unread = notes.filter(({ path }) => !this.#index.get(path) && !this.#queue.has(path));
    if (unread.length === 0) return;
    for (const { path } of unread) this.#queue.add(path, 0);
    this.#queue.start(unread.length > 1 && !this.#pass.isCalledOff ? 'pass' : 'single');
  }

  /** To be called after any change of settings: judges the scope anew from the cache, reads again where it must. */
  settingsChanged(): void {
    const differs = this.#wanted.adopt(this.#options.settings());
    this.#census = null;
    if (this.#state !== 'started') return;
    if (differs.reads) this.#kept.forget();
    if (differs.reads || differs.scope) void this.#pass.run(differs.reads);
  }

  /** Why notes are in or out of scope, counted; reads no note. */
  scopeCensus(): Promise<ScopeCensus> {
    this.#census ??= countScope(
      this.#app,
      this.#wanted.settings.scope,
      this.#options.yieldToEventLoop,
      this.#wanted.isExcluded,
    );
    return this.#census;
  }

  #changed(file: TFile, text: string, cache: CachedMetadata): void {
    this.#census = null;
    const { path } = file;
    // The event comes late: the path may belong to another note by now, or to none.
    if (!isNote(file) || this.#app.vault.getFileByPath(path) !== file) return;
    this.#queue.drop(path);
    if (!this.#entries.judgeWanted(path, cache)) return;
    const state = stateOf(file, text);
    this.#options.onChange?.();
    if (text.length >= LONG) {
      void this.#queue.runApart(path, (isCurrent) =>
        this.#entries.readInPieces(file, text, state, isCurrent, cache),
      );
      return;
    }
    this.#entries.readAtOnce(file, text, state, cache);
  }

  #created(file: TAbstractFile): void {
    this.#census = null;
    if (!(file instanceof TFile) || !isNote(file)) return;
    this.#pass.consider(file, false);
    this.#queue.start('single');
  }

  #deleted(file: TAbstractFile): void {
    this.#census = null;
    if (file instanceof TFile) {
      this.#forget(file.path);
      return;
    }
    for (const path of this.#queue.pathsIn(file.path)) this.#queue.drop(path);
    this.#wanted.forgetFolder(file.path);
    this.#index.removeFolder(file.path);
  }

  #forget(path: string): void {
    this.#queue.drop(path);
    this.#entries.forget(path);
    this.#wanted.forget(path);
  }

  /** Obsidian tells of a folder and of each note in it; either may come first, and entries move only once. */
  #renamed(file: TAbstractFile, from: string): void {
    if (file instanceof TFile) this.#noteRenamed(file, from);
    else this.#folderRenamed(from, file.path);
    this.#queue.start('single');
  }

  #noteRenamed(file: TFile, from: string): void {
    this.#census = null;
    if (!isNote(file)) {
      this.#forget(from);
      return;
    }
    const wasWaiting = this.#queue.drop(from);
    this.#wanted.move(from, file.path);
    this.#index.rename(from, file.path);
    const entry = this.#index.get(file.path);
    this.#pass.consider(file, false);
    if (wasWaiting) this.#queue.add(file.path, 1);
    else if (entry && !this.#pass.isOutdated) this.#kept.later(entry);
  }

  #folderRenamed(from: string, to: string): void {
    const moved = (path: string) => movedPath(path, from, to);
    for (const path of this.#queue.pathsIn(from)) {
      // A note that has not moved yet has its own event to come.
      if (!this.#app.vault.getFileByPath(moved(path))) continue;
      this.#queue.drop(path);
      this.#queue.add(moved(path), 1);
    }
    this.#wanted.moveFolder(from, to);
    this.#index.renameFolder(from, to);
  }
}
