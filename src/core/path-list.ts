/**
 * Values sorted by path, never changed in place: each step returns a new list that shares almost all of the
 * old one, so that whoever holds a list holds a snapshot. Values may weigh more than one place of a list;
 * finding a value by path, or by place, takes about the same time in a thousand as in a hundred thousand.
 */

export interface HasPath {
  readonly path: string;
}

/** Short enough to be copied on every change, long enough that there are few of them. */
const CHUNK = 256;

interface Chunk<Value> {
  readonly values: readonly Value[];
  /** The sum of the values' weights. */
  readonly weight: number;
}

export interface Found<Value> {
  readonly value: Value;
  /** Places between the value's first one and the one asked for. */
  readonly offset: number;
}

export interface PathChange<Value> {
  readonly path: string;
  readonly before: Value | null;
  readonly after: Value | null;
}

export class PathList<Value extends HasPath> implements Iterable<Value> {
  readonly #chunks: readonly Chunk<Value>[];
  readonly #weigh: (value: Value) => number;
  readonly size: number;
  /** The weight of all values: the number of places. */
  readonly weight: number;

  private constructor(
    chunks: readonly Chunk<Value>[],
    weigh: (value: Value) => number,
    size: number,
    weight: number,
  ) {
    this.#chunks = chunks;
    this.#weigh = weigh;
    this.size = size;
    this.weight = weight;
  }

  /** A list of values that are sorted by path already, each path once. */
  static of<Value extends HasPath>(
    sorted: Iterable<Value>,
    weigh: (value: Value) => number = () => 1,
  ): PathList<Value> {
    const chunks: Chunk<Value>[] = [];
    let size = 0;
    let weight = 0;
    let values: Value[] = [];
    const close = (): void => {
      const chunk = chunkOf(values, weigh);
      chunks.push(chunk);
      size += values.length;
      weight += chunk.weight;
      values = [];
    };
    for (const value of sorted) {
      values.push(value);
      if (values.length === CHUNK) close();
    }
    if (values.length > 0) close();
    return new PathList(chunks, weigh, size, weight);
  }

  get(path: string): Value | null {
    const chunk = this.#chunks[this.#chunkAt(path)];
    if (!chunk) return null;
    const value = chunk.values[lowerBound(chunk.values, path)];
    return value?.path === path ? value : null;
  }

  /** With the value in its place, instead of one that has its path. */
  with(value: Value): PathList<Value> {
    const { path } = value;
    const at = this.#chunkAt(path);
    const old = this.#chunks[at];
    if (!old) return PathList.of([value], this.#weigh);
    const place = lowerBound(old.values, path);
    const replaces = old.values[place]?.path === path ? 1 : 0;
    return this.#spliced(at, old, spliced(old.values, place, replaces, [value]));
  }

  /** Without the value of that path; the same list where there is none. */
  without(path: string): PathList<Value> {
    const at = this.#chunkAt(path);
    const old = this.#chunks[at];
    if (!old) return this;
    const place = lowerBound(old.values, path);
    if (old.values[place]?.path !== path) return this;
    return this.#spliced(at, old, spliced(old.values, place, 1, []));
  }

  get first(): Value | null {
    return this.#chunks[0]?.values[0] ?? null;
  }

  /** The value that takes up a place; null where there is no such place. */
  at(place: number): Found<Value> | null {
    if (place < 0 || place >= this.weight) return null;
    let left = place;
    for (const chunk of this.#chunks) {
      if (left >= chunk.weight) {
        left -= chunk.weight;
        continue;
      }
      for (const value of chunk.values) {
        const weight = this.#weigh(value);
        if (left < weight) return { value, offset: left };
        left -= weight;
      }
    }
    return null;
  }

  /** How many places stand before those of `path`, whether or not it is in the list. */
  placeOf(path: string): number {
    const last = this.#chunkAt(path);
    let place = 0;
    for (let at = 0; at < last; at++) place += this.#chunks[at]?.weight ?? 0;
    for (const value of this.#chunks[last]?.values ?? []) {
      if (value.path >= path) break;
      place += this.#weigh(value);
    }
    return place;
  }

  /** The values whose paths start with `prefix`. */
  *startingWith(prefix: string): Generator<Value> {
    for (let at = this.#chunkAt(prefix); at < this.#chunks.length; at++) {
      const values = this.#chunks[at]?.values ?? [];
      for (let place = lowerBound(values, prefix); place < values.length; place++) {
        const value = values[place];
        if (!value?.path.startsWith(prefix)) return;
        yield value;
      }
    }
  }

  *[Symbol.iterator](): Generator<Value> {
    for (const { values } of this.#chunks) yield* values;
  }

  /**
   * What became of each path since `earlier`, in no order. Takes about as long as there are changes, where
   * one list came of the other.
   */
  changesSince(earlier: PathList<Value>): readonly PathChange<Value>[] {
    const shared = new Set(this.#chunks);
    const before = new Map<string, Value>();
    for (const chunk of earlier.#chunks) {
      if (shared.delete(chunk)) continue;
      for (const value of chunk.values) before.set(value.path, value);
    }
    const changes: PathChange<Value>[] = [];
    for (const { values } of shared) {
      for (const after of values) {
        const old = before.get(after.path) ?? null;
        if (old !== after) changes.push({ path: after.path, before: old, after });
        before.delete(after.path);
      }
    }
    for (const [path, old] of before) changes.push({ path, before: old, after: null });
    return changes;
  }

  /** Calls `visit` for every value, in order; a good deal faster than iterating. */
  forEach(visit: (value: Value) => void): void {
    for (const { values } of this.#chunks) values.forEach(visit);
  }

  /** The chunk in which the path stands or would stand: the last one that does not begin behind it. */
  #chunkAt(path: string): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const first = this.#chunks[middle]?.values[0];
      if (first !== undefined && first.path <= path) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #spliced(at: number, old: Chunk<Value>, values: readonly Value[]): PathList<Value> {
    const half = values.length >> 1;
    const parts =
      values.length <= 2 * CHUNK ? [values] : [values.slice(0, half), values.slice(half)];
    const chunks = parts
      .filter((part) => part.length > 0)
      .map((part) => chunkOf(part, this.#weigh));
    const weight = chunks.reduce((sum, chunk) => sum + chunk.weight, this.weight - old.weight);
    return new PathList(
      spliced(this.#chunks, at, 1, chunks),
      this.#weigh,
      this.size + values.length - old.values.length,
      weight,
    );
  }
}

function chunkOf<Value>(values: readonly Value[], weigh: (value: Value) => number): Chunk<Value> {
  let weight = 0;
  for (const value of values) weight += weigh(value);
  return { values, weight };
}

/** `Array.prototype.toSpliced`, which older phones lack. */
function spliced<T>(
  items: readonly T[],
  at: number,
  remove: number,
  add: readonly T[],
): readonly T[] {
  const copy = items.slice();
  copy.splice(at, remove, ...add);
  return copy;
}

/** Where the first path stands that is not before `path`. */
function lowerBound(values: readonly HasPath[], path: string): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle];
    if (value !== undefined && value.path < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
