/** One question of the list: its text, where it stands, its tag. */
import { noteName, type Part } from '../../../core/query';
import { useDashboard } from '../actions/dashboard-context';
import { isShown } from '../model/shown-parts';
import { shownSection } from '../model/shown-section';
import { MatchedText } from './matched-text';
import { RowFrame, type QuestionRowProps } from './row-frame';
import { TagButton } from './tag-button';

export function QuestionListRow(props: QuestionRowProps) {
  const { row, search } = props;
  const { model } = useDashboard();
  return (
    <RowFrame {...props} class="question-stance-question">
      <span role="gridcell" class="question-stance-question-text">
        <span id={`${props.id}-text`} dir="auto">
          <MatchedText text={row.question.text} search={search} />
        </span>
        <Place row={row} search={search} />
      </span>
      {isShown('chip', model.state.value) && (
        <span role="gridcell" class="question-stance-chip-cell">
          <TagButton row={row} />
        </span>
      )}
    </RowFrame>
  );
}

/** Where the question stands: note, label, section, asker, line; what the group says already is left out. */
function Place({ row, search }: Pick<QuestionRowProps, 'row' | 'search'>) {
  const { model, strings } = useDashboard();
  const { entry, question } = row;
  const state = model.state.value;
  const shows = (part: Part) => isShown(part, state);
  const asker = model.shown.askerOf(row);
  const isSaid = asker === question.speaker && state.groups.some(({ by }) => by === 'speaker');
  const parts = [
    shows('note') ? noteName(entry.path) : null,
    shows('label') ? question.label : null,
    shows('section') ? shownSection(entry.path, question, search) : null,
    shows('asker') && (!isSaid || state.show.includes('asker')) ? asker : null,
  ].filter((part) => part !== null && part !== '');
  const distinct = [...new Set(parts)].join(' · ');
  const line = shows('line');
  if (distinct === '' && !line) return null;
  return (
    <span class="question-stance-place">
      <bdi>
        <MatchedText text={distinct} search={search} />
        {line && distinct !== '' && ' · '}
        {line && (
          <span class="question-stance-place-line">{strings.common.line(question.line)}</span>
        )}
      </bdi>
    </span>
  );
}
