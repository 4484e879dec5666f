/**
 * Shows a place of an editor's text for a moment without selecting it, so that the next key replaces nothing.
 * CodeMirror draws it; the style fades it out.
 */
import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet } from '@codemirror/view';

/** As long as the fading in `flash.css`, in milliseconds. */
const SHOWN = 1500;

/** Null ends it. */
const setFlash = StateEffect.define<{ readonly from: number; readonly to: number } | null>();

const shown = Decoration.mark({ class: 'question-stance-flash' });

const flashed = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(flash, { effects, changes }) {
    const effect = [...effects].reverse().find((each) => each.is(setFlash));
    if (!effect) return flash.map(changes);
    const range = effect.value;
    return range ? Decoration.set(shown.range(range.from, range.to)) : Decoration.none;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const ending = ViewPlugin.fromClass(
  class {
    #cancel: (() => void) | null = null;

    readonly #view: EditorView;

    constructor(view: EditorView) {
      this.#view = view;
    }

    begin(): void {
      this.#cancel?.();
      // The editor may be in another window by the time that it ends.
      const { win } = this.#view.dom;
      const timer = win.setTimeout(() => this.#end(), SHOWN);
      this.#cancel = () => win.clearTimeout(timer);
    }

    destroy(): void {
      this.#cancel?.();
    }

    #end(): void {
      // A dispatch would end an input method's composition; faded out, it is not seen.
      if (this.#view.composing) this.begin();
      else this.#view.dispatch({ effects: setFlash.of(null) });
    }
  },
);

export const flashExtension: Extension = [flashed, ending];

/** Flashes `from`–`to` (UTF-16) in the editor whose view is in `element`, where its document is that long. */
export function flashIn(element: HTMLElement, from: number, to: number): void {
  const content = element.querySelector<HTMLElement>('.cm-editor');
  const view = content && EditorView.findFromDOM(content);
  const plugin = view?.plugin(ending);
  if (!view || !plugin || from >= to || to > view.state.doc.length) return;
  view.dispatch({ effects: setFlash.of({ from, to }) });
  plugin.begin();
}
