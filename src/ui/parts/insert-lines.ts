/** Lines that a command puts into a note. */
import type { Editor } from 'obsidian';

/**
 * Puts lines below the cursor's, with an empty one between, or in its place where it is empty itself. The cursor is in
 * the line `at` of them then, counted from 0; an empty one at their end sets off what stands behind.
 */
export function insertLines(editor: Editor, lines: readonly string[], at: number): void {
  const { line } = editor.getCursor();
  const text = editor.getLine(line);
  const isEmpty = text.trim() === '';
  const inserted = lines.join('\n');
  const to = { line, ch: text.length };
  if (isEmpty) editor.replaceRange(inserted, { line, ch: 0 }, to);
  else editor.replaceRange(`\n\n${inserted}`, to);
  editor.setCursor({ line: line + at + (isEmpty ? 0 : 2), ch: 0 });
}
