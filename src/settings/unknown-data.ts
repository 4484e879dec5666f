/**
 * What a file holds beside the settings that this version knows, kept when they are saved: what a newer version wrote,
 * and what could not be read.
 */
import { hasKeys, isRecord, isSameData, keyMap, itemKey, ownOf, type Data } from './data';

/**
 * `known` with what `raw` holds beside it, at every depth. `understood` is what was read of `raw`; what is there and no
 * longer in `known` was taken out. In lists of what has an id or a name, an item that was not understood stays, behind the
 * others, and what nobody has changed since it was read stays as it stands: what was put in for a value that could not
 * be read is not written over it.
 */
export function withUnknown(known: Data, raw: Data | null, understood: Data): Data {
  return raw ? recordBeside(known, raw, understood, false) : known;
}

function beside(known: unknown, raw: unknown, understood: unknown, isInItem: boolean): unknown {
  if (isInItem && raw !== undefined && isSameData(known, understood)) return raw;
  if (isRecord(known) && isRecord(raw)) {
    return recordBeside(known, raw, isRecord(understood) ? understood : {}, isInItem);
  }
  if (hasKeys(known) && Array.isArray(raw)) {
    const read = hasKeys(understood) ? understood : [];
    const isOfItems = known.length + read.length > 0 || raw.every(isRecord);
    if (isOfItems) return listBeside(known, raw, read);
  }
  return known;
}

function recordBeside(known: Data, raw: Data, understood: Data, isInItem: boolean): Data {
  const others = Object.entries(raw).filter(([key]) => !Object.hasOwn(understood, key));
  const merged: Record<string, unknown> = Object.fromEntries(others);
  for (const [key, value] of Object.entries(known)) {
    merged[key] = beside(value, ownOf(raw, key), ownOf(understood, key), isInItem);
  }
  return merged;
}

function listBeside(
  known: readonly Data[],
  raw: readonly unknown[],
  understood: readonly Data[],
): readonly unknown[] {
  const readById = keyMap(understood);
  const rawById = keyMap(raw.filter((item) => readById.has(itemKey(item) ?? '')));
  const read = new Set<unknown>(rawById.values());
  const besideItem = (item: Data): unknown => {
    const key = itemKey(item) ?? '';
    return beside(item, rawById.get(key), readById.get(key), true);
  };
  return [...known.map(besideItem), ...raw.filter((item) => !read.has(item))];
}
