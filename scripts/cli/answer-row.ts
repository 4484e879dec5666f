/** A question as it is written out. */
import { markOf, type PlacedMark, type Question } from '../../src/core/model/question';
import { type AnswerMark, type AnswerRow, dayOfNote, type NoteFacts } from '../../src/core/query';

/** `root`: of the taxonomy that is worked with. */
export function answerRow(
  path: string,
  question: Question,
  root: string,
  facts: NoteFacts | null,
  dateProperties: readonly string[],
): AnswerRow {
  const { start, end, line, text, kind, section, label, speaker, group, marks } = question;
  const mark = markOf(question, root);
  return {
    path,
    start,
    end,
    line,
    text,
    kind,
    section,
    label,
    speaker,
    asker: speaker,
    group,
    date: facts && dayOfNote(facts, dateProperties),
    mark: mark && plainMark(mark),
    otherMarks: marks.filter((other) => other !== mark).map(plainMark),
  };
}

function plainMark({ root, stance, stage }: PlacedMark): AnswerMark {
  return { root, stance, stage };
}
