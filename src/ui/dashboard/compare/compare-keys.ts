/** Where a key goes from a cell of the comparison. Pure: a key and a cell in, a cell out. */
import { PAGE_ROWS, type KeyPress } from '../../../keys/key-press';
import type { CellPosition } from './compare-cell';

/** The cell that the key means, from 0, 0 up to `last`; null where it means none. */
export function cellBeside(
  { row, column }: CellPosition,
  { name, mod, alt }: Pick<KeyPress, 'name' | 'mod' | 'alt'>,
  last: CellPosition,
  isRightToLeft: boolean,
): CellPosition | null {
  if (alt) return null;
  const ahead = isRightToLeft ? -1 : 1;
  const to = (rows: number, columns: number): CellPosition => ({
    row: Math.min(last.row, Math.max(0, row + rows)),
    column: Math.min(last.column, Math.max(0, column + columns)),
  });
  switch (name) {
    case 'ArrowDown':
      return to(1, 0);
    case 'ArrowUp':
      return to(-1, 0);
    case 'ArrowRight':
      return to(0, ahead);
    case 'ArrowLeft':
      return to(0, -ahead);
    case 'PageDown':
      return to(PAGE_ROWS, 0);
    case 'PageUp':
      return to(-PAGE_ROWS, 0);
    case 'Home':
      return to(mod ? -Infinity : 0, -Infinity);
    case 'End':
      return to(mod ? Infinity : 0, Infinity);
    default:
      return null;
  }
}
