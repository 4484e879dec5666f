/**
 * The way through the untagged questions of several notes. Each step looks at the note as it reads then, so
 * that what was tagged, edited or deleted meanwhile is passed over.
 */
import { isUntagged, type Question } from '../../core/model/question';

export interface ReviewNote {
  /** Its path whenever it is asked for: it may be renamed on the way. */
  readonly now: () => string;
  /** How many untagged questions it had when the review began. */
  readonly untagged: number;
}

export class ReviewQueue {
  #at = 0;
  /** Of the note's untagged questions, how many were left so; they come before the one that is shown. */
  #leftHere = 0;
  #leftBehind = 0;
  /** Of the note's untagged questions, how many are still to be shown. */
  #waiting: number;

  readonly #notes: readonly ReviewNote[];
  readonly #root: string;

  /** @param root That of the tags that are asked for. */
  constructor(notes: readonly ReviewNote[], root: string) {
    this.#notes = notes;
    this.#root = root;
    this.#waiting = notes[0]?.untagged ?? 0;
  }

  /** The note to look at; null where the way is at its end. */
  get path(): string | null {
    return this.#notes[this.#at]?.now() ?? null;
  }

  /** How many questions are still to be shown, the shown one included. */
  get left(): number {
    return this.#notes
      .slice(this.#at + 1)
      .reduce((sum, note) => sum + note.untagged, this.#waiting);
  }

  /** How many untagged questions there are in all: those to be shown, and those that were left. */
  get untagged(): number {
    return this.left + this.#leftBehind;
  }

  /** The question to show, `questions` being the note's as it reads now; null where the next note comes. */
  step(questions: readonly Question[]): Question | null {
    const untagged = untaggedOf(questions, this.#root);
    this.#waiting = Math.max(0, untagged.length - this.#leftHere);
    const next = untagged[this.#leftHere];
    if (next) return next;
    this.#at += 1;
    this.#leftHere = 0;
    this.#waiting = this.#notes[this.#at]?.untagged ?? 0;
    return null;
  }

  /** The shown question stays untagged. */
  leave(): void {
    this.#leftHere += 1;
    this.#leftBehind += 1;
    this.#waiting -= 1;
  }

  /** A question that was left is tagged after all. */
  taggedBehind(path: string): void {
    this.#leftBehind -= 1;
    if (path === this.path) this.#leftHere -= 1;
  }
}

/** The questions that lists show and that have no mark under `root`. */
export function untaggedOf(questions: readonly Question[], root: string): readonly Question[] {
  return questions.filter((question) => isUntagged(question, root));
}
