/** Search box, «Filter» and «Group by», and below them the filter as chips that can be removed one by one. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Condition, formatCondition, isTerm } from '../../../core/query';
import { colorClass } from '../../parts/stance-chip';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import { hasChips, isPicture } from '../state/dashboard-state';
import { SearchBox } from './search-box';
import { ViewSwitch } from './view-switch';
import { groupingName } from '../model/arrangement';
import { conditionLabel, termMark } from '../model/term-label';

export function FilterBar({ onLeave }: { readonly onLeave: () => void }) {
  const { model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const {
    groups,
    sorts: [sort],
    view,
  } = model.state.value;
  const grouping = groupingName(groups, words);
  return (
    <div class="question-stance-filter-bar">
      <SearchBox onLeave={onLeave} />
      <Tool
        popup="dialog"
        icon="list-filter"
        text={words.filter}
        open={() => actions.pickFilter()}
      />
      <Tool
        popup="menu"
        name={words.savedQueries}
        icon="bookmark"
        open={(button) => actions.pickSaved(button)}
      />
      {view !== 'compare' && view !== 'transitions' && (
        <Tool
          popup="menu"
          name={grouping === null ? words.ungrouped : words.groupedBy(grouping)}
          icon="layers"
          text={grouping === null ? words.ungrouped : words.by(grouping)}
          open={(button) => actions.pickGrouping(button)}
        />
      )}
      <Tool
        popup="menu"
        name={sort ? words.sortedBy(words.fields[sort.by]) : words.unsorted}
        icon={sort?.reverse === true ? 'arrow-down-wide-narrow' : 'arrow-up-narrow-wide'}
        text={sort ? words.by(words.fields[sort.by]) : words.unsorted}
        open={(button) => actions.pickSorting(button)}
      />
      <Tool
        popup="menu"
        name={words.shownParts}
        icon="eye"
        open={(button) => actions.pickParts(button)}
      />
      <ViewSwitch />
      {model.waits.value && (
        <span class="question-stance-waits" role="status">
          {words.preparing}
        </span>
      )}
      {!isPicture(view) && <FilterChips />}
    </div>
  );
}

interface ToolProps {
  readonly popup: 'dialog' | 'menu';
  /** Where the text does not say it. */
  readonly name?: string;
  readonly icon: string;
  readonly text?: string;
  readonly open: (button: HTMLElement) => void;
}

export function Tool({ popup, name, icon, text, open }: ToolProps) {
  return (
    <button
      type="button"
      class="question-stance-tool"
      aria-haspopup={popup}
      aria-label={name}
      onClick={(event) => open(event.currentTarget)}
    >
      <Icon name={icon} />
      {text}
      {popup === 'menu' && <Icon name="chevron-down" />}
    </button>
  );
}

/** The filter, condition by condition. */
export function FilterChips() {
  const { actions, model, strings } = useDashboard();
  const words = strings.dashboard;
  const { filter, limit, limitGroups } = model.state.value;
  /** Where the chip stood whose button was pressed. */
  const removed = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (removed.current !== null) actions.focus.keepAmongChips(removed.current);
    removed.current = null;
  });
  if (!hasChips(model.state.value)) return null;
  const removing = (at: number, remove: () => void) => () => {
    removed.current = at;
    remove();
  };
  return (
    <div class="question-stance-filter-chips">
      {filter.map((condition, at) => (
        <FilterChip
          key={formatCondition(condition)}
          condition={condition}
          onRemove={removing(at, () => model.toggle(condition))}
        />
      ))}
      {limit !== null && (
        <Chip
          label={words.firstOnly(limit)}
          color="is-untagged"
          onRemove={removing(filter.length, () => model.setLimits({ limit: null, limitGroups }))}
        />
      )}
      {limitGroups !== null && (
        <Chip
          label={words.firstOfEach(limitGroups)}
          color="is-untagged"
          onRemove={removing(filter.length + 1, () =>
            model.setLimits({ limit, limitGroups: null }),
          )}
        />
      )}
      <button
        type="button"
        class="question-stance-clear-all"
        onClick={removing(0, () => model.clearFilter())}
      >
        {words.clearAll}
      </button>
    </div>
  );
}

interface FilterChipProps {
  readonly condition: Condition;
  readonly onRemove: () => void;
}

function FilterChip({ condition, onRemove }: FilterChipProps) {
  const words = useWords();
  const mark = isTerm(condition) ? termMark(condition) : null;
  return (
    <Chip
      label={conditionLabel(condition, words)}
      color={mark ? colorClass(mark, words.taxonomy) : 'is-untagged'}
      onRemove={onRemove}
    />
  );
}

interface ChipProps {
  readonly label: string;
  /** The class of its colour. */
  readonly color: string;
  readonly onRemove: () => void;
}

function Chip({ label, color, onRemove }: ChipProps) {
  const { strings } = useDashboard();
  return (
    <span class={`question-stance-chip question-stance-filter-chip ${color}`}>
      <span class="question-stance-ellipsis">{label}</span>
      <button
        type="button"
        class="question-stance-bare-button"
        aria-label={strings.dashboard.removeFilter(label)}
        onClick={onRemove}
      >
        <Icon name="x" />
      </button>
    </span>
  );
}
