/**
 * What the dashboard shows, as the workspace keeps it: which notes, which filter, how grouped, what is
 * collapsed. Whatever a workspace file holds is read into a valid state; a part that can't be read takes
 * its default, a filter term that can't be read is left out.
 */
import * as v from 'valibot';
import {
  type Condition,
  type Filter,
  type GroupField,
  GROUP_FIELDS,
  isNegation,
  isTerm,
  mapTerms,
  MOST_GROUPINGS,
  type Ordering,
  type Part,
  PARTS,
  readCondition,
  renameGroupId,
  sameCondition,
  rowFieldOf,
  ROW_ORDERS,
  type RowOrder,
  SORT_FIELDS,
  type SortField,
  type ViewName,
  VIEWS,
} from '../../../core/query';

export const LISTED_NOTES = ['articles', 'note', 'vault'] as const;
export type NoteChoiceKind = (typeof LISTED_NOTES)[number];

export const NUMBERS = ['share', 'count'] as const;
export type Numbers = (typeof NUMBERS)[number];

/** How the comparison is shown. */
export interface Comparing {
  readonly numbers: Numbers;
  readonly order: RowOrder;
  /** The keys of the rows whose difference is told, two at most. */
  readonly ticked: readonly string[];
}

export interface DashboardState {
  readonly notes: NoteChoiceKind;
  readonly filter: Filter;
  /** Nested, outermost first; none: no groups. */
  readonly groups: readonly Ordering<GroupField>[];
  /** The first one decides; none: as the questions stand in their notes. */
  readonly sorts: readonly Ordering<SortField>[];
  /** At most so many questions in all; in each group, the innermost. */
  readonly limit: number | null;
  readonly limitGroups: number | null;
  readonly view: ViewName;
  readonly comparing: Comparing;
  /** The date of the filter that bars over time were pressed for, as its term has it: they keep its unit meanwhile. */
  readonly pressed: string | null;
  /** Shown though what is drawn would leave it out, and left out though it would show; no part is in both. */
  readonly show: readonly Part[];
  readonly hide: readonly Part[];
  /** Whether the filter is told in words, with how many questions each part fits. */
  readonly explain: boolean;
  /** The ids of the groups that are collapsed. */
  readonly collapsed: readonly string[];
}

export const DEFAULT_STATE: DashboardState = {
  notes: 'articles',
  filter: [],
  groups: [{ by: 'note', reverse: false }],
  sorts: [],
  limit: null,
  limitGroups: null,
  view: 'list',
  comparing: { numbers: 'share', order: 'difference', ticked: [] },
  pressed: null,
  show: [],
  hide: [],
  explain: false,
  collapsed: [],
};

function ordering<const Fields extends readonly string[]>(fields: Fields) {
  return v.object({ by: v.picklist(fields), reverse: v.fallback(v.boolean(), false) });
}

function numberFromOne() {
  return v.fallback(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null);
}

function parts() {
  return v.fallback(v.array(v.picklist(PARTS)), []);
}

/** Made for each reading, which is seldom, and never where no dashboard is opened. */
function storedState() {
  const choice = v.optional(v.fallback(v.optional(v.picklist(LISTED_NOTES)), undefined));
  return v.object({
    notes: choice,
    /** What `notes` was called once. */
    scope: choice,
    filter: v.fallback(v.array(v.unknown()), []),
    /** The only one, once. */
    grouping: v.optional(v.fallback(v.optional(v.picklist(GROUP_FIELDS)), undefined)),
    groups: v.optional(
      v.fallback(
        v.optional(v.pipe(v.array(ordering(GROUP_FIELDS)), v.maxLength(MOST_GROUPINGS))),
        undefined,
      ),
    ),
    sorts: v.fallback(v.array(ordering(SORT_FIELDS)), []),
    limit: numberFromOne(),
    limitGroups: numberFromOne(),
    view: v.fallback(v.picklist(VIEWS), DEFAULT_STATE.view),
    comparing: v.fallback(
      v.object({
        numbers: v.picklist(NUMBERS),
        order: v.picklist(ROW_ORDERS),
        ticked: v.array(v.string()),
      }),
      DEFAULT_STATE.comparing,
    ),
    pressed: v.fallback(v.nullable(v.string()), null),
    show: parts(),
    hide: parts(),
    explain: v.fallback(v.boolean(), false),
    collapsed: v.fallback(v.array(v.string()), []),
  });
}

