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

/** The key as it reads after its note was renamed. Other keys come back as they are. */
export function renameKey(key: string, from: string, to: string): string {
  const prefix = `${from}${SEPARATOR}`;
  return key.startsWith(prefix) ? `${to}${SEPARATOR}${key.slice(prefix.length)}` : key;
}

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
