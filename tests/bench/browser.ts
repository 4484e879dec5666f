/**
 * `npm run bench:browser -- [--notes 100000] [--seed 1]`: the built plugin in Chromium, in the playground, over
 * a made-up vault (made first where it is missing) whose metadata is known at the start, as Obsidian knows it.
 * Measures what only a browser can say: long tasks while notes are read, how fast the dashboard opens, what
 * it keeps in the document, frames while it scrolls, what a letter, a filter and a changed note cost the main
 * thread, and a restart from the cache. Prints figures against their bounds, writes dist/bench/browser.json.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { startServer, type RunningServer } from '../../scripts/playground/server/server.ts';
import { makeNotes, type VaultOptions } from '../../scripts/vault/generate.ts';
import { ensurePage, ensurePlugin } from '../e2e/harness/build-once.ts';
import { findBrowser } from '../e2e/harness/find-browser.ts';
import { DEFAULT_SCOPE, judgeScope } from '../../src/core/model/scope.ts';
import { Figures, median } from './figures.ts';
import { madeVault, metadataOf } from './made-vault.ts';

const LONG_TASK = 50;
const MINUTES = 60_000;
/** Longer than anything that one step sets going takes. */
const REST = 350;
/** How often scrolling and typing are measured. */
const ROUNDS = 3;
/** In the order of the switch of notes. */
const WHOLE_VAULT = 2;
/** In the order of the switch of views. */
const LIST = 0;
/** The views that count all questions, by their place in the switch. */
const COUNTING = [
  { what: 'the comparison', at: 1, part: '.question-stance-compare-grid button' },
  { what: 'what follows what', at: 2, part: '.question-stance-map-number' },
];

const { values: given } = parseArgs({
  options: {
    notes: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const options = { notes: Number(given.notes), seed: Number(given.seed) };
const figures = new Figures();

interface Subject {
  readonly page: Page;
  readonly session: CDPSession;
  /** Some notes of middling length, by path. */
  readonly paths: readonly string[];
}

interface Leaf {
  detach(): void;
  setViewState(state: { type: string; active: boolean; state: object }): Promise<void>;
}

interface HostWindow {
  /** How long each frame took since they were asked for last, in milliseconds, while they are counted. */
  frameTimes?: number[];
  longTasks?: { readonly start: number; readonly duration: number }[];
  playground?: {
    readonly ready: boolean;
    readonly app: {
      readonly commands: { executeCommandById(id: string): boolean };
      readonly workspace: {
        getLeavesOfType(type: string): Leaf[];
        getLeaf(pane: 'tab'): Leaf;
      };
      readonly vault: {
        readonly adapter: { read(path: string): Promise<string> };
        getMarkdownFiles(): { readonly path: string }[];
        getFileByPath(path: string): object;
        process(file: object, change: (text: string) => string): Promise<string>;
      };
    };
  };
}

async function serve(of: VaultOptions, plugin: string): Promise<RunningServer> {
  const metadata: Record<string, object> = {};
  for (const { path, text } of makeNotes(of)) metadata[path] = metadataOf(text);
  const vault = await madeVault(of);
  // What an earlier run left open would open again.
  await rm(join(vault, '.obsidian/workspace.json'), { force: true });
  return startServer({ vault, plugin, metadata: () => metadata, watch: false });
}

/** The first reading fills the system's caches and readies the server, which is the same for all that follow. */
async function warmUp({ url }: RunningServer, paths: readonly string[]): Promise<void> {
  for (let at = 0; at < paths.length; at += 8) {
    const body = JSON.stringify(paths.slice(at, at + 8));
    await (await fetch(`${url}api/files`, { method: 'POST', body })).arrayBuffer();
  }
}

async function open(context: BrowserContext, url: string, of: VaultOptions): Promise<Subject> {
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  // The loader that runs this file wraps functions in a call of this name, in the page too.
  await page.addInitScript('globalThis.__name = (wrapped) => wrapped');
  await page.addInitScript(() => {
    const tasks: { start: number; duration: number }[] = [];
    (window as HostWindow).longTasks = tasks;
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        tasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url, { timeout: 10 * MINUTES });
  await ready(page);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const paths: string[] = [];
  for (const { path, text } of makeNotes(of)) {
    if (text.length > 1000 && text.length < 2000) paths.push(path);
    if (paths.length === 40) break;
  }
  return { page, session, paths };
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as HostWindow).playground?.ready === true, null, {
    timeout: 10 * MINUTES,
    polling: 200,
  });
}

async function openDashboard(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as HostWindow).playground?.app.commands.executeCommandById(
      'question-stance:open-dashboard',
    );
  });
  await page.locator('.question-stance-page').waitFor();
}

