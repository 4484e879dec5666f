/**
 * The questions that were read, kept on this device, so that a restart reads only what has changed. Each
 * is kept under its note's path, time and size and the key of what read it, and never used for anything
 * else; it holds nothing that the notes don't. What is of another version or does not hold together is
 * thrown away. Where the database fails, everything goes on without it, and the fault is told once.
 *
 * Notes are kept many in a pack. A pack is never changed: notes read later make new packs, and packs of
 * which little is of use are merged. So any number of windows can write at the same time.
 */
import { deleteDB, type DBSchema, type IDBPDatabase } from 'idb';
import { DeviceDatabase, openOnDevice, whole } from '../device-database';
import { isPack, isSmall, notesOf, packsOf, type KeptNote, type Pack } from './index-pack';

/** What befell the cache: it was emptied, or it can't be used until the next start. */
export type CacheFault =
  { readonly kind: 'emptied' } | { readonly kind: 'unusable'; readonly reason: string };

export interface IndexCacheOptions {
  /** The database's, one for each vault. */
  readonly name: string;
  readonly onFault: (fault: CacheFault) => void;
  /** How long to wait for a database that does not open; a few seconds unless a test gives another. */
  readonly patience?: () => Promise<void>;
}

/** Whether a kept note is what the vault holds now. */
export type IsLive = (note: KeptNote) => boolean;

/** Takes a kept note over where it is live; says whether it is. */
export type TakeNote = (note: KeptNote) => boolean;

/** So many packs of little use are merged into full ones. */
const MERGE_FROM = 24;

/** Counts up when the database changes its shape. */
const SHAPE = 4;

interface Schema extends DBSchema {
  packs: { key: number; value: Pack; indexes: { own: number } };
}

type Database = IDBPDatabase<Schema>;

export class IndexCache {
  readonly #options: IndexCacheOptions;

  readonly #database = new DeviceDatabase(() => this.#open());
  #usable = true;
  #wasOpen = false;
  /** Packs that hold too little of use; all of this window's own, or seen when it started. */
  #small = new Set<number>();

  constructor(options: IndexCacheOptions) {
    this.#options = options;
  }

  /**
   * Hands over every note that was kept under `key`, or those alone that are wanted at every start, pack by
   * pack, with breaks between. What was kept under another key is thrown away; so is everything once a pack is
   * not as it was written.
   */
  restore(key: string, which: 'own' | 'all', isLive: IsLive, take: TakeNote): Promise<void> {
    return this.#attempt(async (database) => {
      let outdated = false;
      const ids = await database.use((open) =>
        which === 'own' ? open.getAllKeysFromIndex('packs', 'own', 1) : open.getAllKeys('packs'),
      );
      for (const id of ids) {
        const pack: unknown = await database.use((open) => open.get('packs', id));
        // Another window has merged it meanwhile.
        if (pack === undefined) continue;
        if (!isPack(pack)) return this.#empty();
        if (pack.key !== key) {
          outdated = true;
          await database.use((open) => open.delete('packs', id));
          continue;
        }
        let live = 0;
        for (const note of notesOf(pack)) live += take(note) ? 1 : 0;
        if (isSmall(live)) this.#small.add(id);
      }
      if (outdated) this.#options.onFault({ kind: 'emptied' });
      await this.#mergeSmall(key, isLive);
    });
  }

  /** Keeps notes, in whole packs as far as they go. */
  keep(key: string, notes: readonly KeptNote[], isLive: IsLive): Promise<void> {
    return this.#attempt(async (database) => {
      for (const pack of packsOf(key, notes)) {
        const id = await database.use((open) => open.add('packs', pack));
        if (isSmall(pack.paths.length)) this.#small.add(id);
      }
      await this.#mergeSmall(key, isLive);
    });
  }

  /** Lets go of the database. Later calls open it again. */
  close(): Promise<void> {
    return this.#database.close();
  }

  async #mergeSmall(key: string, isLive: IsLive): Promise<void> {
    if (this.#small.size < MERGE_FROM) return;
    const ids = [...this.#small].sort((a, b) => a - b);
    this.#small.clear();
    const small = await this.#database.use((open) => mergePacks(open, ids, key, isLive));
    for (const id of small) this.#small.add(id);
  }

  async #empty(): Promise<void> {
    this.#small.clear();
    await this.#database.use((open) => open.clear('packs'));
    this.#options.onFault({ kind: 'emptied' });
  }

  async #attempt(work: (database: DeviceDatabase<Schema>) => Promise<void>): Promise<void> {
    if (!this.#usable) return;
    try {
      await work(this.#database);
    } catch (error) {
      this.#usable = false;
      await this.close();
      const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.#options.onFault({ kind: 'unusable', reason });
    }
  }

  async #open(): Promise<Database> {
    const { name, patience = aWhile } = this.#options;
    // Once it was open, another shape is that of a window which needs it now: it is done without.
    const opening = this.#wasOpen
      ? openOnce(name)
      : openDatabase(name, () => this.#options.onFault({ kind: 'emptied' }));
    const opened = await Promise.race([opening, patience().then(() => null)]);
    if (opened) {
      this.#wasOpen = true;
      return opened;
    }
    void opening.then((database) => database.close()).catch(() => undefined);
    throw new Error('The database does not open.');
  }
}

/**
 * Packs of little use made into full ones; answers with those of the new that are small still. In one
 * transaction, so that another window sees the notes either where they were or where they are now.
 */
async function mergePacks(
  database: Database,
  ids: readonly number[],
  key: string,
  isLive: IsLive,
): Promise<readonly number[]> {
  const transaction = database.transaction('packs', 'readwrite');
  const { store } = transaction;
  return whole(transaction, async () => {
    const live = new Map<string, KeptNote>();
    for (const id of ids) {
      const pack: unknown = await store.get(id);
      if (!isPack(pack) || pack.key !== key) continue;
      // Later packs are later readings.
      for (const note of notesOf(pack)) if (isLive(note)) live.set(note.path, note);
      await store.delete(id);
    }
    const small: number[] = [];
    for (const pack of packsOf(key, [...live.values()])) {
      const id = await store.add(pack);
      if (isSmall(pack.paths.length)) small.push(id);
    }
    return small;
  });
}

async function openDatabase(name: string, onForeign: () => void): Promise<Database> {
  try {
    const database = await openOnce(name);
    if (database.objectStoreNames.contains('packs')) return database;
    database.close();
  } catch (error) {
    // A newer version of the plugin has been here.
    if (!(error instanceof Error) || error.name !== 'VersionError') throw error;
  }
  onForeign();
  await deleteDB(name);
  return openOnce(name);
}

function openOnce(name: string): Promise<Database> {
  return openOnDevice<Schema>(name, SHAPE, (database) => {
    if (database.objectStoreNames.contains('packs')) database.deleteObjectStore('packs');
    const packs = database.createObjectStore('packs', { autoIncrement: true });
    packs.createIndex('own', 'own');
  });
}

/** Longer than a database takes, shorter than anybody would wait for the list. */
function aWhile(): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, 4000));
}
