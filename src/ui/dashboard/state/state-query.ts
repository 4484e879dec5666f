/** What the dashboard shows as a query, and the other way round: for saved queries, and for instructions that are typed. */
import {
  EMPTY_QUERY,
  type Filter,
  isTerm,
  type Part,
  type Query,
  sameCondition,
} from '../../../core/query';
import { folderOf } from '../../../core/model/path';
import { DEFAULT_STATE, withView, type DashboardState } from './dashboard-state';

/** The query that `stateOfQuery` makes this state of, but for what is collapsed. */
export function queryOfState(state: DashboardState): Query {
  const { notes, filter, groups, sorts, limit, limitGroups, view, show, hide, explain } = state;
  return {
    ...EMPTY_QUERY,
    filter,
    notes: { kind: notes, path: null },
    groups,
    sorts,
    ...(limit !== null && { limit }),
    ...(limitGroups !== null && { limitGroups }),
    view,
    show,
    hide,
    explain,
  };
}

/**
 * What the dashboard shows of a query: what it does not say is as it is at first, and grouped is only what it groups.
 * `activePath`: the note that «this note» and «this folder» mean.
 */
export function stateOfQuery(query: Query, activePath: string | null): DashboardState {
  return withQuery({ ...DEFAULT_STATE, groups: [] }, query, activePath);
}

/** The state with what the query says; what it asks for narrows what is asked already. */
export function withQuery(
  state: DashboardState,
  query: Query,
  activePath: string | null,
): DashboardState {
  const { filter, groups, sorts, limit, limitGroups, view, show, hide, explain } = query;
  const { notes, narrowed } = notesOf(state, query, activePath);
  const viewed = withView(state, view ?? state.view);
  return {
    ...state,
    notes,
    filter: narrow(narrow(state.filter, filter), narrowed),
    groups: groups.length > 0 ? groups : viewed.groups,
    sorts: sorts.length > 0 ? sorts : state.sorts,
    limit: limit ?? state.limit,
    limitGroups: limitGroups ?? state.limitGroups,
    view: viewed.view,
    show: [...without(state.show, hide), ...without(show, state.show)],
    hide: [...without(state.hide, show), ...without(hide, state.hide)],
    explain: explain || state.explain,
  };
}

function without(parts: readonly Part[], others: readonly Part[]): readonly Part[] {
  return parts.filter((part) => !others.includes(part));
}

/** A note or folder that is named is a filter for it in the whole vault, so that it can be seen and taken away. */
function notesOf(
  state: DashboardState,
  { notes }: Query,
  activePath: string | null,
): { readonly notes: DashboardState['notes']; readonly narrowed: Filter } {
  if (!notes) return { notes: state.notes, narrowed: [] };
  const { kind, path } = notes;
  if (kind === 'folder') {
    // There is no folder to look at: whoever asks is told, and goes on looking at what is there.
    if (path === null && activePath === null) return { notes: state.notes, narrowed: [] };
    const folder = path ?? folderOf(activePath ?? '');
    return { notes: 'vault', narrowed: [{ field: 'folder', value: folder === '' ? '/' : folder }] };
  }
  if (kind === 'note' && path !== null) {
    return { notes: 'vault', narrowed: [{ field: 'note', value: path }] };
  }
  return { notes: kind, narrowed: [] };
}

/** Both at once: what would widen what stands there already is held together by itself. */
function narrow(filter: Filter, more: Filter): Filter {
  const added = more.filter((one) => !filter.some((other) => sameCondition(one, other)));
  if (added.length === 0) return filter;
  const named = new Set(filter.filter(isTerm).map(({ field }) => field));
  const widens = added.some((one) => isTerm(one) && one.field !== 'text' && named.has(one.field));
  return widens ? [...filter, { any: [added] }] : [...filter, ...added];
}
