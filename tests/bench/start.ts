/**
 * `npm run bench:start -- <checkout> [--beside <main.js>]… [--rounds 9]`: what the plugin costs an app's start, in
 * Chromium with the processor throttled four times, against another checkout of this project that is built in the
 * same way in the same run, and beside built files of other plugins. Each measurement has a page of its own, so that
 * nothing is compiled or warm; the subjects take turns. Measured are the evaluation of `main.js` and what `onload`
 * works before it returns and until it is done; the vault is empty and the layout not ready, so no note is read. On
 * a busy machine medians say more about the machine, so the fastest of each stand beside them. Prints what each
 * folder and package weighs in `main.js` and the figures against their bounds, writes dist/bench/start.json, and
 * fails where a bound is passed.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import esbuild, { type Metafile } from 'esbuild';
import { chromium, type Browser } from 'playwright-core';
import { minifyScript } from '../../scripts/minify.mjs';
import { pluginBuild } from '../../scripts/plugin-build.mjs';
import { startServer } from '../../scripts/playground/server/server.ts';
import { DEFAULT_SETTINGS, serialize } from '../../src/settings/schema.ts';
import { ensureFixturePlugin, ensurePage, PROJECT } from '../e2e/harness/build-once.ts';
import { findBrowser } from '../e2e/harness/find-browser.ts';
import { Figures, median } from './figures.ts';

const THROTTLE = 4;
const BOUNDS = { bytes: 540_000, evaluation: 1.6, onload: 15 };

/** A built plugin, and how long it took to start, round by round, in milliseconds. */
interface Subject {
  readonly name: string;
  readonly code: string;
  /** What its `loadData` answers. */
  readonly data: unknown;
  readonly times: {
    readonly evaluation: number[];
    /** Until `onload` returns, which is where it first waits. */
    readonly returned: number[];
    /** Until all of `onload` is done; what it waits for is there at once. */
    readonly done: number[];
  };
}

interface StartTimes {
  readonly evaluation: number;
  readonly returned: number;
  readonly done: number;
}

interface HostPlugin {
  loadData: () => Promise<unknown>;
  onload: () => unknown;
  load(): void;
}

interface HostWindow {
  readonly playground?: {
    readonly ready: boolean;
    readonly app: {
      readonly plugins: {
        evaluate(code: string, id: string): new (app: object, manifest: object) => HostPlugin;
      };
      readonly workspace: { onLayoutReady: (callback: () => unknown) => void };
    };
  };
}

const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    beside: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '9' },
  },
});
const [other] = positionals;
if (other === undefined) {
  console.error('Say which checkout to compare with: npm run bench:start -- <checkout>');
  process.exit(2);
}
process.exitCode = await main(path.resolve(other), given.beside, Number(given.rounds));

async function main(there: string, beside: readonly string[], rounds: number): Promise<number> {
  const figures = new Figures();
  const built = await build(PROJECT);
  printWeights(built.metafile);
  const bytes = Buffer.byteLength(built.code);
  figures.add('main.js', bytes, 'bytes', BOUNDS.bytes);

  const data = serialize(DEFAULT_SETTINGS);
  const [mine, theirs, ...others] = [
    subject('here', built.code, data),
    subject(there, (await build(there)).code, data),
    ...(await Promise.all(
      beside.map(async (file) => subject(file, await readFile(file, 'utf8'), null)),
    )),
  ];
  await measure([mine, theirs, ...others], rounds);

  const evaluation = median(mine.times.evaluation);
  figures.add('evaluation', evaluation, 'ms');
  figures.add('… the fastest', Math.min(...mine.times.evaluation), 'ms');
  figures.add(
    `… against ${theirs.name}`,
    evaluation / median(theirs.times.evaluation),
    '×',
    BOUNDS.evaluation,
  );
  for (const { name, times } of others) {
    figures.add(`… against ${name}`, evaluation / median(times.evaluation), '×');
  }
  figures.add('onload, until it first waits', median(mine.times.returned), 'ms', BOUNDS.onload);
  const done = median(mine.times.done);
  figures.add('onload, until it is done', done, 'ms');
  figures.add(`… against ${theirs.name}`, done / median(theirs.times.done), '×');
  figures.add('… the fastest', Math.min(...mine.times.done), 'ms');
  for (const { name, times } of [theirs, ...others]) {
    figures.add(`${name}: evaluation`, median(times.evaluation), 'ms');
    figures.add('… the fastest', Math.min(...times.evaluation), 'ms');
    figures.add('… onload, until it first waits', median(times.returned), 'ms');
    figures.add('… onload, until it is done', median(times.done), 'ms');
    figures.add('… the fastest', Math.min(...times.done), 'ms');
  }
  return figures.write('start', { rounds, throttle: THROTTLE }) ? 0 : 1;
}

