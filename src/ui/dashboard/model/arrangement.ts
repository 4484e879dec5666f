/** How the questions are chosen and arranged, in words. */
import type { Strings } from '../../../i18n';
import type { Wording } from '../../parts/wording';
import type { DashboardState, NoteChoiceKind } from '../state/dashboard-state';
import { conditionLabel, partName } from './term-label';

export function choiceName(kind: NoteChoiceKind, words: Strings['dashboard']): string {
  return {
    articles: words.choiceArticles,
    note: words.choiceNote,
    vault: words.choiceVault,
  }[kind];
}

/** By what the list is grouped; null where it is not. */
export function groupingName(
  groups: DashboardState['groups'],
  { fields, groupingWithin }: Strings['dashboard'],
): string | null {
  const [outer, inner] = groups.map(({ by }) => fields[by]);
  if (outer === undefined) return null;
  return inner === undefined ? outer : groupingWithin(outer, inner);
}

/** The view, and what groups, orders, limits, shows and hides. */
export function arrangementIn(
  state: Pick<
    DashboardState,
    'view' | 'groups' | 'sorts' | 'limit' | 'limitGroups' | 'show' | 'hide'
  >,
  words: Strings['dashboard'],
): readonly string[] {
  const { view, groups, show, hide } = state;
  const grouping = groupingName(groups, words);
  return [
    words.term(words.view, words.views[view]),
    grouping === null ? words.ungrouped : words.groupedBy(grouping),
    ...orderIn(state, words),
    ...show.map((part) => words.term(words.shownPart, partName(part, words))),
    ...hide.map((part) => words.term(words.hiddenPart, partName(part, words))),
  ];
}

/** What orders and limits. */
function orderIn(
  { sorts, limit, limitGroups }: Pick<DashboardState, 'sorts' | 'limit' | 'limitGroups'>,
  words: Strings['dashboard'],
): readonly string[] {
  const [sort, ...others] = sorts.map(({ by, reverse }) => {
    const name = words.fields[by];
    return reverse ? `${name} (${words.reverse})` : name;
  });
  return [
    ...(sort === undefined ? [] : [words.sortedBy(sort), ...others.map(words.thenBy)]),
    ...(limit === null ? [] : [words.firstOnly(limit)]),
    ...(limitGroups === null ? [] : [words.firstOfEach(limitGroups)]),
  ];
}

/** What is asked for, in one line: which notes, which questions of them, in which groups and order. */
export function queryInWords(
  state: Pick<DashboardState, 'notes' | 'filter' | 'groups' | 'sorts' | 'limit' | 'limitGroups'>,
  wording: Wording,
): string {
  const words = wording.strings.dashboard;
  const grouping = groupingName(state.groups, words);
  return [
    choiceName(state.notes, words),
    ...state.filter.map((condition) => conditionLabel(condition, wording)),
    ...(grouping === null ? [] : [words.by(grouping)]),
    ...orderIn(state, words),
  ].join(' · ');
}
