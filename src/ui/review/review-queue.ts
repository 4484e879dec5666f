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

  readonly #notes: ReviewNote[];
  readonly #root: string;
  /** Of each note's untagged questions, how many are still to be shown. */
  readonly #waiting: number[];
  /** By note, those that were shown and stay untagged. */
  readonly #left = new Map<number, Set<number>>();
  /** By note, those that were tagged here, until the index says so too. */
  readonly #tagged = new Map<number, Set<number>>();
  /** Notes whose count goes by what was tagged here against what the index says: they are read before the end. */
  readonly #doubtful = new Set<number>();
  /** Notes that are not there any more. */
  readonly #lost = new Set<number>();
  /** Where the next question is looked for; without a key, at the note's first. */
  #next: { readonly note: number; readonly key: number | null } | null = null;
  #shown: QueuePlace | null = null;
  /** Whether the shown question is among those that are waiting. */
  #isShownCounted = false;

  /** @param root That of the tags that are asked for. */
  constructor(notes: readonly ReviewNote[], root: string, order: ReviewOrder = 'notes') {
    this.#notes = [...notes];
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
    const left = [...this.#left].filter(([note]) => !this.#lost.has(note));
    return left.reduce((sum, [, { size }]) => sum + size, this.left);
  }

  /** A note that has untagged questions only now: it comes behind the others. Returns its place. */
  add(now: ReviewNote['now']): number {
    this.#notes.push({ now, untagged: 0 });
    return this.#waiting.push(0) - 1;
  }

  /** The note has been read anew, and has these questions: by the index, which may be behind what is tagged here. */
  look(note: number, questions: readonly Question[]): void {
    this.#lost.delete(note);
    const waiting = new Set(this.waitingIn(note, questions).map(({ key }) => key));
    const tagged = this.#tagged.get(note) ?? new Set();
    let behind = 0;
    for (const key of tagged) {
      if (waiting.has(key)) behind += 1;
      else tagged.delete(key);
    }
    this.#waiting[note] = waiting.size - behind;
    if (behind > 0) this.#doubtful.add(note);
    else this.#doubtful.delete(note);
    if (this.#shown?.note === note) this.#isShownCounted = waiting.has(this.#shown.key);
  }

  /** The note is not there any more. */
  lose(note: number): void {
    this.#lost.add(note);
    this.#waiting[note] = 0;
    this.#doubtful.delete(note);
    this.sureness.put(note, []);
    if (this.#shown?.note === note) this.#isShownCounted = false;
  }

  /** Goes on; returns the path of the note to look at, or null where the way is at its end. */
  next(): string | null {
    const first = this.order === 'notes' ? null : this.sureness.first(this.order);
    const waiting = this.#waiting.findIndex((count) => count > 0);
    const [doubtful = -1] = this.#doubtful;
    const note = waiting === -1 ? doubtful : waiting;
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
    this.#doubtful.delete(note);
    // Their tags went again.
    for (const each of waiting) this.#tagged.get(note)?.delete(each.key);
    const next = key === null ? waiting[0] : waiting.find((each) => each.key === key);
    if (next) {
      const place = { note, key: next.key };
      this.#shown = place;
      this.#isShownCounted = true;
      return { ...next, place };
    }
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
    add(this.#tagged, place);
  }

  /** The shown question stays untagged. */
  leave(place: QueuePlace): void {
    this.#passed(place);
    add(this.#left, place);
  }

  /** A question that was left is tagged after all. */
  taggedBehind(place: QueuePlace): void {
    this.#left.get(place.note)?.delete(place.key);
    add(this.#tagged, place);
  }

  /** A question that was tagged is untagged once more, and not shown for that. */
  leftBehind(place: QueuePlace): void {
    this.#tagged.get(place.note)?.delete(place.key);
    add(this.#left, place);
  }

  #passed(place: QueuePlace): void {
    this.sureness.drop(place);
    const isShown = this.#shown?.note === place.note && this.#shown.key === place.key;
    if (isShown && !this.#isShownCounted) return;
    this.#waiting[place.note] = Math.max(0, (this.#waiting[place.note] ?? 0) - 1);
  }
}

function add(keys: Map<number, Set<number>>, { note, key }: QueuePlace): void {
  keys.set(note, (keys.get(note) ?? new Set()).add(key));
}

/** The questions that lists show and that have no mark under `root`. */
export function untaggedOf(questions: readonly Question[], root: string): readonly Question[] {
  return questions.filter((question) => isUntagged(question, root));
}