/** Until the dashboard shows no progress, and so many rows or more. */
async function read(page: Page, rows = 1): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      Number(
        document.querySelector('.question-stance-questions')?.getAttribute('aria-rowcount') ?? 0,
      ) >= wanted && document.querySelector('.question-stance-progress') === null,
    rows,
    { timeout: 30 * MINUTES, polling: 30 },
  );
}

/** How many questions a made-up vault has, beside which its list has a header for each note. */
function questionsIn({ notes }: VaultOptions): number {
  return 2 * notes;
}

async function now(page: Page): Promise<number> {
  return page.evaluate(() => performance.now());
}

/** The long tasks that began since, in milliseconds, the longest first. */
async function longTasks(page: Page, since: number): Promise<readonly number[]> {
  const tasks = await page.evaluate(() => (window as HostWindow).longTasks ?? []);
  return tasks
    .filter(({ start }) => start >= since)
    .map(({ duration }) => duration)
    .sort((a, b) => b - a);
}

function addLongTasks(what: string, tasks: readonly number[]): void {
  const over = tasks.filter((duration) => duration > LONG_TASK);
  figures.add(`${what}: tasks over ${String(LONG_TASK)} ms`, over.length, '', 0);
  figures.add('… the longest', tasks[0] ?? 0, 'ms', LONG_TASK);
}

/** Milliseconds that the main thread worked, in its own time: other programs do not count. */
async function workOf({ page, session }: Subject, step: () => Promise<unknown>): Promise<number> {
  const worked = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const before = await worked();
  await step();
  await page.waitForTimeout(REST);
  return (await worked()) - before;
}

/** Reads the articles and marked notes, then the rest of the vault; answers with how long all of it took. */
async function measureFirstPass({ page }: Subject): Promise<number> {
  await openDashboard(page);
  await read(page);
  const begun = await pluginStart(page);
  const articles = (await now(page)) - begun;
  figures.add('first pass, articles and marked notes', articles, 'ms');
  addLongTasks('articles read', await longTasks(page, begun));
  const start = await now(page);
  await page.locator('.question-stance-notes-switch button').nth(WHOLE_VAULT).click();
  await read(page, questionsIn(options));
  const rest = (await now(page)) - start;
  figures.add('first pass, the rest of the vault', rest, 'ms');
  addLongTasks('the vault read', await longTasks(page, start));
  const paths = Array.from(makeNotes(options), ({ path }) => path);
  const own = ownNotes(options);
  const others = paths.filter((path) => !own.has(path));
  const readOwn = await readFiles(page, [...own]);
  // Of every tenth, ten times as long.
  const tenth = others.filter((_, at) => at % 10 === 0);
  const readRest = (await readFiles(page, tenth)) * (others.length / tenth.length);
  const time = articles + rest;
  figures.add('first pass, both', time, 'ms');
  figures.add('… against reading the same files', time / (readOwn + readRest), '×', 1.5);
  figures.add('… the articles’ part of it alone', articles / readOwn, '×', 1.5);
  return time;
}

/** The notes that every start reads: articles, and notes with marks. */
function ownNotes(of: VaultOptions): ReadonlySet<string> {
  const own = new Set<string>();
  for (const { path, text } of makeNotes(of)) {
    const { frontmatter, tags = [] } = metadataOf(text);
    if (tags.length > 0 || judgeScope(frontmatter ?? null, DEFAULT_SCOPE).inScope) own.add(path);
  }
  return own;
}

/** When the host was done with its own start. */
async function pluginStart(page: Page): Promise<number> {
  return page.evaluate(() => performance.getEntriesByName('layout-ready')[0]?.startTime ?? 0);
}

/** How long reading takes where nothing is done with it, as many files at a time as the plugin reads. */
async function readFiles(page: Page, paths: readonly string[]): Promise<number> {
  return page.evaluate(
    async (wanted) => {
      const vault = (window as HostWindow).playground?.app.vault;
      if (!vault) return NaN;
      const start = performance.now();
      const reader = async (): Promise<void> => {
        for (let path = wanted.pop(); path !== undefined; path = wanted.pop())
          await vault.adapter.read(path);
      };
      await Promise.all(Array.from({ length: 16 }, reader));
      return performance.now() - start;
    },
    [...paths].reverse(),
  );
}

