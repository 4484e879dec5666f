// The vault over HTTP. `path` in the query is relative to the folder; bodies are the file's bytes,
// untouched. `files` reads many at once: their bytes end to end, and their lengths in `x-lengths`, −1 for one
// that can't be read. 403: the path leads out, or the vault is served to be read; 404: nothing there; 409: something else stands there.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ReadOnly, type ServedVault } from './served-vault.ts';
import { Conflict, RefusedPath, type WriteGuard } from './vault-folder.ts';

const MAX_BODY_BYTES = 64 * 1024 * 1024;

export interface ServedPlugin {
  readonly id: string;
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new Conflict('The body is too large.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function guardOf(request: IncomingMessage): WriteGuard {
  const { headers } = request;
  const mtime = headers['x-expected-mtime'];
  const sha256 = headers['x-expected-sha256'];
  return {
    ...(typeof mtime === 'string' && { mtime: Number(mtime) }),
    ...(typeof sha256 === 'string' && { sha256 }),
    ...(headers['x-expected-absent'] === 'true' && { absent: true }),
  };
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  folder: ServedVault,
): Promise<void> {
  const path = url.searchParams.get('path') ?? '';
  switch (`${request.method ?? ''} ${url.pathname}`) {
    case 'GET /api/vault':
      sendJson(response, 200, {
        name: folder.name,
        configDir: folder.configDir,
        entries: await folder.list(),
      });
      return;
    case 'GET /api/stat':
      sendJson(response, 200, await folder.stat(path));
      return;
    case 'GET /api/folder':
      sendJson(response, 200, await folder.children(path));
      return;
    case 'GET /api/file': {
      const bytes = await folder.read(path);
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.end(bytes);
      return;
    }
    case 'POST /api/files': {
      const paths: unknown = JSON.parse((await readBody(request)).toString());
      if (!Array.isArray(paths)) throw new Conflict('The body is no list of paths.');
      const read = await Promise.all(
        paths.map((each) => folder.read(String(each)).catch(() => null)),
      );
      const lengths = read.map((bytes) => bytes?.length ?? -1).join(',');
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'x-lengths': lengths });
      response.end(Buffer.concat(read.filter((bytes) => bytes !== null)));
      return;
    }
    case 'PUT /api/file':
      sendJson(response, 200, await folder.write(path, await readBody(request), guardOf(request)));
      return;
    case 'DELETE /api/file':
      await folder.remove(path);
      sendJson(response, 200, null);
      return;
    case 'POST /api/folder':
      sendJson(response, 200, await folder.makeFolder(path));
      return;
    case 'POST /api/rename':
      sendJson(response, 200, await folder.rename(path, url.searchParams.get('to') ?? ''));
      return;
    default:
      sendJson(response, 404, { error: 'No such address.' });
  }
}

/** Answers one request under `/api/`, turning every failure into a status and a sentence. */
export async function answerVaultRequest(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  folder: ServedVault,
): Promise<void> {
  try {
    await answer(request, response, url, folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof RefusedPath) {
      sendJson(response, 403, { error: 'This path leads out of the folder.' });
    } else if (error instanceof ReadOnly) {
      sendJson(response, 403, { error: message, code: 'EROFS' });
    } else if (error instanceof Conflict) {
      sendJson(response, 409, { error: message });
    } else if (code === 'ENOENT' || code === 'ENOTDIR') {
      sendJson(response, 404, {
        error: `There is nothing at ${url.searchParams.get('path') ?? ''}.`,
      });
    } else {
      sendJson(response, 500, { error: message });
    }
  }
}
