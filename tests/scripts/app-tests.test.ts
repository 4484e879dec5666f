/** The one command that runs the scenarios in Obsidian itself: what it says and answers where it cannot run them. */
import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Answers at `/there`, and nowhere else; `/cut` is cut off. */
let server: Server;
let project: string;

beforeEach(async () => {
  server = createServer((request, response) => {
    if (request.url === '/cut') request.socket.destroy();
    else response.writeHead(request.url === '/there' ? 200 : 404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project = await mkdtemp(join(tmpdir(), 'app-tests-'));
  await mkdir(join(project, 'e2e-tests'));
  await copyFile('e2e-tests/run.mjs', join(project, 'e2e-tests/run.mjs'));
});

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(project, { recursive: true });
});

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, path)), { recursive: true });
  await writeFile(join(project, path), text);
}

const build = () => write('main.js', '');

/** Stands in for WebdriverIO: exits with `status`. */
const install = (status: number) =>
  write(
    'e2e-tests/node_modules/@wdio/cli/bin/wdio.js',
    `console.log(process.argv.slice(2).join(' ')); process.exitCode = ${status};`,
  );

function run(...downloads: readonly string[]): Promise<{ status: number | null; said: string }> {
  const { port } = server.address() as AddressInfo;
  const addresses = downloads.map((path) => `http://127.0.0.1:${port}/${path}`).join(' ');
  const child = spawn(process.execPath, [join(project, 'e2e-tests/run.mjs')], {
    env: { ...process.env, OBSIDIAN_DOWNLOADS: addresses },
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((resolve) => {
    child.on('close', (status) => resolve({ status, said: said.trim() }));
  });
}

describe('not run, with 77', () => {
  it.each([[['gone']], [['there', 'gone']], [['cut']]])(
    'where %j do not all answer',
    async (downloads) => {
      await Promise.all([build(), install(0)]);
      expect(await run(...downloads)).toEqual({
        status: 77,
        said: 'not run: Obsidian cannot be downloaded here.',
      });
    },
  );

  it('where the packages or the build are missing', async () => {
    await build();
    expect(await run('there')).toEqual({
      status: 77,
      said: 'not run: the packages are not installed: npm --prefix e2e-tests install',
    });
    await Promise.all([install(0), rm(join(project, 'main.js'))]);
    expect(await run('there')).toEqual({
      status: 77,
      said: 'not run: the plugin is not built: npm run build',
    });
  });
});

it.each([0, 1, 3])('run, it answers with WebdriverIO’s own %s', async (status) => {
  await Promise.all([build(), install(status)]);
  expect(await run('there', 'there')).toEqual({ status, said: 'run wdio.conf.mts' });
});
