// What a keystroke costs with the plugin against what it costs without, in a real browser, on a note of 1 MB
// with 5,000 questions, in Live Preview, the marks in view. Real keys are pressed; what is measured is the
// time that the page's main thread works until the next frame is drawn, as the browser counts it, in the
// thread's own time, so that other programs do not weigh in. Two pages, one without the plugin, take turns.
//
//     npm run bench:keystroke
//
// Prints the figures, writes dist/bench/keystroke.json, and fails where the median is over the limit.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { startServer } from '../../scripts/playground/server/server.ts';
import { ensurePage, ensurePlugin, PROJECT } from '../e2e/harness/build-once.ts';
import { findBrowser } from '../e2e/harness/find-browser.ts';

const LIMIT = 1.1;
const SIZE = 1_000_000;
const QUESTIONS = 5000;
const ROUNDS = 8;
const KEYS_A_ROUND = 25;
/** Longer than a keystroke's work takes, and shorter than the pause after which the note is read again. */
const BETWEEN_KEYS = 60;
const WARM_UP_KEYS = 20;
const NOTE = 'note.md';

interface Subject {
  readonly name: 'with' | 'without';
  readonly page: Page;
  readonly session: CDPSession;
  readonly times: number[];
}

/** Paragraphs of one question each, every fourth with a mark, headings in between. */
function makeNote(): string {
  const parts: string[] = [];
  const length = Math.floor(SIZE / QUESTIONS);
  for (let at = 0; at < QUESTIONS; at += 1) {
    const heading = at % 50 === 0 ? `## Part ${String(at / 50 + 1)}\n\n` : '';
    const mark = at % 4 === 0 ? ' #question/inward/difference' : '';
    const question = `${heading}它為什麼在第 ${String(at)} 次以後才變慢？${mark}\n\n`;
    const filler =
      'What follows is a line that says nothing and asks nothing, only there to be read. ';
    parts.push(`${question}${filler.repeat(4).slice(0, length - question.length - 2)}\n\n`);
  }
  return parts.join('');
}

async function openSubject(
  context: BrowserContext,
  url: string,
  name: Subject['name'],
): Promise<Subject> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => (window as unknown as HostWindow).playground?.ready === true);
  await page.evaluate(
    async ([path, unload]) => {
      const { playground } = window as unknown as HostWindow;
      if (!playground) throw new Error('The host is not there.');
      if (unload) playground.unloadPlugin();
      const { vault, workspace } = playground.app;
      await workspace.getLeaf(false).openFile(vault.getFileByPath(path));
      const { editor } = workspace.activeEditor;
      const middle = Math.floor(editor.getValue().length / 2);
      const at = editor.offsetToPos(editor.getValue().indexOf('asks nothing', middle));
      editor.setCursor(at);
      editor.scrollIntoView({ from: at, to: at }, true);
      editor.focus();
    },
    [NOTE, name === 'without'] as const,
  );
  const chips = page.locator('.question-stance-inline-chip');
  if (name === 'with') await chips.first().waitFor();
  else if ((await chips.count()) > 0) throw new Error('The plugin is still there.');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { name, page, session, times: [] };
}

/** Milliseconds that the main thread has worked so far. */
async function workOf({ session }: Subject): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

async function press(subject: Subject, keys: number): Promise<readonly number[]> {
  await subject.page.bringToFront();
  const times: number[] = [];
  for (let key = 0; key < keys; key += 1) {
    const before = await workOf(subject);
    await subject.page.keyboard.press(key % 6 === 5 ? 'Space' : 'e');
    await subject.page.waitForTimeout(BETWEEN_KEYS);
    times.push((await workOf(subject)) - before);
  }
  return times;
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function figuresOf({ times }: Subject) {
  const round = (time: number) => Math.round(time * 100) / 100;
  return {
    keystrokes: times.length,
    median: round(quantile(times, 0.5)),
    p95: round(quantile(times, 0.95)),
  };
}

async function main(): Promise<number> {
  const [plugin] = await Promise.all([ensurePlugin(), ensurePage()]);
  const vault = await mkdtemp(join(tmpdir(), 'keystroke-'));
  const note = makeNote();
  await writeFile(join(vault, NOTE), note);
  const server = await startServer({ vault, plugin });
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    // Saving would make each page follow the other's edits; what is measured is typing.
    await context.route('**/api/**', (route) =>
      route.request().method() === 'GET' ? route.continue() : route.abort(),
    );
    const subjects = [
      await openSubject(context, server.url, 'with'),
      await openSubject(context, server.url, 'without'),
    ];
    for (const subject of subjects) await press(subject, WARM_UP_KEYS);
    for (let round = 0; round < ROUNDS; round += 1) {
      // The order changes, so that neither profits from what the other left warm.
      const order = round % 2 === 0 ? subjects : [...subjects].reverse();
      for (const subject of order) subject.times.push(...(await press(subject, KEYS_A_ROUND)));
    }
    const [withPlugin, without] = subjects.map(figuresOf);
    if (!withPlugin || !without) throw new Error('Nothing was measured.');
    const ratio = Math.round((withPlugin.median / without.median) * 1000) / 1000;
    const figures = {
      characters: note.length,
      questions: QUESTIONS,
      milliseconds: { with: withPlugin, without },
      ratio,
      limit: LIMIT,
    };
    console.log(JSON.stringify(figures, null, 2));
    const folder = join(PROJECT, 'dist/bench');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'keystroke.json'), `${JSON.stringify(figures, null, 2)}\n`);
    return ratio <= LIMIT ? 0 : 1;
  } finally {
    await browser.close();
    await server.close();
    await rm(vault, { recursive: true, force: true });
  }
}

interface HostWindow {
  readonly playground?: {
    readonly ready: boolean;
    unloadPlugin(): void;
    readonly app: {
      readonly vault: { getFileByPath(path: string): object };
      readonly workspace: {
        getLeaf(pane: false): { openFile(file: object): Promise<void> };
        readonly activeEditor: {
          readonly editor: {
            focus(): void;
            getValue(): string;
            offsetToPos(at: number): object;
            setCursor(at: object): void;
            scrollIntoView(range: { from: object; to: object }, center: boolean): void;
          };
        };
      };
    };
  };
}

process.exitCode = await main();
