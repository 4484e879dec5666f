/** The header of a group: collapse it, select all of it, and, where it is a note, open it, see its path, tick its checkbox. */
import type { NoteEntry } from '../../../core/index/question-index';
import { noteName } from '../../../core/query';
import { colorClass } from '../../parts/stance-chip';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import type { HeaderItem } from '../model/list-items';
import { missingField } from '../model/stage-path';
import { GroupPath } from './group-path';
import { isShown } from '../model/shown-parts';
import { MissingStages } from './missing-stages';
import { groupName, termMark } from '../model/term-label';

export interface GroupHeaderProps {
  readonly id: string;
  /** Its position in the whole list, 1-based: most rows of the list are not in the DOM. */
  readonly position: number;
  readonly item: HeaderItem;
  readonly active: boolean;
  /** How many of the group's questions are selected. */
  readonly selected: number;
  readonly onToggle: () => void;
  readonly onActivate: () => void;
}

export function GroupHeader(props: GroupHeaderProps) {
  const { item, active, selected } = props;
  const { model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const { size, field, level } = item.group;
  const entry = field === 'note' ? item.group.entry : undefined;
  const isPath = model.state.value.view === 'path';
  return (
    <div
      id={props.id}
      role="row"
      aria-rowindex={props.position}
      aria-level={level + 1}
      aria-expanded={isPath ? undefined : !item.collapsed}
      class={`question-stance-group ${level > 0 ? 'is-inner' : ''} ${active ? 'is-active' : ''}`}
      onClick={props.onActivate}
      onContextMenu={(event) => {
        if (!actions.menus.showForGroup(item.group, event)) return;
        event.preventDefault();
        props.onActivate();
      }}
    >
      <span role="gridcell" class="question-stance-box-cell">
        <label>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={selected > 0 && selected === size}
            indeterminate={selected > 0 && selected < size}
            aria-label={words.selectGroup}
            onClick={(event) => {
              event.stopPropagation();
              props.onToggle();
            }}
          />
        </label>
      </span>
      <span role="gridcell" class="question-stance-group-title">
        {!isPath && (
          <button
            type="button"
            tabIndex={-1}
            class={`question-stance-bare-button question-stance-twisty ${item.collapsed ? 'is-collapsed' : ''}`}
            aria-label={item.collapsed ? words.expand : words.collapse}
            onClick={() => model.setCollapsed(item.key, !item.collapsed)}
          >
            <Icon name="chevron-down" />
          </button>
        )}
        <span class="question-stance-group-text">
          {entry ? <NoteTitle entry={entry} /> : <GroupTitle item={item} />}
          {isShown('count', model.state.value) && (
            <span class="question-stance-faint question-stance-group-size">
              {strings.common.questions(size)}
            </span>
          )}
          {!isPath && isShown('path', model.state.value) && <MissingStages group={item.group} />}
        </span>
      </span>
      {(entry ?? missingField(item.group)) && (
        <span role="gridcell" class="question-stance-group-side">
          {!isPath && isShown('path', model.state.value) && (
            <GroupPath group={item.group} large={false} />
          )}
          {entry && <ArticleCheckbox entry={entry} />}
        </span>
      )}
      {isPath && (
        <span role="gridcell" class="question-stance-path-cell">
          <GroupPath group={item.group} large />
        </span>
      )}
    </div>
  );
}

function NoteTitle({ entry }: { readonly entry: NoteEntry }) {
  const { actions } = useDashboard();
  const { path } = entry;
  return (
    <a
      class="question-stance-note-title"
      dir="auto"
      data-path={path}
      onClick={(event) => actions.notes.openNote(path, event)}
      onAuxClick={(event) => {
        if (event.button === 1) actions.notes.openNote(path, event);
      }}
      onMouseOver={(event) => actions.notes.preview(path, event, event.currentTarget, null)}
    >
      {noteName(path)}
    </a>
  );
}

interface GroupTitleProps {
  readonly item: HeaderItem;
}

function GroupTitle({ item }: GroupTitleProps) {
  const words = useWords();
  const { key, field } = item.group;
  const name = groupName(key, field, words);
  if ((field !== 'stance' && field !== 'stage') || key === null) {
    return (
      <span class="question-stance-group-name" dir="auto">
        {name}
      </span>
    );
  }
  const mark = termMark({ field, value: key });
  return (
    <span class={`question-stance-group-name ${colorClass(mark, words.taxonomy)}`}>
      <span class="question-stance-dot" />
      {name}
    </span>
  );
}

/** The checkbox that makes the note an article, where the scope asks for one. */
function ArticleCheckbox({ entry }: { readonly entry: NoteEntry }) {
  const { model, actions, strings } = useDashboard();
  const { mode, checkbox } = model.settings.value.scope;
  if (mode !== 'rule' || checkbox === null) return null;
  return (
    <label
      class="question-stance-article"
      aria-label={strings.dashboard.checkbox(checkbox, noteName(entry.path))}
    >
      <input
        type="checkbox"
        checked={entry.checkbox === true}
        onClick={(event) => {
          // The box shows what the note says; it follows once the note is written.
          event.preventDefault();
          void actions.tick(entry, entry.checkbox !== true);
        }}
      />
      <span class="question-stance-article-name">{checkbox}</span>
    </label>
  );
}
