/**
 * Obsidian's events → the index. After the layout is ready one pass reads the notes that count, the articles
 * first, then every note with a mark, by what the metadata cache says and without reading the others; these
 * are read once somebody asks for them. From then on the index follows the events. What is read is dropped
 * if its note has changed, moved or gone meanwhile, so that no entry is older than the last event, but for the
 * moment in which a long note is read.
 * It is long because every event has to see the same few pieces of state: what waits, what is asked for, what is off.
 */
import {
  Component,
  TFile,
  type App,
  type CachedMetadata,
  type Events,
  type TAbstractFile,
} from 'obsidian';
import { excludedPaths } from '../../core/model/excluded-path';
import {
  EXTRACTOR_VERSION,
  extractIncrementally,
  extractQuestions,
} from '../../core/reading/extract';
import { NoteQuestions } from '../../core/index/note-questions';
import { PACKING_VERSION } from '../../core/index/packed-questions';
import type { Question } from '../../core/model/question';
import type { FileState, NoteEntry, QuestionIndex } from '../../core/index/question-index';
import { areSameRoots } from '../../core/model/roots';
import {
  checkboxOf,
  EXCLUDED,
  judgeScope,
  type Frontmatter,
  type ScopeRule,
} from '../../core/model/scope';
import { stateOf } from './file-state';
import type { IndexCache } from './index-cache';
import { KeptNotes } from './kept-notes';
import { ReadQueue, type Priority } from './read-queue';
import { countScope, type ScopeCensus } from './scope-census';
import { hasTagUnder } from './tagged';
import { TimeSlices } from './time-slices';
import { isBelow, movedPath } from '../../core/model/path';

/** What of the settings decides which notes are read, and how. */
export interface SyncSettings {
  readonly scope: ScopeRule;
  /** The first segments of the tags that are marks. */
  readonly roots: readonly string[];
  /** Also find sentences that ask without an asking sign. */
  readonly unmarked: boolean;
  /** Entries of Obsidian's «Excluded files»: such notes are read only where somebody asks for one. */
  readonly excluded?: readonly string[];
}

export interface NoteSyncOptions {
  readonly settings: () => SyncSettings;
  /** Told once about a note that can't be read; its old entry stays, and its next change tries again. */
  readonly onUnreadable: (path: string, error: unknown) => void;
  /** Lets everything else that waits have its turn. */
  readonly yieldToEventLoop: () => Promise<void>;
  /** Where what was read is kept for the next start; without one, every start reads everything. */
  readonly cache?: Pick<IndexCache, 'restore' | 'keep' | 'close'>;
  /** A note was changed outside a pass. */
  readonly onChange?: () => void;
  /** How long a change waits to be kept, so that many are kept together. */
  readonly beforeKeeping?: () => Promise<void>;
}

/** What the metadata cache says of a note, and what was asked for. */
interface Judged extends Pick<NoteEntry, 'scope' | 'checkbox'> {
  /** How much the note is wanted in the index; null where it is not. */
  readonly priority: Priority | null;
}

/** Notes looked at in the metadata cache between two breaks. */
const LOOKUPS = 500;

/** From this length on, in UTF-16 units, a changed note is read in steps, and not at once. */
const LONG = 65_536;

export class NoteSync extends Component {
  readonly #queue: ReadQueue;
  readonly #slices: TimeSlices;
  /** Notes that somebody asked for by path. */
  readonly #asked = new Set<string>();
  readonly #unreadable = new Set<string>();
  readonly #kept: KeptNotes;
  /** A note was looked at that the cache did not know. */
  #hasUnjudged = false;
  /** Entries may be of other settings, and not wait to be read again yet. */
  #isOutdated = false;
  /** The user has called the pass off. */
  #halted = false;
  #settings: SyncSettings;
  #isExcluded: (path: string) => boolean;
  #cacheKey: string;
  #all = false;
  #state: 'idle' | 'started' | 'stopped' = 'idle';
  #census: Promise<ScopeCensus> | null = null;

  readonly #app: App;
  readonly #index: QuestionIndex;
  readonly #options: NoteSyncOptions;

