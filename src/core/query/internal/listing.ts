/**
 * What a list goes by before any filter: the questions of the notes shown that it lists. Filters change
 * with every letter, this hardly ever; so it is worked out once for columns, and asked again.
 */
import type { QuestionKind } from '../../model/question';
import { FLAGS, kindBit, type Columns } from '../columns/columns';
import { isWithin, type NoteChoice } from '../columns/row';
import { NumberCounts } from '../columns/number-counts';
import { endOfRun, firstOfRun } from '../columns/run-bounds';

export interface Listed {
  /** Null: no note at all. */
  readonly notes: NoteChoice | null;
  /** The kinds of untagged questions that are listed; tagged ones always are. */
  readonly kinds: readonly QuestionKind[];
  /** Whether those are listed that say «not a question». */
  readonly withSkipped: boolean;
}

/** Counts by the code of `stageKey`, 0 for no mark; an absent code counts none. */
export interface Counts {
  readonly byStage: ReadonlyMap<number, number>;
  readonly notes: number;
}

/** Questions by their positions in the columns. */
export interface Listing {
  readonly positions: Int32Array;
  readonly counts: Counts;
  /** Those of the notes shown that say «not a question», listed or not. */
  readonly skipped: Int32Array;
  /** Those of `positions` that have several marks. */
  readonly conflicts: Int32Array;
}

/** Scopes and kinds that are remembered at one time: those of some dashboards. */
const MOST_KEPT = 6;

export class Listings {
  readonly #kept = new Map<string, WeakMap<Columns, Listing>>();
  readonly #counter = new Counter();

  /** Makes ready for what is listed; what was worked out for the same before is used again. */
  of({ notes, kinds, withSkipped }: Listed): (columns: Columns) => Listing {
    const known = this.#keptFor(JSON.stringify([notes, kinds, withSkipped]));
    const bits = kinds.reduce((sum, kind) => sum | kindBit(kind), 0);
    return (columns) => {
      const before = known.get(columns);
      if (before) return before;
      const listing = listingOf(columns, notes, bits, withSkipped, this.#counter);
      known.set(columns, listing);
      return listing;
    };
  }

  #keptFor(key: string): WeakMap<Columns, Listing> {
    const known = this.#kept.get(key) ?? new WeakMap<Columns, Listing>();
    this.#kept.delete(key);
    this.#kept.set(key, known);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return known;
  }
}

function listingOf(
  columns: Columns,
  notes: NoteChoice | null,
  kinds: number,
  withSkipped: boolean,
  counter: Counter,
): Listing {
  const { firsts, flags } = columns;
  const positions: number[] = [];
  const skipped: number[] = [];
  const conflicts: number[] = [];
  for (let note = 0; note < columns.entries.length; note++) {
    const end = endOfRun(firsts, note);
    let at = firstOfRun(firsts, note);
    if (at === end || !isNoteWithin(columns, note, notes)) continue;
    for (; at < end; at++) {
      const flag = flags[at] ?? 0;
      const isNone = (flag & FLAGS.skipped) !== 0;
      if (isNone) skipped.push(at);
      if (isNone ? !withSkipped : flag === 0 && ((columns.kinds[at] ?? 0) & kinds) === 0) continue;
      positions.push(at);
      if ((flag & FLAGS.conflict) !== 0) conflicts.push(at);
    }
  }
  const listed = positionsOf(positions);
  return {
    positions: listed,
    counts: counter.count(columns, listed),
    skipped: positionsOf(skipped),
    conflicts: positionsOf(conflicts),
  };
}

function isNoteWithin({ entries }: Columns, note: number, notes: NoteChoice | null): boolean {
  const entry = entries[note];
  return notes !== null && entry !== undefined && isWithin(entry, notes);
}

/** Counts positions in the columns; one for many countings, since it keeps its buffer. */
export class Counter {
  readonly #tally = new NumberCounts();

  count({ stages, firsts }: Columns, positions: Int32Array): Counts {
    if (positions.length === 0) return NOTHING_COUNTED;
    let notes = 0;
    let note = 0;
    let end = 0;
    for (const at of positions) {
      this.#tally.add(stages[at] ?? 0);
      if (at < end) continue;
      notes += 1;
      while ((firsts[note + 1] ?? Infinity) <= at) note += 1;
      end = endOfRun(firsts, note);
    }
    return { byStage: this.#tally.take(), notes };
  }
}

export const NOTHING_COUNTED: Counts = { byStage: new Map(), notes: 0 };

export const NO_POSITIONS = new Int32Array(0);

function positionsOf(positions: readonly number[]): Int32Array {
  return positions.length === 0 ? NO_POSITIONS : new Int32Array(positions);
}
