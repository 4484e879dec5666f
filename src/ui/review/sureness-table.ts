/**
 * How sure the first proposals of a review's questions are, note by note. Eight bytes a question and some
 * hundred a note: 3.7 MB for 200,000 questions of 5,000 notes.
 */
import type { ReviewOrder } from './review-order';

/** A question of the review: the place of its note among the notes, and its key there. */
export interface QueuePlace {
  readonly note: number;
  readonly key: number;
}

export interface KnownSureness {
  readonly key: number;
  /** Between 0 and 1; 0 where nothing is proposed. */
  readonly sureness: number;
}

interface Known {
  readonly keys: Uint32Array;
  /** NaN for what is asked no more. */
  readonly sureness: Float32Array;
}

export class SurenessTable {
  readonly #notes: (Known | undefined)[] = [];

  /** What is known of a note's questions, in their order, in place of what was known. */
  put(note: number, questions: readonly KnownSureness[]): void {
    this.#notes[note] = {
      keys: Uint32Array.from(questions, ({ key }) => key),
      sureness: Float32Array.from(questions, ({ sureness }) => sureness),
    };
  }

  drop({ note, key }: QueuePlace): void {
    const known = this.#notes[note];
    const at = known?.keys.indexOf(key) ?? -1;
    if (known && at !== -1) known.sureness[at] = NaN;
  }

  /** The first in that order; of several that are as sure, the first in the notes. Null where none is known. */
  first(order: Exclude<ReviewOrder, 'notes'>): QueuePlace | null {
    let first: QueuePlace | null = null;
    let most = -Infinity;
    const direction = order === 'surest' ? 1 : -1;
    for (const [note, known] of this.#notes.entries()) {
      const { length } = known?.sureness ?? [];
      for (let at = 0; at < length; at++) {
        const rank = direction * (known?.sureness[at] ?? NaN);
        // NaN is greater than nothing.
        if (!(rank > most)) continue;
        most = rank;
        first = { note, key: known?.keys[at] ?? 0 };
      }
    }
    return first;
  }
}
