/** Renames that the vault has told of, until the index knows them too. */
import type { NoteEntry } from '../../../core/index/question-index';
import { isAtOrBelow } from '../../../core/model/path';

interface Rename {
  readonly from: string;
  readonly to: string;
  /** It has waited for a notice already. */
  readonly isLate: boolean;
}

export class PendingRenames {
  #pending: readonly Rename[] = [];

  /** A note, or a folder with all in it, has another path. */
  add(from: string, to: string): void {
    this.#pending = [...this.#pending, { from, to, isLate: false }];
  }

  /** Those that `entries` show already, each once, in the order in which they came. */
  takeKnownTo(entries: Iterable<NoteEntry>): readonly Rename[] {
    // While many notes are read, what the index tells may be older than a rename; the next notice is not.
    const isToCome = ({ from, isLate }: Rename) => !isLate && holds(entries, from);
    const known = this.#pending.filter((rename) => !isToCome(rename));
    this.#pending = this.#pending.filter(isToCome).map((rename) => ({ ...rename, isLate: true }));
    return known;
  }
}

/** Whether a note has this path, or is in a folder that has it. */
function holds(entries: Iterable<NoteEntry>, at: string): boolean {
  for (const { path } of entries) if (isAtOrBelow(path, at)) return true;
  return false;
}