/** From the call to the frame after the one in which questions stand in the document; whole vault. */
async function measureOpening({ page }: Subject, what: string): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < 7; run++) {
    const time = await page.evaluate(async () => {
      const { app } = (window as HostWindow).playground ?? {};
      if (!app) return NaN;
      for (const leaf of app.workspace.getLeavesOfType('question-stance-dashboard')) leaf.detach();
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await new Promise((resolve) => setTimeout(resolve, 500));
      const start = performance.now();
      void app.workspace.getLeaf('tab').setViewState({
        type: 'question-stance-dashboard',
        active: true,
        state: { scope: 'vault' },
      });
      while (!document.querySelector('.question-stance-question')) await frame();
      await frame();
      return performance.now() - start;
    });
    times.push(time);
  }
  figures.add(`the dashboard opens, ${what}: the first time`, times[0] ?? NaN, 'ms', 100);
  figures.add('… median of seven', median(times), 'ms', 100);
}

async function wholeVault({ page }: Subject, of: VaultOptions): Promise<void> {
  await page.locator('.question-stance-notes-switch button').nth(WHOLE_VAULT).click();
  await read(page, questionsIn(of));
}

async function measureScrolling({ page }: Subject): Promise<void> {
  const list = page.locator('.question-stance-questions');
  const box = await list.boundingBox();
  if (!box) throw new Error('There is no list.');
  figures.add('rows', Number(await list.getAttribute('aria-rowcount')), '');
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.evaluate(() => {
    const times: number[] = [];
    (window as HostWindow).frameTimes = times;
    let last = performance.now();
    const tick = (time: number): void => {
      // What is measured afterwards must not draw sixty frames a second for this.
      if (!(window as HostWindow).frameTimes) return;
      // Three frames of a screen at 60 Hz are 50 ms, give or take the clock.
      times.push(Math.round(time - last));
      last = time;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const frames = (): Promise<readonly number[]> =>
    page.evaluate(() => (window as HostWindow).frameTimes?.splice(0) ?? []);
  await page.waitForTimeout(200);
  await frames();
  let nodes = 0;
  const wheel: (readonly number[])[] = [];
  const jumps: (readonly number[])[] = [];
  const start = await now(page);
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < 200; turn++) {
      await page.mouse.wheel(0, 600);
      if (turn % 40 === 0) nodes = Math.max(nodes, await countNodes(page));
    }
    wheel.push(await frames());
    for (let part = 0; part <= 100; part++) {
      await jumpTo(page, (((part + round / ROUNDS) * 37) % 101) / 101);
      if (part % 20 === 0) nodes = Math.max(nodes, await countNodes(page));
    }
    jumps.push(await frames());
  }
  await page.evaluate(() => {
    delete (window as HostWindow).frameTimes;
  });
  addFrames('scrolling by wheel', wheel);
  addFrames('jumping all over the list', jumps);
  addLongTasks('scrolling and jumping', await longTasks(page, start));
  figures.add('elements of the dashboard, at the most', nodes, '', 2000);
}

/** Scrolls to a share of the list, and waits until that is drawn. */
async function jumpTo(page: Page, share: number): Promise<void> {
  await page.evaluate(async (part) => {
    const within = document.querySelector('.question-stance-page')?.parentElement;
    if (!within) throw new Error('Nothing scrolls.');
    within.scrollTop = (within.scrollHeight - within.clientHeight) * part;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }, share);
}

/**
 * The middle one of the rounds' longest frames says what the list costs; on two cores any single frame may also
 * wait for another program, or for the browser's own clearing up of memory.
 */
function addFrames(what: string, rounds: readonly (readonly number[])[]): void {
  const longest = rounds.map((times) => Math.max(...times));
  const all = rounds.flat();
  const slow = all.filter((time) => time > LONG_TASK).length;
  figures.add(`${what}: median frame, of ${String(all.length)}`, median(all), 'ms');
  figures.add('… over 50 ms, of every 500', (slow / all.length) * 500, '', 1);
  figures.add('… the longest, median of the rounds', median(longest), 'ms', 50);
  figures.add('… the longest of all', Math.max(...longest), 'ms', 50);
}

async function countNodes(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      document.querySelector('.question-stance-page')?.parentElement?.querySelectorAll('*')
        .length ?? NaN,
  );
}

async function measureFilters(subject: Subject): Promise<void> {
  const { page } = subject;
  const input = page.locator('.question-stance-search-input');
  await input.click();
  await page.waitForTimeout(2000);
  const words = ['為什麼最慢', 'why does a slow'];
  const letters = new Map<string, number[]>();
  const start = await now(page);
  for (let round = 0; round < ROUNDS; round++) {
    for (const word of words) {
      for (const [at, letter] of Array.from(word).entries()) {
        const work = await workOf(subject, () => page.keyboard.insertText(letter));
        const name = word.slice(0, at + 1);
        letters.set(name, [...(letters.get(name) ?? []), work]);
      }
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.press('Backspace');
      await page.waitForTimeout(REST);
    }
  }
  const perLetter = Array.from(letters.values(), median);
  figures.add('a letter typed into the search, drawn: median', median(perLetter), 'ms');
  figures.add('… the slowest letter, median of the rounds', Math.max(...perLetter), 'ms', 50);
  addLongTasks('typing into the search', await longTasks(page, start));
  const cells = page.locator('.question-stance-matrix button');
  const clicks: number[] = [];
  for (let at = 0; at < Math.min(8, await cells.count()); at++) {
    clicks.push(await workOf(subject, () => cells.nth(at).click()));
    clicks.push(await workOf(subject, () => cells.nth(at).click()));
  }
  figures.add('a cell chosen or freed, drawing included: median', median(clicks), 'ms');
  figures.add('… the slowest', Math.max(...clicks), 'ms', 100);
}

