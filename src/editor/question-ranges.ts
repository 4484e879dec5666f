/**
 * The questions of the document in an editor, kept where they are while the text changes around them and
 * read anew when the writer pauses. Typing moves ranges and reads nothing.
 */
import { RangeSet, RangeSetBuilder, RangeValue, StateEffect, StateField } from '@codemirror/state';
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';
import { extractQuestions } from '../core/extract';
import type { Question } from '../core/question';
import { editorOptions } from './editor-options';

/**
 * A question's range ends behind its last mark. `question` has the offsets of the reading; how far its
 * text has moved since is the range's start less `question.end`.
 */
export class QuestionRange extends RangeValue {
  // Text typed right behind a mark does not belong to it.
  override readonly endSide = -1;

  constructor(readonly question: Question) {
    super();
  }

  override eq(other: QuestionRange): boolean {
    return this.question === other.question;
  }
}

const setQuestions = StateEffect.define<readonly Question[]>();

/** Each range starts at its question's `end` and reaches to the end of its last mark. */
export const questionRanges = StateField.define<RangeSet<QuestionRange>>({
  create: () => RangeSet.empty,
  update(ranges, transaction) {
    let now = transaction.docChanged ? ranges.map(transaction.changes) : ranges;
    for (const effect of transaction.effects) {
      if (effect.is(setQuestions)) now = rangesOf(effect.value);
    }
    return now;
  },
});

function rangesOf(questions: readonly Question[]): RangeSet<QuestionRange> {
  const builder = new RangeSetBuilder<QuestionRange>();
  let last = 0;
  for (const question of questions) {
    const from = Math.max(question.end, last);
    const to = question.marks.reduce((end, mark) => Math.max(end, mark.to), from);
    builder.add(from, to, new QuestionRange(question));
    last = from;
  }
  return builder.finish();
}

/** The question with all its offsets moved by `shift`. */
export function shifted(question: Question, shift: number): Question {
  if (shift === 0) return question;
  return {
    ...question,
    start: question.start + shift,
    end: question.end + shift,
    markAt: question.markAt + shift,
    marks: question.marks.map((mark) => ({
      ...mark,
      from: mark.from + shift,
      to: mark.to + shift,
    })),
  };
}

/** How long the writer must pause, in milliseconds: at least this, and longer where reading is slow. */
const PAUSE = 150;
const PAUSE_PER_READING_TIME = 10;

/** Reads the document once when it is opened and again after each pause in its changes. */
export const questionReader = ViewPlugin.fromClass(
  class {
    #timer: number | null = null;
    #readingTime = 0;

    constructor(private readonly view: EditorView) {
      this.#plan(0);
    }

    update(update: ViewUpdate): void {
      if (!update.docChanged) return;
      this.#plan(Math.max(PAUSE, this.#readingTime * PAUSE_PER_READING_TIME));
    }

    destroy(): void {
      this.#cancel();
    }

    #plan(delay: number): void {
      this.#cancel();
      this.#timer = this.view.dom.win.setTimeout(() => this.#read(), delay);
    }

    #cancel(): void {
      if (this.#timer !== null) this.view.dom.win.clearTimeout(this.#timer);
      this.#timer = null;
    }

    #read(): void {
      this.#timer = null;
      const { state } = this.view;
      const options = state.facet(editorOptions);
      if (!options) return;
      // A dispatch would end an input method's composition.
      if (this.view.composing) return this.#plan(PAUSE);
      const started = performance.now();
      const questions = extractQuestions(state.doc.toString(), { root: options.root });
      this.#readingTime = performance.now() - started;
      this.view.dispatch({ effects: setQuestions.of(questions) });
    }
  },
);
