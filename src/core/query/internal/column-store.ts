/** The columns of the index's notes, for all who ask queries: made when first asked for, and remembered. */
import type { NoteEntry } from '../../index/question-index';
import { Codes } from '../columns/codes';
import { Columns } from '../columns/columns';
import { NO_FACTS, type FactContext } from '../columns/note-facts';
import { Listings } from './listing';

/** Remembers the columns of notes for as long as the notes stay as they are; for all who ask queries. */
export class ColumnStore {
  readonly listings = new Listings();
  readonly #codes = new Codes();
  readonly #columns = new WeakMap<readonly NoteEntry[], Columns>();
  readonly #facts: FactContext;

  /** `facts` is asked only for what queries ask. */
  constructor(facts: FactContext = NO_FACTS) {
    this.#facts = facts;
  }

  /** The properties that say a note's day now; answers by others are out of date. */
  get dateProperties(): readonly string[] {
    return this.#facts.dateProperties();
  }

  /** The columns of one chunk of the index's entries. */
  of(notes: readonly NoteEntry[]): Columns {
    const known = this.#columns.get(notes);
    if (known) return known;
    const columns = new Columns(notes, this.#codes, this.#facts);
    this.#columns.set(notes, columns);
    return columns;
  }
}
