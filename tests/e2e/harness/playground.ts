// Opens the playground in a real browser, for tests:
//
//     const ground = await openPlayground({ vault: 'sample-vault', lang: 'zh-TW' });
//     await ground.openNote('articles/one.md');
//     await ground.runCommand('question-stance:tag-questions');
//     await expect.poll(() => ground.readNote('articles/one.md')).toContain('#question/inward');
//     expect(ground.errors).toEqual([]);
//     await ground.close();
//
// Each call serves a fresh copy of the folder, in a new page with nothing kept from those before. One browser
// serves a test file (see browser.ts). `errors` collects uncaught errors and `console.error` of the page and
// its pop-outs.
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import type { Page } from 'playwright-core';
import { startServer } from '../../../scripts/playground/server/server.ts';
import { openPage, type Form } from './browser.ts';
import { ensureFixturePlugin, ensurePage, ensurePlugin, PROJECT } from './build-once.ts';

export interface PlaygroundOptions {
  /** The folder to serve a copy of: absolute, or relative to the project. */
  readonly vault?: string;
  /** Notes to write into the copy, by path; strings as UTF-8. */
  readonly notes?: Readonly<Record<string, string>>;
  readonly theme?: 'light' | 'dark';
  readonly lang?: 'en' | 'zh-TW' | 'zh';
  readonly width?: Form;
  /** The window's size, where the usual one of the width does not do. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Where settings open; a modal by default, since most tests look at what is in them. */
  readonly settings?: 'window' | 'modal';
  /** The core plugin Bases. */
  readonly bases?: 'on' | 'off';
  /** The playground's own line at the foot, which is no part of what is tested. */
  readonly foot?: 'shown' | 'hidden';
  /** `plugin` is the real one, built for production; `fixture` the host's own. */
  readonly plugin?: 'plugin' | 'fixture';
  /** Folders of other built plugins, loaded beside it. */
  readonly others?: readonly string[];
  /** Written as the plugin's data.json before it loads. */
  readonly data?: unknown;
}

export interface Playground {
  readonly page: Page;
  /** The served copy, on disk. */
  readonly vaultPath: string;
  readonly url: string;
  readonly errors: string[];
  /** The note's exact text on disk, byte order mark and line ends included. */
  readNote(path: string): Promise<string>;
  /** Writes from outside, as another program would. */
  writeNote(path: string, text: string): Promise<void>;
  renameNote(path: string, to: string): Promise<void>;
  deleteNote(path: string): Promise<void>;
  /** Runs a command by its full id, its id without the plugin's, or its name. */
  runCommand(idOrName: string): Promise<void>;
  /** Opens a note in the active pane, or where `pane` says, and waits for it. */
  openNote(path: string, pane?: 'tab' | 'split'): Promise<void>;
  /** Runs a command that opens a window, and answers with that window's page once commands go there. */
  popOut(command: 'workspace:open-in-new-window' | 'workspace:move-to-new-window'): Promise<Page>;
  /** The pop-outs that are open. */
  popOuts(): readonly Page[];
  /** Waits until unsaved edits are on disk and no note waits to be read. */
  settle(): Promise<void>;
  /** Reloads the page and waits until it is ready. */
  reload(): Promise<void>;
  /** Saves a picture of the page, or of a pop-out, under tests/e2e/output and answers with its path. */
  screenshot(name: string, of?: Page): Promise<string>;
  close(): Promise<void>;
}

/** The parts of the host's `window.playground` that the harness calls inside the page. */
interface HostWindow {
  playground?: {
    ready: boolean;
    app: {
      commands: {
        commands: Record<string, { id: string; name: string }>;
        executeCommandById(id: string): boolean;
      };
      metadataCache: { readonly isBusy: boolean };
      vault: { getFileByPath(path: string): object | null };
      workspace: {
        readonly activeLeaf: { readonly containerEl: { readonly win: Window } } | null;
        getLeaf(pane: 'tab' | 'split' | false): { openFile(file: object): Promise<void> };
        markdownViews(): { dirty: boolean; save(): Promise<void> }[];
      };
    };
  };
}

async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForFunction(() => (window as unknown as HostWindow).playground?.ready === true);
}

