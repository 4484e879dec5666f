import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  followDatabases,
  loseDatabases,
} from '../../../scripts/playground/host/databases/lost-databases';
import { IndexCache, type CacheFault } from '../../../src/vault/reading/index-cache';
import { PACK_SIZE, type KeptNote } from '../../../src/vault/reading/index-pack';

followDatabases();

let databases = 0;
let name: string;
let faults: CacheFault[];
let opened: IndexCache[];

beforeEach(() => {
  databases += 1;
  name = `index ${String(databases)}`;
  faults = [];
  opened = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  for (const cache of opened) await cache.close();
});

function cacheOf(patience?: () => Promise<void>): IndexCache {
  const cache = new IndexCache({
    name,
    onFault: (fault) => faults.push(fault),
    patience: patience ?? (() => new Promise(() => undefined)),
  });
  opened.push(cache);
  return cache;
}

const note = (path: string, mtime = 1, own = true): KeptNote => ({
  path,
  mtime,
  size: 3,
  own,
  packed: `of ${path}`,
  strays: path.length,
});
const notes = (count: number, mtime = 1) =>
  Array.from({ length: count }, (_, at) => note(`${String(at)}.md`, mtime));
const all = () => true;

async function restored(
  cache: IndexCache,
  key = 'k',
  isLive: (note: KeptNote) => boolean = all,
  which: 'own' | 'all' = 'all',
) {
  const found: KeptNote[] = [];
  await cache.restore(key, which, isLive, (each) => isLive(each) && found.push(each) > 0);
  return found;
}

async function packs(): Promise<{ paths: string[] }[]> {
  const database = await openDB(name);
  const found = (await database.getAll('packs')) as { paths: string[] }[];
  database.close();
  return found;
}

describe('what was kept', () => {
  it('comes back in another window, and after a restart', async () => {
    const kept = notes(PACK_SIZE * 2 + 7);
    const window = cacheOf();
    await window.keep('k', kept, all);
    expect(await restored(cacheOf())).toEqual(kept);
    await window.close();
    expect(await restored(window)).toEqual(kept);
    expect(faults).toEqual([]);
  });

  it('comes back without the notes that not every start wants, where these are not asked for', async () => {
    const kept = [note('a.md'), note('b.md', 1, false), note('c.md')];
    await cacheOf().keep('k', kept, all);
    const own = await restored(cacheOf(), 'k', all, 'own');
    expect(own.map(({ path }) => path)).toEqual(['a.md', 'c.md']);
    const both = await restored(cacheOf());
    expect(both.map(({ path }) => path).sort()).toEqual(['a.md', 'b.md', 'c.md']);
  });

  it('comes back only as far as it is live', async () => {
    await cacheOf().keep('k', [note('a.md', 1), note('a.md', 2), note('b.md', 1)], all);
    expect(await restored(cacheOf(), 'k', ({ mtime }) => mtime === 2)).toEqual([note('a.md', 2)]);
  });

  it('is thrown away under another key, and the rest is used', async () => {
    await cacheOf().keep('older', notes(3), all);
    await cacheOf().keep('k', [note('a.md')], all);
    expect(await restored(cacheOf())).toEqual([note('a.md')]);
    expect(await packs()).toHaveLength(1);
    expect(faults).toEqual([{ kind: 'emptied' }]);
  });

  it('is merged where many packs hold little, and what is not live goes', async () => {
    const cache = cacheOf();
    for (let at = 0; at < 60; at++)
      await cache.keep('k', [note('same.md', at), note(`${at}.md`)], all);
    const isLive = ({ path, mtime }: KeptNote) => path !== 'same.md' || mtime === 59;
    const before = await restored(cacheOf(), 'k', isLive);
    expect((await packs()).length).toBeLessThan(26);
    const after = await restored(cacheOf(), 'k', isLive);
    const byPath = (a: KeptNote, b: KeptNote) => (a.path < b.path ? -1 : 1);
    expect(after.sort(byPath)).toEqual(before.sort(byPath));
    expect(after).toHaveLength(61);
  });
});

describe('a cache that does not hold together', () => {
  it.each([
    ['no pack', 'rubbish'],
    [
      'a list cut short',
      { key: 'k', own: 1, paths: ['a'], mtimes: [], sizes: [1], packed: [''], strays: [0] },
    ],
    [
      'numbers that are none',
      { key: 'k', own: 1, paths: ['a'], mtimes: ['1'], sizes: [1], packed: [''], strays: [0] },
    ],
    ['nothing', null],
  ])('is emptied: %s', async (_, value) => {
    await cacheOf().keep('k', notes(2), all);
    const database = await openDB(name);
    await database.add('packs', value);
    database.close();
    const cache = cacheOf();
    await restored(cache);
    expect(await packs()).toEqual([]);
    expect(faults).toEqual([{ kind: 'emptied' }]);
    await cache.keep('k', notes(2), all);
    expect(await restored(cacheOf())).toEqual(notes(2));
  });

  it.each([
    ['questions', { packed: ['of 0.md', 'of another'] }],
    ['a path', { paths: ['0.md', 'another.md'] }],
    ['a time', { mtimes: [1, 7] }],
    ['when it is wanted', { own: 0 }],
    ['tags without a question', { strays: [4, 7] }],
  ])('is emptied where it is not as it was kept: %s', async (_, change) => {
    await cacheOf().keep('k', notes(2), all);
    const database = await openDB(name);
    const [id] = await database.getAllKeys('packs');
    const [kept] = (await database.getAll('packs')) as object[];
    await database.put('packs', { ...kept, ...change }, id);
    database.close();
    expect(await restored(cacheOf())).toEqual([]);
    expect(await packs()).toEqual([]);
    expect(faults).toEqual([{ kind: 'emptied' }]);
  });

  it.each([
    ['of a newer shape', 7, 'packs'],
    ['of somebody else', 4, 'things'],
  ])('is made anew: a database %s', async (_, version, store) => {
    const foreign = await openDB(name, version, {
      upgrade: (database) => void database.createObjectStore(store),
    });
    foreign.close();
    const cache = cacheOf();
    expect(await restored(cache)).toEqual([]);
    await cache.keep('k', notes(2), all);
    expect(await restored(cacheOf())).toEqual(notes(2));
    expect(faults).toEqual([{ kind: 'emptied' }]);
  });
});

