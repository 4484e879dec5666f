/**
 * The query block that the cursor stands in, read line by line off an editor: never more of the note than a query has
 * lines. Blocks in quotes and callouts have the quote's `>` before each line.
 */
import type { Editor, EditorPosition } from 'obsidian';
import { closes, OPENING, prefixIn } from './block-fence';

export interface BlockAround {
  /** The block's lines as a query, without a quote's `>`; lines end in `\n`. */
  readonly query: string;
  /** Where in it the cursor stands. */
  readonly offset: number;
  /** Where an offset of the query stands in the note. */
  readonly positionOf: (offset: number) => EditorPosition;
}

type Lines = Pick<Editor, 'getLine' | 'lineCount'>;

/** Nobody writes a query of more lines; each key asks. */
const MOST_LINES = 200;
/** A fence is no longer. */
const LONGEST_FENCE = 200;

const FENCE = /^[ \t]*(?:>[ \t]?)*(?:`{3,}|~{3,})/;

/** Null where the cursor stands in no such block, or in its fences. */
export function blockAround(editor: Lines, { line, ch }: EditorPosition): BlockAround | null {
  const first = firstLine(editor, line);
  if (!first) return null;
  const { at, prefix } = first;
  const last = lastLine(editor, line, first);
  const lines: { readonly from: number; readonly cut: number }[] = [];
  let query = '';
  for (let number = at; number <= last; number += 1) {
    const text = editor.getLine(number);
    const cut = prefixIn(text, prefix);
    if (number > at) query += '\n';
    lines.push({ from: query.length, cut });
    query += text.slice(cut);
  }
  const here = lines[line - at];
  if (!here || ch < here.cut) return null;
  return {
    query,
    offset: here.from + ch - here.cut,
    positionOf: (offset) => {
      let within = 0;
      while ((lines[within + 1]?.from ?? Infinity) <= offset) within += 1;
      const { from, cut } = lines[within] ?? { from: 0, cut: 0 };
      return { line: at + within, ch: cut + offset - from };
    },
  };
}

interface FirstLine {
  readonly at: number;
  readonly prefix: string;
  readonly fence: string;
}

/** The line behind the opening fence above; any other fence in between says that this is no such block. */
function firstLine(editor: Lines, line: number): FirstLine | null {
  if (isFence(editor.getLine(line))) return null;
  for (let at = line - 1; at >= Math.max(0, line - MOST_LINES); at -= 1) {
    const text = editor.getLine(at);
    if (!isFence(text)) continue;
    const [, prefix = '', fence = ''] = OPENING.exec(text) ?? [];
    return fence === '' ? null : { at: at + 1, prefix, fence };
  }
  return null;
}

/** The line before the closing fence; the cursor's where none is near. */
function lastLine(editor: Lines, line: number, { prefix, fence }: FirstLine): number {
  const end = Math.min(editor.lineCount(), line + MOST_LINES);
  for (let at = line + 1; at < end; at += 1) {
    const text = editor.getLine(at);
    if (isFence(text) && closes(text.slice(prefixIn(text, prefix)), fence)) return at - 1;
  }
  return line;
}

function isFence(text: string): boolean {
  return text.length <= LONGEST_FENCE && FENCE.test(text);
}
