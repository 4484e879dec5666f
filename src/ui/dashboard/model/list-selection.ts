/**
 * Cursor and selection of the list as plain data and pure changes. Everything is named by key, so that
 * both survive updates of the list under them. Only rows can be selected; the cursor also stops at the
 * headers of groups.
 */

export interface ListSelection {
  readonly cursor: string | null;
  /** Where extending started; the selection between it and the cursor grows and shrinks with the cursor. */
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
}

export const NO_SELECTION: ListSelection = { cursor: null, anchor: null, selected: new Set() };

/** What a change needs to know of the list as shown: keys in order, and which of them are rows. */
export interface ListOrder {
  readonly length: number;
  keyAt(index: number): string | undefined;
  indexOf(key: string): number | undefined;
  isRow(key: string): boolean;
}

/** Moves the cursor by `by` items, stopping at the ends. `extend` selects what lies between. */
export function moveCursor(
  selection: ListSelection,
  order: ListOrder,
  by: number,
  extend: boolean,
): ListSelection {
  const at = cursorIndex(selection, order);
  const start = at ?? (by > 0 ? -1 : order.length);
  const to = Math.max(0, Math.min(order.length - 1, start + by));
  const key = order.keyAt(to);
  if (key === undefined) return selection;
  return extend ? extendTo(selection, order, key) : { ...selection, cursor: key, anchor: null };
}

/** The first row behind all of `keys`; null where none is. */
export function rowBehind(order: ListOrder, keys: readonly string[]): string | null {
  const last = keys.reduce((at, key) => Math.max(at, order.indexOf(key) ?? -1), -1);
  if (last === -1) return null;
  for (let at = last + 1; at < order.length; at++) {
    const key = order.keyAt(at);
    if (key !== undefined && order.isRow(key)) return key;
  }
  return null;
}

/** Puts the cursor on `key` and selects every row from where extending started. */
export function extendTo(selection: ListSelection, order: ListOrder, key: string): ListSelection {
  const anchor = selection.anchor ?? selection.cursor ?? key;
  const selected = new Set(selection.selected);
  // What the last extension selected is taken back first, so that going back shrinks it.
  if (selection.anchor !== null && selection.cursor !== null) {
    for (const row of rowsBetween(order, selection.anchor, selection.cursor)) selected.delete(row);
  }
  for (const row of rowsBetween(order, anchor, key)) selected.add(row);
  return { cursor: key, anchor, selected };
}

/** Selects the rows, or unselects them where all of them are selected. */
export function toggleRows(
  selection: ListSelection,
  rows: readonly string[],
  cursor: string,
): ListSelection {
  const selected = new Set(selection.selected);
  const allSelected = rows.every((row) => selected.has(row));
  for (const row of rows) {
    if (allSelected) selected.delete(row);
    else selected.add(row);
  }
  return { cursor, anchor: null, selected };
}

export function selectAll(selection: ListSelection, rows: Iterable<string>): ListSelection {
  return { ...selection, anchor: null, selected: new Set(rows) };
}

export function clearSelection(selection: ListSelection): ListSelection {
  return { ...selection, anchor: null, selected: NO_SELECTION.selected };
}

/**
 * The selection after the list changed. Rows that are gone are no longer selected; a cursor whose item is
 * gone goes on to the next item that is left, else to the last before it. Returns the same object where nothing changes.
 */
export function settle(
  selection: ListSelection,
  before: ListOrder,
  after: ListOrder,
  exists: (row: string) => boolean,
): ListSelection {
  const cursor = settledCursor(selection.cursor, before, after);
  const kept = [...selection.selected].filter((key) => exists(key));
  const anchor =
    selection.anchor !== null && after.indexOf(selection.anchor) !== undefined
      ? selection.anchor
      : null;
  const same =
    cursor === selection.cursor &&
    anchor === selection.anchor &&
    kept.length === selection.selected.size;
  return same ? selection : { cursor, anchor, selected: new Set(kept) };
}

/** The selection after keys changed their names. */
export function renameKeys(
  selection: ListSelection,
  rename: (key: string) => string,
): ListSelection {
  const renamed = (key: string | null): string | null => (key === null ? null : rename(key));
  return {
    cursor: renamed(selection.cursor),
    anchor: renamed(selection.anchor),
    selected: new Set([...selection.selected].map(rename)),
  };
}

function settledCursor(cursor: string | null, before: ListOrder, after: ListOrder): string | null {
  if (cursor === null || after.indexOf(cursor) !== undefined) return cursor;
  const at = before.indexOf(cursor);
  if (at === undefined) return null;
  const isLeft = (key: string): boolean => after.indexOf(key) !== undefined;
  const wasRow = before.isRow(cursor);
  // From a row the cursor goes to a row: one more key press should tag the next question.
  for (let next = at + 1; next < before.length; next++) {
    const key = before.keyAt(next);
    if (key !== undefined && isLeft(key) && (!wasRow || before.isRow(key))) return key;
  }
  for (let earlier = at - 1; earlier >= 0; earlier--) {
    const key = before.keyAt(earlier);
    if (key !== undefined && isLeft(key)) return key;
  }
  return null;
}

function cursorIndex(selection: ListSelection, order: ListOrder): number | undefined {
  return selection.cursor === null ? undefined : order.indexOf(selection.cursor);
}

function rowsBetween(order: ListOrder, a: string, b: string): readonly string[] {
  const from = order.indexOf(a);
  const to = order.indexOf(b);
  if (from === undefined || to === undefined) return [];
  const keys: string[] = [];
  for (let at = Math.min(from, to); at <= Math.max(from, to); at++) {
    const key = order.keyAt(at);
    if (key !== undefined && order.isRow(key)) keys.push(key);
  }
  return keys;
}
