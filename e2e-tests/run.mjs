// Runs the scenarios in Obsidian itself: `npm ci && npm run build`, then `npm --prefix e2e-tests install` and
// `npm --prefix e2e-tests test`. Where Obsidian cannot be downloaded, or what it takes is not there, it says «not run»
// and exits with 77, so that nobody takes it for passed; else it exits as WebdriverIO does. `OBSIDIAN_DOWNLOADS`
// names other addresses, parted by spaces, that have to answer.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the service has the list of versions from, and the versions. */
const DOWNLOADS =
  process.env.OBSIDIAN_DOWNLOADS ??
  'https://raw.githubusercontent.com/obsidianmd/obsidian-releases/master/desktop-releases.json https://github.com/obsidianmd/obsidian-releases/releases/latest';
const NOT_RUN = 77;

/** @param {string} name relative to this file */
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * @param {string} why
 * @returns {never}
 */
function notRun(why) {
  console.log(`not run: ${why}`);
  process.exit(NOT_RUN);
}

/** @param {string} address */
async function answers(address) {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(15_000) })).ok;
  } catch {
    return false;
  }
}

const found = await Promise.all(DOWNLOADS.split(' ').map(answers));
if (found.includes(false)) notRun('Obsidian cannot be downloaded here.');
const wdio = here('node_modules/@wdio/cli/bin/wdio.js');
if (!existsSync(wdio)) notRun('the packages are not installed: npm --prefix e2e-tests install');
if (!existsSync(here('../main.js'))) notRun('the plugin is not built: npm run build');
const { status } = spawnSync(process.execPath, [wdio, 'run', 'wdio.conf.mts'], {
  cwd: here('.'),
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
