/** Who asks what: rows and stages side by side, what two rows have not in common, and below it the questions. */
import { useCallback, useMemo } from 'preact/hooks';
import {
  type ComparedRow,
  LEAST_EXPECTED,
  orderRows,
  pressIn,
  withPress,
  withRows,
} from '../../../core/query';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { showOrderMenu, showRowsMenu } from '../actions/menus/compare-menus';
import { Tool } from '../filter/filter-bar';
import type { ViewProps } from '../list/question-list';
import { ComparePair } from './compare-pair';
import { CompareSentence } from './compare-sentence';
import { CompareTable } from './compare-table';
import { ExitsTool, NothingDrawn, NumbersSwitch, WithList } from './picture-frame';
import {
  columnColor,
  columnMeaning,
  columnName,
  rowName,
  shareText,
  type ShownTable,
  shownTable,
} from '../model/compare/table-look';
import { tablePicture } from '../model/compare/table-picture';
import { tableAsMarkdown, tableAsTsv } from '../model/compare/table-text';
import type { PictureLook } from '../model/drawing';

export function CompareView(props: ViewProps) {
  return (
    <WithList list={props}>
      <CompareBody />
    </WithList>
  );
}

/** The table alone. */
export function CompareBody({ isWhole = false }: Pick<ViewProps, 'isWhole'>) {
  const { model, strings } = useDashboard();
  const words = useWords();
  const { compare, dashboard } = strings;
  const comparison = model.shown.comparison.value;
  const { filter, comparing } = model.state.value;
  const { numbers, order, ticked } = comparing;
  const { by, columns, none } = comparison;
  const table = useMemo(() => {
    const named = rowsInOrder();
    return shownTable(comparison, none ? [...named, none] : named, numbers, words);
  }, [comparison, order, numbers, words.taxonomy]);
  function rowsInOrder(): readonly ComparedRow[] {
    const shown = shownTable(comparison, [], numbers, words);
    const names = new Map(comparison.rows.map((row) => [row.key, rowName(shown, row)]));
    const nameOf = (key: string) => (by === 'month' ? key : (names.get(key) ?? key));
    return orderRows(comparison, order, (a, b) => model.compareTexts(nameOf(a), nameOf(b)));
  }
  const press = pressIn(filter, by);
  const isPressed = useCallback(
    (row: ComparedRow, column: number) => {
      const isRow = row === comparison.all ? press.row === undefined : press.row === row.key;
      const key = columns[column]?.key;
      return isRow && press.column === key && (row !== comparison.all || key !== undefined);
    },
    [comparison, press.row, press.column],
  );
  const onPress = useCallback(
    (row: ComparedRow, column: number) => {
      const of = {
        row: row === comparison.all ? undefined : row.key,
        column: columns[column]?.key,
      };
      model.setFilter(withPress(model.state.peek().filter, by, of));
    },
    [comparison],
  );
  const tickedRows = useMemo(
    () => ticked.flatMap((key) => comparison.rows.find((row) => row.key === key) ?? []),
    [comparison, ticked],
  );
  const onTick = useCallback(
    (row: ComparedRow) => {
      const others = tickedRows.filter((other) => other !== row);
      const now = others.length < tickedRows.length ? others : [...others.slice(-1), row];
      model.setComparing({ ticked: now.flatMap(({ key }) => key ?? []) });
    },
    [tickedRows],
  );
  const [first, second] = tickedRows;
  const pair = first && second && { table, first, second, onPress };
  const source = {
    name: compare.pictureName,
    asMarkdown: () => tableAsMarkdown(table),
    asTsv: () => tableAsTsv(table),
    draw: (look: PictureLook) => tablePicture(table, look),
  };
  const tools = (
    <div class="question-stance-compare-tools">
      <Tool
        popup="menu"
        name={compare.rows(dashboard.fields[by])}
        icon="rows-3"
        text={dashboard.fields[by]}
        open={(button) => showRowsMenu(button, model, strings)}
      />
      <NumbersSwitch />
      <Tool
        popup="menu"
        name={compare.order(compare.orders[order])}
        icon="arrow-down-wide-narrow"
        text={compare.orders[order]}
        open={(button) => showOrderMenu(button, model, strings)}
      />
      <ExitsTool source={source} />
    </div>
  );
  if (comparison.all.total === 0) {
    return (
      <section class="question-stance-compare">
        {tools}
        <NothingDrawn title={compare.nothing} hint={compare.nothingHint} />
      </section>
    );
  }
  return (
    <section class={`question-stance-compare ${pair ? 'has-pair' : ''}`}>
      {tools}
      {pair && <ComparePair {...pair} isPressed={isPressed} />}
      <CompareTable
        table={table}
        isWhole={isWhole}
        isPressed={isPressed}
        onPress={onPress}
        ticked={tickedRows}
        onTick={onTick}
      />
      <Legend table={table} />
      <Meanings table={table} />
      <div class="question-stance-compare-says">
        {pair ? <CompareSentence {...pair} /> : <p class="question-stance-faint">{compare.hint}</p>}
        {pair && (
          <button
            type="button"
            onClick={() => {
              const keys = [first, second].flatMap(({ key }) => key ?? []);
              model.setFilter(withRows(model.state.peek().filter, by, keys));
            }}
          >
            {compare.only}
          </button>
        )}
      </div>
    </section>
  );
}

/** What the stages ask, for panes whose heads have no room for it. */
function Meanings({ table: { comparison, words } }: { readonly table: ShownTable }) {
  return (
    <details class="question-stance-compare-meanings">
      <summary>{words.strings.compare.meanings}</summary>
      <dl>
        {comparison.columns.map((column) => (
          <div key={column.key} class={columnColor(column, words)}>
            <dt>{columnName(column, words)}</dt>
            <dd>{columnMeaning(column, words)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Legend({ table }: { readonly table: ShownTable }) {
  const { comparison, most, numbers, words } = table;
  const { compare } = words.strings;
  const { columns, others } = comparison;
  const [column] = columns;
  return (
    <div class="question-stance-compare-legend">
      <span>
        <i
          class={`question-stance-compare-ramp ${column ? columnColor(column, words) : ''}`}
          aria-hidden="true"
        />
        {numbers === 'share' ? compare.scale(shareText(most, words)) : compare.scaleOfCount(most)}
      </span>
      {numbers === 'share' && <span>{compare.small}</span>}
      <span>
        <i class="question-stance-compare-never" aria-hidden="true" />
        {compare.legend.never}
      </span>
      <span>▲ {compare.legend.more}</span>
      <span>▼ {compare.legend.less}</span>
      <span>{compare.fromFive(LEAST_EXPECTED)}</span>
      {others > 0 && <span>{compare.others(others)}</span>}
    </div>
  );
}
