/** Which question comes next: for commands that walk a note's questions from the cursor. */
import { isListed, markOf, type Question } from '../model/question';

export type Direction = 'next' | 'previous';

/**
 * The nearest listed question that starts at `at` (a UTF-16 offset) or behind it or, for `previous`, that ends before
 * it. A walk that puts the cursor at the ends of questions goes from one to the next. Null where there is none.
 */
export function nearestQuestion(
  questions: readonly Question[],
  at: number,
  direction: Direction,
  untaggedOnly = false,
): Question | null {
  const wanted = questions.filter(
    (question) => isListed(question) && (!untaggedOnly || markOf(question) === null),
  );
  if (direction === 'next') return wanted.find(({ start }) => start >= at) ?? null;
  return wanted.filter(({ end }) => end < at).at(-1) ?? null;
}
