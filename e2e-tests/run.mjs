// Runs the scenarios in Obsidian itself: `npm ci && npm run build`, then `npm --prefix e2e-tests install` and
// `npm --prefix e2e-tests test`. Where Obsidian cannot be downloaded it says «not run» and exits with 77, so that
// nobody takes it for passed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RELEASES =
  'https://raw.githubusercontent.com/obsidianmd/obsidian-releases/master/desktop-releases.json';
const NOT_RUN = 77;
const folder = fileURLToPath(new URL('.', import.meta.url));

/** @param {string} why */
function notRun(why) {
  console.log(`not run: ${why}`);
  process.exit(NOT_RUN);
}

const reachable = await fetch(RELEASES, { signal: AbortSignal.timeout(15_000) }).then(
  ({ ok }) => ok,
  () => false,
);
if (!reachable) notRun('Obsidian cannot be downloaded here.');
if (!existsSync(new URL('node_modules/wdio-obsidian-service', import.meta.url))) {
  notRun('the packages are not installed; npm --prefix e2e-tests install');
}
const { status } = spawnSync('npx', ['wdio', 'run', 'wdio.conf.mts'], {
  cwd: folder,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
