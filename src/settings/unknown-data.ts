/**
 * What a file holds beside the settings that this version knows, kept when they are saved: what a newer version wrote,
 * and what could not be read.
 */
import { idMap, isItem, isKeyed, isRecord, isSameData, ownOf, type Data, type Item } from './data';

/**
 * `known` with what `raw` holds beside it, at every depth. `understood` is what was read of `raw`; what is there and no
 * longer in `known` was taken out. In lists of what has an id, an item that was not understood stays, behind the
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
  if (isKeyed(known) && Array.isArray(raw)) {
    return listBeside(known, raw, isKeyed(understood) ? understood : []);
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
  known: readonly Item[],
  raw: readonly unknown[],
  understood: readonly Item[],
): readonly unknown[] {
  const readById = idMap(understood);
  const rawById = idMap(raw.filter(isItem).filter(({ id }) => readById.has(id)));
  const read = new Set<unknown>(rawById.values());
  return [
    ...known.map((item) => beside(item, rawById.get(item.id), readById.get(item.id), true)),
    ...raw.filter((item) => !read.has(item)),
  ];
}
