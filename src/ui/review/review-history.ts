/**
 * What was decided in a review, in the order it was shown: what the way back goes through. A question is found again by
 * its key, wherever it has moved in its note; one that its note does not have any more is passed over.
 */
import type { App, TFile } from 'obsidian';
import type { Question } from '../../core/model/question';
import { followPath } from '../parts/follow-renames';
import { questionKeys } from './question-key';
import type { ReviewQueue } from './review-queue';
import type { QueuePlace } from './sureness-table';

/** A note as it was read. */
export interface ReadNote {
  readonly read: readonly Question[];
  readonly text: string;
}

/** A question on show, in its note. */
export interface ShownQuestion extends ReadNote {
  readonly file: TFile;
  readonly question: Question;
  /** Where it stands in the queue. */
  readonly place: QueuePlace;
  /** Of what was decided before, where it stands among it. */
  readonly past: number | null;
}

/** A question that was shown and is tagged now, or was left untagged. */
interface Decided {
  readonly now: () => string;
  readonly place: QueuePlace;
  readonly text: string;
  readonly isLeft: boolean;
}

export interface ReviewHistoryParts {
  readonly app: App;
  readonly queue: Pick<ReviewQueue, 'leave' | 'tagged' | 'leftBehind' | 'taggedBehind'>;
  /** Without questions where there is no note to be read. */
  readonly read: (file: TFile) => Promise<ReadNote>;
  /** Whether nobody wants to know any more. */
  readonly isClosed: () => boolean;
}

export class ReviewHistory {
  readonly #parts: ReviewHistoryParts;
  readonly #decided: Decided[] = [];

  constructor(parts: ReviewHistoryParts) {
    this.#parts = parts;
  }

  get length(): number {
    return this.#decided.length;
  }

  /** Remembers what became of the question, and tells the queue. */
  decide({ file, question, past, place }: ShownQuestion, isLeft: boolean): void {
    const { app, queue } = this.#parts;
    const before = past === null ? null : this.#decided[past];
    if (before) {
      if (before.isLeft && !isLeft) queue.taggedBehind(place);
      if (!before.isLeft && isLeft) queue.leftBehind(place);
      this.#decided[past ?? 0] = { ...before, isLeft };
      return;
    }
    if (isLeft) queue.leave(place);
    else queue.tagged(place);
    const now = followPath(app, file.path);
    this.#decided.push({ now, place, text: question.text, isLeft });
  }

  /** The first from `first` on, going `by`, that its note still has; null where there is none. */
  async find(first: number, by: 1 | -1): Promise<ShownQuestion | null> {
    const { app, read: readNote, isClosed } = this.#parts;
    for (let past = first; ; past += by) {
      const decided = this.#decided[past];
      if (!decided || isClosed()) return null;
      const file = app.vault.getFileByPath(decided.now());
      if (!file) continue;
      const { read, text } = await readNote(file);
      const question = read[questionKeys(read).indexOf(decided.place.key)];
      // Keys are short: another's words may have the same.
      if (question?.text !== decided.text) continue;
      return { file, question, read, text, place: decided.place, past };
    }
  }
}
