/** Which question comes next: for commands that walk a note's questions from the cursor. */
import { isListed, isUntagged, type Question } from '../model/question';

export type Direction = 'next' | 'previous';

/**
 * The nearest listed question that starts at `at` (a UTF-16 offset) or behind it or, for `previous`, that ends before
 * it. A walk that puts the cursor at the ends of questions goes from one to the next. With `untaggedUnder`, only those
 * without a mark of that root count. Null where there is none.
 */
export function nearestQuestion(
  questions: readonly Question[],
  at: number,
  direction: Direction,
  untaggedUnder: string | null = null,
): Question | null {
  const wanted = questions.filter((question) =>
    untaggedUnder === null ? isListed(question) : isUntagged(question, untaggedUnder),
  );
  if (direction === 'next') return wanted.find(({ start }) => start >= at) ?? null;
  return wanted.filter(({ end }) => end < at).at(-1) ?? null;
}
