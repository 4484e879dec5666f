/** Which question comes next: for commands that walk a note's questions from the cursor. */
import { isListed, markOf, type Question } from './question';

export type Direction = 'next' | 'previous';

/**
 * The nearest listed question that starts after `at` (a UTF-16 offset) or, for `previous`, before it, which is
 * the one that `at` stands in unless it stands at its start. Null where there is none.
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
  if (direction === 'next') return wanted.find(({ start }) => start > at) ?? null;
  return wanted.reduce<Question | null>(
    (last, question) => (question.start < at ? question : last),
    null,
  );
}
