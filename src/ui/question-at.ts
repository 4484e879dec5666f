/** Which questions a cursor or a selection means. Offsets are UTF-16 offsets into the text they were read from. */
import { isListed, type Question } from '../core/question';

/** The question that `offset` stands in, its marks included; else the nearest one before it that lists show. */
export function questionAt(questions: readonly Question[], offset: number): Question | null {
  const under = questions.find((question) => question.start <= offset && offset <= endOf(question));
  if (under) return under;
  const before = questions.filter((question) => isListed(question) && endOf(question) < offset);
  return before[before.length - 1] ?? null;
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

/** Where the question with its closing marks and tags ends. */
function endOf(question: Question): number {
  return question.marks[question.marks.length - 1]?.to ?? question.markAt;
}
