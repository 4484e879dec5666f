/**
 * Takes the cursor out of a table. While one of its cells is edited in Live Preview, Obsidian keeps an editor
 * of its own for that cell, and what is changed in the note's editor at that place does not stand.
 */
import type { Editor, EditorPosition } from 'obsidian';
import { readBlocks } from '../../core/markdown/block';
import { findBody } from '../../core/markdown/frontmatter';

/** First and last line, counted from 0. */
interface Table {
  readonly first: number;
  readonly last: number;
}

/** Whether the cursor stood in a table, and has been put beside it. */
export function leaveTable(editor: Editor): boolean {
  const text = editor.getValue();
  const table = tableAt(text, editor.getCursor().line);
  const place = table && placeBeside(text, table);
  if (place) editor.setCursor(place);
  return place !== null;
}

function tableAt(text: string, line: number): Table | null {
  let found: Table | null = null;
  readBlocks(text, ({ kind, lines }) => {
    if (kind !== 'table') return;
    // Blocks count lines from 1, and leave out the row of dashes.
    const first = lines.line(0) - 1;
    const last = Math.max(lines.line(lines.count - 1) - 1, first + 1);
    if (first <= line && line <= last) found = { first, last };
  });
  return found;
}

/** The line before it, but not within the frontmatter; where there is none, the line behind. */
function placeBeside(text: string, { first, last }: Table): EditorPosition | null {
  const lines = text.split('\n');
  const body = findBody(text).line;
  if (first > body) return { line: first - 1, ch: 0 };
  if (body > 0) return { line: body - 1, ch: lines[body - 1]?.length ?? 0 };
  return last + 1 < lines.length ? { line: last + 1, ch: 0 } : null;
}
