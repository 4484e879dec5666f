/**
 * The cursor and the selection of a dashboard's list, as signals. They survive whatever happens to the rows under them,
 * and go with notes that have another path.
 */
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import { renameGroupId, type Row } from '../../../core/query';
import type { HeaderItem, ItemList } from './list-items';
import { isRowKey, renameRowKey } from './row-keys';
import type { ShownQuestions } from './shown-questions';
import {
  NO_SELECTION,
  renameKeys,
  rowBehind,
  selectAll,
  settle,
  toggleRows,
  type ListSelection,
} from './list-selection';

/** Behind more rows than these nobody looks for the next. */
const MOST_PASSED = 1000;

export class SelectionModel {
  readonly #shown: ShownQuestions;
  readonly #now = signal<ListSelection>(NO_SELECTION);

  readonly now: ReadonlySignal<ListSelection> = this.#now;

  /** The selected rows, ordered by path, then place. */
  readonly rows = computed<readonly Row[]>(() => {
    const { selected } = this.#now.value;
    if (selected.size === 0) return [];
    return inVaultOrder(
      Array.from(selected, (key) => this.#shown.find(key)).filter((row) => row !== null),
    );
  });

  /** How many rows of each group are selected, by the group's key. Groups with none are absent. */
  readonly perGroup = computed<ReadonlyMap<string, number>>(() => {
    return countPerGroup(this.rows.value, (row) => this.#shown.groupIdsOf(row));
  });

  /** Follows the list until it is disposed of. */
  readonly dispose: () => void;

  constructor(shown: ShownQuestions) {
    this.#shown = shown;
    this.dispose = this.#keepSettled();
  }

  /** Changes the cursor or the selection, on the list as it is now. */
  select(change: (selection: ListSelection, list: ItemList) => ListSelection): void {
    this.#now.value = change(this.#now.peek(), this.#shown.list.peek());
  }

  /**
   * What takes the cursor from `rows` to the row behind them, asked for before they change and called once they have:
   * by then they may stand elsewhere. A cursor that has moved meanwhile is left alone.
   */
  goingOnFrom(rows: readonly Row[]): () => void {
    const { cursor } = this.#now.peek();
    const keys = rows.slice(0, MOST_PASSED).map((row) => this.#shown.keyOf(row));
    const next = rowBehind(this.#shown.list.peek(), keys);
    return () => {
      this.select((selection, list) =>
        next !== null && selection.cursor === cursor && list.indexOf(next) !== undefined
          ? { ...selection, cursor: next, anchor: null }
          : selection,
      );
    };
  }

  /** Puts the cursor where it was before; returns whether the list has it. */
  restoreCursor(key: string): boolean {
    const isThere = this.#shown.list.peek().indexOf(key) !== undefined;
    if (isThere) this.select((selection) => ({ ...selection, cursor: key, anchor: null }));
    return isThere;
  }

  /** Selects every question of a group, or none where all were selected. */
  toggleGroup(header: HeaderItem): void {
    const keys = header.group.rows().map((row) => this.#shown.keyOf(row));
    this.select((selection) => toggleRows(selection, keys, header.key));
  }

  /** Selects every row of the list, those of collapsed groups too, and none that a limit leaves out. */
  selectAll(): void {
    const keys = this.#shown.rows().map((row) => this.#shown.keyOf(row));
    this.select((selection) => selectAll(selection, keys));
  }

  /** Notes have other paths. */
  rename(rename: (path: string) => string): void {
    this.#now.value = renameKeys(this.#now.peek(), (key) =>
      isRowKey(key) ? renameRowKey(key, rename) : renameGroupId(key, rename),
    );
  }

  #keepSettled(): () => void {
    let before: ItemList | null = null;
    return effect(() => {
      const list = this.#shown.list.value;
      const earlier = before ?? list;
      before = list;
      const isThere = (key: string) => this.#shown.find(key) !== null;
      this.#now.value = settle(this.#now.peek(), earlier, list, isThere);
    });
  }
}

function inVaultOrder(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) =>
    a.entry.path === b.entry.path
      ? a.question.end - b.question.end
      : a.entry.path < b.entry.path
        ? -1
        : 1,
  );
}

function countPerGroup(
  rows: readonly Row[],
  groupsOf: (row: Row) => Iterable<string>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const key of groupsOf(row)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
