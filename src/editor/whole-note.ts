/**
 * Whether an editor's document is a note. A table cell that is edited in Live Preview has an editor of its
 * own, which names the note and its editor as its own, but whose document is the cell alone.
 */
import type { EditorState } from '@codemirror/state';
import { editorInfoField } from 'obsidian';

/** Reads both texts where they have as many lines: not for every key. */
export function isWholeNote(state: EditorState): boolean {
  const editor = state.field(editorInfoField, false)?.editor;
  if (!editor) return true;
  return editor.lineCount() === state.doc.lines && editor.getValue() === state.doc.toString();
}
