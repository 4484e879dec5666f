/** Search box, «Filter» and «Group by», and below them the filter as chips that can be removed one by one. */
import { type Condition, formatCondition, GROUPINGS, isTerm } from '../../../core/query';
import type { Strings } from '../../../i18n';
import { colorClass } from '../../parts/stance-chip';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import type { DashboardState } from '../model/dashboard-state';
import { SearchBox } from './search-box';
import { conditionLabel, termMark } from '../model/term-label';

export function FilterBar({ onLeave }: { readonly onLeave: () => void }) {
  const { model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const { groups } = model.state.value;
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
        aria-label={groups.length === 0 ? words.ungrouped : words.groupedBy(grouping)}
        onClick={(event) => actions.pickGrouping(event.currentTarget, GROUPINGS)}
      >
        <Icon name="layers" />
        {grouping}
        <Icon name="chevron-down" />
      </button>
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
  const { filter } = model.state.value;
  if (filter.length === 0) return null;
  return (
    <div class="question-stance-filter-chips">
      {filter.map((condition) => (
        <FilterChip key={formatCondition(condition)} condition={condition} />
      ))}
      <button type="button" class="question-stance-clear-all" onClick={() => model.setFilter([])}>
        {strings.dashboard.clearAll}
      </button>
    </div>
  );
}

function FilterChip({ condition }: { readonly condition: Condition }) {
  const { model, strings } = useDashboard();
  const words = useWords();
  const mark = isTerm(condition) ? termMark(condition) : null;
  const label = conditionLabel(condition, words);
  return (
    <span
      class={`question-stance-chip question-stance-filter-chip ${
        mark ? colorClass(mark, words.taxonomy) : 'is-untagged'
      }`}
    >
      <span class="question-stance-ellipsis">{label}</span>
      <button
        type="button"
        class="question-stance-bare-button"
        aria-label={strings.dashboard.removeFilter(label)}
        onClick={() => model.toggle(condition)}
      >
        <Icon name="x" />
      </button>
    </span>
  );
}
