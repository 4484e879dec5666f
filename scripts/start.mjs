// `npm start`: builds, serves the playground over a fresh copy of the sample vault and opens a
// browser where there is one.
//
//     npm start -- [--vault <folder>] [--read-only] [--plugin <folder>] [--port <number>] [--no-open]
//
// `--vault` serves a folder in place: what is changed in the page is changed in the folder, but for what Obsidian
// would keep in its `.obsidian`, which goes into the playground's own `.playground`. `--read-only` changes nothing.
// `--plugin` names the folder of another built plugin, which is loaded beside this one; `npm run try-plugin -- <folder>` is
// the same in short.
import { execFileSync, spawn } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access, cp, mkdir, mkdtemp, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { register } from 'tsx/esm/api';
import { configFolderOf, RUNNING_FILE } from './playground-folder.mjs';

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
    const { values, positionals } = parseArgs({
      // `npm run try-plugin` names the plugins' folders plainly.
      allowPositionals: true,
      options: {
        vault: { type: 'string' },
        'read-only': { type: 'boolean', default: false },
        plugin: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '0' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return { ...values, folders: positionals };
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
  console.log(
    'npm start -- [--vault <folder>] [--read-only] [--plugin <folder>] [--port <number>] [--no-open]',
  );
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
/** @type {{ vault: string, configFolder?: string, isReadOnly?: boolean }} */
let served;
if (given.vault === undefined) {
  const sample = join(project, 'sample-vault');
  if (!existsSync(sample)) fail('sample-vault is missing.');
  copy = await mkdtemp(join(tmpdir(), 'question-stance-'));
  const vault = join(copy, 'sample-vault');
  await cp(sample, vault, { recursive: true });
  served = { vault };
} else {
  const vault = await realpath(given.vault);
  const configFolder = configFolderOf(vault);
  await mkdir(configFolder, { recursive: true });
  const isWritable = await access(vault, constants.W_OK).then(
    () => true,
    () => false,
  );
  served = { vault, configFolder, isReadOnly: given['read-only'] || !isWritable };
}

register();
/** @type {typeof import('./playground/server/server.ts')} */
const { startServer } = await import('./playground/server/server.ts');
const server = await startServer({
  ...served,
  port,
  others: [...given.plugin, ...given.folders],
}).catch(async (error) => {
  await removeCopy();
  return fail(error instanceof Error ? error.message : String(error));
});
console.log(`Playground: ${server.url}`);
console.log(
  copy === null ? `Serving ${served.vault} in place.` : `Serving a copy: ${served.vault}`,
);
if (served.configFolder !== undefined) {
  console.log(`Layout and plugin data: ${served.configFolder} (its .obsidian is not written to)`);
}
if (served.isReadOnly) console.log('The vault is read-only: no note can be changed.');
await mkdir(dirname(RUNNING_FILE), { recursive: true });
await writeFile(RUNNING_FILE, JSON.stringify({ url: server.url, pid: process.pid }));
console.log('Ctrl+C stops it.');
if (!given['no-open']) openBrowser(server.url);

async function removeCopy() {
  if (copy !== null) await rm(copy, { recursive: true, force: true });
}

async function stop() {
  await server.close();
  await rm(RUNNING_FILE, { force: true });
  await removeCopy();
  process.exit(0);
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
