// One browser for a test file, closed after the file's last test, and pages in it that open fast. Most of what a
// page of the playground costs is its process and the compiling of its scripts, several times what a test does.
// So the pages of a file share one process, which a page that stays open keeps alive, and one address, by which
// the process knows the scripts again. They share nothing else: what the page before has stored is deleted.
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { afterAll } from 'vitest';
import type { RunningServer } from '../../../scripts/playground/server/server.ts';
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

let browser: Promise<Browser> | null = null;
const contexts = new Map<Form, Promise<BrowserContext>>();
/** The address that the file's pages have one after the other; 0 before the first. */
let sharedPort = 0;
let isShared = false;

afterAll(async () => {
  await (await browser)?.close();
  browser = null;
  contexts.clear();
});

/** The form's context, with a page that keeps its process alive and needs no server once it is there. */
function contextFor(form: Form, address: string): Promise<BrowserContext> {
  const open = async (): Promise<BrowserContext> => {
    browser ??= chromium.launch({ executablePath: findBrowser(), headless: true, args: FLAGS });
    const context = await (await browser).newContext(FORMS[form]);
    await (await context.newPage()).goto(`${address}page.css`);
    return context;
  };
  const opened = contexts.get(form) ?? open();
  contexts.set(form, opened);
  return opened;
}

async function forgetStored(page: Page, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(address);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
}

/**
 * A new page, and a server for it: at the shared address where no other page has it now.
 * @param startServer Starts one at a port, 0 for any; fails where the port is taken.
 */
export async function openPage(
  form: Form,
  startServer: (port: number) => Promise<RunningServer>,
): Promise<OpenedPage> {
  const takesShared = !isShared;
  isShared = true;
  const server = await startServer(takesShared ? sharedPort : 0).catch(() => startServer(0));
  if (takesShared) sharedPort = Number(new URL(server.url).port);
  const context = await contextFor(form, server.url);
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
      if (takesShared) isShared = false;
    },
  };
}