/** A view that counts the whole vault, drawn again and again; `part` is of what it draws. */
async function measureView(
  subject: Subject,
  { what, at, part }: { readonly what: string; readonly at: number; readonly part: string },
): Promise<void> {
  const { page } = subject;
  const views = page.locator('.question-stance-view-switch button');
  const opened: number[] = [];
  for (let round = 0; round < 7; round++) {
    opened.push(await workOf(subject, () => views.nth(at).click()));
    await page.locator(part).first().waitFor();
    await views.nth(LIST).click();
    await page.waitForTimeout(REST);
  }
  figures.add(`${what}, drawn: the first time`, opened[0] ?? NaN, 'ms', 120);
  figures.add('… median of seven', median(opened), 'ms', 50);
  figures.add('… the slowest', Math.max(...opened), 'ms', 120);
}

/** What it costs the main thread that a note changes, the open dashboard's update included. */
async function changeCost(subject: Subject, round: number): Promise<number> {
  const path = subject.paths[round % subject.paths.length] ?? '';
  const change = (from: string, to: string): Promise<unknown> =>
    subject.page.evaluate(
      async (step) => {
        const vault = (window as HostWindow).playground?.app.vault;
        const file = vault?.getFileByPath(step.path);
        if (!vault || !file) throw new Error(`There is no ${step.path}.`);
        await vault.process(file, (text) =>
          step.from === '' ? text + step.to : text.replace(step.from, step.to),
        );
      },
      { path, from, to },
    );
  const added = '\nWhy does a change cost anything at all?\n';
  await subject.page.bringToFront();
  const cost = await workOf(subject, () => change('', added));
  await change(added, '');
  await subject.page.waitForTimeout(REST);
  return cost;
}

async function measureChanges(whole: Subject, small: Subject): Promise<void> {
  const costs: { whole: number[]; small: number[] } = { whole: [], small: [] };
  for (let round = 0; round < 24; round++) {
    costs.whole.push(await changeCost(whole, round));
    costs.small.push(await changeCost(small, round));
  }
  // The first few warm up.
  const [inWhole, inSmall] = [median(costs.whole.slice(4)), median(costs.small.slice(4))];
  figures.add('a changed note, dashboard open, in 1,000 notes', inSmall, 'ms');
  figures.add(`a changed note, dashboard open, in ${String(options.notes)}`, inWhole, 'ms');
  figures.add('… against 1,000 notes', inWhole / inSmall, '×', 1.5);
}

async function measureRestart({ page }: Subject, firstPass: number): Promise<void> {
  // What was read last is kept a few seconds later.
  await page.waitForTimeout(15_000);
  await page.reload({ timeout: 10 * MINUTES });
  await ready(page);
  await read(page, questionsIn(options));
  const start = await pluginStart(page);
  const time = (await now(page)) - start;
  figures.add('restart, whole vault, until the dashboard is whole', time, 'ms');
  figures.add('… against the first pass', time / firstPass, '×', 0.05);
  addLongTasks('the restart', await longTasks(page, start));
}

async function main(): Promise<number> {
  const [plugin] = await Promise.all([ensurePlugin(), ensurePage()]);
  const few = { ...options, notes: 1000 };
  const servers = [await serve(options, plugin), await serve(few, plugin)] as const;
  await warmUp(servers[0], [...ownNotes(options)]);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const whole = await open(context, servers[0].url, options);
    const firstPass = await measureFirstPass(whole);
    await measureOpening(whole, 'after the first pass');
    await measureScrolling(whole);
    await measureFilters(whole);
    for (const view of COUNTING) await measureView(whole, view);
    await measureRestart(whole, firstPass);
    await measureOpening(whole, 'after a restart');
    const small = await open(context, servers[1].url, few);
    await openDashboard(small.page);
    await wholeVault(small, few);
    await measureChanges(whole, small);
  } finally {
    await browser.close();
    for (const server of servers) await server.close();
  }
  return figures.write('browser', options) ? 0 : 1;
}

process.exitCode = await main();
