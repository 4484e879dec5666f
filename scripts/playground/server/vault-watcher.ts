// Watches the folder and tells what changed on disk, whoever changed it. Hidden files stay hidden,
// but for the plugin's own data file, whose change the host turns into `onExternalSettingsChange`.
// A rename arrives as a delete and a create, as it does in Obsidian.
import { watch } from 'chokidar';
import { relative, sep } from 'node:path';
import type { ServedVault } from './served-vault.ts';
import { RefusedPath, type EntryStat } from './vault-folder.ts';

export interface VaultChange {
  readonly type: 'create' | 'modify' | 'delete';
  readonly kind: 'file' | 'folder';
  readonly path: string;
  readonly stat: EntryStat | null;
}

/** chokidar drops what happens to a file within 50 ms of a change that it told; after this, a file is looked at again. */
const LOOK_AGAIN_AFTER_MS = 100;

/** Starts watching; resolves once changes are seen. Call the result's `close` to stop. */
export async function watchVault(
  folder: ServedVault,
  pluginData: string,
  onChange: (change: VaultChange) => void,
): Promise<{ close(): Promise<void> }> {
  const roots = [...new Set([folder.root, folder.configRoot])];
  const toPath = (full: string): string => {
    const root = roots.find((each) => full === each || full.startsWith(each + sep)) ?? folder.root;
    return relative(root, full).split(sep).join('/');
  };
  const isWatched = (path: string): boolean =>
    path === pluginData ||
    pluginData.startsWith(`${path}/`) ||
    !path.split('/').some((segment) => segment.startsWith('.'));

  const watcher = watch(roots, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (full) => !roots.includes(full) && !isWatched(toPath(full)),
  });

  const looks = new Map<string, NodeJS.Timeout>();

  /** Tells a change unless the file is as it was `told` before. Answers with what was seen of it. */
  const report = async (
    type: VaultChange['type'],
    kind: VaultChange['kind'],
    full: string,
    told: EntryStat | null = null,
  ): Promise<EntryStat | null> => {
    const path = toPath(full);
    if (path === '' || (kind === 'folder' && path.startsWith('.'))) return null;
    if (type === 'delete') {
      onChange({ type, kind, path, stat: null });
      return null;
    }
    try {
      // Gone again before we looked: its delete is on the way.
      const stat = (await folder.stat(path))?.stat ?? null;
      const isTold = stat?.mtime === told?.mtime && stat?.size === told?.size;
      if (stat && !isTold) onChange({ type, kind, path, stat });
      return stat;
    } catch (error) {
      if (!(error instanceof RefusedPath)) throw error;
      return null;
    }
  };

  watcher.on('add', (full) => void report('create', 'file', full));
  watcher.on('addDir', (full) => void report('create', 'folder', full));
  watcher.on('change', (full) => {
    clearTimeout(looks.get(full));
    const told = report('modify', 'file', full);
    const look = async (): Promise<void> => {
      looks.delete(full);
      await report('modify', 'file', full, await told);
    };
    looks.set(
      full,
      setTimeout(() => void look(), LOOK_AGAIN_AFTER_MS),
    );
  });
  watcher.on('unlink', (full) => void report('delete', 'file', full));
  watcher.on('unlinkDir', (full) => void report('delete', 'folder', full));
  watcher.on('error', (error) => {
    console.error(`Watching ${folder.root}:`, error);
  });

  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return {
    close: () => {
      for (const look of looks.values()) clearTimeout(look);
      return watcher.close();
    },
  };
}
