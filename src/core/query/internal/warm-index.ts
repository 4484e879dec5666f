/**
 * The index as dashboards follow it: they hear of a change once its columns are made, in pieces with breaks
 * between, so that no answer has much to work out, not the first dashboard's and not while a whole vault is read.
 * What searches need is folded likewise, once somebody is about to search, and so is what is asked of notes beside
 * their questions.
 */
import type { PathList } from '../../index/path-list';
import type {
  IndexListener,
  IndexProgress,
  NoteEntry,
  QuestionIndex,
} from '../../index/question-index';
import type { ColumnStore } from './column-store';
import type { Columns } from '../columns/columns';
import { MOST_PROPERTIES } from '../columns/fact-columns';
import type { FactNeed } from '../columns/note-facts';
import type { Listed } from './listing';
import type { ListNeeds } from './list-needs';
import type { Ranked } from '../arranging/sorted-texts';
import { Listeners } from '../../model/listeners';

/** Chunks of notes worked on between two breaks. */
const BETWEEN_BREAKS = 2;

/** While a vault is read, only one in so many notices brings new entries; all of them tell how far it is. */
const SPARED_IN_PASS = 4;

export class WarmIndex {
  readonly #index: Pick<QuestionIndex, 'entries' | 'progress' | 'subscribe'>;
  readonly #store: ColumnStore;
  /** What dashboards will most likely list. */
  readonly #expected: () => readonly Listed[];
  readonly #yieldToEventLoop: () => Promise<void>;
  /** Whether the notice that is told now is of something that somebody has just changed. */
  readonly #isUrgent: () => boolean;

  readonly #listeners = new Listeners();
  /** For which lists the columns were made ready. */
  readonly #warm = new WeakMap<Columns, string>();
  readonly #folded = new WeakSet<Columns>();
  /** What was asked of notes beside their questions last, and is made ready for new ones, by its words. */
  readonly #needs = new Map<string, FactNeed>();
  /** What lists ask for at this moment. */
  readonly #lists = new Set<() => ListNeeds>();
  #entries: PathList<NoteEntry> | null = null;
  #isWarming = false;
  /** The index has changed again meanwhile. */
  #isLate = false;
  #spared = 0;
  #isSearched = false;
  #isFolding = false;
  #isStopped = false;

  /** `yieldToEventLoop` lets everything else that waits be done first. */
  constructor(
    index: Pick<QuestionIndex, 'entries' | 'progress' | 'subscribe'>,
    store: ColumnStore,
    expected: () => readonly Listed[],
    yieldToEventLoop: () => Promise<void>,
    isUrgent: () => boolean = () => false,
  ) {
    this.#index = index;
    this.#store = store;
    this.#expected = expected;
    this.#yieldToEventLoop = yieldToEventLoop;
    this.#isUrgent = isUrgent;
  }

