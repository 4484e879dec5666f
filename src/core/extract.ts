/** Finds the questions of a note: text in, questions out, in the order of their terminators. Never throws. */
import type { Question } from './question';

export interface ExtractOptions {
  /** The first segment of the tags that are marks. */
  readonly root: string;
  /** Also report sentences that ask without a question mark, as kind `unmarked`. */
  readonly unmarked: boolean;
}

export const DEFAULT_EXTRACT_OPTIONS: ExtractOptions = { root: 'question', unmarked: false };

/** All questions of `text`, embedded and skipped ones included, ordered by `end`. */
export function extractQuestions(
  text: string,
  options: Partial<ExtractOptions> = {},
): readonly Question[] {
  void text;
  void options;
  return [];
}
