/** One question of the table: a cell for each column. */
import { noteName } from '../../../core/query';
import { useDashboard } from '../actions/dashboard-context';
import { GroupPath } from '../list/group-path';
import { MatchedText } from '../list/matched-text';
import { RowFrame, type QuestionRowProps } from '../list/row-frame';
import { TagButton } from '../list/tag-button';
import { columnsOf, type Column } from '../model/shown-parts';
import { sectionInNote } from '../../parts/question-section';
import { stagesAskedBy } from '../model/stage-path';

export function TableRow(props: QuestionRowProps) {
  const { model } = useDashboard();
  return (
    <RowFrame {...props} class="question-stance-question question-stance-table-row">
      {columnsOf(model.state.value).map((column) => (
        <span
          key={column}
          role="gridcell"
          class={`question-stance-table-cell is-${column}`}
          {...(column === 'text' && { id: `${props.id}-text` })}
        >
          <Cell column={column} {...props} />
        </span>
      ))}
    </RowFrame>
  );
}

interface CellProps extends Pick<QuestionRowProps, 'row' | 'search'> {
  readonly column: Column;
}

function Cell({ column, row, search }: CellProps) {
  const { model, strings } = useDashboard();
  const { entry, question } = row;
  const texts: { readonly [column in Column]?: string | null } = {
    text: question.text,
    note: noteName(entry.path),
    section: sectionInNote(entry.path, question).join(' › '),
    label: question.label,
    asker: model.shown.askerOf(row),
  };
  if (column === 'chip') return <TagButton row={row} />;
  if (column === 'line') return <>{strings.dashboard.number(question.line)}</>;
  if (column === 'path') {
    const group = { field: 'note', key: entry.path, level: 0, entry } as const;
    return <GroupPath group={{ ...group, stages: () => stagesAskedBy(entry) }} large={false} />;
  }
  return (
    <bdi>
      <MatchedText text={texts[column] ?? ''} search={search} />
    </bdi>
  );
}
