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

  const report = async (
    type: VaultChange['type'],
    kind: VaultChange['kind'],
    full: string,
  ): Promise<void> => {
    const path = toPath(full);
    if (path === '' || (kind === 'folder' && path.startsWith('.'))) return;
    if (type === 'delete') {
      onChange({ type, kind, path, stat: null });
      return;
    }
    try {
      const entry = await folder.stat(path);
      // Gone again before we looked: its delete is on the way.
      if (entry) onChange({ type, kind, path, stat: entry.stat });
    } catch (error) {
      if (!(error instanceof RefusedPath)) throw error;
    }
  };

  watcher.on('add', (full) => void report('create', 'file', full));
  watcher.on('addDir', (full) => void report('create', 'folder', full));
  watcher.on('change', (full) => void report('modify', 'file', full));
  watcher.on('unlink', (full) => void report('delete', 'file', full));
  watcher.on('unlinkDir', (full) => void report('delete', 'folder', full));
  watcher.on('error', (error) => {
    console.error(`Watching ${folder.root}:`, error);
  });

  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return { close: () => watcher.close() };
}
