/**
 * Follows the index while a review goes on: what is to be shown of notes that have been read anew, which notes have
 * come in with untagged questions, and which have gone. In slices of time.
 */
import { changesBetween, type IndexChange, type IndexChunks } from '../../core/index/index-changes';
import type { QuestionIndex } from '../../core/index/question-index';
import type { TimeSlices } from '../../vault/reading/time-slices';
import { untaggedOf, type ReviewNote, type ReviewQueue } from './review-queue';

export interface QueueFollowerParts {
  readonly index: Pick<QuestionIndex, 'entries' | 'subscribe'>;
  readonly queue: ReviewQueue;
  /** That of the tags that are asked for. */
  readonly root: string;
  readonly slices: TimeSlices;
  /** The way to a note's path of the moment. */
  readonly follow: (path: string) => ReviewNote['now'];
  /** The note at that place of the queue is another than it was. */
  readonly onNote: (note: number) => void;
}

export class QueueFollower {
  readonly #parts: QueueFollowerParts;
  readonly #stop: () => void;
  /** What the queue goes by. */
  #known: IndexChunks;
  #isFollowing = false;
  #isClosed = false;
  /** The places of notes in the queue, by the paths that they had when they were last looked up. */
  #places: Map<string, number>;
  /** Whether they have been looked up since the index last changed. */
  #isPlaced = true;

  /** @param known What the queue was made of. */
  constructor(parts: QueueFollowerParts, known: IndexChunks) {
    this.#parts = parts;
    this.#known = known;
    this.#places = new Map(parts.queue.notes.map(({ now }, note) => [now(), note]));
    this.#stop = parts.index.subscribe(() => void this.#follow());
    void this.#follow();
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
  }

  async #follow(): Promise<void> {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    const { index, slices } = this.#parts;
    for (;;) {
      const { chunks } = index.entries();
      if (chunks === this.#known) break;
      const changes = slices.work(() => [...changesBetween(this.#known, chunks)]);
      this.#known = chunks;
      this.#isPlaced = false;
      for (const change of changes) {
        if (slices.isOver) await slices.next();
        if (this.#isClosed) return;
        slices.work(() => this.#look(change));
      }
    }
    this.#isFollowing = false;
  }

  #look({ path, entry }: IndexChange): void {
    const { queue, root, follow, onNote } = this.#parts;
    const questions = entry?.questions.read() ?? null;
    const isAsked = entry?.scope.inScope === true && untaggedOf(questions ?? [], root).length > 0;
    const place = this.#placeOf(path, isAsked);
    if (place === null && !isAsked) return;
    const note = place ?? queue.add(follow(path));
    this.#places.set(path, note);
    if (questions) queue.look(note, questions);
    else queue.lose(note);
    onNote(note);
  }

  /** @param isSought Whether it is worth a look at all notes, where it has another path than it had. */
  #placeOf(path: string, isSought: boolean): number | null {
    const { notes } = this.#parts.queue;
    const isThere = (note: number | undefined) => note !== undefined && notes[note]?.now() === path;
    if (!isThere(this.#places.get(path)) && isSought && !this.#isPlaced) {
      this.#places = new Map(notes.map(({ now }, note) => [now(), note]));
      this.#isPlaced = true;
    }
    const note = this.#places.get(path);
    return note !== undefined && isThere(note) ? note : null;
  }
}
