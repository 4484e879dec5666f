/** What is learnt of choices that an operation writes: an undo takes it back, a redo learns it again. */
import type { Outcome } from '../../core/suggest/record';
import type { Operations } from '../../vault/writing/operations';

interface LessonContext {
  readonly operations: Pick<Operations, 'follow'>;
  readonly suggester: {
    /** Returns the way to take them back. */
    learn(outcomes: readonly Outcome[]): () => void;
  };
}

/** Of one operation: its `onBegin` is given to the writer, and `learn` called for what was written. */
export class Lesson {
  readonly #context: LessonContext;
  #operation: number | null = null;

  constructor(context: LessonContext) {
    this.#context = context;
  }

  readonly onBegin = (operation: number): void => {
    this.#operation = operation;
  };

  /** What came of the questions that were written; nothing is kept of those without. */
  learn(outcomes: readonly (Outcome | null)[]): void {
    const known = outcomes.filter((outcome) => outcome !== null);
    if (known.length === 0) return;
    const { operations, suggester } = this.#context;
    let takeBack = suggester.learn(known);
    // What is on no record is never taken back.
    if (this.#operation === null) return;
    operations.follow(this.#operation, (way) => {
      if (way === 'undo') takeBack();
      else takeBack = suggester.learn(known);
    });
  }
}
