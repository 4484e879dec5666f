/**
 * What suggestions have learnt on this vault, in its local storage on this device: each source's record, and hashes of
 * what was rejected. Another window may write it too, so it is read anew before each change. What can't be read is
 * nothing learnt, and what can't be written holds as long as the app runs.
 */
import type { App } from 'obsidian';
import { readRecords, type SourceRecords } from '../../core/suggest/source-records';

export interface Learning {
  readonly records: SourceRecords;
  /** Of `rejectionOf`, the oldest first. */
  readonly rejected: ReadonlySet<string>;
}

const KEY = 'question-stance-suggestions';

/** Some 50 kB: the oldest go first. */
const MOST_REJECTIONS = 4000;

const NOTHING: Learning = { records: {}, rejected: new Set() };

export class KeptLearning {
  readonly #storage: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>;
  #now: Learning | null = null;

  constructor(storage: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>) {
    this.#storage = storage;
  }

  get now(): Learning {
    return (this.#now ??= this.#load());
  }

  /** Another window has written something. */
  readAgain(): void {
    this.#now = this.#load();
  }

  change(edit: (before: Learning) => Partial<Learning>): void {
    const before = this.#load();
    this.#save({ ...before, ...edit(before) });
  }

  forget(): void {
    this.#save(NOTHING);
  }

  #load(): Learning {
    const kept: unknown = this.#storage.loadLocalStorage(KEY);
    // Where storage takes nothing, what is known here is all there is.
    if (typeof kept !== 'object' || kept === null) return this.#now ?? NOTHING;
    const { records, rejected }: { readonly records?: unknown; readonly rejected?: unknown } = {
      ...kept,
    };
    const hashes: readonly unknown[] = Array.isArray(rejected) ? rejected : [];
    return {
      records: readRecords(records),
      rejected: new Set(hashes.filter((hash) => typeof hash === 'string')),
    };
  }

  #save({ records, rejected }: Learning): void {
    const kept = [...rejected].slice(-MOST_REJECTIONS);
    this.#now = { records, rejected: new Set(kept) };
    try {
      this.#storage.saveLocalStorage(KEY, { records, rejected: kept });
    } catch (error) {
      console.warn('Question Stance: what suggestions learnt is not kept.', error);
    }
  }
}
