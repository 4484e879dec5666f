/** Which questions a cursor or a selection means. Offsets are UTF-16 offsets into the text they were read from. */
import { sameMark } from '../../core/model/mark';
import { isListed, type Question } from '../../core/model/question';

/** The question that `offset` stands in, its marks included; else the nearest one before it that lists show. */
export function questionAt(questions: readonly Question[], offset: number): Question | null {
  const under = questions.find((question) => question.start <= offset && offset <= endOf(question));
  if (under) return under;
  const before = questions.filter((question) => isListed(question) && endOf(question) < offset);
  return before[before.length - 1] ?? null;
}

/**
 * The question that reads and is marked like `wanted`, which was read from a part of the text; among several,
 * the one nearest to `offset`.
 */
export function nearestAlike(
  questions: readonly Question[],
  wanted: Pick<Question, 'text' | 'marks'>,
  offset: number,
): Question | null {
  const distance = (question: Question) =>
    Math.max(question.start - offset, offset - endOf(question), 0);
  const alike = questions.filter(
    ({ text, marks }) =>
      text === wanted.text &&
      marks.length === wanted.marks.length &&
      marks.every((mark, at) => {
        const other = wanted.marks[at];
        return other?.root === mark.root && sameMark(mark, other);
      }),
  );
  return alike.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** The questions that end in the selection, else the one it lies in. */
export function questionsIn(
  questions: readonly Question[],
  from: number,
  to: number,
): readonly Question[] {
  const ending = questions.filter(({ end }) => from < end && end <= to);
  if (ending.length > 0) return ending;
  return questions.filter(({ start, end }) => start <= from && to <= end).slice(0, 1);
}

/** Where the question with its closers and tags ends. */
function endOf(question: Question): number {
  return question.marks[question.marks.length - 1]?.to ?? question.markAt;
}
