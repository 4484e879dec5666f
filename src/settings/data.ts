/** Plain JSON data, as a file holds it. */

export type Data = Readonly<Record<string, unknown>>;
/** A list's item that is told from the others by its id. */
export type Item = Data & { readonly id: string };

export function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isItem(value: unknown): value is Item {
  return isRecord(value) && typeof value.id === 'string';
}

/** What tells a list's item from the others: its id, or its name where it has none. */
export function itemKey(value: unknown): string | null {
  if (!isRecord(value)) return null;
  const { id, name } = value;
  return typeof id === 'string' ? id : typeof name === 'string' ? name : null;
}

/** Whether it is a list whose items, if it has any, have keys. */
export function hasKeys(value: unknown): value is readonly Data[] {
  return Array.isArray(value) && value.every((item) => itemKey(item) !== null);
}

/** Each item by its key; the first where several have one. */
export function keyMap<Value>(items: readonly Value[]): ReadonlyMap<string, Value> {
  return new Map([...items].reverse().map((item) => [itemKey(item) ?? '', item]));
}

/** What the data itself says under `key`, and not what every object has. */
export function ownOf(data: Data, key: string): unknown {
  return Object.hasOwn(data, key) ? data[key] : undefined;
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
