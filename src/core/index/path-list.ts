/**
 * Values by path, in order. A `PathMap` is changed in place; a `PathList` is a snapshot of one, which stays as
 * it is. Both stand in chunks: a chunk in which nothing changes is the same array from snapshot to snapshot,
 * so that what was worked out for it can be used again, and a change copies one chunk at most.
 */
import { partitionPoint } from '../text/partition-point';

export interface HasPath {
  readonly path: string;
}

/** Short enough to be copied and looked at on every change, long enough that there are few of them. */
const CHUNK = 128;

/** Few enough to be placed without anybody noticing. */
const MOST_UNPLACED = 2048;

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
  readonly #values = new Map<string, Value>();
  #chunks: readonly (readonly Value[])[] = [];
  /** What the chunks do not show yet. To look for each one's place at once would take many times as long. */
  #unplaced: string[] = [];
  #snapshot: PathList<Value> | null = null;

  get size(): number {
    return this.#values.size;
  }

  get(path: string): Value | null {
    return this.#values.get(path) ?? null;
  }

  /** Puts the value in its place, instead of one that has its path. */
  set(value: Value): void {
    this.#values.set(value.path, value);
    this.#changed(value.path);
  }

  /** Says whether there was anything to delete. */
  delete(path: string): boolean {
    const deleted = this.#values.delete(path);
    if (deleted) this.#changed(path);
    return deleted;
  }

  /** The values whose paths start with `prefix`. */
  startingWith(prefix: string): readonly Value[] {
    this.#place();
    const found: Value[] = [];
    for (let first = chunkAt(this.#chunks, prefix); first < this.#chunks.length; first++) {
      const chunk = this.#chunks[first] ?? [];
      for (let at = lowerBound(chunk, prefix); at < chunk.length; at++) {
        const value = chunk[at];
        if (!value?.path.startsWith(prefix)) return found;
        found.push(value);
      }
    }
    return found;
  }

  /** The values as they are now; the same list as long as nothing changes. */
  snapshot(): PathList<Value> {
    this.#place();
    this.#snapshot ??= new PathList(this.#chunks, this.size);
    return this.#snapshot;
  }

  #changed(path: string): void {
    this.#snapshot = null;
    this.#unplaced.push(path);
    if (this.#unplaced.length >= MOST_UNPLACED) this.#place();
  }

  #place(): void {
    if (this.#unplaced.length === 0) return;
    const paths = withoutRepeats(this.#unplaced.sort());
    this.#unplaced = [];
    const chunks: (readonly Value[])[] = [];
    let next = 0;
    for (let first = 0; first < paths.length;) {
      const at = chunkAt(this.#chunks, paths[first] ?? '');
      while (next < at) chunks.push(this.#chunks[next++] ?? []);
      const end = this.#chunks[at + 1]?.[0]?.path;
      let last = first + 1;
      while (last < paths.length && (end === undefined || (paths[last] ?? '') < end)) last += 1;
      chunks.push(...halved(this.#merged(this.#chunks[at] ?? [], paths.slice(first, last))));
      next = at + 1;
      first = last;
    }
    while (next < this.#chunks.length) chunks.push(this.#chunks[next++] ?? []);
    this.#chunks = chunks;
  }

  /** A chunk with its values as they are now at these paths, which are sorted. */
  #merged(chunk: readonly Value[], paths: readonly string[]): readonly Value[] {
    const merged: Value[] = [];
    let from = 0;
    for (const path of paths) {
      const to = lowerBound(chunk, path, from);
      while (from < to) pushIf(merged, chunk[from++]);
      pushIf(merged, this.#values.get(path));
      if (chunk[from]?.path === path) from += 1;
    }
    while (from < chunk.length) pushIf(merged, chunk[from++]);
    return merged;
  }
}

function pushIf<Value>(values: Value[], value: Value | undefined): void {
  if (value !== undefined) values.push(value);
}

/** As chunks: none where there is nothing, several where there is much. */
function halved<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  if (values.length <= 2 * CHUNK) return values.length === 0 ? [] : [values];
  const half = values.length >> 1;
  return [...halved(values.slice(0, half)), ...halved(values.slice(half))];
}

/** Of sorted texts, each once. */
function withoutRepeats(sorted: readonly string[]): readonly string[] {
  return sorted.filter((text, at) => text !== sorted[at - 1]);
}

/** The chunk in which the path stands or would stand: the last one that does not begin behind it, else the first. */
function chunkAt(chunks: readonly (readonly HasPath[])[], path: string): number {
  const begins = partitionPoint(chunks.length, (at) => {
    const first = chunks[at]?.[0];
    return first !== undefined && first.path <= path;
  });
  return Math.max(0, begins - 1);
}

/** Where, from a position on, the first path stands that is not before `path`. */
function lowerBound(values: readonly HasPath[], path: string, from = 0): number {
  const isBefore = (at: number) => {
    const value = values[at];
    return value !== undefined && value.path < path;
  };
  return partitionPoint(values.length, isBefore, from);
}
