// `npm start`: builds, serves the playground over a fresh copy of the sample vault and opens a
// browser where there is one.
//
//     npm start -- [--vault <folder>] [--port <number>] [--no-open]
//
// `--vault` serves a folder in place: what is changed in the page is changed in the folder.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';

const project = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        vault: { type: 'string' },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} url */
function openBrowser(url) {
  const commands = { darwin: 'open', win32: 'explorer' };
  const hasScreen =
    process.platform in commands ||
    process.env.DISPLAY !== undefined ||
    process.env.WAYLAND_DISPLAY !== undefined;
  if (!hasScreen) return;
  const command = commands[process.platform] ?? 'xdg-open';
  const child = spawn(command, [url], { stdio: 'ignore', detached: true });
  // Without a browser the printed address is enough.
  child.on('error', () => undefined);
  child.unref();
}

const given = readArguments();
if (given.help) {
  console.log('npm start -- [--vault <folder>] [--port <number>] [--no-open]');
  process.exit(0);
}
const port = Number(given.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`${given.port} is no port.`);
if (given.vault !== undefined) {
  const found = await stat(given.vault).catch(() => null);
  if (!found?.isDirectory()) fail(`${given.vault} is not a folder.`);
}

try {
  execFileSync(process.execPath, ['esbuild.config.mjs', 'production'], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
} catch (error) {
  const lines = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
  fail(`${lines}\nThe build failed; the lines above say where.`);
}

/** @type {string | null} */
let copy = null;
let vault = given.vault === undefined ? '' : resolve(given.vault);
if (given.vault === undefined) {
  const sample = join(project, 'sample-vault');
  if (!existsSync(sample)) fail('sample-vault is missing.');
  copy = await mkdtemp(join(tmpdir(), 'question-stance-'));
  vault = join(copy, 'sample-vault');
  await cp(sample, vault, { recursive: true });
}

register();
/** @type {typeof import('../playground/server/server.ts')} */
const { startServer } = await import('../playground/server/server.ts');
const server = await startServer({ vault, port }).catch(async (error) => {
  await removeCopy();
  return fail(error instanceof Error ? error.message : String(error));
});
console.log(`Playground: ${server.url}`);
console.log(copy === null ? `Serving ${vault} in place.` : `Serving a copy: ${vault}`);
console.log('Ctrl+C stops it.');
if (!given['no-open']) openBrowser(server.url);

async function removeCopy() {
  if (copy !== null) await rm(copy, { recursive: true, force: true });
}

async function stop() {
  await server.close();
  await removeCopy();
  process.exit(0);
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
