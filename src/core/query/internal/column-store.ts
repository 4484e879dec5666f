/** The columns of the index's notes, for all who ask queries: made when first asked for, and remembered. */
import type { NoteEntry } from '../../index/question-index';
import { Codes } from '../columns/codes';
import { Columns } from '../columns/columns';
import { NO_FACTS, type FactContext } from '../columns/note-facts';
import { GroupCodes } from '../arranging/group-codes';
import { Listings } from './listing';
import { SortedTexts, type Comparator } from '../arranging/sorted-texts';

/** The properties that columns were read by. */
export interface AskedProperties {
  readonly dates: readonly string[];
  readonly askers: string;
}

/** Remembers the columns of notes for as long as the notes stay as they are; for all who ask queries. */
export class ColumnStore {
  readonly listings = new Listings();
  readonly groupCodes = new GroupCodes();
  readonly sorted: SortedTexts;
  readonly #codes = new Codes();
  readonly #columns = new WeakMap<readonly NoteEntry[], Columns>();
  readonly #facts: FactContext;

  /**
   * `facts` is asked only for what queries ask. `compare` says how names and texts are sorted: as the reader's language
   * does.
   */
  constructor(
    facts: FactContext = NO_FACTS,
    readonly compare: Comparator = byCharacter,
  ) {
    this.#facts = facts;
    this.sorted = new SortedTexts(compare);
  }

  /** Whether the properties that say a note's day and askers are those of `before`; answers by others are out of date. */
  hasProperties(before: AskedProperties | null): boolean {
    const { dates, askers } = this.properties;
    return before?.dates === dates && before.askers === askers;
  }

  get properties(): AskedProperties {
    return { dates: this.#facts.dateProperties(), askers: this.#facts.askersProperty() };
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

function byCharacter(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
