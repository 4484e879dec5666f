/**
 * What the dashboard shows, derived from index, settings and state. Everything comes of one result, which
 * follows the index note by note and is computed anew only for another question. Each part is a signal that
 * is computed only when it is read and something under it changed.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { PathList } from '../../../core/index/path-list';
import type { NoteEntry } from '../../../core/index/question-index';
import {
  QueryRunner,
  type Collapsed,
  type ColumnStore,
  type Facet,
  asksForSkipped,
  compareQuestions,
  countMonths,
  type Comparison,
  countTransitions,
  type Filter,
  type FilterPart,
  filterParts,
  rowFieldOf,
  sameFilter,
  tableFilter,
  type Transitions,
  transitionFilter,
  withinOf,
  facetsOf,
  kindsAskedFor,
  groupId,
  innermostGroups,
  type ListedRows,
  listedRows,
  type ListQuery,
  type Row,
  type NoteChoice,
  pressedSpan,
  type PressedSpan,
  type Timeline,
  timelineOf,
  timelineParts,
  unitOf,
  withoutSpan,
} from '../../../core/query';
import type { Settings } from '../../../settings/schema';
import type { DashboardState } from '../state/dashboard-state';
import { itemListOf, type ItemList } from './list-items';
import { RowKeys } from './row-keys';
import { listedKinds } from '../../parts/listed-kinds';
import { activeTaxonomy } from '../../../settings/taxonomies';

export interface ShownFrom {
  readonly columns: ColumnStore;
  readonly entries: ReadonlySignal<PathList<NoteEntry>>;
  readonly settings: ReadonlySignal<Settings>;
  readonly state: ReadonlySignal<DashboardState>;
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: ReadonlySignal<string>;
  /** Null where «this note» has no note: then there are no rows. */
  readonly notes: ReadonlySignal<NoteChoice | null>;
}

/** Each part of a filter is a question to the whole vault. */
const MOST_EXPLAINED = 40;

export interface Explained {
  /** The first parts, with how many questions each fits by itself. */
  readonly parts: readonly (FilterPart & { readonly matched: number })[];
  /** How many parts come behind these. */
  readonly more: number;
}

/** What a path is of where nothing else is asked for. */
const BY_NOTE: DashboardState['groups'] = [{ by: 'note', reverse: false }];

const BY_GIVEN = { by: 'given', reverse: false } as const;

export class ShownQuestions {
  readonly #from: ShownFrom;
  readonly #rowKeys = new RowKeys();
  readonly #runner;
  readonly #tableRunner;
  readonly #timeRunner;

  constructor(from: ShownFrom) {
    this.#from = from;
    this.#runner = new QueryRunner(from.columns);
    this.#tableRunner = new QueryRunner(from.columns);
    this.#timeRunner = new QueryRunner(from.columns);
  }

