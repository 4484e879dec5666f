/** One question of the list: its box, its text, where it stands, its tag. */
import { type GroupField, type Ordering, noteName, type Row } from '../../../core/query';
import { isConflict, markOf } from '../../../core/model/question';
import { markLabel, StanceChip } from '../../parts/stance-chip';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import { MatchedText } from './matched-text';
import { shownSection } from '../model/shown-section';

export interface QuestionRowProps {
  readonly id: string;
  /** Its place in the whole list, 1-based: most rows of the list are not in the DOM. */
  readonly place: number;
  readonly row: Row;
  readonly groups: readonly Ordering<GroupField>[];
  readonly search: readonly string[];
  readonly selected: boolean;
  readonly active: boolean;
  /** The box was clicked; `extend` with Shift. */
  readonly onToggle: (extend: boolean) => void;
  /** The row takes the keyboard's cursor. */
  readonly onActivate: () => void;
}

export function QuestionRow(props: QuestionRowProps) {
  const { row, selected, active } = props;
  const { actions } = useDashboard();
  const { question } = row;
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.place}
      aria-level={2}
      aria-selected={selected}
      class={`question-stance-question ${selected ? 'is-selected' : ''} ${active ? 'is-active' : ''}`}
      onMouseDown={(event) => {
        // A middle click opens a tab; it must not start scrolling.
        if (event.button === 1) event.preventDefault();
      }}
      onClick={(event) => {
        if (event.shiftKey && !event.ctrlKey && !event.metaKey) {
          props.onToggle(true);
        } else {
          props.onActivate();
          actions.notes.open(row, event);
        }
      }}
      onAuxClick={(event) => {
        if (event.button === 1) actions.notes.open(row, event);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onActivate();
        actions.rowMenu(row, event);
      }}
      onMouseOver={(event) =>
        actions.notes.preview(row.entry.path, event, event.currentTarget, question.line)
      }
    >
      <span
        role="gridcell"
        class="question-stance-box-cell"
        onClick={(event) => event.stopPropagation()}
      >
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            aria-labelledby={`${props.id}-text`}
            onClick={(event) => {
              props.onToggle(event.shiftKey);
            }}
          />
        </label>
      </span>
      <span role="gridcell" class="question-stance-question-text">
        <span id={`${props.id}-text`} dir="auto">
          <MatchedText text={question.text} search={props.search} />
        </span>
        <Place row={row} groups={props.groups} search={props.search} />
      </span>
      <span role="gridcell" class="question-stance-chip-cell">
        <TagButton row={row} />
      </span>
    </div>
  );
}

/** Where the question stands: note, label, section, asker, line; what the group says already is left out. */
function Place({ row, groups, search }: Pick<QuestionRowProps, 'row' | 'groups' | 'search'>) {
  const { model, strings } = useDashboard();
  const { entry, question } = row;
  const asker = model.shown.askerOf(row);
  const isGroupedBy = (field: GroupField) => groups.some(({ by }) => by === field);
  const isSaid = isGroupedBy('asker') || (isGroupedBy('speaker') && asker === question.speaker);
  const parts = [
    isGroupedBy('note') ? null : noteName(entry.path),
    isGroupedBy('label') ? null : question.label,
    isGroupedBy('section') ? null : shownSection(entry.path, question, search),
    isSaid ? null : asker,
  ].filter((part) => part !== null && part !== '');
  const distinct = [...new Set(parts)];
  return (
    <span class="question-stance-place">
      <bdi>
        <MatchedText text={distinct.map((part) => `${part} · `).join('')} search={search} />
        <span class="question-stance-place-line">{strings.common.line(question.line)}</span>
      </bdi>
    </span>
  );
}

function TagButton({ row }: { readonly row: Row }) {
  const { actions, strings } = useDashboard();
  const words = useWords();
  const mark = markOf(row.question);
  const label = isConflict(row.question)
    ? strings.common.conflict
    : markLabel(mark, words.taxonomy, words.language, strings);
  return (
    <button
      type="button"
      tabIndex={-1}
      class="question-stance-chip-button"
      aria-label={strings.dashboard.changeTag(label)}
      onClick={(event) => {
        event.stopPropagation();
        actions.tag([row]);
      }}
    >
      {isConflict(row.question) && (
        <span class="question-stance-conflict" aria-hidden="true">
          <Icon name="alert-triangle" />
        </span>
      )}
      <StanceChip mark={mark} {...words} />
    </button>
  );
}
