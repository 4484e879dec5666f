// A folder of notes on disk, and the only way the server touches it. Every path is relative to the
// folder, with forward slashes; a path that leads out of it (by `..`, absolute, through a symbolic
// link, with a NUL or a backslash) throws RefusedPath before anything is read or written.
import { createHash, randomUUID } from 'node:crypto';
import {
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { basename, dirname, join, relative, isAbsolute, sep } from 'node:path';
import { PathQueues } from '../shared/path-queues.ts';

export interface EntryStat {
  readonly mtime: number;
  readonly ctime: number;
  readonly size: number;
}

export interface Entry {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly stat: EntryStat;
}

/** What a write expects to find; where it finds something else nothing is written. */
export interface WriteGuard {
  readonly mtime?: number;
  readonly sha256?: string;
  readonly absent?: boolean;
}

/** The path leads out of the folder, or is no path at all. */
export class RefusedPath extends Error {}

/** What stands on disk is not what the caller expected, or a target is already taken. */
export class Conflict extends Error {}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

export class VaultFolder {
  /** Writes to one path wait for each other, so that a guard and its write are one step. */
  readonly #queues = new PathQueues();
  /** An atomic write gives the file a new birth time; notes keep the first one seen. */
  readonly #births = new Map<string, number>();

  private constructor(readonly root: string) {}

  static async open(folder: string): Promise<VaultFolder> {
    const root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) throw new Error(`${folder} is not a folder`);
    return new VaultFolder(root);
  }

  get name(): string {
    return basename(this.root);
  }

  /** Turns a note's path into one on disk. `''` is the folder itself. */
  async resolve(path: string): Promise<string> {
    if (path.includes('\0') || path.includes('\\') || isAbsolute(path) || /^[a-z]:/i.test(path)) {
      throw new RefusedPath(path);
    }
    const segments = path === '' ? [] : path.split('/');
    if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) {
      throw new RefusedPath(path);
    }
    const full = join(this.root, ...segments);
    // The deepest part that exists decides: a link anywhere on the way may lead out.
    let existing = full;
    for (;;) {
      const entry = await lstat(existing).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      });
      if (entry) break;
      existing = dirname(existing);
    }
    const real = await realpath(existing).catch(() => {
      throw new RefusedPath(path);
    });
    if (real !== this.root && !real.startsWith(this.root + sep)) throw new RefusedPath(path);
    return join(real, relative(existing, full));
  }

  async stat(path: string): Promise<Entry | null> {
    const full = await this.resolve(path);
    try {
      const found = await stat(full);
      const ctime = Math.min(this.#births.get(path) ?? Infinity, Math.round(found.birthtimeMs));
      this.#births.set(path, ctime);
      return {
        path,
        kind: found.isDirectory() ? 'folder' : 'file',
        stat: { mtime: Math.round(found.mtimeMs), ctime, size: found.size },
      };
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** The direct children of a folder, hidden ones too; links that lead out are left out. */
  async children(path: string): Promise<Entry[]> {
    const names = await readdir(await this.resolve(path));
    const found = await Promise.all(
      names.sort().map(async (name) => {
        try {
          return await this.stat(path === '' ? name : `${path}/${name}`);
        } catch (error) {
          if (error instanceof RefusedPath) return null;
          throw error;
        }
      }),
    );
    return found.filter((entry) => entry !== null);
  }

  /** Every file and folder below the root whose path has no hidden part, folders first. */
  async list(path = ''): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const entry of await this.children(path)) {
      if (basename(entry.path).startsWith('.')) continue;
      entries.push(entry);
      if (entry.kind === 'folder') entries.push(...(await this.list(entry.path)));
    }
    return entries;
  }

  async read(path: string): Promise<Buffer> {
    return readFile(await this.resolve(path));
  }

  /** Replaces a file's bytes in one step, so that nobody ever reads half a note. */
  write(path: string, bytes: Uint8Array, guard: WriteGuard = {}): Promise<Entry> {
    return this.#queues.inTurn(path, async () => {
      const full = await this.resolve(path);
      if (full === this.root) throw new RefusedPath(path);
      await this.#check(path, guard);
      const before = await this.stat(path);
      if (before?.kind === 'folder') throw new Conflict(`${path} is a folder`);
      await mkdir(dirname(full), { recursive: true });
      const temporary = join(dirname(full), `.${randomUUID()}.tmp`);
      try {
        const handle = await open(temporary, 'wx', before ? (await stat(full)).mode : 0o644);
        try {
          await handle.writeFile(bytes);
        } finally {
          await handle.close();
        }
        await rename(temporary, full);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      return this.#expectEntry(path);
    });
  }

  async makeFolder(path: string): Promise<Entry> {
    await mkdir(await this.resolve(path), { recursive: true });
    return this.#expectEntry(path);
  }

  async remove(path: string): Promise<void> {
    const full = await this.resolve(path);
    if (full === this.root) throw new RefusedPath(path);
    await rm(full, { recursive: true });
    this.#births.delete(path);
  }

  async rename(path: string, to: string): Promise<Entry> {
    const [from, target] = [await this.resolve(path), await this.resolve(to)];
    if (from === this.root || target === this.root) throw new RefusedPath(path);
    if (await this.stat(to)) throw new Conflict(`${to} exists already`);
    await mkdir(dirname(target), { recursive: true });
    await rename(from, target);
    this.#births.delete(path);
    return this.#expectEntry(to);
  }

  async #expectEntry(path: string): Promise<Entry> {
    const entry = await this.stat(path);
    if (!entry) throw new Conflict(`${path} vanished`);
    return entry;
  }

  async #check(path: string, guard: WriteGuard): Promise<void> {
    if (guard.absent === undefined && guard.mtime === undefined && guard.sha256 === undefined)
      return;
    const now = await this.stat(path);
    if (guard.absent === true && now) throw new Conflict(`${path} exists already`);
    if (guard.mtime !== undefined && now?.stat.mtime !== guard.mtime) {
      throw new Conflict(`${path} was changed by somebody else`);
    }
    if (guard.sha256 !== undefined) {
      const digest = now
        ? createHash('sha256')
            .update(await this.read(path))
            .digest('hex')
        : '';
      if (digest !== guard.sha256) throw new Conflict(`${path} was changed by somebody else`);
    }
  }
}
