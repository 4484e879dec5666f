/** A question as answers tell of it. */
import { countedMark, type PlacedMark, type RootedMark } from '../model/question';
import type { AnswerRow } from './answer';
import type { Row } from './columns/row';

/** `date`: the day of its note, `YYYY-MM-DD`. Null for what is not known. */
export function answerRow(
  { entry, question }: Row,
  date: string | null,
  asker: string | null,
): AnswerRow {
  const { start, end, line, text, kind, section, label, speaker, group, marks } = question;
  const mark = countedMark(question);
  return Object.freeze({
    path: entry.path,
    start,
    end,
    line,
    text,
    kind,
    section: Object.freeze(section),
    label,
    speaker,
    asker,
    group,
    date,
    mark: mark && toldOf(mark),
    otherMarks: Object.freeze(marks.filter((each) => each !== mark).map(toldOf)),
  });
}

function toldOf({ root, stance, stage }: PlacedMark): RootedMark {
  return Object.freeze({ root, stance, stage });
}
