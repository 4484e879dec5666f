/** Bullets and numbers of list items (CommonMark 0.31, section 5.2). */
import { isDigit } from '../text/character';
import { isBlank, type LineCursor } from './line-cursor';

const DASH = 0x2d;
const STAR = 0x2a;
const PLUS = 0x2b;
const DOT = 0x2e;
const CLOSING_PARENTHESIS = 0x29;
const ONE = 0x31;
const MOST_DIGITS = 9;

/**
 * The columns of a list item that starts at the reading position, prefix and all, the cursor moved behind
 * it; 0 where none does. `interrupts`: the line stands right under a paragraph's text.
 */
export function readItem(text: string, cursor: LineCursor, interrupts: boolean): number {
  const end = markerEnd(text, cursor, interrupts);
  if (end === 0 || (end < cursor.to && !isBlank(text.charCodeAt(end)))) return 0;
  // An empty item cannot stand right under text.
  if (interrupts && cursor.isBlankFrom(end)) return 0;
  const length = end - cursor.textAt;
  const before = cursor.indent + length;
  cursor.skipText(length);
  cursor.measure();
  if (cursor.isBlank()) return before + 1;
  // Five columns and more are one, and the rest is code.
  const spaces = cursor.indent >= 5 ? 1 : cursor.indent;
  cursor.skipColumns(spaces);
  return before + spaces;
}

/** Just after the bullet or number, or 0. */
function markerEnd(text: string, cursor: LineCursor, interrupts: boolean): number {
  const { textAt, to } = cursor;
  const code = text.charCodeAt(textAt);
  if (code === DASH || code === STAR || code === PLUS) return textAt + 1;
  let end = textAt;
  while (end < to && end - textAt <= MOST_DIGITS && isDigit(text.charCodeAt(end))) end += 1;
  const digits = end - textAt;
  if (digits === 0 || digits > MOST_DIGITS) return 0;
  const behind = text.charCodeAt(end);
  if (behind !== DOT && behind !== CLOSING_PARENTHESIS) return 0;
  return interrupts && !(digits === 1 && code === ONE) ? 0 : end + 1;
}
