/** Two rows back to back, for a pane that is too narrow for a table: a line a stage, with its whole name. */
import { Digit } from './compare-heads';
import type { PairProps } from './compare-sentence';
import {
  cellShare,
  columnColor,
  columnName,
  rowName,
  shadeOf,
  startsPath,
} from '../model/compare/table-look';

interface ComparePairProps extends PairProps {
  readonly isPressed: (row: PairProps['first'], column: number) => boolean;
}

export function ComparePair({ table, first, second, onPress, isPressed }: ComparePairProps) {
  const { comparison, numbers, words } = table;
  const { compare, dashboard } = words.strings;
  const sides = [first, second];
  return (
    <div class="question-stance-compare-pair">
      {sides.map((row, side) => (
        <div key={side} class="question-stance-compare-side">
          <b>
            <bdi>{rowName(table, row)}</bdi>
          </b>
          <span class="question-stance-faint">
            {dashboard.number(row.total)} {dashboard.totalQuestions(row.total)}
          </span>
        </div>
      ))}
      {comparison.columns.map((column, at) => (
        <div
          key={column.key}
          class={`question-stance-compare-line ${columnColor(column, words)} ${startsPath(comparison, at) ? 'is-start' : ''}`}
        >
          <span class="question-stance-compare-stage">
            <Digit columns={comparison.columns} at={at} />
            {columnName(column, words)}
          </span>
          {sides.map((row, side) => {
            const count = row.countAt(at);
            const name = compare.place(rowName(table, row), columnName(column, words));
            const share = numbers === 'share' ? `${cellShare(row, at, words)} · ` : '';
            const figures = count > 0 ? share + dashboard.number(count) : compare.never;
            return (
              <button
                key={side}
                type="button"
                class={`question-stance-compare-half ${count === 0 ? 'is-zero' : ''}`}
                style={{ '--question-stance-shade': shadeOf(table, row, at).toFixed(3) }}
                aria-pressed={isPressed(row, at)}
                aria-disabled={count === 0}
                aria-label={`${name}\n${figures}`}
                data-tooltip-position="top"
                onClick={() => {
                  if (count > 0) onPress(row, at);
                }}
              >
                {count > 0 && <i />}
                <span>{figures}</span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
