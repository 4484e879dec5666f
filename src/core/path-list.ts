/**
 * Values sorted by path, never changed in place: each step returns a new list that shares almost all of the
 * old one, so that whoever holds a list holds a snapshot. The values stand in chunks; a chunk in which nothing
 * changes stays the same array, so that what was worked out for it can be used again.
 */

export interface HasPath {
  readonly path: string;
}

/** Short enough to be copied and looked at on every change, long enough that there are few of them. */
const CHUNK = 128;

type Chunk<Value> = readonly Value[];

export class PathList<Value extends HasPath> implements Iterable<Value> {
  readonly #chunks: readonly Chunk<Value>[];
  readonly size: number;

  private constructor(chunks: readonly Chunk<Value>[], size: number) {
    this.#chunks = chunks;
    this.size = size;
  }

  static empty<Value extends HasPath>(): PathList<Value> {
    return new PathList<Value>([], 0);
  }

  get(path: string): Value | null {
    const chunk = this.#chunks[this.#chunkAt(path)];
    if (!chunk) return null;
    const value = chunk[lowerBound(chunk, path)];
    return value?.path === path ? value : null;
  }

  /** With the value in its place, instead of one that has its path. */
  with(value: Value): PathList<Value> {
    const { path } = value;
    const at = this.#chunkAt(path);
    const old = this.#chunks[at];
    if (!old) return new PathList([[value]], 1);
    const place = lowerBound(old, path);
    const replaces = old[place]?.path === path ? 1 : 0;
    return this.#spliced(at, old, spliced(old, place, replaces, [value]));
  }

  /** Without the value of that path; the same list where there is none. */
  without(path: string): PathList<Value> {
    const at = this.#chunkAt(path);
    const old = this.#chunks[at];
    if (!old) return this;
    const place = lowerBound(old, path);
    if (old[place]?.path !== path) return this;
    return this.#spliced(at, old, spliced(old, place, 1, []));
  }

  /** The values in order, a hundred or two in each chunk; no chunk is empty. */
  chunks(): readonly (readonly Value[])[] {
    return this.#chunks;
  }

  /** The values whose paths start with `prefix`. */
  *startingWith(prefix: string): Generator<Value> {
    for (let at = this.#chunkAt(prefix); at < this.#chunks.length; at++) {
      const values = this.#chunks[at] ?? [];
      for (let place = lowerBound(values, prefix); place < values.length; place++) {
        const value = values[place];
        if (!value?.path.startsWith(prefix)) return;
        yield value;
      }
    }
  }

  *[Symbol.iterator](): Generator<Value> {
    for (const values of this.#chunks) yield* values;
  }

  /** The chunk in which the path stands or would stand: the last one that does not begin behind it. */
  #chunkAt(path: string): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const first = this.#chunks[middle]?.[0];
      if (first !== undefined && first.path <= path) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #spliced(at: number, old: Chunk<Value>, values: Chunk<Value>): PathList<Value> {
    const half = values.length >> 1;
    const parts =
      values.length <= 2 * CHUNK ? [values] : [values.slice(0, half), values.slice(half)];
    const chunks = parts.filter((part) => part.length > 0);
    return new PathList(
      spliced(this.#chunks, at, 1, chunks),
      this.size + values.length - old.length,
    );
  }
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
