/**
 * How many questions the notes have that stand in editors, by path: what an editor has read counts until the
 * index has questions that are newer. A note that the index does not hold has no other count.
 */
import { isListed, countedMark, type Question } from '../../core/model/question';
import type { NoteQuestions } from '../../core/index/note-questions';
import type { NoteEntry } from '../../core/index/question-index';
import { isAtOrBelow } from '../../core/model/path';

/** Listed questions: how many there are and how many have a mark. */
export interface QuestionCount {
  readonly tagged: number;
  readonly all: number;
}

type Indexed = Pick<NoteEntry, 'questions'> | null;

interface LiveCount extends QuestionCount {
  /** What the index had when the editor was read. A renamed or newly judged entry has the same questions. */
  readonly indexed: NoteQuestions | null;
}

export class LiveCounts {
  readonly #counts = new Map<string, LiveCount>();

  /** An editor has just read `questions` in the note, of which the index has `entry`. */
  take(path: string, questions: readonly Question[], entry: Indexed): void {
    this.#counts.set(path, { ...countQuestions(questions), indexed: entry?.questions ?? null });
  }

  /** The note's count, `entry` being what the index has of it now. */
  count(path: string, entry: Indexed): QuestionCount {
    const live = this.#counts.get(path);
    if (live && (!entry || entry.questions === live.indexed)) return live;
    return countQuestions(entry?.questions.all() ?? []);
  }

  /** Follows a note, or a folder with what is in it. */
  rename(from: string, to: string): void {
    for (const [path, count] of [...this.#counts]) {
      if (!isAtOrBelow(path, from)) continue;
      this.#counts.delete(path);
      this.#counts.set(to + path.slice(from.length), count);
    }
  }

  /** Forgets a note, or a folder with what is in it. */
  remove(from: string): void {
    this.keep((path) => !isAtOrBelow(path, from));
  }

  /** Forgets the notes that `isOpen` does not hold to be open any more. */
  keep(isOpen: (path: string) => boolean): void {
    for (const path of [...this.#counts.keys()]) {
      if (!isOpen(path)) this.#counts.delete(path);
    }
  }
}

function countQuestions(questions: readonly Question[]): QuestionCount {
  const listed = questions.filter(isListed);
  return { tagged: listed.filter((question) => countedMark(question)).length, all: listed.length };
}
