/**
 * The list as it is drawn: groups and their rows as one flat run of items, collapsed groups without rows. An
 * item is made when somebody asks for it, so that a list of any length costs the same.
 */
import type { NoteEntry } from '../../../core/index/question-index';
import {
  type Collapsed,
  layoutOf,
  type ListedField,
  type QueryResult,
  type Row,
} from '../../../core/query';
import type { ListOrder } from './list-selection';
import { isRowKey, type RowKeys } from './row-keys';

/** A group of rows, as its header shows it. */
export interface ItemGroup {
  /** What it is a group of. */
  readonly field: ListedField;
  /** As in `RowGroup`. */
  readonly key: string | null;
  /** 0, or 1 within another group. */
  readonly level: number;
  /** How many rows it has. */
  readonly size: number;
  /** The note of its first row. */
  readonly entry: NoteEntry;
  /** How many of its questions have each stage, by `stageKey`. */
  readonly stages: () => ReadonlyMap<string, number>;
  /** All of them; there may be very many. */
  readonly rows: () => readonly Row[];
}

export interface HeaderItem {
  readonly kind: 'header';
  /** The group's id; unlike a row's key for any path, text or label. */
  readonly key: string;
  readonly group: ItemGroup;
  readonly collapsed: boolean;
}

export interface RowItem {
  readonly kind: 'row';
  readonly key: string;
  readonly row: Row;
  /** The key of the header right above it; null where there are no groups. */
  readonly header: string | null;
}

export type ListItem = HeaderItem | RowItem;

/** Items by position, and positions by key. */
export interface ItemList extends ListOrder {
  at(index: number): ListItem | undefined;
  /** The same for as long as nobody asks for other items, or for the same ones in another order. */
  readonly request: object;
  /** The keys of all headers, of collapsed groups too. */
  groupKeys(): readonly string[];
}

export function itemListOf(
  result: QueryResult,
  collapsed: Collapsed,
  rowKeys: RowKeys,
  request: object,
): ItemList {
  const layout = layoutOf(result, collapsed);
  const at = (index: number): ListItem | undefined => {
    const laid = layout.at(index);
    if (!laid) return undefined;
    if (laid.kind === 'question') {
      const row = rowKeys.rowOf(laid.row.entry, laid.row.question);
      return { kind: 'row', key: rowKeys.keyOf(row), row, header: laid.group };
    }
    const { id, rows, collapsed: isCollapsed, ...group } = laid.group;
    return {
      kind: 'header',
      key: id,
      collapsed: isCollapsed,
      group: {
        ...group,
        rows: () => rows().map(({ entry: of, question }) => rowKeys.rowOf(of, question)),
      },
    };
  };
  return {
    length: layout.length,
    at,
    request,
    keyAt: (index) => at(index)?.key,
    indexOf(key) {
      if (!isRowKey(key)) return layout.indexOfGroup(key) ?? undefined;
      const row = rowKeys.find(key, (path) => result.entries.get(path));
      return (row && layout.indexOf(row.entry, row.question)) ?? undefined;
    },
    isRow: isRowKey,
    groupKeys: () => layout.groupIds(),
  };
}

/** The note that an item stands for: that of its question, or that its header is of. */
export function notePathOf(item: ListItem): string | null {
  if (item.kind === 'row') return item.row.entry.path;
  return item.group.field === 'note' ? item.group.entry.path : null;
}
