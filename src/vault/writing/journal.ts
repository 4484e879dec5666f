/**
 * The journal of taggings on this device: for each of the last operations, what stood at every place before
 * and after. It serves undo and redo, and, after a crash, to finish or take back what was under way. Notes
 * are recorded before they are written. The notes do not depend on it: where the database fails or does not
 * answer, operations go on without a journal, which they are told, and the fault is reported once.
 */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { MarkChange } from '../../core/marks/change';
import type { LinkChange } from '../../core/marks/heading-link';
import type { MarkFormat } from '../../core/model/mark';
import type { RecordedEdit } from '../../core/marks/recorded-edit';
import { DeviceDatabase, openOnDevice, whole } from '../device-database';
import { isAtOrBelow, movedPath } from '../../core/model/path';
import { reasonOf } from '../failure';

/** `running`: not finished; `done`: can be taken back; `undone`: can be made again. */
export type OperationState = 'running' | 'done' | 'undone';

/** What an operation sets out to do. Its notes are kept until it is finished; a selection's are none. */
export type Task =
  | {
      readonly kind: 'marks';
      readonly format: MarkFormat;
      /** What notes are read with; the task's own root alone where an earlier version wrote none. */
      readonly roots?: readonly string[];
      readonly notes: readonly PlannedNote[];
    }
  | {
      readonly kind: 'rewrite';
      /** How the marks stand that are rewritten, which need not be what the settings said. */
      readonly from: MarkFormat;
      readonly to: MarkFormat;
      readonly roots?: readonly string[];
      /** What the settings said before, and say again once it is taken back. */
      readonly setting: MarkFormat;
      readonly notes: readonly RewrittenNote[];
    };

export interface PlannedNote {
  readonly path: string;
  readonly changes: readonly MarkChange[];
  /** Links in the note that lead to headings whose text the operation changes. */
  readonly links?: readonly LinkChange[];
}

export interface RewrittenNote extends Pick<PlannedNote, 'path' | 'links'> {
  /** Only links are changed in it. */
  readonly keepsMarks?: true;
}

export interface Operation {
  /** Counts up; later operations have higher ids. */
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly state: OperationState;
  readonly task: Task;
}

export interface OperationNote {
  readonly operation: number;
  readonly path: string;
  readonly edits: readonly RecordedEdit[];
}

/** How many finished operations are kept. */
export const KEPT_OPERATIONS = 50;

