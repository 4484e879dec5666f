/**
 * The comparison as a grid that arrow keys go through, its rows drawn as they come into sight. Heads, names and the row
 * for all stay where they are while it scrolls.
 */
import { useCallback, useMemo, useState } from 'preact/hooks';
import { onKey } from '../../../keys/key-press';
import type { ComparedRow } from '../../../core/query';
import { SpokenName } from '../../parts/spoken-name';
import { positionsAmong } from '../../list/drawn-rows';
import { VirtualList } from '../../list/virtual-list';
import { useDashboard } from '../actions/dashboard-context';
import type { CellPosition } from './compare-cell';
import { CompareHeads } from './compare-heads';
import { cellBeside } from './compare-keys';
import { CompareRow, type RowParts } from './compare-row';
import { useFocusTip } from './focus-tip';
import { useFocusAtCursor, useKeyboardCursor } from './keyboard-cursor';

/** What a row is high before it is measured, in pixels. */
const ROW_HEIGHT = 42;

/** More rows than these scroll by themselves, and are drawn as they come into sight. */
export const FEW_ROWS = 12;

type CompareTableProps = Omit<RowParts, 'cursor'> & {
  /** All rows are drawn, seen or not. */
  readonly isWhole: boolean;
};

export function CompareTable(props: CompareTableProps) {
  const { table, isWhole, ticked, isPressed } = props;
  const { comparison, rows } = table;
  const { id, strings } = useDashboard();
  const [grid, setGrid] = useState<HTMLElement | null>(null);
  const last = { row: rows.length, column: comparison.columns.length + 1 };
  const rowKeys = useMemo(() => [...rows.map(keyOf), 'all'], [rows]);
  const positions = useMemo(() => positionsAmong(rowKeys), [rowKeys]);
  const columnKeys = useMemo(
    () => ['name', ...comparison.columns.map(({ key }) => `:${key}`), 'total'],
    [comparison.columns],
  );
  const [row, moveToRow] = useKeyboardCursor(rowKeys, 0);
  const [column, moveToColumn] = useKeyboardCursor(columnKeys, 1);
  const cursor: CellPosition = { row, column };
  const follow = useFocusAtCursor(grid, `[data-row='${row}'][data-column='${column}']`);
  const tip = useFocusTip();
  const parts: RowParts = { ...props, cursor };
  const renderRow = useCallback(
    (row: ComparedRow, index: number) => <CompareRow {...parts} row={row} index={index} />,
    [table, ticked, isPressed, row, column],
  );
  const onKeyDown = onKey((press, event: KeyboardEvent): void => {
    if (press.name === 'Escape') tip.hide();
    const isRightToLeft = grid?.win.getComputedStyle(grid).direction === 'rtl';
    const next = cellBeside(cursor, press, last, isRightToLeft);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    moveTo(next);
    follow();
  });
  function moveTo(cell: CellPosition): void {
    moveToRow(cell.row);
    moveToColumn(cell.column);
  }
  const onFocus = ({ target }: FocusEvent): void => {
    const cell = target as HTMLElement;
    const { row, column } = cell.dataset;
    if (row === undefined || column === undefined) return;
    moveTo({ row: Number(row), column: Number(column) });
    if (cell.matches(':focus-visible')) tip.show(cell, grid?.parentElement);
  };
  return (
    <div class="question-stance-compare-frame">
      <SpokenName id={`${id}-compare`} name={strings.compare.table} />
      <div
        ref={setGrid}
        class={`question-stance-compare-grid ${rows.length > FEW_ROWS ? 'is-long' : ''}`}
        role="grid"
        aria-labelledby={`${id}-compare`}
        aria-rowcount={rows.length + 2}
        aria-colcount={last.column + 1}
        onKeyDown={onKeyDown}
        onFocusCapture={onFocus}
        onBlurCapture={tip.hide}
        onScroll={tip.hide}
      >
        <div
          class="question-stance-compare-rows"
          role="presentation"
          style={{ '--question-stance-stages': comparison.columns.length }}
        >
          <CompareHeads table={table} rowsName={strings.dashboard.fields[comparison.by]} />
          <VirtualList
            items={rows}
            positions={positions}
            keyOf={keyOf}
            estimateHeight={estimateHeight}
            renderRow={renderRow}
            active={row < rows.length ? row : null}
            margin={ROW_HEIGHT}
            {...((isWhole || rows.length <= FEW_ROWS) && { overscan: Infinity })}
            scroller={grid}
            class="question-stance-compare-list"
            attributes={{ role: 'presentation' }}
          />
          <div class="question-stance-compare-all" role="presentation">
            <CompareRow {...parts} row={comparison.all} index={rows.length} />
          </div>
        </div>
      </div>
      {tip.drawn}
    </div>
  );
}

/** Rows of a table that is counted anew are the same rows. */
function keyOf({ key }: ComparedRow): string {
  return key === null ? '!' : `:${key}`;
}

function estimateHeight(): number {
  return ROW_HEIGHT;
}
