/**
 * A database on this device (IndexedDB) whose connection may be lost at any time: iOS closes those of an app in
 * the background, and browsers those of a page short of memory, sometimes without a word. Work that finds it lost
 * is done once more on a new one; everything else that fails is thrown.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * What work on a lost connection ends with: a closed one takes no transaction, a forced closing aborts those
 * under way, and WebKit calls the loss of the process behind it unknown.
 */
const LOST: ReadonlySet<string> = new Set([
  'InvalidStateError',
  'AbortError',
  'TransactionInactiveError',
  'UnknownError',
]);

export class DeviceDatabase<Schema extends DBSchema> {
  readonly #open: () => Promise<IDBPDatabase<Schema>>;

  #connection: Promise<IDBPDatabase<Schema>> | null = null;

  constructor(open: () => Promise<IDBPDatabase<Schema>>) {
    this.#open = open;
  }

  /** Does `work`, which may be begun twice: it should be one transaction, or do no harm when done again. */
  async use<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    try {
      return await this.#try(work);
    } catch (error) {
      if (!(error instanceof Error) || !LOST.has(error.name)) throw error;
      return this.#try(work);
    }
  }

  /** Lets go of the connection. Later work opens another. */
  async close(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    if (connection) (await connection.catch(() => null))?.close();
  }

  async #try<T>(work: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
    const connection = (this.#connection ??= this.#connect());
    try {
      return await work(await connection);
    } catch (error) {
      // Others may have found it lost before, and use a new one already.
      if (this.#connection === connection) void this.close();
      throw error;
    }
  }

  #connect(): Promise<IDBPDatabase<Schema>> {
    const connection = this.#open();
    const forget = (): void => {
      if (this.#connection === connection) this.#connection = null;
    };
    connection.then(
      (database) => database.addEventListener('close', forget),
      () => undefined,
    );
    return connection;
  }
}

/** Opens the database, which `upgrade` gives its shape where it is new or of an older version. */
export function openOnDevice<Schema extends DBSchema>(
  name: string,
  version: number,
  upgrade: (database: IDBPDatabase<Schema>) => void,
): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, version, {
    upgrade: (database) => upgrade(database),
    // Another window wants a newer shape: make way. Opened again, it is tried with the shape that is wanted here.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Does `work` in the transaction and waits for both. Where one fails, nobody is left to be told of the other. */
export async function whole<T>(
  transaction: { readonly done: Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  const [result] = await Promise.all([work(), transaction.done]);
  return result;
}
