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
