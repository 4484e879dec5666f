/** Search box, «Filter» and «Group by», and below them the filter as chips that can be removed one by one. */
import { type Condition, formatCondition, isTerm } from '../../../core/query';
import type { Strings } from '../../../i18n';
import { colorClass } from '../../parts/stance-chip';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import { hasChips, type DashboardState } from '../state/dashboard-state';
import { SearchBox } from './search-box';
import { conditionLabel, termMark } from '../model/term-label';

export function FilterBar({ onLeave }: { readonly onLeave: () => void }) {
  const { model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const {
    groups,
    sorts: [sort],
  } = model.state.value;
  const grouping = groupingName(groups, words);
  return (
    <div class="question-stance-filter-bar">
      <SearchBox onLeave={onLeave} />
      <button
        type="button"
        class="question-stance-tool"
        aria-haspopup="dialog"
        onClick={() => actions.pickFilter()}
      >
        <Icon name="list-filter" />
        {words.filter}
      </button>
      <button
        type="button"
        class="question-stance-tool"
        aria-haspopup="menu"
        aria-label={words.savedQueries}
        onClick={(event) => actions.pickSaved(event.currentTarget)}
      >
        <Icon name="bookmark" />
        <Icon name="chevron-down" />
      </button>
      <button
        type="button"
        class="question-stance-tool"
        aria-haspopup="menu"
        aria-label={groups.length === 0 ? words.ungrouped : words.groupedBy(grouping)}
        onClick={(event) => actions.pickGrouping(event.currentTarget)}
      >
        <Icon name="layers" />
        {grouping}
        <Icon name="chevron-down" />
      </button>
      <button
        type="button"
        class="question-stance-tool"
        aria-haspopup="menu"
        aria-label={sort ? words.sortedBy(words.sorting[sort.by]) : words.unsorted}
        onClick={(event) => actions.pickSorting(event.currentTarget)}
      >
        <Icon name={sort?.reverse === true ? 'arrow-down-wide-narrow' : 'arrow-up-narrow-wide'} />
        {sort ? words.sorting[sort.by] : words.unsorted}
        <Icon name="chevron-down" />
      </button>
      {model.waits.value && (
        <span class="question-stance-waits" role="status">
          {words.preparing}
        </span>
      )}
      <FilterChips />
    </div>
  );
}

function groupingName(groups: DashboardState['groups'], words: Strings['dashboard']): string {
  const [outer, inner] = groups.map(({ by }) => words.grouping[by]);
  if (outer === undefined) return words.ungrouped;
  return inner === undefined ? outer : words.groupingWithin(outer, inner);
}

function FilterChips() {
  const { model, strings } = useDashboard();
  const words = strings.dashboard;
  const { filter, limit, limitGroups } = model.state.value;
  if (!hasChips(model.state.value)) return null;
  return (
    <div class="question-stance-filter-chips">
      {filter.map((condition) => (
        <FilterChip key={formatCondition(condition)} condition={condition} />
      ))}
      {limit !== null && (
        <Chip
          label={words.firstOnly(limit)}
          color="is-untagged"
          onRemove={() => model.setLimits({ limit: null, limitGroups })}
        />
      )}
      {limitGroups !== null && (
        <Chip
          label={words.firstOfEach(limitGroups)}
          color="is-untagged"
          onRemove={() => model.setLimits({ limit, limitGroups: null })}
        />
      )}
      <button type="button" class="question-stance-clear-all" onClick={() => model.clearFilter()}>
        {words.clearAll}
      </button>
    </div>
  );
}

function FilterChip({ condition }: { readonly condition: Condition }) {
  const { model } = useDashboard();
  const words = useWords();
  const mark = isTerm(condition) ? termMark(condition) : null;
  return (
    <Chip
      label={conditionLabel(condition, words)}
      color={mark ? colorClass(mark, words.taxonomy) : 'is-untagged'}
      onRemove={() => model.toggle(condition)}
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
