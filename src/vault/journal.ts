/**
 * The journal of taggings on this device: for each of the last operations, what stood at every place before
 * and after. It serves undo and redo, and, after a crash, to finish or take back what was under way. Notes
 * are recorded before they are written. The notes do not depend on it: where the database fails, operations
 * go on without a journal and the fault is reported once.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { MarkChange } from '../core/change';
import type { RecordedEdit } from '../core/recorded-edit';

/** `running`: not finished; `done`: can be taken back; `undone`: can be made again. */
export type OperationState = 'running' | 'done' | 'undone';

/** What an operation set out to do in one note. */
export type Plan =
  | { readonly kind: 'changes'; readonly path: string; readonly changes: readonly MarkChange[] }
  | { readonly kind: 'rewrite'; readonly path: string; readonly fromRoot: string };

export interface Operation {
  /** Counts up; later operations have higher ids. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly state: OperationState;
  /** Kept until the operation is finished. */
  readonly plans: readonly Plan[];
}

export interface OperationNote {
  readonly operation: number;
  readonly path: string;
  readonly edits: readonly RecordedEdit[];
}

/** How many finished operations are kept. */
export const KEPT_OPERATIONS = 50;

interface Schema extends DBSchema {
  operations: { key: number; value: Operation };
  notes: {
    key: [number, string];
    value: OperationNote;
    indexes: { path: string };
  };
}

type Database = IDBPDatabase<Schema>;

export class Journal {
  #database: Promise<Database> | null = null;
  #faultReported = false;

  /** `name` is the database's, one for each vault; `onFault` is told the first time that it fails. */
  constructor(
    private readonly name: string,
    private readonly onFault: (reason: string) => void,
  ) {}

  /** Starts an operation; what was undone before can't be made again from now on. Null where no journal can be kept. */
  begin(plans: readonly Plan[]): Promise<number | null> {
    return this.#attempt(async (database) => {
      // One transaction, so that two windows never take the same id.
      const transaction = database.transaction('operations', 'readwrite');
      const last = (await transaction.store.openKeyCursor(null, 'prev'))?.key ?? 0;
      const id = last + 1;
      await transaction.store.add({ id, startedAt: Date.now(), state: 'running', plans });
      await transaction.done;
      for (const undone of await operationsIn(database, 'undone'))
        await forget(database, undone.id);
      return id;
    }, null);
  }

  /** Records what is about to be written into one note. */
  record(note: OperationNote): Promise<void> {
    return this.#attempt(async (database) => {
      await database.put('notes', note);
    }, undefined);
  }

  /** Takes a record back whose write did not happen. */
  discard(operation: number, path: string): Promise<void> {
    return this.#attempt((database) => database.delete('notes', [operation, path]), undefined);
  }

  /** Ends an operation. One that changed nothing is forgotten, and so are those beyond the last fifty. */
  finish(id: number): Promise<void> {
    return this.#attempt(async (database) => {
      if ((await notesIn(database, id)).length === 0) return forget(database, id);
      await update(database, id, 'done');
      const ids = await database.getAllKeys('operations');
      for (const old of ids.slice(0, Math.max(0, ids.length - KEPT_OPERATIONS))) {
        await forget(database, old);
      }
    }, undefined);
  }

  setState(id: number, state: Exclude<OperationState, 'running'>): Promise<void> {
    return this.#attempt((database) => update(database, id, state), undefined);
  }

  /** What «undo» would take back: the last operation that is done. */
  lastDone(): Promise<Operation | null> {
    return this.#attempt(async (db) => (await operationsIn(db, 'done')).at(-1) ?? null, null);
  }

  /** What «redo» would make again: the first operation after those that are done. */
  firstUndone(): Promise<Operation | null> {
    return this.#attempt(async (db) => (await operationsIn(db, 'undone'))[0] ?? null, null);
  }

  /** Operations that a crash left under way. */
  unfinished(): Promise<readonly Operation[]> {
    return this.#attempt((db) => operationsIn(db, 'running'), []);
  }

  notesOf(id: number): Promise<readonly OperationNote[]> {
    return this.#attempt((db) => notesIn(db, id), []);
  }

  /** Follows a note that was renamed or moved. */
  rename(from: string, to: string): Promise<void> {
    return this.#attempt(async (database) => {
      const transaction = database.transaction('notes', 'readwrite');
      for (const note of await transaction.store.index('path').getAll(from)) {
        await transaction.store.delete([note.operation, from]);
        await transaction.store.put({ ...note, path: to });
      }
      await transaction.done;
    }, undefined);
  }

  /** Lets go of the database. Later calls open it again. */
  async close(): Promise<void> {
    const open = this.#database;
    this.#database = null;
    if (open) (await open.catch(() => null))?.close();
  }

  async #attempt<T>(work: (database: Database) => Promise<T>, otherwise: T): Promise<T> {
    try {
      this.#database ??= openJournal(this.name);
      return await work(await this.#database);
    } catch (error) {
      this.#database = null;
      if (!this.#faultReported)
        this.onFault(error instanceof Error ? error.message : String(error));
      this.#faultReported = true;
      return otherwise;
    }
  }
}

function openJournal(name: string): Promise<Database> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('operations', { keyPath: 'id' });
      const notes = database.createObjectStore('notes', { keyPath: ['operation', 'path'] });
      notes.createIndex('path', 'path');
    },
    // Another window wants a newer shape: make way, and open again at the next call.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

async function operationsIn(
  database: Database,
  state: OperationState,
): Promise<readonly Operation[]> {
  return (await database.getAll('operations')).filter((operation) => operation.state === state);
}

/** Keys sort by operation, then path; an empty list sorts behind every path. */
function notesIn(database: Database, id: number): Promise<readonly OperationNote[]> {
  return database.getAll('notes', IDBKeyRange.bound([id], [id, []]));
}

async function update(
  database: Database,
  id: number,
  state: Exclude<OperationState, 'running'>,
): Promise<void> {
  const operation = await database.get('operations', id);
  if (operation) await database.put('operations', { ...operation, state, plans: [] });
}

async function forget(database: Database, id: number): Promise<void> {
  const transaction = database.transaction(['operations', 'notes'], 'readwrite');
  await transaction.objectStore('operations').delete(id);
  await transaction.objectStore('notes').delete(IDBKeyRange.bound([id], [id, []]));
  await transaction.done;
}
