/** A question as it is written out. */
import { markOf, type PlacedMark, type Question } from '../../src/core/model/question';
import { propertyKey } from '../../src/core/model/scope';
import { type AnswerMark, type AnswerRow, dayOfValue, type NoteFacts } from '../../src/core/query';

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
    date: facts && dayOf(facts, dateProperties),
    mark: mark && plainMark(mark),
    otherMarks: marks.filter((other) => other !== mark).map(plainMark),
  };
}

function plainMark({ root, stance, stage }: PlacedMark): AnswerMark {
  return { root, stance, stage };
}

/** The first property that says one; else the day on which the file was made. */
function dayOf({ properties, created }: NoteFacts, names: readonly string[]): string | null {
  for (const name of names) {
    const key = propertyKey(properties, name);
    const day = key === null ? null : dayOfValue(properties[key]);
    if (day !== null) return day;
  }
  return created;
}
