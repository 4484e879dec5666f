/**
 * The way through the untagged questions of several notes. Each question is looked for in the note as it reads then, so
 * that what was tagged, edited or deleted meanwhile is passed over.
 */
import { isUntagged, type Question } from '../../core/model/question';
import { questionKeys } from './question-key';
import type { ReviewOrder } from './review-order';
import { SurenessTable, type QueuePlace } from './sureness-table';

export interface ReviewNote {
  /** Its path whenever it is asked for: it may be renamed on the way. */
  readonly now: () => string;
  /** How many untagged questions it had when the review began. */
  readonly untagged: number;
}

/** A question that is still to be shown, as its note was read. */
export interface WaitingQuestion {
  readonly question: Question;
  /** Its place among all questions of the note. */
  readonly at: number;
  readonly key: number;
}

export class ReviewQueue {
  /** May be changed on the way: what was shown and decided stays so. */
  order: ReviewOrder;
  /** As far as it is known: what is not known comes behind, in the notes' order. */
  readonly sureness = new SurenessTable();

  readonly #notes: readonly ReviewNote[];
  readonly #root: string;
  /** Of each note's untagged questions, how many are still to be shown. */
  readonly #waiting: number[];
  /** By note, those that were shown and stay untagged. */
  readonly #left = new Map<number, Set<number>>();
  /** Where the next question is looked for; without a key, at the note's first. */
  #next: { readonly note: number; readonly key: number | null } | null = null;

  /** @param root That of the tags that are asked for. */
  constructor(notes: readonly ReviewNote[], root: string, order: ReviewOrder = 'notes') {
    this.#notes = notes;
    this.#root = root;
    this.order = order;
    this.#waiting = notes.map(({ untagged }) => untagged);
  }

  get notes(): readonly ReviewNote[] {
    return this.#notes;
  }

  /** How many questions are still to be shown, the shown one included. */
  get left(): number {
    return this.#waiting.reduce((sum, count) => sum + count, 0);
  }

  /** How many untagged questions there are in all: those to be shown, and those that were left. */
  get untagged(): number {
    return [...this.#left.values()].reduce((sum, { size }) => sum + size, this.left);
  }

  /** Goes on; returns the path of the note to look at, or null where the way is at its end. */
  next(): string | null {
    const first = this.order === 'notes' ? null : this.sureness.first(this.order);
    const note = this.#waiting.findIndex((count) => count > 0);
    this.#next = first ?? (note === -1 ? null : { note, key: null });
    return this.#next === null ? null : (this.#notes[this.#next.note]?.now() ?? null);
  }

  /** The question to show, `questions` being the note's as it reads now; null where there is none, and the way goes on. */
  questionIn(
    questions: readonly Question[],
  ): (WaitingQuestion & { readonly place: QueuePlace }) | null {
    if (this.#next === null) return null;
    const { note, key } = this.#next;
    const waiting = this.waitingIn(note, questions);
    this.#waiting[note] = waiting.length;
    const next = key === null ? waiting[0] : waiting.find((each) => each.key === key);
    if (next) return { ...next, place: { note, key: next.key } };
    if (key !== null) this.sureness.drop({ note, key });
    return null;
  }

  /** Those of a note's questions that are still to be shown. */
  waitingIn(note: number, questions: readonly Question[]): readonly WaitingQuestion[] {
    const left = this.#left.get(note);
    const keys = questionKeys(questions);
    return questions
      .map((question, at) => ({ question, at, key: keys[at] ?? 0 }))
      .filter(({ question, key }) => isUntagged(question, this.#root) && !left?.has(key));
  }

  /** The shown question has been tagged. */
  tagged(place: QueuePlace): void {
    this.#passed(place);
  }

  /** The shown question stays untagged. */
  leave(place: QueuePlace): void {
    this.#passed(place);
    const left = this.#left.get(place.note) ?? new Set();
    this.#left.set(place.note, left.add(place.key));
  }

  /** A question that was left is tagged after all. */
  taggedBehind({ note, key }: QueuePlace): void {
    this.#left.get(note)?.delete(key);
  }

  #passed(place: QueuePlace): void {
    this.sureness.drop(place);
    this.#waiting[place.note] = Math.max(0, (this.#waiting[place.note] ?? 0) - 1);
  }
}

/** The questions that lists show and that have no mark under `root`. */
export function untaggedOf(questions: readonly Question[], root: string): readonly Question[] {
  return questions.filter((question) => isUntagged(question, root));
}
