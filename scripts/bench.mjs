/**
 * `node scripts/bench.mjs <name> …`: runs `tests/bench/<name>.ts` as the plugin is run, bundled and without
 * what a development loader adds to every function. Obsidian is stood in for by the tests' own.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import esbuild from 'esbuild';

const [name = '', ...rest] = process.argv.slice(2);
const root = path.dirname(import.meta.dirname);
const outfile = path.join(root, `dist/bench/${name}.mjs`);
await esbuild.build({
  entryPoints: [path.join(root, `tests/bench/${name}.ts`)],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  alias: { obsidian: path.join(root, 'tests/vault/obsidian.ts') },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...rest], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
