/**
 * Keys that name a question across updates of its note: path, text and which one of that text it is.
 * Offsets would change with every edit above the question.
 */
import type { NoteEntry } from '../../core/question-index';
import type { Question } from '../../core/question';
import type { Row } from '../../core/query/row';

/** Keys of rows, computed once per entry; entries are never changed in place. */
export class RowKeys {
  readonly #byEntry = new WeakMap<NoteEntry, ReadonlyMap<Question, string>>();

  keyOf({ entry, question }: Row): string {
    let keys = this.#byEntry.get(entry);
    if (!keys) {
      keys = keysOf(entry);
      this.#byEntry.set(entry, keys);
    }
    return keys.get(question) ?? rowKey(entry.path, question.text, 0);
  }
}

/** The key with its note's path as `rename` gives it. */
export function renameRowKey(key: string, rename: (path: string) => string): string {
  const [path = '', ...rest] = key.split(SEPARATOR);
  return [rename(path), ...rest].join(SEPARATOR);
}

/** Whether the key names a question, not a group. */
export function isRowKey(key: string): boolean {
  return key.includes(SEPARATOR);
}

/** Stands in no path, no label and no question's folded text. */
const SEPARATOR = '\n';

function rowKey(path: string, text: string, ordinal: number): string {
  return [path, ordinal, text].join(SEPARATOR);
}

function keysOf(entry: NoteEntry): ReadonlyMap<Question, string> {
  const seen = new Map<string, number>();
  const keys = new Map<Question, string>();
  for (const question of entry.questions) {
    const ordinal = seen.get(question.text) ?? 0;
    seen.set(question.text, ordinal + 1);
    keys.set(question, rowKey(entry.path, question.text, ordinal));
  }
  return keys;
}
