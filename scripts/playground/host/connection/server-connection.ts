// The vault's folder as the server offers it: one function per request, plus the stream of what
// changes on disk. A refused or failed request throws a RequestFailed with the server's sentence.
import type { CachedMetadata, FileStats } from 'obsidian';
import { ReadBatch, type Bytes } from './read-batch.ts';

export interface RemoteEntry {
  readonly path: string;
  readonly kind: 'file' | 'folder';
  readonly stat: FileStats;
}

export interface RemoteChange {
  readonly type: 'create' | 'modify' | 'delete';
  readonly kind: 'file' | 'folder';
  readonly path: string;
  readonly stat: FileStats | null;
}

export interface WriteGuard {
  /** Write only where these bytes still stand. */
  readonly expected?: Bytes;
  /** Write only where nothing stands yet. */
  readonly absent?: boolean;
}

export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** As Node's file system has it, which Obsidian's desktop reads notes by. */
    readonly code?: string,
  ) {
    super(message);
  }
}

async function request(method: string, address: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, { ...init, method });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  const { error = response.statusText, code } = { ...(body as { error?: string; code?: string }) };
  throw new RequestFailed(response.status, error, code);
}

function address(name: string, parameters: Record<string, string>): string {
  return `/api/${name}?${new URLSearchParams(parameters).toString()}`;
}

async function sha256(bytes: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function listVault(): Promise<{
  name: string;
  configDir: string;
  entries: RemoteEntry[];
}> {
  return (await request('GET', '/api/vault')).json() as ReturnType<typeof listVault>;
}

export async function statEntry(path: string): Promise<RemoteEntry | null> {
  return (await request('GET', address('stat', { path }))).json() as ReturnType<typeof statEntry>;
}

export async function listFolder(path: string): Promise<RemoteEntry[]> {
  return (await request('GET', address('folder', { path }))).json() as ReturnType<
    typeof listFolder
  >;
}

async function readOne(path: string): Promise<Bytes> {
  return new Uint8Array(await (await request('GET', address('file', { path }))).arrayBuffer());
}

/** The bytes of some files; null for one that can't be read. */
async function readMany(paths: readonly string[]): Promise<readonly (Bytes | null)[]> {
  const response = await request('POST', '/api/files', { body: JSON.stringify(paths) });
  const lengths = (response.headers.get('x-lengths') ?? '').split(',').map(Number);
  if (lengths.length !== paths.length) throw new Error('The server sent other files.');
  const bytes = await response.arrayBuffer();
  let at = 0;
  return lengths.map((length) => {
    if (length < 0) return null;
    at += length;
    return new Uint8Array(bytes, at - length, length);
  });
}

const batch = new ReadBatch(readOne, readMany);

export function readBytes(path: string): Promise<Bytes> {
  return batch.read(path);
}

export async function writeBytes(
  path: string,
  bytes: Bytes,
  guard: WriteGuard = {},
): Promise<RemoteEntry> {
  const headers: Record<string, string> = {};
  if (guard.absent === true) headers['x-expected-absent'] = 'true';
  if (guard.expected) headers['x-expected-sha256'] = await sha256(guard.expected);
  const response = await request('PUT', address('file', { path }), { body: bytes, headers });
  return response.json() as Promise<RemoteEntry>;
}

export async function removeEntry(path: string): Promise<void> {
  await request('DELETE', address('file', { path }));
}

export async function makeFolder(path: string): Promise<RemoteEntry> {
  return (await request('POST', address('folder', { path }))).json() as Promise<RemoteEntry>;
}

export async function renameEntry(path: string, to: string): Promise<RemoteEntry> {
  return (await request('POST', address('rename', { path, to }))).json() as Promise<RemoteEntry>;
}

/** The ids of the plugins to load beside the one that the playground is for. */
export async function otherPlugins(): Promise<string[]> {
  return (await request('GET', '/api/plugins')).json() as Promise<string[]>;
}

/** What was known of the notes when the app was last closed, by path. */
export async function knownMetadata(): Promise<Record<string, CachedMetadata>> {
  return (await request('GET', '/api/metadata')).json() as ReturnType<typeof knownMetadata>;
}

let stream: EventSource | null = null;

/** Calls back for every change on disk; resolves once the stream is open. */
export function followChanges(onChange: (change: RemoteChange) => void): Promise<void> {
  return new Promise((resolve) => {
    const source = new EventSource('/api/events');
    stream = source;
    source.onmessage = (message: MessageEvent<string>) => {
      onChange(JSON.parse(message.data) as RemoteChange);
    };
    source.onopen = () => {
      resolve();
    };
  });
}

/** UTF-8 text exactly as it stands: a byte order mark stays the text's first character. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Answers the command lines that come from outside the page. */
export function followCommandLines(run: (parts: readonly string[]) => Promise<string>): void {
  stream?.addEventListener('cli', (message: MessageEvent<string>) => {
    const { id, parts } = JSON.parse(message.data) as { id: string; parts: string[] };
    run(parts)
      .then((body) => request('POST', address('cli-answer', { id }), { body }))
      .catch(reportError);
  });
}
