/**
 * The questions as a table: a column for each part that is shown, groups as lines across. It scrolls in itself, both
 * ways, so that the heads of its columns stay in sight and no column is narrower than its words. A head sorts by its
 * column, then the other way, then no more.
 */
import { useMemo } from 'preact/hooks';
import type { SortField } from '../../../core/query';
import { useDashboard } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import { GroupHeader } from '../list/group-header';
import { QuestionList, type ViewProps } from '../list/question-list';
import { columnsOf, type Column } from '../model/shown-parts';
import { partName } from '../model/term-label';
import { TableRow } from './table-row';

interface ColumnLook {
  /** At least so wide, in pixels. */
  readonly width: number;
  /** Its share of the room that is left. */
  readonly grows: number;
  readonly sort?: SortField;
}

const LOOKS: { readonly [column in Column]: ColumnLook } = {
  text: { width: 240, grows: 4, sort: 'text' },
  note: { width: 120, grows: 1, sort: 'note' },
  section: { width: 120, grows: 1 },
  label: { width: 110, grows: 1, sort: 'label' },
  asker: { width: 100, grows: 1, sort: 'asker' },
  line: { width: 64, grows: 0, sort: 'line' },
  chip: { width: 185, grows: 1, sort: 'stage' },
  path: { width: 150, grows: 0 },
};

/** The box in front and what stands between the columns, as in the styles. */
const BOX = 32;
const GAP = 12;

export function TableView(props: ViewProps) {
  const { model } = useDashboard();
  const { show, hide, groups } = model.state.value;
  const columns = useMemo(() => columnsOf({ show, hide, groups }), [show, hide, groups]);
  const looks = columns.map((column) => LOOKS[column]);
  const tracks = looks.map(({ width, grows }) => `minmax(${width}px, ${grows || 0.001}fr)`);
  const least = looks.reduce((sum, { width }) => sum + width + GAP, BOX + GAP);
  return (
    <QuestionList
      {...props}
      class="question-stance-table"
      Header={GroupHeader}
      Row={TableRow}
      headerHeight={45}
      rowHeight={36}
      table={{
        head: <Heads columns={columns} />,
        style: {
          '--question-stance-columns': `${BOX}px ${tracks.join(' ')}`,
          '--question-stance-table-width': `${least}px`,
        },
      }}
    />
  );
}

function Heads({ columns }: { readonly columns: readonly Column[] }) {
  return (
    <div role="row" class="question-stance-table-row question-stance-table-head">
      <span role="gridcell" />
      {columns.map((column) => (
        <Head key={column} column={column} />
      ))}
    </div>
  );
}

function Head({ column }: { readonly column: Column }) {
  const { model, strings } = useDashboard();
  const words = strings.dashboard;
  const name = column === 'text' ? words.fields.text : partName(column, words);
  const { sort } = LOOKS[column];
  if (!sort) return <span role="columnheader">{name}</span>;
  const [first, ...others] = model.state.value.sorts;
  const way = first?.by !== sort ? 'none' : first.reverse ? 'descending' : 'ascending';
  const rest =
    first?.by === sort ? others : model.state.value.sorts.filter(({ by }) => by !== sort);
  return (
    <span role="columnheader" aria-sort={way}>
      <button
        type="button"
        class="question-stance-bare-button"
        onClick={() =>
          model.setSorts(
            way === 'descending' ? rest : [{ by: sort, reverse: way === 'ascending' }, ...rest],
          )
        }
      >
        {name}
        {way !== 'none' && <Icon name={way === 'ascending' ? 'arrow-up' : 'arrow-down'} />}
      </button>
    </span>
  );
}