/** Reads a stored state of any shape. Never throws. */
export function parseState(value: unknown): DashboardState {
  const read = v.safeParse(storedState(), value);
  if (!read.success) return DEFAULT_STATE;
  const conditions = read.output.filter.map((item) => readCondition(item));
  const { filter: _, notes, scope, grouping, groups, ...others } = read.output;
  return {
    notes: notes ?? scope ?? DEFAULT_STATE.notes,
    filter: distinctConditions(conditions.filter((condition) => condition !== null)),
    groups: groups ?? (grouping ? [{ by: grouping, reverse: false }] : DEFAULT_STATE.groups),
    ...others,
  };
}

/**
 * Whether going from one state to the other is something that «back» should undo: other notes or another
 * filter. Grouping, sorting and collapsing are not; typing is none either, and does not come here.
 */
export function isUndoneByBack(from: DashboardState, to: DashboardState): boolean {
  return from.notes !== to.notes || !sameConditions(from.filter, to.filter);
}

/** The texts that what is shown has in it: those that are searched for, but for what is not to be there. */
export function searchedTexts(filter: Filter): readonly string[] {
  const texts = new Set<string>();
  const add = (conditions: Filter): void => {
    for (const condition of conditions) {
      if (isTerm(condition)) {
        if (condition.field === 'text') texts.add(condition.value);
      } else if (!isNegation(condition)) condition.any.forEach(add);
    }
  };
  add(filter);
  return [...texts];
}

/** Whether something stands above the list that can be taken away. */
export function hasChips({ filter, limit, limitGroups }: DashboardState): boolean {
  return filter.length > 0 || (limit ?? limitGroups) !== null;
}

/** The filter with each condition once. */
export function distinctConditions(filter: Filter): Filter {
  const kept: Condition[] = [];
  for (const condition of filter) {
    if (!kept.some((other) => sameCondition(condition, other))) kept.push(condition);
  }
  return kept;
}

/** Views that draw a picture above the list. */
const PICTURES: ReadonlySet<ViewName> = new Set(['compare', 'transitions', 'timeline']);

/** Whether the view draws a picture above the list: then the filter's chips stand between them, and move no picture. */
export function isPicture(view: ViewName): boolean {
  return PICTURES.has(view);
}

const BY_ASKER: DashboardState['groups'] = [{ by: 'asker', reverse: false }];

/** In another view: askers stand side by side where nothing was asked for, and the list goes back to its notes. */
export function withView(state: DashboardState, view: ViewName): DashboardState {
  if (state.view === view) return state;
  const change = (from: DashboardState['groups'], to: DashboardState['groups']) => {
    const [group, inner] = state.groups;
    const isFrom = group?.by === from[0]?.by && group?.reverse === false && !inner;
    return { ...state, view, groups: isFrom ? to : state.groups };
  };
  if (view === 'compare') return change(DEFAULT_STATE.groups, BY_ASKER);
  return state.view === 'compare' ? change(BY_ASKER, DEFAULT_STATE.groups) : { ...state, view };
}

/** The state after notes were renamed: their groups stay collapsed, filters for them stay filters. */
export function renameInState(
  state: DashboardState,
  rename: (path: string) => string,
): DashboardState {
  const { comparing } = state;
  const hasPaths = ['note', 'folder'].includes(rowFieldOf(state.groups));
  return {
    ...state,
    comparing: hasPaths ? { ...comparing, ticked: comparing.ticked.map(rename) } : comparing,
    collapsed: state.collapsed.map((id) => renameGroupId(id, rename)),
    filter: mapTerms(state.filter, (term) =>
      term.field === 'note' || term.field === 'folder'
        ? { ...term, value: rename(term.value) }
        : term,
    ),
  };
}

/** Whether they hold the same conditions, in whatever order. */
function sameConditions(a: Filter, b: Filter): boolean {
  return a.length === b.length && a.every((item) => b.some((other) => sameCondition(item, other)));
}
