/**
 * Finds the questions of a note: text in, questions out, in the order of their terminators; at once, or in pieces
 * with whatever else has to be done between them. Never throws.
 */
import { Candidates } from './question-candidates';
import { isDrawing } from '../markdown/frontmatter';
import { NoteReader, type ExtractOptions } from './note-reader';
import type { Question } from '../model/question';
import { runToEnd, type Incremental } from '../model/incremental';

export type { ExtractOptions };

/**
 * Counts up with every change, here or in what this file uses, after which some text may give other questions than
 * before, or another number of strays (marks/stray.ts), which is kept with them: what was read by another version is
 * read again at the next start. A change that only reads faster leaves it.
 */
export const EXTRACTOR_VERSION = 13;

export const DEFAULT_EXTRACT_OPTIONS: ExtractOptions = { roots: ['question'], unmarked: false };

const NONE: readonly Question[] = [];

/** All questions of `text`, embedded and skipped ones included, ordered by `end`. */
export function extractQuestions(
  text: string,
  options: Partial<ExtractOptions> = {},
): readonly Question[] {
  const reader = readerOf(text, options);
  return reader === null ? NONE : runToEnd(reader.read());
}

/**
 * The same in pieces of some thousand characters each; the last one gives the questions. A single passage is
 * read in one piece, however long it is.
 */
export function* extractIncrementally(
  text: string,
  options: Partial<ExtractOptions> = {},
): Incremental<readonly Question[]> {
  const reader = readerOf(text, options);
  return reader === null ? NONE : yield* reader.read();
}

/** What reads the questions of `text`; null where it has none. */
function readerOf(text: string, options: Partial<ExtractOptions>): NoteReader | null {
  const { roots = DEFAULT_EXTRACT_OPTIONS.roots, unmarked = DEFAULT_EXTRACT_OPTIONS.unmarked } =
    options;
  const candidates = new Candidates(text, roots);
  // Before any structure is read: most notes of a vault ask nothing.
  if (candidates.next(0) === Number.POSITIVE_INFINITY && !unmarked) return null;
  return isDrawing(text) ? null : new NoteReader(text, { roots, unmarked }, candidates);
}
