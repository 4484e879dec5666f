/** The heads of the comparison's columns: the stages in their order under their path, with what each asks. */
import { Fragment } from 'preact';
import {
  columnColor,
  columnMeaning,
  columnName,
  type ShownTable,
  stanceName,
  startsPath,
} from '../model/compare/table-look';

interface CompareHeadsProps {
  readonly table: ShownTable;
  readonly rowsName: string;
}

export function CompareHeads({ table, rowsName }: CompareHeadsProps) {
  const { comparison, words } = table;
  const { columns } = comparison;
  return (
    <div role="row" aria-rowindex={1} class="question-stance-compare-row is-heads">
      <div role="columnheader" aria-colindex={1} class="question-stance-compare-name">
        {rowsName}
      </div>
      {columns.map((column, at) => {
        const isStart = startsPath(comparison, at);
        const { stance } = column;
        const color = columnColor(column, words);
        return (
          <Fragment key={column.key}>
            {isStart && (
              <span
                class={`question-stance-compare-stance ${color}`}
                aria-hidden="true"
                style={{
                  '--question-stance-from': at + 1,
                  '--question-stance-span': columns.filter((each) => each.stance === stance).length,
                }}
              >
                <span class="question-stance-dot" />
                {stanceName(column, words)}
              </span>
            )}
            <div
              role="columnheader"
              aria-colindex={at + 2}
              class={`question-stance-compare-cell ${color} ${isStart && at > 0 ? 'is-start' : ''}`}
            >
              <span class={`question-stance-compare-head ${isStart ? 'is-first' : ''}`}>
                <Digit columns={columns} at={at} />
                <b>{columnName(column, words)}</b>
                <span class="question-stance-compare-asks">{columnMeaning(column, words)}</span>
              </span>
            </div>
          </Fragment>
        );
      })}
      <div
        role="columnheader"
        aria-colindex={columns.length + 2}
        class="question-stance-compare-total"
      >
        {words.strings.compare.total}
      </div>
    </div>
  );
}

/** The digit that tags a stage, where there is no room for its name. */
export function Digit({
  columns,
  at,
}: {
  readonly columns: ShownTable['comparison']['columns'];
  readonly at: number;
}) {
  const stance = columns[at]?.stance;
  const digit = columns.slice(0, at + 1).filter((each) => each.stance === stance).length;
  return (
    <span class="question-stance-key" aria-hidden="true">
      {digit}
    </span>
  );
}
