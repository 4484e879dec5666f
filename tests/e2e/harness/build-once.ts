// Builds what the browser tests load, unless it is newer than everything it is made of.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { buildFixturePlugin, buildPage } from '../../../scripts/playground/build.mjs';

export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

async function newest(path: string): Promise<number> {
  const full = join(PROJECT, path);
  if (!existsSync(full)) return 0;
  const found = await stat(full);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(full);
  const times = await Promise.all(names.map((name) => newest(join(path, name))));
  return Math.max(found.mtimeMs, ...times);
}

async function isFresh(products: string[], sources: string[]): Promise<boolean> {
  const made = await Promise.all(products.map(newest));
  const from = await Promise.all(sources.map(newest));
  return Math.min(...made) > Math.max(...from);
}

const started = new Map<string, Promise<unknown>>();

function once<T>(name: string, work: () => Promise<T>): Promise<T> {
  const running = started.get(name) ?? work();
  started.set(name, running);
  return running as Promise<T>;
}

/** The host's page alone. */
export function ensurePage(): Promise<void> {
  return once('page', async () => {
    const sources = [
      'scripts/playground/host',
      'scripts/playground/build.mjs',
      'package-lock.json',
    ];
    const products = ['dist/playground/page.js', 'dist/playground/page.css'];
    if (!(await isFresh(products, sources))) await buildPage();
  });
}

/** The fixture plugin; answers with its folder. */
export function ensureFixturePlugin(): Promise<string> {
  return once('fixture', buildFixturePlugin);
}

/** The real plugin's production build; answers with the folder it stands in. */
export function ensurePlugin(): Promise<string> {
  return once('plugin', async () => {
    const sources = ['main.ts', 'src', 'package-lock.json', 'esbuild.config.mjs'];
    if (!(await isFresh(['main.js'], sources))) {
      await promisify(execFile)(process.execPath, ['esbuild.config.mjs', 'production'], {
        cwd: PROJECT,
      });
    }
    return PROJECT;
  });
}
