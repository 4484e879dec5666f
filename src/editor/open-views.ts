/**
 * The editors that are open, for those who are handed Obsidian's `Editor` and want to know what has been read
 * in it. Answers from the points of questions; reads one line, never the note.
 */
import { editorInfoField, type Editor } from 'obsidian';
import { readMarks } from '../core/model/mark-reading';
import type { OpenView } from './editor-options';
import { questionPoints } from './question-points';

export class OpenViews {
  readonly #views = new Set<OpenView>();

  add(view: OpenView): void {
    this.#views.add(view);
  }

  delete(view: OpenView): void {
    this.#views.delete(view);
  }

  /**
   * The UTF-16 offset of the place for the mark of an untagged question, with nothing but white space
   * between it and what was typed at `typedFrom`–`cursor`. Null where none is known: there is none, or it
   * was written since the last reading.
   */
  pendingPlace(
    editor: Editor,
    typedFrom: number,
    cursor: number,
    roots: readonly string[],
  ): number | null {
    const state = this.#viewOf(editor)?.state;
    if (!state || cursor > state.doc.length) return null;
    const line = state.doc.lineAt(typedFrom);
    // A table cell's document is not the one that the offsets are of.
    if (editor.getLine(line.number - 1) !== line.text || cursor > line.to) return null;
    let place = -1;
    state.field(questionPoints, false)?.between(line.from, typedFrom, (at) => {
      place = Math.max(place, at);
    });
    if (place < 0 || state.sliceDoc(place, typedFrom).trim() !== '') return null;
    const rest = line.text.slice(0, typedFrom - line.from) + line.text.slice(cursor - line.from);
    return readMarks(rest, place - line.from, roots).length === 0 ? place : null;
  }

  /** Whether an input method is composing in the editor. */
  isComposing(editor: Editor): boolean {
    return this.#viewOf(editor)?.composing === true;
  }

  #viewOf(editor: Editor): OpenView | null {
    for (const view of this.#views) {
      const isOwn = view.state.field(editorInfoField, false)?.editor === editor;
      if (isOwn && editor.lineCount() === view.state.doc.lines) return view;
    }
    return null;
  }
}
