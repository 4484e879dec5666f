/**
 * Settings that were changed in two places, brought together: what was last read, what this device made of it,
 * and what the file holds by now. Pure, on plain JSON data. Records are merged key by key, lists of what has an
 * `id` item by item, everything else is one value. Where both sides changed the same value the one made here is
 * kept, and the other is named.
 */

/** A value that both sides changed. */
export interface Overruled {
  /** Keys and ids from the outside in; the last one names what was changed. A list's order is `ORDER`. */
  readonly path: readonly string[];
  /** What the file says; undefined where it says that there is none. */
  readonly theirs: unknown;
}

/** Stands in a path for the order of a list. No key of the settings and no id is called so. */
export const ORDER = '<order>';

export interface Merged {
  readonly data: unknown;
  readonly overruled: readonly Overruled[];
}

/** How many items a list of stances or stages has at least and at most. */
export interface ListBounds {
  readonly least: number;
  readonly most: number;
}

type Data = Readonly<Record<string, unknown>>;
type Item = Data & { readonly id: string };

export function mergeSettings(
  base: unknown,
  mine: unknown,
  theirs: unknown,
  bounds: ListBounds,
): Merged {
  const overruled: Overruled[] = [];
  const data = new Merge(bounds, (path, value) => overruled.push({ path, theirs: value })).of(
    base,
    mine,
    theirs,
    [],
  );
  return { data, overruled };
}

/**
 * `known` with what `raw` holds beside it, at every depth: what another version wrote is not lost. `understood` is
 * what was read of `raw`; what is there and no longer in `known` was taken out.
 */
export function withUnknown(known: unknown, raw: unknown, understood: unknown): unknown {
  if (isRecord(known) && isRecord(raw)) {
    const read = isRecord(understood) ? understood : {};
    const beside = Object.entries(raw).filter(([key]) => !Object.hasOwn(read, key));
    const merged: Record<string, unknown> = Object.fromEntries(beside);
    for (const [key, value] of Object.entries(known)) {
      merged[key] = withUnknown(value, ownOf(raw, key), ownOf(read, key));
    }
    return merged;
  }
  if (isKeyed(known) && isKeyed(raw)) {
    const rawById = idMap(raw);
    const readById = idMap(isKeyed(understood) ? understood : []);
    return known.map((item) => withUnknown(item, rawById.get(item.id), readById.get(item.id)));
  }
  return known;
}

/** Whether two pieces of JSON data say the same; the order of keys says nothing. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => isSameData(item, other[at]));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameData(one[key], other[key]))
  );
}

class Merge {
  constructor(
    private readonly bounds: ListBounds,
    private readonly overrule: (path: readonly string[], theirs: unknown) => void,
  ) {}

  of(base: unknown, mine: unknown, theirs: unknown, path: readonly string[]): unknown {
    if (isSameData(mine, theirs) || isSameData(base, theirs)) return mine;
    if (isSameData(base, mine)) return theirs;
    if (isRecord(mine) && isRecord(theirs)) {
      return this.#records(isRecord(base) ? base : {}, mine, theirs, path);
    }
    if (isKeyed(mine) && isKeyed(theirs)) {
      return this.#lists(isKeyed(base) ? base : [], mine, theirs, path);
    }
    this.overrule(path, theirs);
    return mine;
  }

  #records(base: Data, mine: Data, theirs: Data, path: readonly string[]): Data {
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const value = this.of(ownOf(base, key), ownOf(mine, key), ownOf(theirs, key), [...path, key]);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  }

  #lists(
    base: readonly Item[],
    mine: readonly Item[],
    theirs: readonly Item[],
    path: readonly string[],
  ): readonly unknown[] {
    const [baseById, mineById, theirsById] = [idMap(base), idMap(mine), idMap(theirs)];
    const kept = new Map<string, unknown>();
    for (const { id } of [...mine, ...theirs]) {
      if (kept.has(id)) continue;
      const before = baseById.get(id);
      const item = this.of(before, mineById.get(id), theirsById.get(id), [...path, id]);
      if (item !== undefined) kept.set(id, item);
    }
    this.#bound(kept, mineById, theirsById, path);
    const order = this.#order(ids(base), ids(mine), ids(theirs), path);
    return order.flatMap((id) => (kept.has(id) ? [kept.get(id)] : []));
  }

  /** Two lists that are each within bounds may come to one that is not: then what was done here counts. */
  #bound(
    kept: Map<string, unknown>,
    mine: ReadonlyMap<string, Item>,
    theirs: ReadonlyMap<string, Item>,
    path: readonly string[],
  ): void {
    for (const [id, item] of mine) {
      if (kept.size >= this.bounds.least) break;
      if (kept.has(id)) continue;
      kept.set(id, item);
      this.overrule([...path, id], undefined);
    }
    for (const [id, item] of [...theirs].reverse()) {
      if (kept.size <= this.bounds.most) break;
      if (mine.has(id)) continue;
      kept.delete(id);
      this.overrule([...path, id], item);
    }
  }

  /** All ids in one order: the one that was changed, and what only the other side has behind its neighbour there. */
  #order(
    base: readonly string[],
    mine: readonly string[],
    theirs: readonly string[],
    path: readonly string[],
  ): readonly string[] {
    const isMoved = (list: readonly string[]) =>
      !isSameData(common(base, list), common(list, base));
    const isMine = isMoved(mine);
    const isTheirs = isMoved(theirs);
    if (isMine && isTheirs && !isSameData(common(mine, theirs), common(theirs, mine))) {
      this.overrule([...path, ORDER], theirs);
    }
    return isTheirs && !isMine ? weave(theirs, mine) : weave(mine, theirs);
  }
}

/** `first` as it stands, and each other id behind the one that it follows in `second`. */
function weave(first: readonly string[], second: readonly string[]): readonly string[] {
  const woven = [...first];
  let at = 0;
  for (const id of second) {
    const found = woven.indexOf(id);
    if (found === -1) woven.splice(at, 0, id);
    at = (found === -1 ? at : found) + 1;
  }
  return woven;
}

function common(list: readonly string[], other: readonly string[]): readonly string[] {
  return list.filter((id) => other.includes(id));
}

function ids(items: readonly Item[]): readonly string[] {
  return items.map(({ id }) => id);
}

function idMap(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}

function ownOf(data: Data, key: string): unknown {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}

function isKeyed(value: unknown): value is readonly Item[] {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function isItem(value: unknown): value is Item {
  return isRecord(value) && typeof value.id === 'string';
}

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
