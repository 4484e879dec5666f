/**
 * A queue of notes to be read: the most wanted first, a few at a time. Work on a path that is dropped or read
 * again meanwhile is out of date, and is told so.
 */
import { isBelow } from '../../core/model/path';

/** 0 is read first. */
export type Priority = 0 | 1 | 2;

/** Reads one note. Once `isCurrent` says no, what was read must not be used. Must not reject. */
export type ReadWork = (path: string, isCurrent: () => boolean) => Promise<void>;

export interface ReadQueueOptions {
  readonly read: ReadWork;
  /** Called during a pass, and with `done === total` at its end. Counts are of notes. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads under way at one time: enough to keep a disk busy, few enough for a phone's memory. */
const CONCURRENCY = 16;

/** Paths in the order in which they came. */
class Line {
  #paths: string[] = [];
  #next = 0;

  add(path: string): void {
    this.#paths.push(path);
  }

  take(): string | undefined {
    if (this.#paths.length === 0) return undefined;
    const path = this.#paths[this.#next];
    if (path === undefined) this.clear();
    else this.#next += 1;
    return path;
  }

  clear(): void {
    this.#paths = [];
    this.#next = 0;
  }
}

export class ReadQueue {
  readonly #options: ReadQueueOptions;

  /** What waits, and how much it is wanted. */
  readonly #waiting = new Map<string, Priority>();
  /**
   * In which order it came, by priority; some of it may not wait any more, be wanted more by now, or have come
   * again since.
   */
  readonly #lines: readonly [Line, Line, Line] = [new Line(), new Line(), new Line()];
  readonly #running = new Map<string, symbol>();
  /** Work that is no part of the pass. */
  readonly #apart = new Map<string, symbol>();
  #workers = 0;
  #stopped = false;
  /** How many ask that nothing be read yet. */
  #holds = 0;
  /** Notes read since the pass began; null outside a pass, when single changes need no progress. */
  #done: number | null = null;

  constructor(options: ReadQueueOptions) {
    this.#options = options;
  }

  /** Whether the path waits or is being read. */
  has(path: string): boolean {
    return this.#waiting.has(path) || this.#running.has(path) || this.#apart.has(path);
  }

  /** Nothing is read until `release`, which must follow, and `start` after it. */
  hold(): void {
    this.#holds += 1;
  }

  release(): void {
    this.#holds -= 1;
  }

  /** Takes out a path that need not be read after all; says whether it waited, its reading not begun. */
  skip(path: string): boolean {
    const isSkipped = this.#waiting.delete(path);
    if (isSkipped && this.#done !== null) this.#done += 1;
    return isSkipped;
  }

  /** Calls the pass off: forgets what waits and what is being read. Says how far it came. */
  cancel(): { readonly done: number; readonly total: number } {
    const done = this.#done ?? 0;
    const total = done + this.#left();
    this.#running.clear();
    this.#clear();
    this.#done = null;
    return { done, total };
  }

  /** Adds a path, or moves it forward. Reading starts with `start`. */
  add(path: string, priority: Priority): void {
    const before = this.#waiting.get(path);
    if (before !== undefined && before <= priority) return;
    this.#waiting.set(path, priority);
    this.#lines[priority].add(path);
  }

  /** Adds a path unless it is being read: what is read now is as new as what would be read later. */
  addUnread(path: string, priority: Priority): void {
    if (!this.#running.has(path) && !this.#apart.has(path)) this.add(path, priority);
  }

  /** Forgets a path; a read under way is out of date from now on. Says whether there was anything to forget. */
  drop(path: string): boolean {
    const isRead = this.#running.delete(path);
    const isApart = this.#apart.delete(path);
    return this.#waiting.delete(path) || isRead || isApart;
  }

  /** What waits or is being read in a folder. */
  pathsIn(folder: string): readonly string[] {
    const all = [...this.#running.keys(), ...this.#apart.keys(), ...this.#waiting.keys()];
    return all.filter((path) => isBelow(path, folder));
  }

  /** Starts to read what waits. A pass reports its progress, single notes are read silently. */
  start(as: 'pass' | 'single'): void {
    if (this.#stopped) return;
    if (as === 'pass') this.#done ??= 0;
    this.#report();
    if (this.#holds > 0) return;
    if (this.isIdle()) this.#finish();
    while (this.#workers < CONCURRENCY && this.#waiting.size > 0) {
      this.#workers += 1;
      void this.#work();
    }
  }

  /**
   * Works on a path apart from the pass, which neither waits for it nor calls it off: what befalls the note puts
   * the work out of date, as it does a reading.
   */
  async runApart(path: string, work: (isCurrent: () => boolean) => Promise<void>): Promise<void> {
    await during(this.#apart, path, work);
  }

  /** Forgets everything, for good. */
  stop(): void {
    this.#stopped = true;
    this.#running.clear();
    this.#apart.clear();
    this.#clear();
  }

  async #work(): Promise<void> {
    for (let path = this.#take(); path !== undefined; path = this.#take()) {
      await this.#read(path);
      this.#report();
    }
    this.#workers -= 1;
    if (this.isIdle()) this.#finish();
  }

  async #read(path: string): Promise<void> {
    const isDone = await during(this.#running, path, (isCurrent) =>
      this.#options.read(path, isCurrent),
    );
    if (isDone && this.#done !== null) this.#done += 1;
    if (this.isIdle()) this.#finish();
  }

  #take(): string | undefined {
    if (this.#holds > 0) return undefined;
    for (const [priority, line] of this.#lines.entries()) {
      for (let path = line.take(); path !== undefined; path = line.take()) {
        if (this.#waiting.get(path) !== priority) continue;
        this.#waiting.delete(path);
        return path;
      }
    }
    return undefined;
  }

  #clear(): void {
    this.#waiting.clear();
    for (const line of this.#lines) line.clear();
  }

  /** Whether nothing waits and nothing is being read. */
  isIdle(): boolean {
    return this.#running.size === 0 && this.#waiting.size === 0;
  }

  #report(): void {
    if (this.#done === null || this.#stopped) return;
    const left = this.#left();
    if (left > 0) this.#options.onProgress(this.#done, this.#done + left);
  }

  #left(): number {
    return this.#waiting.size + this.#running.size;
  }

  #finish(): void {
    this.#clear();
    if (this.#done === null || this.#stopped) return;
    this.#options.onProgress(this.#done, this.#done);
    this.#done = null;
  }
}

/** Says whether the work came to its end before it was out of date. */
async function during(
  running: Map<string, symbol>,
  path: string,
  work: (isCurrent: () => boolean) => Promise<void>,
): Promise<boolean> {
  const reading = Symbol('reading');
  running.set(path, reading);
  const isCurrent = () => running.get(path) === reading;
  try {
    await work(isCurrent);
    return isCurrent();
  } finally {
    if (isCurrent()) running.delete(path);
  }
}
