/**
 * Free text in questions, labels, speakers and the names of notes. What a note's questions say is folded into
 * one string, once, when somebody first searches: folding takes far longer than searching, and one long
 * string is searched faster than many short ones.
 */
import type { NoteEntry } from '../question-index';
import type { Question } from '../question';
import { foldText } from './folded-text';
import type { NoteTest } from './note-test';
import { noteName } from './row';

interface FoldedNote {
  readonly name: string;
  readonly words: string;
  /** Where in `words` each question begins, and, last, where they end. */
  readonly starts: readonly number[];
}

const known = new WeakMap<NoteEntry, FoldedNote>();

/** Stands in no name and no question; so no text with it is found, and none is found across it. */
const BREAK = '\n';

/** Finds `wanted`, which is folded already. */
export function searchNotes(wanted: string): NoteTest {
  if (wanted.includes(BREAK)) return () => false;
  return (entry) => {
    const { name, words, starts } = foldedNote(entry);
    if (name.includes(wanted)) return true;
    let found = words.indexOf(wanted);
    if (found === -1) return false;
    let last = 0;
    return (question, at) => {
      const start = starts[at];
      const end = starts[at + 1];
      if (start === undefined || end === undefined) return wordsOf(question).includes(wanted);
      // Questions are asked about in order; then the words are read once.
      if (at < last || found < start) found = words.indexOf(wanted, start);
      if (found === -1) found = words.length;
      last = at;
      return found < end;
    };
  };
}

function foldedNote(entry: NoteEntry): FoldedNote {
  const before = known.get(entry);
  if (before) return before;
  let words = '';
  const starts = [0];
  for (const question of entry.questions) {
    words += wordsOf(question) + BREAK;
    starts.push(words.length);
  }
  const folded = { name: foldText(noteName(entry.path)), words, starts };
  known.set(entry, folded);
  return folded;
}

function wordsOf({ text, label, speaker }: Question): string {
  const fields = [text, label, speaker].filter((field) => field !== null);
  return fields.map(foldText).join(BREAK);
}
