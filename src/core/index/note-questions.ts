/**
 * A note's questions as the index holds them: one short string, a fraction of what the objects take, and next to
 * nothing for the garbage collector to walk through. Read out for whoever asks.
 */
import { packQuestions, unpackQuestions } from './packed-questions';
import type { Question } from '../model/question';

export class NoteQuestions {
  #all: readonly Question[] | null = null;

  /** Most notes of a vault ask nothing; they share this one. */
  static readonly #none = new NoteQuestions('');

  private constructor(readonly packed: string) {}

  static of(questions: readonly Question[]): NoteQuestions {
    return NoteQuestions.kept(packQuestions(questions));
  }

  /** Of the string that was `packed` of others: of the same note before it moved, or before a restart. */
  static kept(packed: string): NoteQuestions {
    return packed === '' ? NoteQuestions.#none : new NoteQuestions(packed);
  }

  /** The questions, the same objects each time; from now on they are kept. For notes that somebody looks at. */
  all(): readonly Question[] {
    return (this.#all ??= this.read());
  }

  /** The questions, made anew where nobody has looked at them. For who goes through a whole vault. */
  read(): readonly Question[] {
    return this.#all ?? unpackQuestions(this.packed) ?? [];
  }
}
