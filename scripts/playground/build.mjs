// How the playground's page is built, for esbuild.config.mjs, `npm start` and the browser tests; and
// the fixture plugin, which the host's own tests load instead of the real one.
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** @type {esbuild.BuildOptions} */
export const pageBuild = {
  absWorkingDir: project,
  entryPoints: ['scripts/playground/host/page.ts'],
  outfile: 'dist/playground/page.js',
  bundle: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
};

/** Builds the page into `dist/playground`. */
export async function buildPage() {
  await esbuild.build(pageBuild);
}

/**
 * Builds the fixture plugin and answers with its folder.
 * @returns {Promise<string>}
 */
export async function buildFixturePlugin() {
  const folder = join(project, 'dist/fixture-plugin');
  await mkdir(folder, { recursive: true });
  await esbuild.build({
    absWorkingDir: project,
    entryPoints: ['scripts/playground/fixture-plugin/main.ts'],
    outfile: join(folder, 'main.js'),
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['obsidian', '@codemirror/*'],
    logLevel: 'warning',
  });
  await copyFile(
    join(project, 'scripts/playground/fixture-plugin/manifest.json'),
    join(folder, 'manifest.json'),
  );
  return folder;
}
