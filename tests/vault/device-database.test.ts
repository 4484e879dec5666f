import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB, unwrap, type DBSchema, type IDBPDatabase } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { DeviceDatabase, whole } from '../../src/vault/device-database';

interface Schema extends DBSchema {
  things: { key: number; value: string };
}

let databases = 0;
let opened: IDBPDatabase<Schema>[];
let database: DeviceDatabase<Schema>;

beforeEach(() => {
  databases += 1;
  const name = `device ${String(databases)}`;
  opened = [];
  database = new DeviceDatabase(async () => {
    const connection = await openDB<Schema>(name, 1, {
      upgrade: (fresh) => void fresh.createObjectStore('things', { autoIncrement: true }),
    });
    opened.push(connection);
    return connection;
  });
});

const add = (thing: string) => database.use((open) => open.add('things', thing));
const all = () => database.use((open) => open.getAll('things'));

/** As the browser closes it by force: with a `close` event. */
function force(connection: IDBPDatabase<Schema> | undefined): void {
  if (connection) forceCloseDatabase(unwrap(connection) as never);
}

describe('a lost connection', () => {
  it.each([
    ['closed without a word', () => opened.at(-1)?.close()],
    ['closed by force', () => force(opened.at(-1))],
  ])('is replaced by another, and nothing is done twice: %s', async (_, lose) => {
    await add('a');
    lose();
    await add('b');
    expect(await all()).toEqual(['a', 'b']);
    expect(opened).toHaveLength(2);
  });

  it('under a transaction has it done once more', async () => {
    await add('a');
    let tries = 0;
    await database.use(async (open) => {
      tries += 1;
      const transaction = open.transaction('things', 'readwrite');
      await whole(transaction, async () => {
        await transaction.store.add('b');
        if (tries === 1) {
          // What a closing by force does to a transaction under way.
          transaction.abort();
          force(open);
        }
        await transaction.store.add('c');
      });
    });
    expect(await all()).toEqual(['a', 'b', 'c']);
    expect(tries).toBe(2);
  });

  it('is replaced by one for all who find it lost', async () => {
    await add('a');
    opened[0]?.close();
    await Promise.all(['b', 'c', 'd'].map(add));
    expect(await all()).toHaveLength(4);
    expect(opened).toHaveLength(2);
  });

  it('that is lost again at the second try is told, and later work opens another', async () => {
    let tries = 0;
    const losing = database.use((open) => {
      tries += 1;
      open.close();
      return open.add('things', 'a');
    });
    await expect(losing).rejects.toMatchObject({ name: 'InvalidStateError' });
    expect(tries).toBe(2);
    await add('b');
    expect(await all()).toEqual(['b']);
  });
});

it('work that fails otherwise is not done again', async () => {
  let tries = 0;
  const failing = database.use(() => {
    tries += 1;
    return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
  });
  await expect(failing).rejects.toMatchObject({ name: 'QuotaExceededError' });
  expect(tries).toBe(1);
});

it('is opened again after it was closed', async () => {
  await add('a');
  await database.close();
  expect(await all()).toEqual(['a']);
});
