/**
 * What is proposed for the rows in sight: worked out behind their drawing, in slices of time, and kept for each question
 * as its note was read until the suggester tells of a change. Of other rows nothing is worked out.
 */
import type { NoteEntry } from '../../../core/index/question-index';
import { isUntagged, markOf, type Question } from '../../../core/model/question';
import type { NoteProposals, QuestionProposals } from '../../../core/suggest/note-proposals';
import type { Row } from '../../../core/query';
import { TimeSlices } from '../../../vault/reading/time-slices';
import type { Suggester } from '../../../vault/suggest/suggester';

export interface GhostSources {
  readonly suggester: Pick<Suggester, 'mode' | 'ofNote' | 'ready' | 'subscribe'>;
  /** That of the tags that are suggested. */
  readonly root: () => string;
  /** Notes are being read for the first time: what is known changes with each of them. */
  readonly isReading: () => boolean;
  readonly yieldToEventLoop: () => Promise<void>;
}

interface OfNote {
  readonly root: string;
  readonly note: NoteProposals;
  readonly marks: NoteProposals['marks'];
}

interface Known {
  /** As its note was read then. */
  readonly question: Question;
  readonly round: number;
  readonly found: QuestionProposals;
}

/** More than any pane shows at once. */
const MOST_KEPT = 300;

export class RowGhosts {
  readonly #sources: GhostSources;
  readonly #stop: () => void;
  /** What the wording says of a note's questions is kept with them. */
  readonly #notes = new WeakMap<NoteEntry, OfNote>();
  /** By note, place and text; what was known stands until something else is. */
  readonly #known = new Map<string, Known>();
  readonly #inSight = new Map<object, { readonly row: Row; readonly tell: () => void }>();
  /** Counts up with each change of what is known. */
  #round = 0;
  #isWorking = false;
  #isClosed = false;

  constructor(sources: GhostSources) {
    this.#sources = sources;
    this.#stop = sources.suggester.subscribe(() => this.refresh());
  }

  /** Whether one may: the question is listed, and has no tag. */
  mayStandAt({ question }: Row): boolean {
    return markOf(question) === null && isUntagged(question, this.#sources.root());
  }

  /** What is proposed for the row, if there is a ghost; null too where that has not been worked out yet. */
  of(row: Row): QuestionProposals | null {
    if (this.#sources.suggester.mode !== 'ghosts' || !this.mayStandAt(row)) return null;
    const found = this.#known.get(keyOf(row))?.found ?? null;
    return found?.ghost ? found : null;
  }

  /** The row is in sight; `tell` is called when something else is known of it. Returns the way to say that it is gone. */
  watch(row: Row, tell: () => void): () => void {
    const key = {};
    this.#inSight.set(key, { row, tell });
    void this.#work();
    return () => this.#inSight.delete(key);
  }

  /** What is known may be another now. */
  refresh(): void {
    this.#round += 1;
    void this.#work();
  }

  close(): void {
    this.#isClosed = true;
    this.#stop();
    this.#inSight.clear();
  }

  async #work(): Promise<void> {
    if (this.#isWorking || this.#inSight.size === 0) return;
    this.#isWorking = true;
    let round;
    do {
      round = this.#round;
      await this.#sources.yieldToEventLoop();
      await this.#findAll();
    } while (round !== this.#round && !this.#isClosed);
    this.#isWorking = false;
  }

  async #findAll(): Promise<void> {
    const { suggester, isReading, yieldToEventLoop } = this.#sources;
    if (suggester.mode !== 'ghosts' || isReading()) return;
    await suggester.ready();
    const slices = new TimeSlices(yieldToEventLoop);
    for (const { row, tell } of this.#inSight.values()) {
      if (!this.mayStandAt(row) || this.#isKnown(row)) continue;
      if (slices.isOver) await slices.next();
      slices.work(() => this.#find(row));
      tell();
    }
  }

  #isKnown(row: Row): boolean {
    const known = this.#known.get(keyOf(row));
    return known?.question === row.question && known.round === this.#round;
  }

  #find(row: Row): void {
    const { entry, question } = row;
    const { note, marks } = this.#ofNote(entry);
    const found = note.of(entry.questions.all().indexOf(question), marks);
    const key = keyOf(row);
    this.#known.delete(key);
    this.#known.set(key, { question, round: this.#round, found });
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST_KEPT && oldest !== undefined) this.#known.delete(oldest);
  }

  #ofNote(entry: NoteEntry): OfNote {
    const root = this.#sources.root();
    const known = this.#notes.get(entry);
    if (known?.root === root) return known;
    const note = this.#sources.suggester.ofNote(entry.path, entry.questions.all(), null);
    const made = { root, note, marks: note.marks };
    this.#notes.set(entry, made);
    return made;
  }
}

function keyOf({ entry, question }: Row): string {
  return `${entry.path}\n${String(entry.questions.all().indexOf(question))}\n${question.text}`;
}