async function build(
  root: string,
): Promise<{ readonly code: string; readonly metafile: Metafile }> {
  const { outputFiles, metafile } = await esbuild.build({
    ...pluginBuild(root),
    minify: true,
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  return { code: await minifyScript(outputFiles.map(({ text }) => text).join('')), metafile };
}

function subject(name: string, code: string, data: unknown): Subject {
  return { name, code, data, times: { evaluation: [], returned: [], done: [] } };
}

/** What each folder and package weighs in the bundle, the heaviest first. */
function printWeights({ outputs }: Metafile): void {
  const weights = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const place = placeOf(file);
      weights.set(place, (weights.get(place) ?? 0) + bytesInOutput);
    }
  }
  for (const [place, bytes] of [...weights].sort(([, a], [, b]) => b - a)) {
    console.log(`${place.padEnd(40)} ${String(bytes).padStart(8)}`);
  }
  console.log();
}

/** The package or folder that a file of the bundle belongs to. */
function placeOf(file: string): string {
  const parts = file.split('/');
  const modules = parts.lastIndexOf('node_modules');
  if (modules === -1) return parts.slice(0, -1).join('/') || file;
  const [scope = '', name = ''] = parts.slice(modules + 1);
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

async function measure(subjects: readonly Subject[], rounds: number): Promise<void> {
  const [plugin] = await Promise.all([ensureFixturePlugin(), ensurePage()]);
  const vault = await mkdtemp(path.join(tmpdir(), 'question-stance-start-'));
  const server = await startServer({ vault, plugin, watch: false });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const { code, data, times } of round % 2 === 0 ? subjects : [...subjects].reverse()) {
        const { evaluation, returned, done } = await startOnce(browser, server.url, code, data);
        times.evaluation.push(evaluation);
        times.returned.push(returned);
        times.done.push(done);
      }
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(vault, { recursive: true, force: true });
  }
}

/** Starts a plugin in a page that has never seen it. */
async function startOnce(
  browser: Browser,
  url: string,
  code: string,
  data: unknown,
): Promise<StartTimes> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    // The loader that runs this file wraps functions in a call of this name, in the page too.
    await page.addInitScript('globalThis.__name = (wrapped) => wrapped');
    await page.goto(url);
    await page.waitForFunction(() => (window as unknown as HostWindow).playground?.ready === true);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
    return await page.evaluate(
      async ([text, answer]): Promise<StartTimes> => {
        const { playground } = window as unknown as HostWindow;
        if (!playground) throw new Error('The host is not there.');
        const { app } = playground;
        // As at an app's start, when plugins are loaded before the layout is there.
        app.workspace.onLayoutReady = () => undefined;
        const id = 'question-stance-measured';
        const manifest = { id, name: id, version: '0.0.0', minAppVersion: '0.0.0', dir: id };
        const start = performance.now();
        const Main = app.plugins.evaluate(text, id);
        const evaluated = performance.now();
        const plugin = new Main(app, manifest);
        plugin.loadData = () => Promise.resolve(answer);
        const onload = plugin.onload.bind(plugin);
        const times = { began: 0, returned: 0 };
        let ended: unknown;
        plugin.onload = () => {
          times.began = performance.now();
          ended = onload();
          times.returned = performance.now();
        };
        plugin.load();
        await ended;
        return {
          evaluation: evaluated - start,
          returned: times.returned - times.began,
          done: performance.now() - times.began,
        };
      },
      [code, data] as const,
    );
  } finally {
    await context.close();
  }
}