  // One signal for each part of the state, so that collapsing a group does not filter again.
  readonly #filter = computed(() => this.#from.state.value.filter);
  readonly #view = computed(() => this.#from.state.value.view);
  readonly #ownGroups = computed(() => {
    const { groups } = this.#from.state.value;
    return groups.length === 0 && this.#view.value === 'path' ? BY_NOTE : groups;
  });
  /** Within the groups that notes are given in, where they are. */
  readonly #groups = computed<ListQuery['groups']>(() => {
    const notes = this.#from.notes.value;
    const isGiven = notes?.kind === 'given' && notes.notes.areGrouped;
    return isGiven ? [BY_GIVEN, ...this.#ownGroups.value] : this.#ownGroups.value;
  });
  readonly #sorts = computed(() => this.#from.state.value.sorts);
  readonly #limit = computed(() => this.#from.state.value.limit);
  readonly #limitGroups = computed(() => this.#from.state.value.limitGroups);
  readonly #collapsed = computed<Collapsed>(() =>
    this.#view.value === 'path'
      ? innermostGroups(this.#groups.value.length)
      : new Set(this.#from.state.value.collapsed),
  );
  readonly #lists = computed(() => this.#from.settings.value.lists);
  readonly #dateProperties = computed(() => this.#from.settings.value.notes.dateProperties);
  readonly #askersProperty = computed(() => this.#from.settings.value.notes.askersProperty);
  readonly #taxonomy = computed(() => activeTaxonomy(this.#from.settings.value));

  readonly #query = computed<ListQuery>(() => {
    const limit = this.#limit.value;
    const limitGroups = this.#limitGroups.value;
    return {
      ...this.#listed(this.#filter.value),
      groups: this.#groups.value,
      sorts: this.#sorts.value,
      ...(limit !== null && { limit }),
      ...(limitGroups !== null && { limitGroups }),
    };
  });

  readonly #result = computed(() =>
    this.#runner.run(this.#from.entries.value, this.#query.value, this.#taxonomy.value),
  );

  /** How many questions the notes shown have, before the filter. */
  readonly listed = computed(() => this.#result.value.listed);
  readonly totals = computed(() => this.#result.value.totals);
  readonly matrix = computed(() => this.#result.value.matrix);
  /** How many questions have several marks. */
  readonly conflicts = computed(() => this.#result.value.conflicts);
  /** How many questions say that they are none; counted whether or not they are listed. */
  readonly skipped = computed(() => this.#result.value.skipped);

  readonly #within = computed(() => withinOf(this.#ownGroups.value));
  readonly #rowField = computed(() => rowFieldOf(this.#ownGroups.value));
  #tableFilter: Filter = [];

  /** The same object until it is another one: pressing a cell of the table counts nothing anew. */
  readonly #tableQuery = computed<ListQuery>(() => ({
    ...this.#listed(this.#inTable.value),
    groups: [],
    sorts: [],
  }));

  readonly #tableChunks = computed(
    () =>
      this.#tableRunner.run(this.#from.entries.value, this.#tableQuery.value, this.#taxonomy.value)
        .chunks,
  );

  readonly #inTable = computed<Filter>(() => {
    const all = this.#filter.value;
    const filter =
      this.#view.value === 'transitions'
        ? transitionFilter(all, this.#within.value)
        : tableFilter(all, this.#rowField.value);
    if (!sameFilter(filter, this.#tableFilter)) this.#tableFilter = filter;
    return this.#tableFilter;
  });

  /** Rows and stages side by side, whichever of their cells the filter chooses. */
  readonly comparison = computed<Comparison>(() =>
    compareQuestions(
      this.#tableChunks.value,
      this.#rowField.value,
      this.#from.columns.groupCodes,
      this.#taxonomy.value,
    ),
  );

  /** From stage to stage, whichever pair the filter chooses. */
  readonly transitions = computed<Transitions>(() =>
    countTransitions(this.#tableChunks.value, this.#within.value, this.#taxonomy.value),
  );

  readonly #pressed = computed(() => this.#from.state.value.pressed);
  readonly #dated = computed(() => pressedSpan(this.#filter.value));
  #timeFilter: Filter = [];

  readonly #withoutSpan = computed<Filter>(() => {
    const filter = withoutSpan(this.#filter.value);
    if (!sameFilter(filter, this.#timeFilter)) this.#timeFilter = filter;
    return this.#timeFilter;
  });

  readonly #timeQuery = computed<ListQuery>(() => ({
    ...this.#listed(this.#withoutSpan.value),
    groups: [],
    sorts: [],
  }));

  readonly #months = computed(() => {
    const taxonomy = this.#taxonomy.value;
    const entries = this.#from.entries.value;
    const { chunks } = this.#timeRunner.run(entries, this.#timeQuery.value, taxonomy);
    return countMonths(chunks, taxonomy);
  });

  /** Bars over time and, if the filter chooses some, which: they are counted without that. */
  readonly #overTime = computed<{ readonly timeline: Timeline; readonly span: PressedSpan | null }>(
    () => {
      const groups = this.#ownGroups.value;
      const span = this.#dated.value;
      // What fits may change under a pressed span, by other notes or another filter.
      const kept = span?.term.value === this.#pressed.value ? span.unit : null;
      const of = (months: Comparison): Timeline =>
        timelineOf(months, unitOf(groups) ?? kept, timelineParts(groups));
      const timeline = of(this.#months.value);
      if (!span?.unit || span.unit === timeline.unit) return { timeline, span };
      // A date of another unit chooses no bars: it narrows what they count.
      const months = countMonths(this.#result.value.chunks, this.#taxonomy.value);
      return { timeline: of(months), span: null };
    },
  );
  readonly timeline = computed(() => this.#overTime.value.timeline);
  readonly span = computed(() => this.#overTime.value.span);

  /** What bars would stand for by themselves with no span pressed. */
  fittingUnit(): Timeline['unit'] {
    return timelineOf(this.#months.peek(), null, 'stage').unit;
  }

  readonly #request = computed(() => ({
    query: this.#query.value,
    collapsed: this.#collapsed.value,
  }));
  readonly list = computed<ItemList>(() =>
    itemListOf(this.#result.value, this.#collapsed.value, this.#rowKeys, this.#request.value),
  );

  /** Only worked out while somebody looks at it. */
  readonly explained = computed<Explained>(() => {
    const { notes, kinds, withSkipped, today, filter } = this.#query.value;
    const runner = new QueryRunner(this.#from.columns);
    const all = filterParts(filter);
    const parts = all.slice(0, MOST_EXPLAINED).map((part) => {
      const filter = [part.condition];
      const alone = { notes, kinds, withSkipped, today, filter, groups: [], sorts: [] };
      const { totals } = runner.run(this.#from.entries.value, alone, this.#taxonomy.value);
      return { ...part, matched: totals.total };
    });
    return { parts, more: all.length - parts.length };
  });

  keyOf(row: Row): string {
    return this.#rowKeys.keyOf(row);
  }

  /** The row of a key where it fits the filter, in a collapsed group or not. */
  find(key: string): Row | null {
    const result = this.#result.value;
    const row = this.#rowKeys.find(key, (path) => result.entries.get(path));
    return row && result.has(row.entry, row.question) ? row : null;
  }

  /** Who asks in a row. Of changed notes rows hear by themselves, of another property here. */
  askerOf({ entry, question }: Row): string | null {
    void this.#askersProperty.valueOf();
    return this.#result.peek().groupKeyOf(entry, question, 'asker');
  }

  #listed(filter: Filter): Omit<ListQuery, 'groups' | 'sorts'> {
    // By other properties notes have other days and askers; the same query is asked anew.
    void this.#dateProperties.valueOf();
    void this.#askersProperty.valueOf();
    return {
      notes: this.#from.notes.value,
      kinds: [...new Set([...listedKinds(this.#lists.value), ...kindsAskedFor(filter)])],
      withSkipped: asksForSkipped(filter),
      filter,
      today: this.#from.today.value,
    };
  }

  /** The ids of the groups that a row is in, outermost first. */
  groupIdsOf({ entry, question }: Row): readonly string[] {
    const result = this.#result.value;
    const ids: string[] = [];
    for (const { by } of result.query.groups) {
      ids.push(groupId(by, result.groupKeyOf(entry, question, by), ids.at(-1)));
    }
    return ids;
  }

  /** How many questions with each stage an asker has in the notes shown, whatever is filtered for; by `stageKey`. */
  stagesOf(asker: string): ReadonlyMap<string, number> {
    return this.#result.value.stagesOf(asker);
  }

  /** How many rows the list has, those of collapsed groups too. */
  readonly size = computed(() => this.#result.value.size);

  /** All rows of the list, those of collapsed groups too, ordered by path, then place. There may be very many. */
  rows(): readonly Row[] {
    return Array.from(this.#result.value.rowsWithinLimits(), ({ entry, question }) =>
      this.#rowKeys.rowOf(entry, question),
    );
  }

  /** What is shown, or those of `chosen` that are, as rows of an answer in the list's order and groups. */
  listedRows(chosen: readonly Row[] | null = null): ListedRows {
    return listedRows(this.#result.peek(), chosen);
  }

  /** What can be filtered by, with counts; those that say «not a question» count too. */
  facets(): readonly Facet[] {
    const { notes, kinds, filter, today } = this.#query.value;
    const { entries, columns } = this.#from;
    return facetsOf(
      entries.value,
      columns,
      { notes, kinds },
      { filter, today },
      this.#taxonomy.value,
    );
  }
}
