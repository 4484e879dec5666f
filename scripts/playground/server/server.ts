// The playground's server: the page, the built plugin and a folder of notes, on 127.0.0.1 alone.
// `startServer` resolves once the address answers and changes on disk are seen; it throws where the
// folder is no folder, the build is missing or the port is taken.
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { CliBridge, NoPage } from './cli-bridge.ts';
import { readIconSet } from './icon-set.ts';
import { pageHtml } from './page-html.ts';
import { PluginFolder } from './plugin-folder.ts';
import { contentSecurityPolicy, refusal } from './request-guard.ts';
import { ServedVault } from './served-vault.ts';
import { answerVaultRequest, readBody, sendJson } from './vault-api.ts';
import { watchVault, type VaultChange } from './vault-watcher.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
export interface ServerOptions {
  /** The folder of notes, served in place. */
  readonly vault: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The folder with `main.js`, `manifest.json` and `styles.css`; the project's by default. */
  readonly plugin?: string;
  /** Folders of other built plugins, which are loaded beside it. */
  readonly others?: readonly string[];
  /** The folder with the host's built `page.js` and `page.css`. */
  readonly page?: string;
  /** The whole address of `page.js`, where another server hands it out; that one has to allow this one's pages. */
  readonly script?: string;
  readonly configDir?: string;
  /** An existing folder for what Obsidian keeps in the vault's `.obsidian`, which then is not written to. */
  readonly configFolder?: string;
  /** True: notes cannot be changed. */
  readonly isReadOnly?: boolean;
  /**
   * What the app knew of the notes when it was last closed, by path: notes named here are not read at the
   * start. Obsidian keeps as much on the device; without it, every start is a vault's first.
   */
  readonly metadata?: () => Readonly<Record<string, object>>;
  /** False: changes made outside are not seen; for folders of so many files that to watch them takes long. */
  readonly watch?: boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly vault: string;
  close(): Promise<void>;
}

/** The same for every server of the process. */
let icons: Promise<string> | null = null;

function requireBuilt(file: string): void {
  if (!existsSync(file)) throw new Error(`${file} is missing. Build first: npm run build`);
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const page = options.page ?? join(PROJECT, 'dist/playground');
  const configDir = options.configDir ?? '.obsidian';
  requireBuilt(join(page, 'page.js'));
  const plugin = await PluginFolder.open(options.plugin ?? PROJECT);
  const others = await Promise.all((options.others ?? []).map((each) => PluginFolder.open(each)));
  const folder = await ServedVault.open(options.vault, {
    configDir,
    isReadOnly: options.isReadOnly ?? false,
    ...(options.configFolder !== undefined && { configFolder: options.configFolder }),
  });
  const listeners = new Set<ServerResponse>();
  const bridge = new CliBridge(listeners);
  const tell = (change: VaultChange): void => {
    for (const listener of listeners) listener.write(`data: ${JSON.stringify(change)}\n\n`);
  };
  const watcher =
    options.watch === false
      ? null
      : await watchVault(folder, `${configDir}/plugins/${plugin.id}/data.json`, tell);

  const policy = contentSecurityPolicy(options.script ?? null);
  const serveStatic = sirv(page, { dev: true, etag: true });

  /** `/plugin/<file>` is the plugin's own, `/plugins/<id>/<file>` another's. */
  async function sendPluginFile(response: ServerResponse, path: string): Promise<boolean> {
    const [, area, ...rest] = path.split('/').map(decodeURIComponent);
    const [id, name] = area === 'plugin' ? [plugin.id, rest[0]] : rest;
    const from = area === 'plugin' ? plugin : others.find((each) => each.id === id);
    const file = area === 'plugin' || area === 'plugins' ? await from?.read(name ?? '') : null;
    if (!file) return false;
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache' });
    response.end(file.bytes);
    return true;
  }

  async function answerCli(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: unknown = JSON.parse((await readBody(request)).toString());
    if (!Array.isArray(parts)) {
      sendJson(response, 400, { error: 'The body is no list of words.' });
      return;
    }
    try {
      sendJson(response, 200, { answer: await bridge.ask(parts.map(String)) });
    } catch (error) {
      if (!(error instanceof NoPage)) throw error;
      sendJson(response, 503, { error: error.message });
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('content-security-policy', policy);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('referrer-policy', 'no-referrer');
    const refused = refusal(request);
    if (refused !== null) {
      sendJson(response, 403, { error: refused });
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/api/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': listening\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    } else if (url.pathname === '/api/plugins') {
      sendJson(
        response,
        200,
        others.map(({ id }) => id),
      );
    } else if (url.pathname === '/api/metadata') {
      sendJson(response, 200, options.metadata?.() ?? {});
    } else if (url.pathname === '/api/cli' && request.method === 'POST') {
      await answerCli(request, response);
    } else if (url.pathname === '/api/cli-answer' && request.method === 'POST') {
      bridge.answer(url.searchParams.get('id') ?? '', (await readBody(request)).toString());
      sendJson(response, 200, {});
    } else if (url.pathname.startsWith('/api/')) {
      response.setHeader('cache-control', 'no-store');
      await answerVaultRequest(request, response, url, folder);
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendJson(response, 405, { error: 'Only the vault can be written to.' });
    } else if (url.pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(pageHtml(options.script ?? '/page.js'));
    } else if (url.pathname === '/icons.json') {
      icons ??= readIconSet(join(PROJECT, 'node_modules/lucide-static'));
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(await icons);
    } else if (!(await sendPluginFile(response, url.pathname))) {
      serveStatic(request, response, () => {
        sendJson(response, 404, { error: 'No such address.' });
      });
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(`${request.method ?? ''} ${request.url ?? ''}:`, error);
      if (!response.headersSent) sendJson(response, 500, { error: 'The server failed.' });
      else response.end();
    });
  });

  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(options.port ?? 0, '127.0.0.1', resolve);
    });
  } catch (error) {
    await watcher?.close();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') throw new Error(`Port ${String(options.port)} is in use.`);
    throw error;
  }

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${String(address.port)}/`,
    vault: folder.root,
    async close() {
      for (const listener of listeners) listener.end();
      await watcher?.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
