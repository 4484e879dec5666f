/**
 * What the dashboard shows, as the workspace keeps it: which notes, which filter, how grouped, what is
 * collapsed. Whatever a workspace file holds is read into a valid state; a part that can't be read takes
 * its default, a filter term that can't be read is left out.
 */
import * as v from 'valibot';
import {
  type Condition,
  type Filter,
  type Grouping,
  GROUPINGS,
  isTerm,
  mapTerms,
  MOST_GROUPINGS,
  type Ordering,
  readCondition,
  renameGroupId,
  sameCondition,
  SORT_FIELDS,
  type SortField,
  type Term,
} from '../../../core/query';

export const NOTE_CHOICES = ['articles', 'note', 'vault'] as const;
export type NoteChoiceKind = (typeof NOTE_CHOICES)[number];

export interface DashboardState {
  readonly notes: NoteChoiceKind;
  readonly filter: Filter;
  /** Nested, outermost first; none: no groups. */
  readonly groups: readonly Ordering<Grouping>[];
  /** The first one decides; none: as the questions stand in their notes. */
  readonly sorts: readonly Ordering<SortField>[];
  /** The ids of the groups that are collapsed. */
  readonly collapsed: readonly string[];
}

export const DEFAULT_STATE: DashboardState = {
  notes: 'articles',
  filter: [],
  groups: [{ by: 'note', reverse: false }],
  sorts: [],
  collapsed: [],
};

function ordering<const Fields extends readonly string[]>(fields: Fields) {
  return v.object({ by: v.picklist(fields), reverse: v.fallback(v.boolean(), false) });
}

/** Made for each reading, which is seldom, and never where no dashboard is opened. */
function storedState() {
  const choice = v.optional(v.fallback(v.optional(v.picklist(NOTE_CHOICES)), undefined));
  return v.object({
    notes: choice,
    /** What `notes` was called once. */
    scope: choice,
    filter: v.fallback(v.array(v.unknown()), []),
    /** The only one, once. */
    grouping: v.optional(v.fallback(v.optional(v.picklist(GROUPINGS)), undefined)),
    groups: v.optional(
      v.fallback(
        v.optional(v.pipe(v.array(ordering(GROUPINGS)), v.maxLength(MOST_GROUPINGS))),
        undefined,
      ),
    ),
    sorts: v.fallback(v.array(ordering(SORT_FIELDS)), []),
    collapsed: v.fallback(v.array(v.string()), []),
  });
}

/** Reads a stored state of any shape. Never throws. */
export function parseState(value: unknown): DashboardState {
  const read = v.safeParse(storedState(), value);
  if (!read.success) return DEFAULT_STATE;
  const filter: Condition[] = [];
  for (const item of read.output.filter) {
    const condition = readCondition(item);
    if (condition && !filter.some((other) => sameCondition(other, condition))) {
      filter.push(condition);
    }
  }
  const { notes, scope, grouping, groups, sorts, collapsed } = read.output;
  return {
    notes: notes ?? scope ?? DEFAULT_STATE.notes,
    filter,
    groups: groups ?? (grouping ? [{ by: grouping, reverse: false }] : DEFAULT_STATE.groups),
    sorts,
    collapsed,
  };
}

/**
 * Whether going from one state to the other is a step that «back» should undo: other notes or another
 * filter. Typing in the search box, grouping, sorting and collapsing are not.
 */
export function isStep(from: DashboardState, to: DashboardState): boolean {
  return (
    from.notes !== to.notes || !sameConditions(withoutText(from.filter), withoutText(to.filter))
  );
}

/** The words in the search box: the first text term, or the empty string. */
export function searchText(filter: Filter): string {
  return filter.find(isText)?.value ?? '';
}

/** The filter with `text` in the search box; other conditions keep their places. */
export function withSearchText(filter: Filter, text: string): Filter {
  const at = filter.findIndex(isText);
  const added: Filter = text.trim() === '' ? [] : [{ field: 'text', value: text.trim() }];
  if (at === -1) return [...filter, ...added];
  return [...filter.slice(0, at), ...added, ...filter.slice(at + 1)];
}

/** The state after notes were renamed: their groups stay collapsed, filters for them stay filters. */
export function renameInState(
  state: DashboardState,
  rename: (path: string) => string,
): DashboardState {
  return {
    ...state,
    collapsed: state.collapsed.map((id) => renameGroupId(id, rename)),
    filter: mapTerms(state.filter, (term) =>
      term.field === 'note' || term.field === 'folder'
        ? { ...term, value: rename(term.value) }
        : term,
    ),
  };
}

function withoutText(filter: Filter): Filter {
  return filter.filter((condition) => !isText(condition));
}

function isText(condition: Condition): condition is Term {
  return isTerm(condition) && condition.field === 'text';
}

/** Whether they hold the same conditions, in whatever order. */
function sameConditions(a: Filter, b: Filter): boolean {
  return a.length === b.length && a.every((item) => b.some((other) => sameCondition(item, other)));
}
