import { beforeEach, describe, expect, it, vi } from 'vitest';
import { QuestionIndex } from '../../../src/core/index/question-index';
import { DEFAULT_SCOPE } from '../../../src/core/model/scope';
import { NoteSync, type SyncSettings } from '../../../src/vault/reading/sync';
import { FakeCache } from '../fake-cache';
import { FakeVault } from '../fake-vault';

vi.mock('obsidian', () => import('../obsidian'));

const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n文章為什麼？\n';
const MARKED = '筆記為什麼？ #question/inward\n';
const PLAIN = '雜記為什麼？\n';

let vault: FakeVault;
let cache: FakeCache;
let index: QuestionIndex;
let settings: SyncSettings;
let sync: NoteSync;
/** Ends the wait before what was read is kept. */
let endWait = (): void => undefined;

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What was read is handed to the cache. */
async function keep(): Promise<void> {
  endWait();
  await rest();
}

/** Starts Obsidian, again where it ran before. */
async function start(): Promise<void> {
  await keep();
  sync.unload();
  await run();
}

async function run(): Promise<void> {
  vault.readCount = 0;
  cache.restored = 0;
  index = new QuestionIndex();
  sync = new NoteSync(vault.app, index, {
    settings: () => settings,
    onUnreadable: () => undefined,
    yieldToEventLoop: settled,
    cache,
    beforeKeeping: () => new Promise((resolve) => (endWait = resolve)),
  });
  sync.start();
  await rest();
}

async function rest(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await settled();
}

function indexed(): Record<string, readonly string[]> {
  return Object.fromEntries(
    [...index.entries()].map(({ path, questions }) => [
      path,
      questions.all().map(({ text }) => text),
    ]),
  );
}

beforeEach(async () => {
  vault = new FakeVault();
  cache = new FakeCache();
  settings = { scope: DEFAULT_SCOPE, roots: ['question'], unmarked: false };
  vault.add('article.md', ARTICLE);
  vault.add('marked.md', MARKED);
  vault.add('plain.md', PLAIN);
  await run();
});

describe('a restart', () => {
  it('reads nothing where nothing has changed', async () => {
    expect(vault.readCount).toBe(2);
    const before = [...index.entries()];
    await start();
    expect(vault.readCount).toBe(0);
    expect([...index.entries()]).toEqual(before);
    expect(index.progress).toEqual({ phase: 'ready', done: 2, total: 2 });
  });

  it('knows as before how many tags belong to no question, and anew where a note has changed', async () => {
    const strays = () =>
      Object.fromEntries([...index.entries()].map((entry) => [entry.path, entry.strays]));
    vault.modify('marked.md', `${MARKED}\n[為什麼？ #question/inward](x)\n`);
    await start();
    expect(strays()).toEqual({ 'article.md': undefined, 'marked.md': 1 });
    await start();
    expect(vault.readCount).toBe(0);
    expect(strays()).toEqual({ 'article.md': undefined, 'marked.md': 1 });
    vault.modify('marked.md', MARKED);
    vault.letCacheGo();
    await rest();
    expect(strays()).toEqual({ 'article.md': undefined, 'marked.md': undefined });
  });

  it('reads only what has changed meanwhile', async () => {
    await keep();
    sync.unload();
    vault.modify('marked.md', MARKED.replace('筆記', '換了'));
    vault.letCacheGo();
    await start();
    expect(vault.readCount).toBe(1);
    expect(indexed()).toEqual({ 'article.md': ['文章為什麼？'], 'marked.md': ['換了為什麼？'] });
  });

  it('unpacks no note that nobody wants', async () => {
    void sync.includeAll();
    await rest();
    await start();
    expect(Object.keys(indexed())).toEqual(['article.md', 'marked.md']);
    void sync.includeAll();
    await rest();
    expect(Object.keys(indexed())).toEqual(['article.md', 'marked.md', 'plain.md']);
    expect(vault.readCount).toBe(0);
  });

  it('reads no note that was renamed while it ran', async () => {
    vault.rename('marked.md', 'moved/marked.md');
    await start();
    expect(vault.readCount).toBe(0);
    expect(indexed()).toHaveProperty(['moved/marked.md'], ['筆記為什麼？']);
  });

  it('judges the scope by what the note says now, not by what it said then', async () => {
    settings = { ...settings, scope: { ...DEFAULT_SCOPE, checkbox: null } };
    await start();
    expect(index.get('article.md')?.checkbox).toBeNull();
    expect(vault.readCount).toBe(0);
  });

  it.each([
    ['under another root', () => (settings = { ...settings, roots: ['ask'] }), 1],
    ['looking for unmarked ones too', () => (settings = { ...settings, unmarked: true }), 2],
  ])('reads everything again %s', async (_, change, reads) => {
    await keep();
    change();
    await start();
    expect(vault.readCount).toBe(reads);
    await start();
    expect(vault.readCount).toBe(0);
  });

  it('finds a note that changed right after it was read not kept', async () => {
    vault.modify('article.md', `${ARTICLE}又為什麼？\n`);
    // The metadata cache has not told yet; what is in the index is older than the file.
    await start();
    expect(cache.restored).toBe(1);
    expect(vault.readCount).toBe(1);
    expect(indexed()['article.md']).toEqual(['文章為什麼？', '又為什麼？']);
  });
});

it('keeps a changed note after its change', async () => {
  vault.modify('marked.md', MARKED.replace('筆記', '換了'));
  vault.letCacheGo();
  await start();
  expect(vault.readCount).toBe(0);
  expect(indexed()['marked.md']).toEqual(['換了為什麼？']);
});

it('does not keep what a change of settings is about to read anew', async () => {
  vault.modify('marked.md', `${MARKED}又為什麼？\n`);
  vault.letCacheGo();
  settings = { ...settings, unmarked: true };
  sync.settingsChanged();
  await keep();
  expect(cache.notes.map(({ path }) => path)).not.toContain('marked.md');
});

describe('calling the pass off', () => {
  beforeEach(async () => {
    vault.holdReads = true;
    void sync.includeAll();
    await rest();
  });

  it('leaves unread what was not read, and says how far it came', async () => {
    sync.cancel();
    expect(index.progress).toEqual({ phase: 'stopped', done: 0, total: 1 });
    vault.holdReads = false;
    for (const read of vault.reads.splice(0)) read.finish();
    await rest();
    expect(Object.keys(indexed())).toEqual(['article.md', 'marked.md']);
    expect(index.progress.phase).toBe('stopped');
  });

  it.each([
    ['resuming', () => sync.resume()],
    ['asking for all notes again', () => sync.includeAll()],
  ])('can be taken back by %s', async (_, takeBack) => {
    sync.cancel();
    vault.holdReads = false;
    takeBack();
    await rest();
    expect(Object.keys(indexed())).toEqual(['article.md', 'marked.md', 'plain.md']);
    expect(index.progress.phase).toBe('ready');
  });

  it('does not stop changes from being followed', () => {
    sync.cancel();
    vault.modify('article.md', ARTICLE.replace('文章', '新的'));
    vault.letCacheGo();
    expect(indexed()['article.md']).toEqual(['新的為什麼？']);
  });

  it('does nothing where no pass runs', async () => {
    vault.holdReads = false;
    for (const read of vault.reads.splice(0)) read.finish();
    await rest();
    sync.cancel();
    expect(index.progress.phase).toBe('ready');
  });
});
