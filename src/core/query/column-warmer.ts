/**
 * Makes columns before anybody asks for them, in pieces with breaks between: so that the first dashboard opens,
 * and the first letter of a search is answered, as quickly as later ones. Dashboards follow the index through
 * here: they hear of a change once its columns are made, so that no answer has much to work out, not even while
 * a whole vault is read.
 */
import type { IndexListener, IndexProgress, NoteEntry, QuestionIndex } from '../question-index';
import type { PathList } from '../path-list';
import type { ColumnStore } from './column-store';
import type { Columns } from './columns';
import type { Listed } from './listing';

/** Chunks of notes worked on between two breaks. */
const BETWEEN_BREAKS = 2;

export class ColumnWarmer {
  readonly #listeners = new Set<IndexListener>();
  readonly #warm = new WeakSet<Columns>();
  readonly #withWords = new WeakSet<Columns>();
  #words = false;
  #isWarming = false;
  #isStopped = false;

  /** `pause` lets everything else that waits have its turn. */
  constructor(
    private readonly index: Pick<QuestionIndex, 'entries' | 'progress' | 'subscribe'>,
    private readonly store: ColumnStore,
    /** What dashboards will most likely list. */
    private readonly expected: () => readonly Listed[],
    private readonly pause: () => Promise<void>,
  ) {}

  /** Begins to follow the index; returns the way to stop. */
  start(): () => void {
    const stop = this.index.subscribe(() => void this.#follow());
    return () => {
      stop();
      this.#isStopped = true;
      this.#listeners.clear();
    };
  }

  get progress(): IndexProgress {
    return this.index.progress;
  }

  entries(): PathList<NoteEntry> {
    return this.index.entries();
  }

  /** Calls `listener` after changes of the index, when the columns of all notes are made. */
  subscribe(listener: IndexListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Somebody is about to search. */
  prepareSearch(): void {
    if (this.#words) return;
    this.#words = true;
    void this.#follow();
  }

  async #follow(): Promise<void> {
    if (this.#isWarming) return;
    this.#isWarming = true;
    while (!this.#warmSome()) {
      await this.pause();
      if (this.#isStopped) return;
    }
    this.#isWarming = false;
    for (const listener of [...this.#listeners]) listener();
  }

  /** Works on a few chunks; says whether all are warm. */
  #warmSome(): boolean {
    const listings = this.expected().map((listed) => this.store.listings.of(listed));
    let left = BETWEEN_BREAKS;
    for (const notes of this.index.entries().chunks) {
      const columns = this.store.of(notes);
      const isDone = this.#warm.has(columns) && (!this.#words || this.#withWords.has(columns));
      if (isDone) continue;
      if (left === 0) return false;
      left -= 1;
      for (const listingOf of listings) listingOf(columns);
      if (this.#words) {
        columns.foldNow();
        this.#withWords.add(columns);
      }
      this.#warm.add(columns);
    }
    return true;
  }
}
