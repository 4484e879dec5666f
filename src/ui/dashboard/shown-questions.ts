/**
 * What the dashboard shows, derived from index, settings and state: rows in scope, rows that fit the filter,
 * counts, groups, list items. Each is a signal that is computed only when it is read and something under it
 * changed, so that typing in the search box counts and groups once.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { isConflict, isSkipped } from '../../core/question';
import type { NoteEntry } from '../../core/question-index';
import { countMatrix } from '../../core/query/count';
import { applyFilter, isCellTerm } from '../../core/query/filter';
import { groupRows } from '../../core/query/group';
import type { Row, Scope } from '../../core/query/row';
import type { Settings } from '../../settings';
import type { DashboardState } from './dashboard-state';
import { listItems, type ItemList } from './list-items';
import { RowKeys } from './row-keys';
import { asksForSkipped, shownRows } from './shown-rows';

export interface ShownFrom {
  readonly entries: ReadonlySignal<readonly NoteEntry[]>;
  readonly settings: ReadonlySignal<Settings>;
  readonly state: ReadonlySignal<DashboardState>;
  /** Null where «this note» has no note: then there are no rows. */
  readonly scope: ReadonlySignal<Scope | null>;
}

const NO_ROWS: readonly Row[] = [];

export class ShownQuestions {
  readonly #from: ShownFrom;
  readonly #rowKeys = new RowKeys();

  constructor(from: ShownFrom) {
    this.#from = from;
  }

  // One signal for each part of the state, so that folding a group does not filter again.
  readonly #filter = computed(() => this.#from.state.value.filter);
  readonly #grouping = computed(() => this.#from.state.value.grouping);
  readonly #collapsed = computed(() => this.#from.state.value.collapsed);
  readonly #lists = computed(() => this.#from.settings.value.lists);
  readonly #taxonomy = computed(() => this.#from.settings.value.taxonomy);
  readonly #withSkipped = computed(() => asksForSkipped(this.#filter.value));

  /** Rows of the notes in scope, before the filter. */
  readonly inScope = computed(() => this.#rowsInScope(this.#withSkipped.value));

  /** Rows that fit everything but the matrix's own terms: what its cells count. */
  readonly #matrixRows = computed(() => {
    const filter = this.#filter.value.filter((term) => !isCellTerm(term));
    return applyFilter(this.inScope.value, filter);
  });

  /** Rows that fit the filter, ordered by path, then place. */
  readonly rows = computed(() =>
    applyFilter(this.#matrixRows.value, this.#filter.value.filter(isCellTerm)),
  );

  readonly totals = computed(() => countMatrix(this.rows.value));
  readonly matrix = computed(() => countMatrix(this.#matrixRows.value));

  /** How many questions have several marks. */
  readonly conflicts = computed(
    () => this.#matrixRows.value.filter(({ question }) => isConflict(question)).length,
  );

  /** How many questions say that they are none; counted whether or not they are listed. */
  readonly skipped = computed(() => {
    const filter = this.#filter.value.filter((term) => !isCellTerm(term));
    const skipped = this.#rowsInScope(true).filter(({ question }) => isSkipped(question));
    return applyFilter(skipped, filter).length;
  });

  readonly groups = computed(() =>
    groupRows(this.rows.value, this.#grouping.value, this.#taxonomy.value),
  );

  readonly list = computed<ItemList>(() => {
    const collapsed = new Set(this.#collapsed.value);
    return listItems(this.groups.value, this.#grouping.value, collapsed, (row) => this.keyOf(row));
  });

  /** The keys of `rows`. */
  readonly keys = computed<ReadonlySet<string>>(
    () => new Set(this.rows.value.map((row) => this.keyOf(row))),
  );

  keyOf(row: Row): string {
    return this.#rowKeys.keyOf(row);
  }

  /** All rows in scope that some filter would show, those that say «not a question» among them. */
  filterable(): readonly Row[] {
    return this.#rowsInScope(true);
  }

  #rowsInScope(withSkipped: boolean): readonly Row[] {
    const scope = this.#from.scope.value;
    if (!scope) return NO_ROWS;
    return shownRows(this.#from.entries.value, scope, this.#lists.value, withSkipped);
  }
}
