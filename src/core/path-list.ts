/**
 * Values by path, in order. A `PathMap` is changed in place; a `PathList` is a snapshot of one, which stays as
 * it is. Both stand in chunks: a chunk in which nothing changes is the same array from snapshot to snapshot,
 * so that what was worked out for it can be used again, and a change copies one chunk at most.
 */

export interface HasPath {
  readonly path: string;
}

/** Short enough to be copied and looked at on every change, long enough that there are few of them. */
const CHUNK = 128;

export class PathList<Value extends HasPath> implements Iterable<Value> {
  /** `chunks` holds the values in order; no chunk is empty. */
  constructor(
    readonly chunks: readonly (readonly Value[])[],
    readonly size: number,
  ) {}

  get(path: string): Value | null {
    const chunk = this.chunks[chunkAt(this.chunks, path)];
    const value = chunk?.[lowerBound(chunk, path)];
    return value?.path === path ? value : null;
  }

  *[Symbol.iterator](): Generator<Value> {
    for (const values of this.chunks) yield* values;
  }
}

export class PathMap<Value extends HasPath> {
  readonly #chunks: Value[][] = [];
  /** Chunks that no snapshot has: only these may be changed in place. */
  readonly #own = new Set<Value[]>();
  #size = 0;
  #snapshot: PathList<Value> | null = null;

  get size(): number {
    return this.#size;
  }

  get(path: string): Value | null {
    const chunk = this.#chunks[chunkAt(this.#chunks, path)];
    const value = chunk?.[lowerBound(chunk, path)];
    return value?.path === path ? value : null;
  }

  /** Puts the value in its place, instead of one that has its path. */
  set(value: Value): void {
    const at = chunkAt(this.#chunks, value.path);
    const chunk = this.#ownChunk(at);
    const place = lowerBound(chunk, value.path);
    const replaces = chunk[place]?.path === value.path ? 1 : 0;
    chunk.splice(place, replaces, value);
    this.#size += 1 - replaces;
    if (chunk.length > 2 * CHUNK) {
      const half = chunk.splice(CHUNK);
      this.#own.add(half);
      this.#chunks.splice(at + 1, 0, half);
    }
  }

  /** Says whether there was anything to delete. */
  delete(path: string): boolean {
    if (!this.get(path)) return false;
    const at = chunkAt(this.#chunks, path);
    const chunk = this.#ownChunk(at);
    chunk.splice(lowerBound(chunk, path), 1);
    if (chunk.length === 0) this.#chunks.splice(at, 1);
    this.#size -= 1;
    return true;
  }

  /** The values whose paths start with `prefix`. */
  startingWith(prefix: string): readonly Value[] {
    const found: Value[] = [];
    for (let at = chunkAt(this.#chunks, prefix); at < this.#chunks.length; at++) {
      const chunk = this.#chunks[at] ?? [];
      for (let place = lowerBound(chunk, prefix); place < chunk.length; place++) {
        const value = chunk[place];
        if (!value?.path.startsWith(prefix)) return found;
        found.push(value);
      }
    }
    return found;
  }

  /** The values as they are now; the same list as long as nothing changes. */
  snapshot(): PathList<Value> {
    this.#snapshot ??= new PathList([...this.#chunks], this.#size);
    this.#own.clear();
    return this.#snapshot;
  }

  #ownChunk(at: number): Value[] {
    this.#snapshot = null;
    const chunk = this.#chunks[at] ?? [];
    if (this.#own.has(chunk)) return chunk;
    const copy = [...chunk];
    this.#own.add(copy);
    this.#chunks[at] = copy;
    return copy;
  }
}

/** The chunk in which the path stands or would stand: the last one that does not begin behind it, else the first. */
function chunkAt(chunks: readonly (readonly HasPath[])[], path: string): number {
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const first = chunks[middle]?.[0];
    if (first !== undefined && first.path <= path) low = middle;
    else high = middle - 1;
  }
  return low;
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
