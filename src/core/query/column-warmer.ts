/**
 * Makes columns before anybody asks for them, in pieces with breaks between: so that the first dashboard
 * opens, and the first letter of a search is answered, as quickly as later ones.
 */
import type { QuestionIndex } from '../question-index';
import type { ColumnStore } from './column-store';
import type { Listed } from './listing';

/** Chunks of notes looked at between two breaks. */
const BETWEEN_BREAKS = 3;

export class ColumnWarmer {
  #columns: 'cold' | 'warm' = 'cold';
  #words: 'cold' | 'warm' = 'cold';

  /** `pause` lets everything else that waits have its turn. */
  constructor(
    private readonly index: Pick<QuestionIndex, 'entries' | 'progress' | 'subscribe'>,
    private readonly store: ColumnStore,
    /** What dashboards will most likely list. */
    private readonly expected: () => readonly Listed[],
    private readonly pause: () => Promise<void>,
  ) {}

  /** Begins whenever a pass is over; returns the way to stop waiting for that. */
  start(): () => void {
    return this.index.subscribe(() => {
      const { phase } = this.index.progress;
      if (phase === 'indexing') this.#columns = 'cold';
      if (this.#columns === 'warm' || phase === 'idle' || phase === 'indexing') return;
      this.#columns = 'warm';
      void this.#warm(this.#words === 'warm');
    });
  }

  /** Somebody is about to search. */
  prepareSearch(): void {
    if (this.#words === 'warm') return;
    this.#words = 'warm';
    void this.#warm(true);
  }

  async #warm(words: boolean): Promise<void> {
    const listings = this.expected().map((listed) => this.store.listings.of(listed));
    let looked = 0;
    for (const notes of this.index.entries().chunks) {
      const columns = this.store.of(notes);
      for (const listingOf of listings) listingOf(columns);
      if (words) columns.foldNow();
      looked += 1;
      if (looked % BETWEEN_BREAKS === 0) await this.pause();
    }
  }
}