/** How long an answer may take, in milliseconds, before work goes on without it. */
const PATIENCE = 3000;

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
  readonly #onFault: (reason: string) => void;
  readonly #patience: number;

  readonly #database: DeviceDatabase<Schema>;
  #faultReported = false;
  /** How many answers are overdue; while any is, nothing else is asked. */
  #overdue = 0;

  /** `name` is the database's, one for each vault; `onFault` is told the first time that it fails. */
  constructor(name: string, onFault: (reason: string) => void, patience = PATIENCE) {
    this.#onFault = onFault;
    this.#patience = patience;
    this.#database = new DeviceDatabase(() => openJournal(name));
  }

  /** Starts an operation. Null where no journal can be kept. */
  begin(task: Task): Promise<number | null> {
    return this.#attempt(async (database) => {
      // One transaction, so that two windows never take the same id.
      const transaction = database.transaction('operations', 'readwrite');
      return whole(transaction, async () => {
        const id = ((await transaction.store.openKeyCursor(null, 'prev'))?.key ?? 0) + 1;
        await transaction.store.add({ id, startedAt: Date.now(), state: 'running', task });
        return id;
      });
    }, null);
  }

  /** Records what is about to be written into one note. False where that fails. */
  record(note: OperationNote): Promise<boolean> {
    return this.#attempt(async (database) => {
      await database.put('notes', note);
      return true;
    }, false);
  }

  /** Takes a record back whose write did not happen. */
  discard(operation: number, path: string): Promise<void> {
    return this.#attempt((database) => database.delete('notes', [operation, path]), undefined);
  }

  /**
   * Ends an operation. One that changed nothing is forgotten; after any other, what was undone before can't be
   * made again, and those beyond the last fifty are forgotten. False where that fails.
   */
  finish(id: number): Promise<boolean> {
    return this.#attempt(async (database) => {
      if ((await notesIn(database, id)).length === 0) {
        await forget(database, id);
        return true;
      }
      await update(database, id, 'done');
      for (const undone of await operationsIn(database, 'undone'))
        await forget(database, undone.id);
      const ids = await database.getAllKeys('operations');
      for (const old of ids.slice(0, Math.max(0, ids.length - KEPT_OPERATIONS))) {
        await forget(database, old);
      }
      return true;
    }, false);
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

  /** What was recorded of an operation; nothing where it can't be looked up. */
  notesOf(id: number): Promise<readonly OperationNote[]> {
    return this.#attempt((db) => notesIn(db, id), []);
  }

  /** Follows a note that was renamed or moved, or all notes of a folder that was. */
  rename(from: string, to: string): Promise<void> {
    return this.#attempt(async (database) => {
      const moved = (path: string): string | null =>
        isAtOrBelow(path, from) ? movedPath(path, from, to) : null;
      const transaction = database.transaction(['operations', 'notes'], 'readwrite');
      await whole(transaction, async () => {
        const notes = transaction.objectStore('notes');
        const byPath = notes.index('path');
        // `0` follows `/`: the range holds the paths in the folder.
        const inside = await byPath.getAll(IDBKeyRange.bound(`${from}/`, `${from}0`, false, true));
        for (const note of [...(await byPath.getAll(from)), ...inside]) {
          const path = moved(note.path);
          if (path === null) continue;
          await notes.delete([note.operation, note.path]);
          await notes.put({ ...note, path });
        }
        const operations = transaction.objectStore('operations');
        for (const operation of await operations.getAll()) {
          if (operation.state !== 'running') continue;
          const { task } = operation;
          if (!task.notes.some(({ path }) => moved(path) !== null)) continue;
          await operations.put({ ...operation, task: taskWithPaths(task, moved) });
        }
      });
    }, undefined);
  }

  /** Lets go of the database. Later calls open it again. */
  close(): Promise<void> {
    return this.#database.close();
  }

  /** A database that another program blocks would never answer; a tag must not wait for it. */
  async #attempt<T>(work: (database: Database) => Promise<T>, otherwise: T): Promise<T> {
    if (this.#overdue > 0) return otherwise;
    let timer: number | undefined;
    const outcome = this.#database.use(work);
    const patience = new Promise<never>((_resolve, reject) => {
      timer = window.setTimeout(() => {
        this.#overdue += 1;
        const settled = () => (this.#overdue -= 1);
        outcome.then(settled, settled);
        reject(new Error('The database does not answer.'));
      }, this.#patience);
    });
    try {
      return await Promise.race([outcome, patience]);
    } catch (error) {
      if (!this.#faultReported) this.#onFault(reasonOf(error));
      this.#faultReported = true;
      return otherwise;
    } finally {
      window.clearTimeout(timer);
    }
  }
}

/** What operations ask of the journal. */
export type OperationLog = Pick<
  Journal,
  | 'begin'
  | 'record'
  | 'discard'
  | 'finish'
  | 'setState'
  | 'lastDone'
  | 'firstUndone'
  | 'unfinished'
  | 'notesOf'
>;

function openJournal(name: string): Promise<Database> {
  return openOnDevice<Schema>(name, 1, (database) => {
    database.createObjectStore('operations', { keyPath: 'id' });
    const notes = database.createObjectStore('notes', { keyPath: ['operation', 'path'] });
    notes.createIndex('path', 'path');
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
  if (!operation) return;
  await database.put('operations', { ...operation, state, task: { ...operation.task, notes: [] } });
}

function taskWithPaths(task: Task, moved: (path: string) => string | null): Task {
  const follow = <N extends { readonly path: string }>(note: N): N => ({
    ...note,
    path: moved(note.path) ?? note.path,
  });
  return task.kind === 'marks'
    ? { ...task, notes: task.notes.map(follow) }
    : { ...task, notes: task.notes.map(follow) };
}

async function forget(database: Database, id: number): Promise<void> {
  const transaction = database.transaction(['operations', 'notes'], 'readwrite');
  await whole(transaction, async () => {
    await transaction.objectStore('operations').delete(id);
    await transaction.objectStore('notes').delete(IDBKeyRange.bound([id], [id, []]));
  });
}
