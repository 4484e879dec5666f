/** A note that somebody tagged, taken apart: the text as it was before, and which mark each question was given. */
import { planWithoutMarks } from '../../../src/core/marks/rewrite';
import { markOf, type MarkValue, type Question } from '../../../src/core/model/question';
import { applyEdits, type TextEdit } from '../../../src/core/model/text-edit';
import { extractQuestions } from '../../../src/core/reading/extract';

export interface TaggedNote {
  readonly path: string;
  /** `YYYY-MM-DD`; null where nobody says. */
  readonly day: string | null;
  /** Without marks. */
  readonly text: string;
  /** As they are read from that text. */
  readonly questions: readonly Question[];
  /** The mark that each of them had; null where it had none. */
  readonly truth: readonly (MarkValue | null)[];
}

/** @param marked The note's text with its marks, which are those of `root`. */
export function takeApart(
  path: string,
  day: string | null,
  marked: string,
  root: string,
): TaggedNote {
  const edits = planWithoutMarks(marked, [root]);
  const applied = applyEdits(marked, edits);
  if (!applied.ok) throw new Error(`${path}: its marks can't be taken out`);
  const { text } = applied;
  const truthAt = new Map(
    extractQuestions(marked, { roots: [root] }).map((question) => [
      placeAfter(edits, question.end),
      valueOf(question),
    ]),
  );
  const questions = extractQuestions(text, { roots: [root] });
  return {
    path,
    day,
    text,
    questions,
    truth: questions.map(({ end }) => truthAt.get(end) ?? null),
  };
}

/** By their days, then by path; those without a day come first. */
export function inOrderOfDays(notes: readonly TaggedNote[]): readonly TaggedNote[] {
  const keyOf = ({ day, path }: TaggedNote) => `${day ?? ''}\n${path}`;
  return [...notes].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function valueOf(question: Question): MarkValue | null {
  const mark = markOf(question);
  return mark && { stance: mark.stance, stage: mark.stage };
}

/** Where a place stands once the edits are made. */
function placeAfter(edits: readonly TextEdit[], place: number): number {
  return edits
    .filter(({ to }) => to <= place)
    .reduce((now, { from, to, insert }) => now + insert.length - (to - from), place);
}