  constructor(app: App, index: QuestionIndex, options: NoteSyncOptions) {
    super();
    this.#app = app;
    this.#index = index;
    this.#options = options;
    this.#settings = options.settings();
    this.#isExcluded = excludedPaths(this.#settings.excluded ?? []);
    this.#cacheKey = cacheKeyOf(this.#settings);
    this.#kept = new KeptNotes(app.vault, options.cache ?? null, {
      key: () => this.#cacheKey,
      isOwn: (file) => {
        const { priority } = this.#judge(file.path, app.metadataCache.getFileCache(file));
        return priority === 0 || priority === 1;
      },
      ...(options.beforeKeeping && { beforeKeeping: options.beforeKeeping }),
    });
    this.#slices = new TimeSlices(options.yieldToEventLoop);
    this.#queue = new ReadQueue({
      read: (path, isCurrent) => this.#read(path, isCurrent),
      onProgress: (done, total) =>
        this.#index.setProgress({ phase: done === total ? 'ready' : 'indexing', done, total }),
    });
  }

  /** Hooks the events and starts the first pass. To be called once, when the layout is ready. */
  start(): void {
    if (this.#state !== 'idle') return;
    this.#state = 'started';
    this.#settings = this.#options.settings();
    this.#isExcluded = excludedPaths(this.#settings.excluded ?? []);
    this.#cacheKey = cacheKeyOf(this.#settings);
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
        // What the first pass could not judge, because the cache did not know it yet.
        if (this.#hasUnjudged && !this.#halted) void this.#pass(false);
      }),
    );
    void this.#pass(false);
  }

  override onunload(): void {
    this.#state = 'stopped';
    this.#queue.stop();
    void this.#kept.close();
  }

  /** Calls the pass off: what is not read by now stays unread, but for notes that change or are asked for. */
  cancel(): void {
    if (this.#index.progress.phase !== 'indexing') return;
    this.#halted = true;
    this.#index.setProgress({ phase: 'stopped', ...this.#queue.cancel() });
  }

  /** Goes on with a pass that was called off. */
  resume(): void {
    if (this.#halted && this.#state === 'started') void this.#pass(false);
  }

  /** Asks for all notes of the vault, in scope or not. Asking twice is asking once. */
  includeAll(): void {
    if (this.#all && !this.#halted) return;
    this.#all = true;
    if (this.#state === 'started') void this.#pass(false);
  }

  /** Asks for one note, in scope or not; the index follows it from now on. */
  includeNote(file: TFile): void {
    this.#asked.add(file.path);
    if (this.#state !== 'started' || !isNote(file)) return;
    if (this.#index.get(file.path) || this.#queue.has(file.path)) return;
    this.#queue.add(file.path, 0);
    this.#queue.start('single');
  }

  /** To be called after any change of settings: judges the scope anew from the cache, reads again where it must. */
  settingsChanged(): void {
    const before = this.#settings;
    const now = this.#options.settings();
    this.#settings = now;
    this.#isExcluded = excludedPaths(now.excluded ?? []);
    this.#cacheKey = cacheKeyOf(now);
    this.#census = null;
    if (this.#state !== 'started') return;
    const readsDiffer = !areSameRoots(before.roots, now.roots) || before.unmarked !== now.unmarked;
    const scopeOf = ({ scope, excluded = [] }: SyncSettings) => JSON.stringify([scope, excluded]);
    const scopeDiffers = scopeOf(before) !== scopeOf(now);
    if (readsDiffer) {
      this.#kept.forget();
      this.#isOutdated = true;
    }
    if (readsDiffer || scopeDiffers) void this.#pass(readsDiffer);
  }

  /** Why notes are in or out of scope, counted; reads no note. */
  scopeCensus(): Promise<ScopeCensus> {
    this.#census ??= countScope(
      this.#app,
      this.#settings.scope,
      this.#options.yieldToEventLoop,
      this.#isExcluded,
    );
    return this.#census;
  }

  /** Goes through all notes by the metadata cache alone, then reads those that want it. */
  async #pass(again: boolean): Promise<void> {
    this.#halted = false;
    if (this.#index.progress.phase !== 'ready') {
      this.#index.setProgress({ phase: 'indexing', done: 0, total: 0 });
    }
    this.#queue.hold();
    try {
      await this.#look(again);
      if (again) this.#isOutdated = false;
      await this.#restore();
    } finally {
      this.#queue.release();
    }
    this.#queue.start(this.#isOff() ? 'single' : 'pass');
  }

  async #look(again: boolean): Promise<void> {
    let looked = 0;
    this.#hasUnjudged = false;
    // Listing the notes of a large vault takes a while; whoever asked for the pass goes on first.
    await this.#options.yieldToEventLoop();
    for (const file of this.#app.vault.getMarkdownFiles()) {
      looked += 1;
      if (looked % LOOKUPS === 0) await this.#options.yieldToEventLoop();
      if (this.#isOff()) return;
      // One that went in a break is looked for in vain later; one that moved has its new path.
      if (isNote(file)) this.#consider(file, again);
    }
    this.#queue.start('pass');
  }

  #isOff(): boolean {
    return this.#halted || this.#state !== 'started';
  }

  /** Enters what was kept of the notes that wait to be read, where they have not changed since. */
  async #restore(): Promise<void> {
    if (this.#isOff() || this.#queue.isIdle()) return;
    const key = this.#cacheKey;
    await this.#kept.restore(this.#all ? 'all' : 'own', ({ packed, mtime, size }, file) => {
      // The file's own string: of a hundred thousand paths, one copy each is enough.
      const { path } = file;
      if (this.#cacheKey !== key || !this.#queue.skip(path)) return;
      const { scope, checkbox } = this.#judge(path, this.#app.metadataCache.getFileCache(file));
      const questions = NoteQuestions.kept(packed);
      this.#index.put({ path, scope, checkbox, questions, state: { mtime, size } });
    });
  }

  /** Hands what was read since the last time to the cache. */
  keep(): Promise<void> {
    return this.#kept.keep();
  }

  /** Brings the note's entry in line with what the cache says, and queues the note if it has to be read. */
  #consider(file: TFile, again: boolean): void {
    const { path } = file;
    const cache = this.#app.metadataCache.getFileCache(file);
    const judged = this.#judge(path, cache);
    const { priority } = judged;
    const entry = this.#index.get(path);
    if (!cache) this.#hasUnjudged = true;
    if (priority === null) {
      // A note that the cache does not know at this moment may have its entry by right.
      if (!cache) return;
      this.#queue.drop(path);
      this.#index.remove(path);
      return;
    }
    if (entry) this.#judgeAnew(entry, judged);
    if (again) this.#queue.add(path, priority);
    else if (!entry) this.#queue.addUnread(path, priority);
  }

  #judgeAnew(entry: NoteEntry, { scope, checkbox }: Judged): void {
    if (scope.reason === entry.scope.reason && checkbox === entry.checkbox) return;
    this.#index.put({ ...entry, scope, checkbox });
  }

  #judge(path: string, cache: CachedMetadata | null): Judged {
    const { scope: rule, roots } = this.#settings;
    const frontmatter: Frontmatter = cache?.frontmatter ?? null;
    const checkbox = checkboxOf(frontmatter, rule.checkbox);
    if (this.#isExcluded(path)) {
      return { scope: EXCLUDED, checkbox, priority: this.#asked.has(path) ? 0 : null };
    }
    const scope = judgeScope(frontmatter, rule);
    if (scope.inScope || this.#asked.has(path)) return { scope, checkbox, priority: 0 };
    const isMarked = hasTagUnder(cache, roots);
    return { scope, checkbox, priority: isMarked ? 1 : this.#all ? 2 : null };
  }

  async #read(path: string, isCurrent: () => boolean): Promise<void> {
    const file = this.#app.vault.getFileByPath(path);
    if (!file) return;
    try {
      const { mtime, size } = file.stat;
      const text = await this.#app.vault.cachedRead(file);
      const state = file.stat.mtime === mtime && file.stat.size === size ? { mtime, size } : null;
      await this.#readInSteps(file, text, state, isCurrent);
    } catch (error) {
      if (!isCurrent() || this.#unreadable.has(path)) return;
      this.#unreadable.add(path);
      this.#options.onUnreadable(path, error);
    }
  }

  /** Finds the questions of a note's text with breaks, and enters them unless they are out of date by then. */
  async #readInSteps(
    file: TFile,
    text: string,
    state: FileState | null,
    isCurrent: () => boolean,
    cache: CachedMetadata | null = null,
  ): Promise<void> {
    // The metadata cache may not know a note at this moment of which it has just told.
    const cacheNow = () => this.#app.metadataCache.getFileCache(file) ?? cache;
    const key = this.#cacheKey;
    const { roots, unmarked } = this.#settings;
    const steps = extractIncrementally(text, { roots, unmarked });
    for (let isDone = false; !isDone;) {
      if (this.#slices.isOver) await this.#slices.next();
      if (!isCurrent()) return;
      // Begun by other settings than those that count now; by these it is read again anyway.
      if (key !== this.#cacheKey) return;
      isDone = this.#slices.work(() => {
        const step = steps.next();
        if (step.done === true) this.#enter(file, step.value, state, cacheNow());
        return step.done === true;
      });
    }
  }

  #enter(
    file: TFile,
    found: readonly Question[],
    state: FileState | null,
    cache: CachedMetadata | null,
  ): void {
    const { path } = file;
    this.#unreadable.delete(path);
    const judged = this.#judgeWanted(path, cache);
    if (!judged) return;
    const { scope, checkbox } = judged;
    const questions = NoteQuestions.of(found);
    const entry = { path, scope, checkbox, questions, ...(state && { state }) };
    this.#index.put(entry);
    this.#kept.later(entry);
  }

  /** As `#judge`; null where the note does not belong into the index, from which its entry goes then. */
  #judgeWanted(path: string, cache: CachedMetadata | null): Judged | null {
    const judged = this.#judge(path, cache);
    if (judged.priority !== null) return judged;
    this.#index.remove(path);
    return null;
  }

  #changed(file: TFile, text: string, cache: CachedMetadata): void {
    this.#census = null;
    const { path } = file;
    // The event comes late: the path may belong to another note by now, or to none.
    if (!isNote(file) || this.#app.vault.getFileByPath(path) !== file) return;
    this.#queue.drop(path);
    if (!this.#judgeWanted(path, cache)) return;
    const state = stateOf(file, text);
    this.#options.onChange?.();
    if (text.length >= LONG) {
      void this.#queue.runApart(path, (isCurrent) =>
        this.#readInSteps(file, text, state, isCurrent, cache),
      );
      return;
    }
    const { roots, unmarked } = this.#settings;
    this.#enter(file, extractQuestions(text, { roots, unmarked }), state, cache);
  }

  #created(file: TAbstractFile): void {
    this.#census = null;
    if (!(file instanceof TFile) || !isNote(file)) return;
    this.#consider(file, false);
    this.#queue.start('single');
  }

  #deleted(file: TAbstractFile): void {
    this.#census = null;
    if (file instanceof TFile) {
      this.#forget(file.path);
      return;
    }
    for (const path of this.#queue.pathsIn(file.path)) this.#queue.drop(path);
    for (const path of this.#askedIn(file.path)) this.#asked.delete(path);
    this.#index.removeFolder(file.path);
  }

  #forget(path: string): void {
    this.#queue.drop(path);
    this.#index.remove(path);
    this.#asked.delete(path);
    this.#unreadable.delete(path);
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
    if (this.#asked.delete(from)) this.#asked.add(file.path);
    this.#index.rename(from, file.path);
    const entry = this.#index.get(file.path);
    this.#consider(file, false);
    if (wasWaiting) this.#queue.add(file.path, 1);
    else if (entry && !this.#isOutdated) this.#kept.later(entry);
  }

  #folderRenamed(from: string, to: string): void {
    const moved = (path: string) => movedPath(path, from, to);
    for (const path of this.#queue.pathsIn(from)) {
      // A note that has not moved yet has its own event to come.
      if (!this.#app.vault.getFileByPath(moved(path))) continue;
      this.#queue.drop(path);
      this.#queue.add(moved(path), 1);
    }
    for (const path of this.#askedIn(from)) {
      this.#asked.delete(path);
      this.#asked.add(moved(path));
    }
    this.#index.renameFolder(from, to);
  }

  #askedIn(folder: string): readonly string[] {
    return [...this.#asked].filter((path) => isBelow(path, folder));
  }
}

function isNote(file: TFile): boolean {
  return file.extension.toLowerCase() === 'md';
}

/** What decides which questions a text gives, beside the text. */
function cacheKeyOf({ roots, unmarked }: SyncSettings): string {
  return JSON.stringify([
    EXTRACTOR_VERSION,
    PACKING_VERSION,
    roots.map((root) => root.toLowerCase()),
    unmarked,
  ]);
}
