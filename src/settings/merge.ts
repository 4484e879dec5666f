/**
 * Settings that were changed in two places, brought together: what was last read, what this device made of it,
 * and what the file holds by now. Pure, on plain JSON data. Records are merged key by key, lists of what has an
 * `id` (taxonomies, stances, stages) or a `name` (saved queries) item by item, everything else is one value. Where both sides changed the same
 * value the one made here is kept, and the other is named.
 */
import { hasKeys, isItem, isRecord, isSameData, keyMap, itemKey, ownOf, type Data } from './data';

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

export function mergeSettings(base: unknown, mine: unknown, theirs: unknown): Merged {
  const overruled: Overruled[] = [];
  const merge = new Merge((path, value) => overruled.push({ path, theirs: value }));
  return { data: merge.of(base, mine, theirs, []), overruled };
}

class Merge {
  readonly #overrule: (path: readonly string[], theirs: unknown) => void;

  constructor(overrule: (path: readonly string[], theirs: unknown) => void) {
    this.#overrule = overrule;
  }

  of(base: unknown, mine: unknown, theirs: unknown, path: readonly string[]): unknown {
    if (isSameData(mine, theirs) || isSameData(base, theirs)) return mine;
    if (isSameData(base, mine)) return theirs;
    if (isRecord(mine) && isRecord(theirs)) {
      return this.#records(isRecord(base) ? base : {}, mine, theirs, path);
    }
    if (hasKeys(mine) && hasKeys(theirs)) {
      return this.#lists(hasKeys(base) ? base : [], mine, theirs, path);
    }
    this.#overrule(path, theirs);
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
    base: readonly Data[],
    mine: readonly Data[],
    theirs: readonly Data[],
    path: readonly string[],
  ): readonly unknown[] {
    const [baseById, mineById, theirsById] = [keyMap(base), keyMap(mine), keyMap(theirs)];
    const kept = new Map<string, unknown>();
    for (const id of keys([...mine, ...theirs])) {
      if (kept.has(id)) continue;
      const before = baseById.get(id);
      const item = this.of(before, mineById.get(id), theirsById.get(id), [...path, id]);
      if (item !== undefined) kept.set(id, item);
    }
    this.#keepOne(kept, mine, path);
    const order = this.#order(keys(base), keys(mine), keys(theirs), path);
    return order.flatMap((id) => (kept.has(id) ? [kept.get(id)] : []));
  }

  /**
   * Each side may have removed what the other has left: then what was done here counts, where an empty list would be
   * none. Saved queries need not be there.
   */
  #keepOne(kept: Map<string, unknown>, [first]: readonly Data[], path: readonly string[]): void {
    if (kept.size > 0 || !isItem(first)) return;
    const key = itemKey(first) ?? '';
    kept.set(key, first);
    this.#overrule([...path, key], undefined);
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
      this.#overrule([...path, ORDER], theirs);
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

function keys(items: readonly Data[]): readonly string[] {
  return items.map((item) => itemKey(item) ?? '');
}
