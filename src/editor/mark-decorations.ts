/**
 * How marks and untagged questions look in the visible part of an editor. Live Preview shows a mark as a
 * chip, and as text while the cursor is in it; source mode shows the text, coloured.
 */
import {
  Decoration,
  ViewPlugin,
  type DecorationSet,
  type EditorView,
  type ViewUpdate,
} from '@codemirror/view';
import { editorLivePreviewField } from 'obsidian';
import type { EditorState, Range } from '@codemirror/state';
import { isConflict, type PlacedMark, type QuestionKind } from '../core/model/question';
import { endsWithTerminator } from '../core/text/terminator';
import { editorOptions, type EditorOptions } from './editor-options';
import { MarkChip, UntaggedSign } from './mark-chip';
import { marksAt, questionPoints } from './question-points';

class MarkDecorations {
  decorations: DecorationSet;
  /** While the pointer is down, text must not open and close under it. */
  #release: AbortController | null = null;
  #isStale = false;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update(update: ViewUpdate): void {
    const drawnAnew =
      update.docChanged ||
      update.viewportChanged ||
      update.focusChanged ||
      update.startState.field(questionPoints, false) !==
        update.state.field(questionPoints, false) ||
      update.startState.facet(editorOptions) !== update.state.facet(editorOptions) ||
      isLivePreview(update.startState) !== isLivePreview(update.state);
    this.#isStale ||= update.selectionSet;
    if (!drawnAnew && (!this.#isStale || this.#release)) return;
    this.#isStale = false;
    this.decorations = decorate(update.view);
  }

  press(view: EditorView): void {
    this.#release?.abort();
    const release = new AbortController();
    this.#release = release;
    const { signal } = release;
    const released = () => {
      this.destroy();
      view.dispatch({});
    };
    for (const type of ['mouseup', 'dragend']) {
      view.dom.win.addEventListener(type, released, { signal });
    }
  }

  destroy(): void {
    this.#release?.abort();
    this.#release = null;
  }
}

export const markDecorations = ViewPlugin.fromClass(MarkDecorations, {
  decorations: (plugin) => plugin.decorations,
  eventObservers: {
    mousedown(event, view) {
      if (event.button === 0) this.press(view);
    },
  },
});

function decorate(view: EditorView): DecorationSet {
  const { state } = view;
  const options = state.facet(editorOptions);
  const points = state.field(questionPoints, false);
  if (!options || !points) return Decoration.none;
  const found: Range<Decoration>[] = [];
  let last = -1;
  for (const { from, to } of view.visibleRanges) {
    points.between(from, to, (point, _to, { kind }) => {
      if (point <= last) return;
      last = point;
      const marks = marksAt(state, point, options.roots);
      if (marks.length === 0) found.push(...signOf(state, point, kind, options));
      const conflict = isConflict({ marks });
      for (const mark of marks) found.push(markDecoration(view, mark, conflict, options));
    });
  }
  return Decoration.set(found, true);
}

function markDecoration(
  view: EditorView,
  mark: PlacedMark,
  conflict: boolean,
  options: EditorOptions,
): Range<Decoration> {
  const look = options.look(mark);
  if (!isLivePreview(view.state) || isTouched(view, mark)) {
    const color = `question-stance-source-mark question-stance-color-${look.color ?? 'none'}`;
    const decoration = Decoration.mark({ class: conflict ? `${color} is-conflict` : color });
    return decoration.range(mark.from, mark.to);
  }
  const shown = conflict ? { ...look, title: options.conflictTitle(look.title) } : look;
  const widget = new MarkChip(shown, conflict);
  return Decoration.replace({ widget }).range(mark.from, mark.to);
}

/** As far as a terminator with what closes it reaches, in UTF-16 units. */
const REACH = 500;

/** The quiet sign of a question without a mark. An edit since the last reading may have unmade the question. */
function signOf(
  state: EditorState,
  point: number,
  kind: QuestionKind,
  { sign, untaggedTitle }: EditorOptions,
): readonly Range<Decoration>[] {
  if (sign === 'off' || kind === 'embedded' || kind === 'unmarked') return [];
  if (!endsWithTerminator(state.sliceDoc(Math.max(0, point - REACH), point))) return [];
  const widget = new UntaggedSign(sign, untaggedTitle);
  return [Decoration.widget({ widget, side: 1 }).range(point)];
}

/** Whether the cursor or a selection reaches the mark. Where nobody writes, nothing is opened. */
function isTouched({ state, hasFocus }: EditorView, { from, to }: PlacedMark): boolean {
  return hasFocus && state.selection.ranges.some((range) => range.from <= to && range.to >= from);
}

function isLivePreview(state: EditorState): boolean {
  return state.field(editorLivePreviewField, false) ?? false;
}
