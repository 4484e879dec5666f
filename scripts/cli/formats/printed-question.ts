/** A question as the command line prints it. Offsets are UTF-16 offsets into the file as read; lines are 1-based. */
import {
  markOf,
  type MarkValue,
  type Question,
  type QuestionKind,
} from '../../../src/core/model/question';

export interface PrintedQuestion {
  readonly path: string;
  readonly start: number;
  /** Just after the terminator's last asking sign. */
  readonly end: number;
  readonly line: number;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly section: readonly string[];
  readonly label: string | null;
  readonly speaker: string | null;
  readonly group: number;
  /** The first mark; one of stance `skip` says «not a question». */
  readonly mark: MarkValue | null;
}

export function toPrinted(path: string, question: Question): PrintedQuestion {
  const { start, end, line, text, kind, section, label, speaker, group } = question;
  const mark = markOf(question);
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
    group,
    mark: mark && { stance: mark.stance, stage: mark.stage },
  };
}
