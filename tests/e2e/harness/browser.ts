// One browser for a test file, closed after the file's last test, and pages in it that open fast. Most of what a
// page of the playground costs is its process and the compiling of its scripts, several times what a test does.
// So the pages of a file share one process, which a page that stays open keeps alive, and the address of their
// script, by which the process knows it again. Each has a server, an origin and a storage of its own.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import sirv from 'sirv';
import { afterAll } from 'vitest';
import type { RunningServer } from '../../../scripts/playground/server/server.ts';
import { PROJECT } from './build-once.ts';
import { findBrowser } from './find-browser.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--process-per-site',
];

/** A window on a computer, and one with a touch screen, as which only a context can be made. */
const FORMS = {
  desktop: { viewport: { width: 1280, height: 800 }, hasTouch: false },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
} as const satisfies Readonly<Record<string, BrowserContextOptions>>;

export type Form = keyof typeof FORMS;

export interface OpenedPage {
  /** Blank as yet. */
  readonly page: Page;
  readonly server: RunningServer;
  /** The page's pop-outs that are open. */
  popOuts(): readonly Page[];
  /** Closes the page with its pop-outs, and the server. */
  close(): Promise<void>;
}

interface Launched {
  readonly browser: Browser;
  /** Hands out the page's script, at one address for all pages. */
  readonly scripts: Server;
  readonly script: string;
  readonly contexts: Map<Form, Promise<BrowserContext>>;
}

let launched: Promise<Launched> | null = null;

afterAll(async () => {
  const { browser, scripts } = (await launched) ?? {};
  launched = null;
  await browser?.close();
  scripts?.closeAllConnections();
  scripts?.close();
});

async function launch(): Promise<Launched> {
  const serve = sirv(join(PROJECT, 'dist/playground'), {
    setHeaders: (response) => response.setHeader('access-control-allow-origin', '*'),
  });
  const scripts = createServer((request, response) => serve(request, response));
  await new Promise<void>((resolve) => scripts.listen(0, '127.0.0.1', resolve));
  const { port } = scripts.address() as AddressInfo;
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    args: FLAGS,
  });
  const contexts = new Map<Form, Promise<BrowserContext>>();
  return { browser, scripts, script: `http://127.0.0.1:${String(port)}/page.js`, contexts };
}

/** The form's context, with a page that stays open and so keeps the process of the others alive. */
function contextFor({ browser, script, contexts }: Launched, form: Form): Promise<BrowserContext> {
  const open = async (): Promise<BrowserContext> => {
    const context = await browser.newContext(FORMS[form]);
    await (await context.newPage()).goto(script);
    return context;
  };
  const opened = contexts.get(form) ?? open();
  contexts.set(form, opened);
  return opened;
}

/** A port may have been another page's before. */
async function forgetStored(page: Page, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(address);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}

/**
 * A new page, and a server for it.
 * @param startServer Starts one whose page has its script at the address.
 */
export async function openPage(
  form: Form,
  startServer: (script: string) => Promise<RunningServer>,
): Promise<OpenedPage> {
  launched ??= launch();
  const there = await launched;
  const [context, server] = await Promise.all([contextFor(there, form), startServer(there.script)]);
  const page = await context.newPage();
  await forgetStored(page, server.url);
  const popOuts = new Set<Page>();
  page.on('popup', (popup) => {
    popOuts.add(popup);
    popup.on('close', () => popOuts.delete(popup));
  });
  return {
    page,
    server,
    popOuts: () => [...popOuts],
    async close() {
      await page.close();
      for (const popOut of popOuts) await popOut.close();
      await context.clearPermissions();
      await server.close();
    },
  };
}
