// Sees to it that the browser tests find a Chromium and a font with Chinese characters. Where
// neither is there and apt-get may be used (as root, or through `sudo -n`), installs them from the
// system's packages; elsewhere says what to install and exits with 1.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { register } from 'tsx/esm/api';

register();
/** @type {typeof import('../tests/e2e/harness/find-browser.ts')} */
const { findBrowser } = await import('../tests/e2e/harness/find-browser.ts');

/** @param {string} name */
function isOnPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

function hasBrowser() {
  try {
    findBrowser();
    return true;
  } catch (error) {
    // A browser that was named and is not there is a mistake to mend, not one to work around.
    if (process.env.CHROMIUM_PATH) throw error;
    return false;
  }
}

function hasChineseFont() {
  // Only systems with apt are asked: others bring such a font with them.
  if (!isOnPath('apt-get')) return true;
  if (!isOnPath('fc-list')) return false;
  return execFileSync('fc-list', [':lang=zh-tw', 'family'], { encoding: 'utf8' }).trim() !== '';
}

/** The words before `apt-get`, or null where it cannot be used. */
function aptPrefix() {
  if (!isOnPath('apt-get')) return null;
  if (process.getuid?.() === 0) return [];
  if (!isOnPath('sudo')) return null;
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n'];
  } catch {
    return null;
  }
}

/**
 * @param {readonly string[]} prefix
 * @param {readonly string[]} words
 */
function aptGet(prefix, words) {
  const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...words];
  execFileSync(command, rest, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

function main() {
  const browser = hasBrowser();
  const font = hasChineseFont();
  const missing = [...(browser ? [] : ['chromium']), ...(font ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0) return;
  const prefix = aptPrefix();
  if (prefix === null) {
    console.error(`The browser tests need: ${missing.join(', ')}.`);
    if (!browser) {
      console.error('Install Chromium or Chrome, or name one with CHROMIUM_PATH=/path/to/it.');
    }
    // Without the font the pictures have boxes in them; the tests still run.
    process.exitCode = browser ? 0 : 1;
    return;
  }
  aptGet(prefix, ['update']);
  aptGet(prefix, ['install', '-y', '--no-install-recommends', ...missing]);
  // Throws, saying so, where the package brought no browser.
  findBrowser();
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
