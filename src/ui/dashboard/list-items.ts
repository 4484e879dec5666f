/** The list as it is drawn: groups and their rows as one flat run of items, folded groups without rows. */
import type { RowGroup, Grouping } from '../../core/query/group';
import type { Row } from '../../core/query/row';
import type { ListOrder } from './list-selection';

export interface HeaderItem {
  readonly kind: 'header';
  /** Unlike a row's key for any path, text or label. */
  readonly key: string;
  readonly group: RowGroup;
  readonly folded: boolean;
}

export interface RowItem {
  readonly kind: 'row';
  readonly key: string;
  readonly row: Row;
  /** The key of the header it stands under. */
  readonly header: string;
}

export type ListItem = HeaderItem | RowItem;

export interface ItemList extends ListOrder {
  readonly items: readonly ListItem[];
}

/** Names a group among all groups of all groupings; kept in the workspace for folded ones. */
export function groupKey(grouping: Grouping, group: RowGroup): string {
  return group.key === null ? `${grouping}!` : `${grouping}:${group.key}`;
}

/** The key with its note's path as `rename` gives it; keys of other groups come back as they are. */
export function renameGroupKey(key: string, rename: (path: string) => string): string {
  return key.startsWith(NOTE) ? NOTE + rename(key.slice(NOTE.length)) : key;
}

const NOTE = 'note:';

export function listItems(
  groups: readonly RowGroup[],
  grouping: Grouping,
  collapsed: ReadonlySet<string>,
  keyOf: (row: Row) => string,
): ItemList {
  const items: ListItem[] = [];
  for (const group of groups) {
    const key = groupKey(grouping, group);
    const folded = collapsed.has(key);
    items.push({ kind: 'header', key, group, folded });
    if (folded) continue;
    for (const row of group.rows) {
      items.push({ kind: 'row', key: keyOf(row), row, header: key });
    }
  }
  return ordered(items);
}

function ordered(items: readonly ListItem[]): ItemList {
  let places: ReadonlyMap<string, number> | null = null;
  const indexOf = (key: string): number | undefined => {
    // A long list that nobody has put the cursor in needs no table.
    places ??= new Map(items.map((item, at) => [item.key, at]));
    return places.get(key);
  };
  return {
    items,
    keys: items.map((item) => item.key),
    indexOf,
    isRow: (key) => items[indexOf(key) ?? -1]?.kind === 'row',
  };
}