export async function openPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const [plugin] = await Promise.all([
    options.plugin === 'fixture' ? ensureFixturePlugin() : ensurePlugin(),
    ensurePage(),
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const vaultPath = join(folder, 'vault');
  const onDisk = (path: string): string => join(vaultPath, path);
  const writeNote = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(onDisk(path)), { recursive: true });
    await writeFile(onDisk(path), text);
  };
  await mkdir(vaultPath);
  if (options.vault !== undefined) {
    const source = isAbsolute(options.vault) ? options.vault : join(PROJECT, options.vault);
    await cp(source, vaultPath, { recursive: true });
  }
  for (const [path, text] of Object.entries(options.notes ?? {})) await writeNote(path, text);
  if (options.data !== undefined) {
    const manifest = JSON.parse(await readFile(join(plugin, 'manifest.json'), 'utf8')) as {
      id: string;
    };
    await writeNote(`.obsidian/plugins/${manifest.id}/data.json`, JSON.stringify(options.data));
  }

  const width = options.width ?? 'desktop';
  const opened = await openPage(width, (script) =>
    startServer({ vault: vaultPath, plugin, others: options.others ?? [], script }),
  );
  const { page } = opened;
  if (options.viewport) await page.setViewportSize(options.viewport);
  const errors: string[] = [];
  const collect = (from: Page): void => {
    from.on('pageerror', (error) => errors.push(error.message));
    from.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  };
  collect(page);
  page.on('popup', collect);
  const query = new URLSearchParams({
    theme: options.theme ?? 'light',
    lang: options.lang ?? 'en',
    width,
    settings: options.settings ?? 'modal',
    foot: options.foot ?? 'hidden',
    bases: options.bases ?? 'on',
  });
  const url = `${opened.server.url}?${query.toString()}`;
  await page.goto(url);
  await waitUntilReady(page);

  const settle = async (): Promise<void> => {
    await page.evaluate(async () => {
      const views = (window as unknown as HostWindow).playground?.app.workspace.markdownViews();
      for (const view of views ?? []) if (view.dirty) await view.save();
    });
    await page.waitForFunction(
      () => (window as unknown as HostWindow).playground?.app.metadataCache.isBusy === false,
    );
  };

  const runCommand = async (idOrName: string): Promise<void> => {
    const ran = await page.evaluate((wanted) => {
      const commands = (window as unknown as HostWindow).playground?.app.commands;
      if (!commands) return false;
      const found = Object.values(commands.commands).find(
        ({ id, name }) =>
          id === wanted ||
          name === wanted ||
          id.endsWith(`:${wanted}`) ||
          name.endsWith(`: ${wanted}`),
      );
      return found !== undefined && commands.executeCommandById(found.id);
    }, idOrName);
    if (!ran) throw new Error(`The command ${idOrName} is not there or cannot run here.`);
  };

  return {
    page,
    vaultPath,
    url,
    errors,
    readNote: (path) => readFile(onDisk(path), 'utf8'),
    writeNote,
    async renameNote(path, to) {
      await mkdir(dirname(onDisk(to)), { recursive: true });
      await rename(onDisk(path), onDisk(to));
    },
    deleteNote: (path) => rm(onDisk(path)),
    runCommand,
    async openNote(path, pane) {
      await page.evaluate(
        async ([wanted, where]) => {
          const app = (window as unknown as HostWindow).playground?.app;
          const file = app?.vault.getFileByPath(wanted);
          if (!app || !file) throw new Error(`There is no note ${wanted}.`);
          await app.workspace.getLeaf(where ?? false).openFile(file);
        },
        [path, pane] as const,
      );
    },
    async popOut(command) {
      const [popup] = await Promise.all([page.waitForEvent('popup'), runCommand(command)]);
      // Its editor stands there before the note is read, and only then are commands meant for it.
      await popup.waitForFunction(() => {
        const host = window.opener as HostWindow | null;
        return host?.playground?.app.workspace.activeLeaf?.containerEl.win === window;
      });
      return popup;
    },
    popOuts: () => opened.popOuts(),
    settle,
    async reload() {
      await page.reload();
      await waitUntilReady(page);
    },
    async screenshot(name, of = page) {
      const path = join(PROJECT, 'tests/e2e/output', `${name}.png`);
      await of.screenshot({ path });
      return path;
    },
    async close() {
      await opened.close();
      // The page may still be writing its layout.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
