/**
 * Finds out how sure the first proposals of a review's questions are, in slices of time, while the reader is at work:
 * once for all notes, again when the suggester has learnt, and of a note when it has been read anew. Where all takes
 * long, it is done seldom.
 */
import type { Question } from '../../core/model/question';
import type { TimeSlices } from '../../vault/reading/time-slices';
import type { ReviewQueue } from './review-queue';
import type { KnownSureness } from './sureness-table';

/** What it asks of the rest of the plugin. */
export interface SurenessSource {
  /** Resolves once proposals can be asked for. */
  readonly ready: () => Promise<void>;
  /** The questions of a note as the index has them; null where it has none. */
  readonly questionsOf: (path: string) => readonly Question[] | null;
  /** One and the same for as long as the note has not been read anew; null where the index has none. */
  readonly readingOf: (path: string) => object | null;
  /** How sure the first proposal of a note's question is, by its place; 0 where nothing is proposed. */
  readonly surenessIn: (path: string, questions: readonly Question[]) => (at: number) => number;
  /** Calls `listener` when proposals may be others for what was learnt; returns the way to stop it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls `task` so many milliseconds later. */
  readonly later: (task: () => void, ms: number) => void;
}

/** It works for at most a tenth of the time, and no oftener than this, in milliseconds. */
const REST = 9;
const LEAST_REST = 1000;

export class SurenessPass {
  /** Resolves once every question has been looked at. */
  readonly first: Promise<void>;

  readonly #queue: ReviewQueue;
  readonly #source: SurenessSource;
  readonly #slices: TimeSlices;
  readonly #stop: () => void;
  /** Which reading of each note was looked at, of those that were. */
  readonly #readings = new Map<number, object | null>();
  /** Notes that have been read anew since: others wait for them. */
  readonly #changed = new Set<number>();
  /** Notes that need no look in this pass any more. */
  readonly #passed = new Set<number>();
  /** How long it has worked, in milliseconds. */
  #worked = 0;
  #isStale = false;
  #isClosed = false;
  #wake: () => void = () => undefined;

  constructor(queue: ReviewQueue, source: SurenessSource, slices: TimeSlices) {
    this.#queue = queue;
    this.#source = source;
    this.#slices = slices;
    this.#stop = source.subscribe(() => {
      this.#isStale = true;
      this.#wake();
    });
    this.first = this.#begin();
    void this.first.then(() => this.#goOn());
  }

  /** The note is another than it was: it comes before all others. */
  noteChanged(note: number): void {
    this.#changed.add(note);
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#wake();
  }

  #pathOf(note: number): string {
    return this.#queue.notes[note]?.now() ?? '';
  }

  async #begin(): Promise<void> {
    await this.#source.ready();
    await this.#pass();
  }

  async #goOn(): Promise<void> {
    let before = 0;
    while (!this.#isClosed) {
      const until = performance.now() + Math.max(LEAST_REST, REST * (this.#worked - before));
      before = this.#worked;
      await this.#rest(until);
      await this.#pass();
    }
  }

  async #pass(): Promise<void> {
    this.#isStale = false;
    this.#passed.clear();
    for (let note = 0; note < this.#queue.notes.length && !this.#isClosed; note++) {
      await this.#scoreChanged();
      if (!this.#passed.has(note)) await this.#score(note);
    }
  }

  /** Until there is something new, and not before `until`. */
  async #rest(until: number): Promise<void> {
    for (;;) {
      await this.#scoreChanged();
      const left = until - performance.now();
      if (this.#isClosed || (this.#isStale && left <= 0)) return;
      // Whatever has changed since has woken nobody.
      if (this.#changed.size > 0) continue;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        if (this.#isStale) this.#source.later(resolve, left);
      });
    }
  }

  async #scoreChanged(): Promise<void> {
    for (const note of this.#changed) {
      if (this.#isClosed) return;
      const isKnown = this.#readings.get(note) === this.#source.readingOf(this.#pathOf(note));
      if (isKnown) this.#changed.delete(note);
      else await this.#score(note);
    }
  }

  async #score(note: number): Promise<void> {
    if (!(await this.#mayGoOn())) return;
    const path = this.#pathOf(note);
    this.#changed.delete(note);
    this.#passed.add(note);
    this.#readings.set(note, this.#source.readingOf(path));
    const asked = this.#work(() => {
      const questions = this.#source.questionsOf(path);
      if (!questions) return null;
      const waiting = this.#queue.waitingIn(note, questions);
      return { waiting, surenessAt: this.#source.surenessIn(path, questions) };
    });
    const known: KnownSureness[] = [];
    for (const { at, key } of asked?.waiting ?? []) {
      if (!(await this.#mayGoOn())) return;
      known.push({ key, sureness: this.#work(() => asked?.surenessAt(at) ?? 0) });
    }
    this.#queue.sureness.put(note, known);
  }

  /** Once there is time. */
  async #mayGoOn(): Promise<boolean> {
    if (this.#slices.isOver) await this.#slices.next();
    return !this.#isClosed;
  }

  #work<Result>(task: () => Result): Result {
    const start = performance.now();
    const result = this.#slices.work(task);
    this.#worked += performance.now() - start;
    return result;
  }
}
