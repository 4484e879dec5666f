// The playground's commands, typed as CONTRIBUTING and its README have them: another plugin is tried beside the real
// one, its command line handler is called from another process, and a vault served in place is left as it is.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ensureFixturePlugin, ensurePage, PROJECT } from '../harness/build-once.ts';
import { findBrowser } from '../harness/find-browser.ts';

let folder: string;
let vault: string;
let started: ChildProcess | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'playground-commands-'));
  vault = join(folder, 'vault');
  await mkdir(join(vault, '.obsidian'), { recursive: true });
  await writeFile(join(vault, '.obsidian/app.json'), '{}');
  await writeFile(join(vault, 'note.md'), 'Why?\n');
});

afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** A group of its own, so that npm is ended with what it started, and nothing else is. */
function npm(...words: readonly string[]): ChildProcess {
  return spawn('npm', ['run', '--silent', ...words], {
    cwd: PROJECT,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PLAYGROUND_FOLDER: join(folder, 'own') },
  });
}

async function run(...words: readonly string[]) {
  const child = npm(...words);
  let [said, failed] = ['', ''];
  child.stdout?.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (failed += part.toString()));
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { status, said: said.trim(), failed: failed.trim() };
}

const cli = (...words: readonly string[]) => run('app-cli', '--', ...words);

/** Starts the playground; answers with all it says until it serves, and its address. */
async function start(...words: readonly string[]): Promise<{ said: string; url: string }> {
  const child = npm(...words);
  started = child;
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('Ctrl+C stops it.')) resolve();
    });
    child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
    child.on('close', () => reject(new Error(`It ended: ${said}`)));
  });
  return { said, url: /Playground: (\S+)/.exec(said)?.[1] ?? '' };
}

async function stop(): Promise<void> {
  const child = started;
  started = null;
  if (child?.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.on('close', resolve));
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

describe('npm run app-cli', () => {
  it('says so where no playground runs', async () => {
    await expect
      .poll(() => cli('help'))
      .toEqual({
        status: 1,
        said: '',
        failed: 'No playground is running. Start one: npm start',
      });
  });
});

describe('npm run try-plugin', () => {
  it('loads a plugin whose command line answers, and writes nothing into the vault', async () => {
    const [fixture] = await Promise.all([ensureFixturePlugin(), ensurePage()]);
    const { said, url } = await start(
      ...['try-plugin', '--', fixture, '--vault', vault, '--read-only', '--no-open'],
    );
    expect(said).toContain('The vault is read-only: no note can be changed.');
    expect(said).toContain(`Layout and plugin data: ${join(folder, 'own')}`);
    await expect
      .poll(() => cli('help'))
      .toMatchObject({
        status: 1,
        failed: 'No page of the playground is open.',
      });

    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: ['--no-sandbox', '--disable-gpu'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(url);
      await page.waitForFunction(
        () => (window as unknown as { playground?: { ready: boolean } }).playground?.ready,
      );
      await expect
        .poll(() => cli('fixture-plugin:repeat', 'text=two words', 'loud'))
        .toEqual({
          status: 0,
          said: 'two words|loud',
          failed: '',
        });
      await expect
        .poll(async () => (await cli('help')).said)
        .toContain('fixture-plugin:repeat text=<text>');
      await expect
        .poll(() => cli('nothing'))
        .toMatchObject({
          status: 0,
          said: 'There is no command nothing.',
        });
    } finally {
      await browser.close();
    }

    await stop();
    await expect
      .poll(async () => (await cli('help')).failed)
      .toContain('No playground is running.');
    await expect.poll(() => readdir(join(vault, '.obsidian'))).toEqual(['app.json']);
    await expect.poll(() => readFile(join(vault, '.obsidian/app.json'), 'utf8')).toBe('{}');
    await expect.poll(() => readFile(join(vault, 'note.md'), 'utf8')).toBe('Why?\n');
  });

  it('names what is missing in a folder that holds no built plugin', async () => {
    const { status, failed } = await run('try-plugin', '--', vault, '--no-open');
    expect(status).toBe(1);
    expect(failed).toContain('main.js is missing');
  });
});
