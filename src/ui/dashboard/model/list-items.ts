/**
 * The list as it is drawn: groups and their rows as one flat run of items, collapsed groups without rows. An
 * item is made when somebody asks for it, so that a list of any length costs the same.
 */
import type { NoteEntry } from '../../../core/index/question-index';
import { type Grouping, layoutOf, type QueryResult, type Row } from '../../../core/query';
import type { ListOrder } from './list-selection';
import { isRowKey, type RowKeys } from './row-keys';

/** A group of rows, as its header shows it. */
export interface ItemGroup {
  /** As in `RowGroup`. */
  readonly key: string | null;
  /** How many rows it has. */
  readonly size: number;
  /** The note of its first row. */
  readonly entry: NoteEntry;
  /** All of them; there may be very many. */
  readonly rows: () => readonly Row[];
}

export interface HeaderItem {
  readonly kind: 'header';
  /** Unlike a row's key for any path, text or label. */
  readonly key: string;
  readonly group: ItemGroup;
  readonly collapsed: boolean;
}

export interface RowItem {
  readonly kind: 'row';
  readonly key: string;
  readonly row: Row;
  /** The key of the header it stands under. */
  readonly header: string;
}

export type ListItem = HeaderItem | RowItem;

/** Names a group among all groups of all groupings; kept in the workspace for collapsed ones. */
export function groupKey(grouping: Grouping, key: string | null): string {
  return key === null ? `${grouping}!` : `${grouping}:${key}`;
}

/** The key with its note's path as `rename` gives it; keys of other groups come back as they are. */
export function renameGroupKey(key: string, rename: (path: string) => string): string {
  return key.startsWith(NOTE) ? NOTE + rename(key.slice(NOTE.length)) : key;
}

const NOTE = 'note:';

/** Items by place, and places by key. */
export interface ItemList extends ListOrder {
  at(index: number): ListItem | undefined;
  /** The keys of all groups, collapsed or not. */
  groupKeys(): readonly string[];
}

export function listItems(
  result: QueryResult,
  collapsedGroups: readonly string[],
  rowKeys: RowKeys,
): ItemList {
  const { by } = result.query;
  const layout = layoutOf(result, collapsedKeys(by, collapsedGroups));
  const at = (index: number): ListItem | undefined => {
    const laid = layout.at(index);
    if (!laid) return undefined;
    if (laid.kind === 'question') {
      const row = rowKeys.rowOf(laid.row.entry, laid.row.question);
      return { kind: 'row', key: rowKeys.keyOf(row), row, header: groupKey(by, laid.key) };
    }
    const { key, size, entry, collapsed, rows } = laid.group;
    return {
      kind: 'header',
      key: groupKey(by, key),
      collapsed,
      group: {
        key,
        size,
        entry,
        rows: () => rows().map(({ entry: of, question }) => rowKeys.rowOf(of, question)),
      },
    };
  };
  return {
    length: layout.length,
    at,
    keyAt: (index) => at(index)?.key,
    indexOf(key) {
      if (!isRowKey(key)) {
        const group = groupOfKey(by, key);
        return group === undefined ? undefined : (layout.indexOfGroup(group) ?? undefined);
      }
      const row = rowKeys.find(key, (path) => result.entries.get(path));
      return (row && layout.indexOf(row.entry, row.question)) ?? undefined;
    },
    isRow: isRowKey,
    groupKeys: () => layout.groupKeys().map((key) => groupKey(by, key)),
  };
}

/** The groups of a grouping among keys of groups of all groupings. */
function collapsedKeys(by: Grouping, collapsed: readonly string[]): ReadonlySet<string | null> {
  const keys = collapsed.map((key) => groupOfKey(by, key));
  return new Set(keys.filter((key) => key !== undefined));
}

/** The group that a key names; undefined where it is one of another grouping. */
function groupOfKey(by: Grouping, key: string): string | null | undefined {
  if (key === groupKey(by, null)) return null;
  const prefix = groupKey(by, '');
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}
