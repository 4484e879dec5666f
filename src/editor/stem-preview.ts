/**
 * A stem as it would be written, shown below the cursor's line before it is. Enter writes it, Escape drops it, and so does
 * any change of the text; with the cursor it moves.
 */
import { Prec, StateEffect, StateField, type EditorState, type Extension } from '@codemirror/state';
import { Decoration, EditorView, keymap, WidgetType, type DecorationSet } from '@codemirror/view';
import type { ChipLook } from './editor-options';

export interface StemPreview {
  /** The question, its gaps parting the pieces. */
  readonly pieces: readonly string[];
  readonly chip: ChipLook;
  /** What the keys do. */
  readonly hint: string;
  /** At the end of which line it would be written, for a cursor there; UTF-16 offsets. */
  place(text: string, cursor: number): number;
  write(): void;
  /** It is not shown any more. */
  dropped(): void;
}

/** Null takes away what is shown. */
const setPreview = StateEffect.define<StemPreview | null>();

/** In pixels, of two lines and what the keys do. */
const PREVIEW_HEIGHT = 110;

interface Shown {
  readonly preview: StemPreview;
  /** The whole text, which is the same wherever the cursor goes. */
  readonly text: string;
  readonly decorations: DecorationSet;
}

const shown = StateField.define<Shown | null>({
  create: () => null,
  update(value, { state, effects, docChanged, selection }) {
    const effect = [...effects].reverse().find((each) => each.is(setPreview));
    if (effect) return effect.value && draw(state, effect.value, state.doc.toString());
    if (!value || docChanged) return null;
    return selection ? draw(state, value.preview, value.text) : value;
  },
  provide: (field) =>
    EditorView.decorations.from(field, (value) => value?.decorations ?? Decoration.none),
});

function draw({ selection }: EditorState, preview: StemPreview, text: string): Shown {
  const at = preview.place(text, selection.main.head);
  const widget = new PreviewWidget(preview);
  const decoration = Decoration.widget({ widget, block: true, side: 1 });
  return { preview, text, decorations: Decoration.set(decoration.range(at)) };
}

class PreviewWidget extends WidgetType {
  readonly #preview: StemPreview;

  constructor(preview: StemPreview) {
    super();
    this.#preview = preview;
  }

  override eq(other: PreviewWidget): boolean {
    return this.#preview === other.#preview;
  }

  override toDOM(): HTMLElement {
    const { pieces, chip, hint } = this.#preview;
    const el = createDiv('question-stance-stem-preview');
    const line = el.createDiv({ cls: 'question-stance-stem-preview-line', attr: { dir: 'auto' } });
    pieces.forEach((piece, at) => {
      if (at > 0) line.createSpan('question-stance-gap');
      line.append(piece);
    });
    line.append(' ');
    line.createSpan({
      cls: `question-stance-chip is-pending question-stance-color-${chip.color ?? 'none'}`,
      text: chip.label,
    });
    el.createDiv({ cls: 'question-stance-stem-preview-hint', text: hint });
    return el;
  }
}

const previewKeys = Prec.highest(
  keymap.of([
    { key: 'Enter', run: (view) => withPreview(view, (preview) => preview.write()) },
    { key: 'Escape', run: (view) => withPreview(view, () => drop(view)) },
  ]),
);

function withPreview(view: EditorView, act: (preview: StemPreview) => void): boolean {
  const value = view.state.field(shown, false);
  if (value) act(value.preview);
  return Boolean(value);
}

function drop(view: EditorView): void {
  view.dispatch({ effects: setPreview.of(null) });
}

const telling = EditorView.updateListener.of(({ startState, state }) => {
  const before = startState.field(shown, false)?.preview;
  if (before && before !== state.field(shown, false)?.preview) before.dropped();
});

export const stemPreviewExtension: Extension = [shown, previewKeys, telling];

/** Shows a preview in the editor whose view is in `element`, or takes it away. */
export function previewStem(element: HTMLElement, preview: StemPreview | null): void {
  const content = element.querySelector<HTMLElement>('.cm-editor');
  const view = content && EditorView.findFromDOM(content);
  const value = view?.state.field(shown, false);
  // Where nothing is shown there is nothing to take away, and a dispatch would end a composition.
  if (!view || value === undefined || (!preview && !value)) return;
  const effects: StateEffect<unknown>[] = [setPreview.of(preview)];
  if (preview) {
    const { doc, selection } = view.state;
    const at = preview.place(doc.toString(), selection.main.head);
    // It stands below that line, which may be far from the cursor.
    effects.push(EditorView.scrollIntoView(at, { y: 'nearest', yMargin: PREVIEW_HEIGHT }));
  }
  view.dispatch({ effects });
}
