// `vault.adapter`: files by path, the config folder's too, with none of the vault's events.
import type { DataAdapter, ListedFiles, Stat } from 'obsidian';
import { normalizePath } from '../text/normalize-path.ts';
import * as server from '../connection/server-connection.ts';

function serverPath(path: string): string {
  const normal = normalizePath(path);
  return normal === '/' ? '' : normal;
}

export class ServerAdapter implements DataAdapter {
  readonly #vaultName: string;

  constructor(vaultName: string) {
    this.#vaultName = vaultName;
  }

  getName(): string {
    return this.#vaultName;
  }

  async exists(path: string): Promise<boolean> {
    return (await server.statEntry(serverPath(path))) !== null;
  }

  async stat(path: string): Promise<Stat | null> {
    const entry = await server.statEntry(serverPath(path));
    return entry && { type: entry.kind, ...entry.stat };
  }

  async list(path: string): Promise<ListedFiles> {
    const entries = await server.listFolder(serverPath(path));
    const paths = (kind: server.RemoteEntry['kind']): string[] =>
      entries.filter((entry) => entry.kind === kind).map((entry) => entry.path);
    return { files: paths('file'), folders: paths('folder') };
  }

  async read(path: string): Promise<string> {
    return server.decode(await server.readBytes(serverPath(path)));
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    // A copy: bytes may stand in a buffer with those of other files.
    return (await server.readBytes(serverPath(path))).slice().buffer;
  }

  async write(path: string, data: string): Promise<void> {
    await server.writeBytes(serverPath(path), server.encode(data));
  }

  async writeBinary(path: string, data: ArrayBuffer): Promise<void> {
    await server.writeBytes(serverPath(path), new Uint8Array(data));
  }

  async append(path: string, data: string): Promise<void> {
    await this.process(path, (before) => before + data);
  }

  async appendBinary(path: string, data: ArrayBuffer): Promise<void> {
    const before = await server.readBytes(serverPath(path));
    const bytes = new Uint8Array([...before, ...new Uint8Array(data)]);
    await server.writeBytes(serverPath(path), bytes, { expected: before });
  }

  /**
   * Reads, changes and writes as one step: where the file changed in between, `change` is asked
   * again with the new text.
   */
  async process(path: string, change: (data: string) => string): Promise<string> {
    for (;;) {
      const bytes = await server.readBytes(serverPath(path));
      const before = server.decode(bytes);
      const after = change(before);
      if (after === before) return after;
      try {
        await server.writeBytes(serverPath(path), server.encode(after), { expected: bytes });
        return after;
      } catch (error) {
        if (!(error instanceof server.RequestFailed) || error.status !== 409) throw error;
      }
    }
  }

  getResourcePath(path: string): string {
    return `/api/file?${new URLSearchParams({ path: serverPath(path) }).toString()}`;
  }

  async mkdir(path: string): Promise<void> {
    await server.makeFolder(serverPath(path));
  }

  /** There is no system bin here; the caller falls back to the vault's own. */
  trashSystem(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async trashLocal(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    let target = `.trash/${name}`;
    for (let copy = 1; await this.exists(target); copy++) target = `.trash/${String(copy)} ${name}`;
    await server.renameEntry(serverPath(path), target);
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    if (!recursive && (await server.listFolder(serverPath(path))).length > 0) {
      throw new Error(`${path} is not empty`);
    }
    await server.removeEntry(serverPath(path));
  }

  async remove(path: string): Promise<void> {
    await server.removeEntry(serverPath(path));
  }

  async rename(path: string, newPath: string): Promise<void> {
    await server.renameEntry(serverPath(path), serverPath(newPath));
  }

  async copy(path: string, newPath: string): Promise<void> {
    const bytes = await server.readBytes(serverPath(path));
    await server.writeBytes(serverPath(newPath), bytes, { absent: true });
  }
}
