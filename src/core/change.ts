/**
 * Changes to the marks of one note, planned on the text as it is now. Each change names a question as it
 * was read earlier; where the text has changed since, the question is found again by its text, and a
 * change whose question can't be found again without doubt is refused, never guessed.
 */
import { extractQuestions } from './extract';
import { planMark, type MarkFormat } from './mark';
import type { MarkValue, Question } from './question';
import type { TextEdit } from './text-edit';

/** Give `question` the mark `value`, or none. */
export interface MarkChange {
  readonly question: Question;
  readonly value: MarkValue | null;
}

export interface RefusedChange {
  readonly change: MarkChange;
  /** `gone`: no question reads so any more; `ambiguous`: several do, and none stands where it stood. */
  readonly code: 'gone' | 'ambiguous';
}

export interface ChangePlan {
  readonly edits: readonly TextEdit[];
  /** Changes that have edits; the others were so already or are refused. */
  readonly written: number;
  readonly refused: readonly RefusedChange[];
}

/** Plans all `changes` on `text`. Questions of the changes must come from one reading of the note. */
export function planChanges(
  text: string,
  changes: readonly MarkChange[],
  format: MarkFormat,
): ChangePlan {
  const now = extractQuestions(text, { root: format.root, unmarked: true });
  const edits: TextEdit[] = [];
  const refused: RefusedChange[] = [];
  let written = 0;
  for (const change of changes) {
    const found = findAgain(change.question, now);
    if (typeof found === 'string') {
      refused.push({ change, code: found });
      continue;
    }
    const planned = planMark(text, found, change.value, format);
    if (planned.length > 0) written += 1;
    edits.push(...planned);
  }
  return { edits, written, refused };
}

/** The question of `now` that is `before`: same place, else the only one of the same text in the same section. */
export function findAgain(
  before: Question,
  now: readonly Question[],
): Question | RefusedChange['code'] {
  const alike = now.filter((question) => question.text === before.text);
  const samePlace = alike.find((question) => question.end === before.end);
  if (samePlace) return samePlace;
  if (alike.length === 0) return 'gone';
  const [only, second] = alike;
  if (only && !second) return only;
  const key = contextOf(before);
  const sameContext = alike.filter((question) => contextOf(question) === key);
  const [match, other] = sameContext;
  return match && !other ? match : 'ambiguous';
}

function contextOf(question: Question): string {
  return JSON.stringify([question.section, question.label, question.speaker]);
}
