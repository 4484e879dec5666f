/**
 * Which lines of a note hold together: a callout, a quotation or a list with all that stands in it, a table, code, maths,
 * a comment, raw HTML, a heading with the line under it. An empty line between two of them would part the block. The
 * lines of a paragraph stand each for itself.
 */
import { readOpenBlocks, type OpenBlocks } from './block';

const NOTHING: OpenBlocks = {
  outermost: 0,
  isInItem: false,
  leaf: 'none',
  isIndentedCode: false,
};

const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

/**
 * Where the last line of the block ends that the line at `at` stands in, an empty line within it too; where that line
 * stands for itself, its own end. UTF-16 offsets.
 */
export function wholeBlockEnd(text: string, at: number): number {
  let before = NOTHING;
  let end = at;
  readOpenBlocks(text, (from, to, open) => {
    const line = text.slice(from, to);
    const isBlank = line.trim() === '';
    const isPast = from > at;
    if (isPast && !isBlank) {
      if (!goesOn(before, open, line)) return true;
      end = to;
    }
    if (!isPast && to > at) end = to;
    // Empty lines part no indented code.
    before = isBlank ? { ...open, isIndentedCode: before.isIndentedCode } : open;
    return false;
  });
  return end;
}

/** Whether the line that made `open` of what was open before it belongs to the block of the text above it. */
function goesOn(before: OpenBlocks, open: OpenBlocks, line: string): boolean {
  if (before.outermost !== open.outermost) return before.isInItem && open.isInItem;
  if (open.outermost !== 0) return true;
  switch (before.leaf) {
    case 'fence':
    case 'until':
    case 'html':
      return true;
    case 'table':
      return open.leaf === 'table';
    case 'paragraph':
      return open.leaf === 'table' || UNDERLINE.test(line);
    case 'none':
      return before.isIndentedCode && open.isIndentedCode;
  }
}
