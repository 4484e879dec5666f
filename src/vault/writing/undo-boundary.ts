/**
 * How far back undo may go on this device: the id of the first operation behind the last one that is not on record.
 * It is kept beside the journal, in the vault's local storage, since the journal is what failed.
 */
import type { App } from 'obsidian';

const KEY = 'question-stance-undo-from';

/** Stands for an id that is not known yet: that of the next operation to begin. */
const NEXT = 'next';

export interface UndoBoundary {
  /** 0 where undo may go back to the first operation, Infinity where the first it may reach has not begun. */
  get(): number;
  set(id: number): void;
}

export function undoBoundary(
  app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>,
): UndoBoundary {
  return {
    get: () => {
      const kept: unknown = app.loadLocalStorage(KEY);
      if (kept === NEXT) return Infinity;
      return typeof kept === 'number' ? kept : 0;
    },
    set: (id) => {
      try {
        app.saveLocalStorage(KEY, id === Infinity ? NEXT : id);
      } catch (error) {
        // A full storage stops no tagging; until the next start it is known all the same.
        console.warn('Question Stance: how far undo may go back is not kept.', error);
      }
    },
  };
}

/** For as long as it is held. */
export function passingBoundary(): UndoBoundary {
  let from = 0;
  return { get: () => from, set: (id) => void (from = id) };
}

/** What undo and redo reach, which is never past an operation that is not on record. */
export class UndoReach {
  readonly #boundary: UndoBoundary;
  /**
   * Operations with lower ids came before one that is not on record. Infinity until another has begun, whose id
   * is the first behind it.
   */
  #from: number;

  constructor(boundary: UndoBoundary) {
    this.#boundary = boundary;
    this.#from = boundary.get();
  }

  /** Whether some operations, by their ids, can't be reached. */
  get isLimited(): boolean {
    return this.#from > 0;
  }

  reaches(id: number): boolean {
    return id >= this.#from;
  }

  began(id: number): void {
    // Ids count up; where they begin anew, the journal was emptied, and there is nothing to reach past.
    if (id < this.#from) this.#from = id;
    if (id < this.#boundary.get()) this.#boundary.set(id);
  }

  /** What was done is not on record, and never reached past, after a restart neither. */
  lose(): void {
    this.loseUntilRestart();
    this.#boundary.set(Infinity);
  }

  /** What was done is on record, and the next start will find it so; until then the journal does not say it. */
  loseUntilRestart(): void {
    this.#from = Infinity;
  }
}
