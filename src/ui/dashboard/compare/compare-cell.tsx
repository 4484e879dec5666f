/** A cell of the comparison: a button that lists its questions, or, where nobody asks, an empty frame. */
import type { ComparedRow } from '../../../core/query';
import {
  cellTip,
  columnColor,
  figuresOf,
  shadeOf,
  type ShownTable,
  startsPath,
} from '../model/compare/table-look';

/** Positions in the grid, as arrow keys go: a row's head is column 0, its stages come behind it, then its number. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** What a press lists: the row's questions of a column, or, with −1, all of them. */
export type OnPress = (row: ComparedRow, column: number) => void;

export interface CellParts {
  readonly table: ShownTable;
  /** The cell that the Tab key goes to. */
  readonly cursor: CellPosition;
  readonly isPressed: (row: ComparedRow, column: number) => boolean;
  readonly onPress: OnPress;
}

interface CompareCellProps extends CellParts {
  readonly row: ComparedRow;
  readonly index: number;
  readonly column: number;
}

export function CompareCell(props: CompareCellProps) {
  const { table, row, index, column } = props;
  const { comparison, words } = table;
  const at = comparison.columns[column];
  if (!at) return null;
  const count = row.countAt(column);
  const [main, arrow, small] = figuresOf(table, row, column);
  const start = column > 0 && startsPath(comparison, column) ? 'is-start' : '';
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      class={`question-stance-compare-cell ${columnColor(at, words)} ${start}`}
    >
      <button
        type="button"
        class={count === 0 ? 'is-zero' : ''}
        style={{ '--question-stance-shade': shadeOf(table, row, column).toFixed(3) }}
        {...cellProps(props, index, column + 1)}
        aria-pressed={props.isPressed(row, column)}
        aria-disabled={count === 0}
        aria-label={cellTip(table, row, column)}
        data-tooltip-position="top"
        onClick={() => {
          if (count > 0) props.onPress(row, column);
        }}
      >
        <b>{main}</b>
        {arrow && <em> {arrow}</em>}
        {small && <span> {small}</span>}
      </button>
    </div>
  );
}

/** What the arrow keys find the cell by. */
export function cellProps({ cursor }: Pick<CellParts, 'cursor'>, row: number, column: number) {
  return {
    tabIndex: cursor.row === row && cursor.column === column ? 0 : -1,
    'data-row': row,
    'data-column': column,
  };
}
