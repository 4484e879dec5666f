/** A row of the comparison: its head, which ticks it, its cells, and how many questions it has. */
import type { ComparedRow } from '../../../core/query';
import { CompareCell, cellProps, type CellParts } from './compare-cell';
import { rowName } from '../model/compare/table-look';

export interface RowParts extends CellParts {
  readonly ticked: readonly ComparedRow[];
  readonly onTick: (row: ComparedRow) => void;
}

interface CompareRowProps extends RowParts {
  readonly row: ComparedRow;
  readonly index: number;
}

export function CompareRow(props: CompareRowProps) {
  const { table, row, index, ticked } = props;
  const { comparison, words } = table;
  const { compare, dashboard } = words.strings;
  const name = rowName(table, row);
  const last = comparison.columns.length;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      class={`question-stance-compare-row ${row.key === null ? 'is-keyless' : ''}`}
    >
      <div role="rowheader" aria-colindex={1} class="question-stance-compare-name">
        {row.key === null ? (
          <span {...cellProps(props, index, 0)}>{name}</span>
        ) : (
          <button
            type="button"
            role="checkbox"
            {...cellProps(props, index, 0)}
            aria-checked={ticked.includes(row)}
            onClick={() => props.onTick(row)}
          >
            <span class="question-stance-compare-tick" />
            <span>
              <bdi>{name}</bdi>
            </span>
          </button>
        )}
      </div>
      {comparison.columns.map(({ key }, column) => (
        <CompareCell key={key} {...props} column={column} />
      ))}
      <div role="gridcell" aria-colindex={last + 2} class="question-stance-compare-total">
        <button
          type="button"
          {...cellProps(props, index, last + 1)}
          aria-pressed={props.isPressed(row, -1)}
          aria-label={`${compare.place(name, compare.total)}\n${dashboard.number(row.total)}`}
          data-tooltip-position="top"
          onClick={() => props.onPress(row, -1)}
        >
          {dashboard.number(row.total)}
        </button>
      </div>
    </div>
  );
}
