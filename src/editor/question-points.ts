/**
 * Where the questions of the document in an editor stand: a point each, just behind the terminator and what
 * closes it, which is where marks go. Typing moves the points and reads nothing; the document is read anew
 * when the writer pauses.
 */
import {
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
  type EditorState,
  type Transaction,
} from '@codemirror/state';
import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';
import { extractQuestions } from '../core/reading/extract';
import { readMarks } from '../core/model/mark-reading';
import type { PlacedMark, Question, QuestionKind } from '../core/model/question';
import { areSameRoots } from '../core/model/roots';
import { editorOptions, type EditorOptions } from './editor-options';
import { isWholeNote } from './whole-note';

export class QuestionPoint extends RangeValue {
  // A mark written at the point, or text typed there, comes behind it.
  override readonly startSide = -1;
  override readonly endSide = -1;

  /** `hasPlace`: a mark is one here; not in the text of a link, whatever the text there looks like. */
  constructor(
    readonly kind: QuestionKind,
    readonly hasPlace: boolean,
  ) {
    super();
  }

  override eq(other: QuestionPoint): boolean {
    return this.kind === other.kind && this.hasPlace === other.hasPlace;
  }
}

/** Tells the points of a new reading of the document as it stands. */
export const setQuestions = StateEffect.define<readonly Question[]>();

/** A note this short, in UTF-16 units, is read while it is opened, so that its marks never show as text first. */
const SHORT = 100_000;

export const questionPoints = StateField.define<RangeSet<QuestionPoint>>({
  create(state) {
    return state.doc.length <= SHORT ? pointsOf(state, readQuestions(state)) : RangeSet.empty;
  },
  update(points, transaction) {
    const read = readingIn(transaction);
    if (read) return pointsOf(transaction.state, read);
    return transaction.docChanged ? points.map(transaction.changes) : points;
  },
});

function readingIn({ effects }: Transaction): readonly Question[] | undefined {
  return [...effects].reverse().find((effect) => effect.is(setQuestions))?.value;
}

function pointsOf(state: EditorState, questions: readonly Question[]): RangeSet<QuestionPoint> {
  return RangeSet.of(
    questions.map((of) => new QuestionPoint(of.kind, hasPlace(state, of)).range(of.markAt)),
    true,
  );
}

/** As far as it is looked whether a question that is read without marks seems to have some, in UTF-16 units. */
const REACH = 200;

function hasPlace(state: EditorState, { markAt, marks }: Question): boolean {
  if (marks.length > 0) return true;
  if (!state.doc.sliceString(markAt, markAt + REACH).includes('#')) return true;
  const roots = state.facet(editorOptions)?.roots ?? [];
  return marksInText(state, markAt, roots).length === 0;
}

interface Reading {
  readonly roots: readonly string[];
  readonly questions: readonly Question[];
}

/** What a document was read as, while it stands: an opened note is asked for its questions several times. */
const readings = new WeakMap<EditorState['doc'], Reading>();

function readQuestions(state: EditorState): readonly Question[] {
  const options = state.facet(editorOptions);
  if (!options) return [];
  const { doc } = state;
  const { roots } = options;
  const known = readings.get(doc);
  if (known && areSameRoots(known.roots, roots)) return known.questions;
  const questions = extractQuestions(doc.toString(), { roots });
  readings.set(doc, { roots, questions });
  return questions;
}

/** The marks at a point, as the text reads now. */
export function marksAt(
  state: EditorState,
  point: number,
  roots: readonly string[],
): readonly PlacedMark[] {
  const places: boolean[] = [];
  state.field(questionPoints, false)?.between(point, point, (_from, _to, of) => {
    places.push(of.hasPlace);
  });
  return places.at(-1) === false ? [] : marksInText(state, point, roots);
}

function marksInText(
  state: EditorState,
  point: number,
  roots: readonly string[],
): readonly PlacedMark[] {
  const { doc } = state;
  const line = doc.lineAt(point);
  // A mark may stand alone in the next line.
  const to = line.number < doc.lines ? doc.line(line.number + 1).to : line.to;
  return readMarks(doc.sliceString(line.from, to), point - line.from, roots).map((mark) => ({
    ...mark,
    from: line.from + mark.from,
    to: line.from + mark.to,
  }));
}

/** The question whose point or marks stand at `at`, read anew from the document; null where none does. */
export function questionAtPoint(state: EditorState, at: number): Question | null {
  return (
    readQuestions(state).find(
      ({ markAt, marks }) => markAt <= at && at <= (marks.at(-1)?.to ?? markAt),
    ) ?? null
  );
}

/** How long the writer must pause, in milliseconds: at least this, and longer where reading is slow. */
const PAUSE = 150;
const PAUSE_PER_READING_TIME = 10;

/** Reads the document when it is opened, when the settings change, and after each pause in its changes. */
export const questionReader = ViewPlugin.fromClass(
  class {
    #cancel: (() => void) | null = null;
    #readingTime = 0;
    readonly #stopFollowing: () => void;

    readonly #views: EditorOptions['views'] | undefined;

    readonly #view: EditorView;

    constructor(view: EditorView) {
      this.#view = view;
      this.#views = view.state.facet(editorOptions)?.views;
      this.#views?.add(view);
      this.#plan(0);
      // The window that it waited in may close before it comes to it.
      // Obsidian hears of the move by a class, which CodeMirror drops from its root when that loses the focus.
      this.#stopFollowing = view.scrollDOM.onWindowMigrated(() => {
        if (this.#cancel) this.#plan(PAUSE);
      });
    }

    update({ docChanged, startState, state }: ViewUpdate): void {
      if (startState.facet(editorOptions) !== state.facet(editorOptions)) this.#plan(0);
      else if (docChanged) {
        this.#plan(Math.max(PAUSE, this.#readingTime * PAUSE_PER_READING_TIME));
      }
    }

    destroy(): void {
      this.#views?.delete(this.#view);
      this.#stopFollowing();
      this.#cancel?.();
    }

    #plan(delay: number): void {
      this.#cancel?.();
      // The editor may have moved to another window by the time that this is cancelled.
      const { win } = this.#view.dom;
      const timer = win.setTimeout(() => this.#read(), delay);
      this.#cancel = () => win.clearTimeout(timer);
    }

    #read(): void {
      this.#cancel = null;
      const { state } = this.#view;
      // A dispatch would end an input method's composition.
      if (this.#view.composing) {
        this.#plan(PAUSE);
        return;
      }
      const started = performance.now();
      const questions = readQuestions(state);
      this.#readingTime = performance.now() - started;
      this.#view.dispatch({ effects: setQuestions.of(questions) });
      if (isWholeNote(state)) state.facet(editorOptions)?.onRead(state, questions);
    }
  },
);
