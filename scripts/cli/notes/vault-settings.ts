/** What a vault's own files say of how its notes are read: the plugin's settings, and Obsidian's «Excluded files». */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DEFAULT_SETTINGS, migrate, type Settings } from '../../../src/settings/schema';
import { reasonOf } from './read-failure';

export interface VaultSettings {
  readonly settings: Settings;
  /** The entries of «Excluded files» that count. */
  readonly excluded: readonly string[];
}

export const NO_VAULT: VaultSettings = { settings: DEFAULT_SETTINGS, excluded: [] };

const CONFIG = '.obsidian';
const SETTINGS = `${CONFIG}/plugins/question-stance/data.json`;
const APP = `${CONFIG}/app.json`;

/** Says of a file what could not be read of it. */
export type Warn = (path: string, reason: string) => void;

/** What can't be read is said and takes its default; a file that is not there is said by nobody. */
export async function readVaultSettings(vault: string, warn: Warn): Promise<VaultSettings> {
  const isVault = await stat(join(vault, CONFIG)).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isVault) {
    warn(vault, `no vault of Obsidian (it has no folder ${CONFIG}); the default settings are used`);
    return NO_VAULT;
  }
  const settings = readSettings(await readJson(join(vault, SETTINGS), warn), (reason) =>
    warn(join(vault, SETTINGS), reason),
  );
  const excluded = settings.notes.leaveOutExcluded
    ? ignoredIn(await readJson(join(vault, APP), warn))
    : [];
  return { settings, excluded };
}

function readSettings(data: unknown, warn: (reason: string) => void): Settings {
  const { settings, faulty, foreign } = migrate(data);
  if (foreign === 'not-settings') warn('no settings; the defaults are used');
  if (foreign === 'newer') warn('written by a newer version; what is not known is left out');
  if (faulty.length > 0) {
    warn(
      `could not be read whole: ${faulty.join(', ')}; the defaults stand in for what is missing`,
    );
  }
  return settings;
}

function ignoredIn(app: unknown): readonly string[] {
  if (typeof app !== 'object' || app === null || !('userIgnoreFilters' in app)) return [];
  const { userIgnoreFilters: filters } = app;
  if (!Array.isArray(filters)) return [];
  return filters.filter((filter): filter is string => typeof filter === 'string');
}

/** Null where there is no such file, or no JSON in it. */
async function readJson(path: string, warn: Warn): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (!isMissing(error)) warn(path, `${reasonOf(error)}; the defaults are used`);
    return null;
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as unknown;
  } catch {
    warn(path, 'no JSON; the defaults are used');
    return null;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
