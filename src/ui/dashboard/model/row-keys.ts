/**
 * Keys that name a question across updates of its note: path, text and which one of that text it is.
 * Offsets would change with every edit above the question.
 */
import type { NoteEntry } from '../../../core/index/question-index';
import type { Question } from '../../../core/model/question';
import type { Row } from '../../../core/query';

interface NoteRows {
  readonly byQuestion: ReadonlyMap<Question, Row>;
  readonly byKey: ReadonlyMap<string, Row>;
  readonly keys: ReadonlyMap<Question, string>;
}

/** Rows and their keys, made once per entry and only for notes that are asked about; entries never change in place. */
export class RowKeys {
  readonly #notes = new WeakMap<NoteEntry, NoteRows>();

  keyOf({ entry, question }: Row): string {
    return this.#rowsOf(entry).keys.get(question) ?? rowKey(entry.path, question.text, 0);
  }

  /** The row of a question, the same one each time. */
  rowOf(entry: NoteEntry, question: Question): Row {
    return this.#rowsOf(entry).byQuestion.get(question) ?? { entry, question };
  }

  /** The row that a key names, where the note still has it. */
  find(key: string, entryAt: (path: string) => NoteEntry | null): Row | null {
    if (!isRowKey(key)) return null;
    const entry = entryAt(pathOfKey(key));
    return (entry && this.#rowsOf(entry).byKey.get(key)) ?? null;
  }

  #rowsOf(entry: NoteEntry): NoteRows {
    const known = this.#notes.get(entry);
    if (known) return known;
    const made = rowsOf(entry);
    this.#notes.set(entry, made);
    return made;
  }
}

/** The key with its note's path as `rename` gives it. */
export function renameRowKey(key: string, rename: (path: string) => string): string {
  const path = pathOfKey(key);
  return rename(path) + key.slice(path.length);
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

function pathOfKey(key: string): string {
  const end = key.indexOf(SEPARATOR);
  return end === -1 ? key : key.slice(0, end);
}

function rowsOf(entry: NoteEntry): NoteRows {
  const seen = new Map<string, number>();
  const byQuestion = new Map<Question, Row>();
  const byKey = new Map<string, Row>();
  const keys = new Map<Question, string>();
  for (const question of entry.questions.all()) {
    const ordinal = seen.get(question.text) ?? 0;
    seen.set(question.text, ordinal + 1);
    const key = rowKey(entry.path, question.text, ordinal);
    const row = { entry, question };
    byQuestion.set(question, row);
    byKey.set(key, row);
    keys.set(question, key);
  }
  return { byQuestion, byKey, keys };
}