  /** Begins to follow the index; returns the way to stop. */
  start(): () => void {
    const stop = this.#index.subscribe(() => {
      if (this.#isSpared()) this.#tell();
      else void this.#follow();
    });
    return () => {
      stop();
      this.#isStopped = true;
      this.#listeners.clear();
    };
  }

  get progress(): IndexProgress {
    return this.#index.progress;
  }

  /** The entries that were last told of: while many notes are read, a moment older than the index. */
  entries(): PathList<NoteEntry> {
    return this.#entries ?? this.#index.entries();
  }

  /** Calls `listener` after changes of the index, when the columns of all notes are made. */
  subscribe(listener: IndexListener): () => void {
    return this.#listeners.add(listener);
  }

  /** Somebody is about to search. */
  prepareSearch(): void {
    this.#isSearched = true;
    void this.#fold();
  }

  /**
   * Somebody is about to ask this of notes; resolves once it is ready for all of them, and is kept ready for those
   * that change. What is asked beyond `MOST_PROPERTIES` is made when it is asked.
   */
  async prepareFacts(needs: readonly FactNeed[]): Promise<void> {
    const kept = needs.slice(0, MOST_PROPERTIES);
    for (const need of kept) this.#remember(need);
    for (let done = null; done !== this.entries() && !this.#isStopped;) {
      done = this.entries();
      await this.#goThrough(
        done,
        (columns) => kept.every((need) => columns.isReady(need)),
        (columns) => {
          for (const need of kept) columns.make(need);
        },
      );
    }
  }

  /** Whether an answer by these has nothing to read of notes first. */
  areFactsReady(needs: readonly FactNeed[]): boolean {
    const kept = needs.slice(0, MOST_PROPERTIES);
    return this.entries().chunks.every((notes) => {
      const columns = this.#store.of(notes);
      return kept.every((need) => columns.isReady(need));
    });
  }

  /** Whether a list has nothing to wait for. */
  isReady({ facts, ranked }: ListNeeds): boolean {
    const entries = this.entries();
    return (
      this.areFactsReady(facts) &&
      ranked.every((what) => this.#store.sorted.of(entries, what) !== null)
    );
  }

  /** Keeps ranked, at each change of the index, what a list sorts by as long as it does; returns the way to stop. */
  follow(list: () => ListNeeds): () => void {
    this.#lists.add(list);
    return () => this.#lists.delete(list);
  }

  /** Makes ready what a list asks for. */
  async prepare({ facts, ranked }: ListNeeds): Promise<void> {
    await this.prepareFacts(facts);
    for (const what of ranked) {
      for (let done = null; done !== this.entries() && !this.#isStopped;) {
        done = this.entries();
        await this.#rank(done, what);
      }
    }
  }

  #unranked(entries: PathList<NoteEntry>): Ranked | undefined {
    return [...this.#lists]
      .flatMap((list) => list().ranked)
      .find((what) => this.#store.sorted.of(entries, what) === null);
  }

  async #rank(entries: PathList<NoteEntry>, what: Ranked): Promise<void> {
    const pieces = this.#store.sorted.prepare(entries, what, (notes) => this.#store.of(notes));
    while (!this.#isStopped && pieces.next().done !== true) await this.#yieldToEventLoop();
  }

  #remember(need: FactNeed): void {
    const words = JSON.stringify(need);
    this.#needs.delete(words);
    this.#needs.set(words, need);
    const [oldest] = this.#needs.keys();
    if (this.#needs.size > MOST_PROPERTIES && oldest !== undefined) this.#needs.delete(oldest);
  }

  /** A list that grows with every note that is read need not be put together anew as often. */
  #isSpared(): boolean {
    if (this.#index.progress.phase !== 'indexing' || this.#isUrgent()) return false;
    this.#spared += 1;
    return this.#spared % SPARED_IN_PASS !== 1;
  }

  #tell(): void {
    this.#listeners.tell();
  }

  async #follow(): Promise<void> {
    this.#isLate = true;
    if (this.#isWarming) return;
    this.#isWarming = true;
    try {
      while (this.#isLate && !this.#isStopped) {
        this.#isLate = false;
        await this.#tellOf(this.#index.entries());
      }
    } finally {
      this.#isWarming = false;
    }
    if (this.#isSearched) await this.#fold();
  }

  /** One state of the index, to its end: to follow a moving one would never end while notes are read. */
  async #tellOf(entries: PathList<NoteEntry>): Promise<void> {
    const expected = this.#expected();
    const lists = JSON.stringify(expected);
    const listings = expected.map((listed) => this.#store.listings.of(listed));
    const needs = [...this.#needs.values()];
    await this.#goThrough(
      entries,
      (columns) =>
        this.#warm.get(columns) === lists && needs.every((need) => columns.isReady(need)),
      (columns) => {
        for (const listingOf of listings) listingOf(columns);
        for (const need of needs) columns.make(need);
        this.#warm.set(columns, lists);
      },
    );
    for (let what = this.#unranked(entries); what && !this.#isStopped;) {
      await this.#rank(entries, what);
      what = this.#unranked(entries);
    }
    if (this.#isStopped) return;
    this.#entries = entries;
    this.#tell();
  }

  async #fold(): Promise<void> {
    if (this.#isFolding) return;
    this.#isFolding = true;
    try {
      for (let done = null; done !== this.entries() && !this.#isStopped;) {
        done = this.entries();
        await this.#goThrough(
          done,
          (columns) => this.#folded.has(columns),
          (columns) => {
            columns.foldNow();
            this.#folded.add(columns);
          },
        );
      }
    } finally {
      this.#isFolding = false;
    }
  }

  async #goThrough(
    entries: PathList<NoteEntry>,
    isDone: (columns: Columns) => boolean,
    work: (columns: Columns) => void,
  ): Promise<void> {
    let worked = 0;
    for (const notes of entries.chunks) {
      const columns = this.#store.of(notes);
      if (isDone(columns)) continue;
      if (worked === BETWEEN_BREAKS) {
        await this.#yieldToEventLoop();
        worked = 0;
      }
      if (this.#isStopped) return;
      work(columns);
      worked += 1;
    }
  }
}
