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
import { isConflict, type PlacedMark, type Question } from '../core/question';
import { editorOptions, type EditorOptions } from './editor-options';
import { MarkChip, UntaggedSign, type OpenAt } from './mark-chip';
import { questionRanges, shifted } from './question-ranges';

/** The question whose mark or terminator stands at `at`, moved to where it is now; null where none does. */
export function questionAt(state: EditorState, at: number): Question | null {
  const ranges = state.field(questionRanges, false);
  let found: Question | null = null;
  ranges?.between(at, at, (from, _to, { question }) => {
    found = shifted(question, from - question.end);
  });
  return found;
}

class MarkDecorations {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update(update: ViewUpdate): void {
    const drawnAnew =
      update.docChanged ||
      update.viewportChanged ||
      update.selectionSet ||
      update.focusChanged ||
      update.startState.field(questionRanges, false) !==
        update.state.field(questionRanges, false) ||
      update.startState.facet(editorOptions) !== update.state.facet(editorOptions) ||
      isLivePreview(update.startState) !== isLivePreview(update.state);
    if (drawnAnew) this.decorations = decorate(update.view);
  }
}

export const markDecorations = ViewPlugin.fromClass(MarkDecorations, {
  decorations: (plugin) => plugin.decorations,
});

function decorate(view: EditorView): DecorationSet {
  const { state } = view;
  const options = state.facet(editorOptions);
  const ranges = state.field(questionRanges, false);
  if (!options || !ranges) return Decoration.none;
  const found: Range<Decoration>[] = [];
  let last = -1;
  for (const { from, to } of view.visibleRanges) {
    ranges.between(from, to, (start, _end, { question }) => {
      if (start <= last) return;
      last = start;
      found.push(...decorationsOf(state, shifted(question, start - question.end), options));
    });
  }
  return Decoration.set(found, true);
}

function decorationsOf(
  state: EditorState,
  question: Question,
  options: EditorOptions,
): readonly Range<Decoration>[] {
  if (question.marks.length === 0) return signOf(state, question, options);
  return question.marks
    .filter((mark) => isUnchanged(state, mark, options.root))
    .map((mark) => markDecoration(state, question, mark, options));
}

function markDecoration(
  state: EditorState,
  question: Question,
  mark: PlacedMark,
  options: EditorOptions,
): Range<Decoration> {
  const look = options.look(mark);
  const conflict = isConflict(question);
  if (!isLivePreview(state) || isTouched(state, mark)) {
    const color = `question-stance-source-mark question-stance-color-${look.color ?? 'none'}`;
    const decoration = Decoration.mark({ class: conflict ? `${color} is-conflict` : color });
    return decoration.range(mark.from, mark.to);
  }
  const shown = conflict ? { ...look, title: `${options.conflictTitle}: ${look.title}` } : look;
  const widget = new MarkChip(shown, conflict, openAt(options));
  return Decoration.replace({ widget }).range(mark.from, mark.to);
}

/** The quiet sign at the terminator of a question without a mark. */
function signOf(
  state: EditorState,
  question: Question,
  options: EditorOptions,
): readonly Range<Decoration>[] {
  if (options.sign === 'off' || question.kind === 'embedded' || question.kind === 'unmarked')
    return [];
  // An edit since the last reading may have taken the terminator away.
  if (!/[?？]/.test(state.sliceDoc(question.end - 1, question.end))) return [];
  const widget = new UntaggedSign(options.sign, options.untaggedTitle, openAt(options));
  return [Decoration.widget({ widget, side: 1 }).range(question.end)];
}

/** Opens the question that stands at a place when it is chosen: what was drawn may have moved since. */
function openAt(options: EditorOptions): OpenAt {
  return (view, at) => {
    const now = questionAt(view.state, at);
    if (now) options.open(view, now);
  };
}

/** Whether the text still reads as the mark that was found: an edit inside it may be a moment old. */
function isUnchanged(state: EditorState, mark: PlacedMark, root: string): boolean {
  if (mark.to > state.doc.length) return false;
  const text = state.sliceDoc(mark.from, mark.to);
  const stage = mark.stage === null ? '' : `/${mark.stage}`;
  return text.toLowerCase().includes(`#${root.toLowerCase()}/${mark.stance}${stage}`);
}

function isTouched(state: EditorState, { from, to }: PlacedMark): boolean {
  return state.selection.ranges.some((range) => range.from <= to && range.to >= from);
}

function isLivePreview(state: EditorState): boolean {
  return state.field(editorLivePreviewField, false) ?? false;
}