it('a database of an earlier shape, which had no index, is made anew', async () => {
  const earlier = await openDB(name, 1, {
    upgrade: (database) => void database.createObjectStore('packs', { autoIncrement: true }),
  });
  await earlier.add('packs', { key: 'k', paths: ['a.md'], mtimes: [1], sizes: [3], packed: [''] });
  earlier.close();
  expect(await restored(cacheOf(), 'k', all, 'own')).toEqual([]);
  await cacheOf().keep('k', notes(2), all);
  expect(await restored(cacheOf(), 'k', all, 'own')).toEqual(notes(2));
  expect(faults).toEqual([]);
});

describe('a database whose connection is lost', () => {
  it('is opened again: nothing is lost, nothing comes twice, and no fault is told', async () => {
    const kept = notes(PACK_SIZE * 2 + 7);
    const cache = cacheOf();
    await cache.keep('k', kept.slice(0, PACK_SIZE), all);
    expect(loseDatabases(false)).toBeGreaterThan(0);
    await cache.keep('k', kept.slice(PACK_SIZE), all);
    loseDatabases(false);
    const found: KeptNote[] = [];
    await cache.restore('k', 'all', all, (each) => {
      loseDatabases(false);
      return found.push(each) > 0;
    });
    expect(found).toEqual(kept);
    expect(faults).toEqual([]);
  });

  it('merges its small packs all the same', async () => {
    const cache = cacheOf();
    for (let at = 0; at < 60; at++) {
      loseDatabases(false);
      await cache.keep('k', [note(`${String(at)}.md`)], all);
    }
    expect((await packs()).length).toBeLessThan(26);
    expect(await restored(cacheOf())).toHaveLength(60);
    expect(faults).toEqual([]);
  });

  it('makes way for another window’s shape, and leaves that as it is', async () => {
    const cache = cacheOf();
    await cache.keep('k', notes(2), all);
    const newer = await openDB(name, 7, {
      upgrade: (database) => void database.createObjectStore('things'),
    });
    await cache.keep('k', notes(3), all);
    expect(newer.objectStoreNames.contains('things')).toBe(true);
    expect(faults.map(({ kind }) => kind)).toEqual(['unusable']);
    newer.close();
    const again = await openDB(name);
    expect(again.version).toBe(7);
    again.close();
  });
});

describe('a database that fails', () => {
  it('is told once and then left alone: a full disk', async () => {
    const cache = cacheOf();
    await cache.keep('k', notes(1), all);
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await cache.keep('k', notes(2), all);
    await cache.keep('k', notes(2), all);
    expect(await restored(cache)).toEqual([]);
    expect(faults).toEqual([{ kind: 'unusable', reason: 'QuotaExceededError: no room' }]);
  });

  it('is told once and then left alone: databases are forbidden', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('not here', 'SecurityError');
    });
    const cache = cacheOf();
    await cache.keep('k', notes(2), all);
    expect(await restored(cache)).toEqual([]);
    expect(faults).toEqual([{ kind: 'unusable', reason: 'SecurityError: not here' }]);
  });

  it('is not waited for: another window does not make way', async () => {
    const other = await openDB(name, 7, {
      upgrade: (database) => void database.createObjectStore('things'),
    });
    const cache = cacheOf(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(await restored(cache)).toEqual([]);
    expect(faults.at(-1)?.kind).toBe('unusable');
    other.close();
  });
});

it('gives every live note back, whatever two windows keep in whatever turns', async () => {
  const turn = fc.record({
    window: fc.nat(1),
    paths: fc.array(fc.nat(30), { maxLength: 6 }),
    again: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 20, maxLength: 60 }), async (turns) => {
      databases += 1;
      name = `index ${String(databases)}`;
      const windows = [cacheOf(), cacheOf()];
      const current = new Map<string, number>();
      const isLive = ({ path, mtime }: KeptNote) => current.get(path) === mtime;
      let clock = 0;
      await Promise.all(
        turns.map(async ({ window, paths, again }) => {
          const read = paths.map((path) => note(`${String(path)}.md`, again ? clock : ++clock));
          for (const { path, mtime } of read) current.set(path, mtime);
          await windows[window]?.keep('k', read, isLive);
        }),
      );
      const found = await restored(cacheOf(), 'k', isLive);
      expect(new Map(found.map(({ path, mtime }) => [path, mtime]))).toEqual(current);
      expect(faults).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
