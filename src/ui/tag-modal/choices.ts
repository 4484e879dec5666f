/**
 * The choices made in the modal and not yet written, with their history. Keyed by the question's place in
 * the list of questions; a choice that changes nothing is no choice and is not kept.
 */
import { changesAmong, type MarkChange } from '../../core/marks/change';
import { sameMark } from '../../core/model/mark';
import { isConflict, markOf, SKIP, type MarkValue, type Question } from '../../core/model/question';
import { holdsGap } from '../../core/text/gap';

export type Choices = ReadonlyMap<number, MarkValue | null>;

export interface ChoiceHistory {
  readonly now: Choices;
  readonly past: readonly MadeChoice[];
  readonly future: readonly MadeChoice[];
}

/** The choices as they were, and where the cursor stood when they were changed. */
export interface MadeChoice {
  readonly choices: Choices;
  readonly cursor: number | null;
}

export const NO_CHOICES: ChoiceHistory = { now: new Map(), past: [], future: [] };

/** Gives the questions at `targets` the mark `value`, as one choice that can be taken back. */
export function choose(
  history: ChoiceHistory,
  questions: readonly Question[],
  targets: Iterable<number>,
  value: MarkValue | null,
  cursor: number | null,
): ChoiceHistory {
  const now = new Map(history.now);
  for (const index of targets) {
    const question = questions[index];
    if (!question) continue;
    if (wouldChange(question, value)) now.set(index, value);
    else now.delete(index);
  }
  if (sameChoices(now, history.now)) return history;
  return { now, past: [...history.past, { choices: history.now, cursor }], future: [] };
}

/** Takes the last choice back; null where there is none. It says where its cursor stood. */
export function undo(
  history: ChoiceHistory,
  cursor: number | null,
): { readonly history: ChoiceHistory; readonly cursor: number | null } | null {
  const last = history.past[history.past.length - 1];
  if (!last) return null;
  return {
    history: {
      now: last.choices,
      past: history.past.slice(0, -1),
      future: [{ choices: history.now, cursor }, ...history.future],
    },
    cursor: last.cursor,
  };
}

/** Makes the choice again that was taken back last; null where there is none. */
export function redo(
  history: ChoiceHistory,
  cursor: number | null,
): { readonly history: ChoiceHistory; readonly cursor: number | null } | null {
  const [next, ...future] = history.future;
  if (!next) return null;
  return {
    history: {
      now: next.choices,
      past: [...history.past, { choices: history.now, cursor }],
      future,
    },
    cursor: next.cursor,
  };
}

/** The mark a question will have: the one chosen, else the one it has. */
export function markToBe(
  choices: Choices,
  questions: readonly Question[],
  index: number,
): MarkValue | null {
  const chosen = choices.get(index);
  if (chosen !== undefined) return chosen;
  const question = questions[index];
  return question ? markOf(question) : null;
}

/** The same as far as it counts: one that holds a gap is untagged, whatever is chosen for it. */
export function countedMarkToBe(
  choices: Choices,
  questions: readonly Question[],
  index: number,
): MarkValue | null {
  const mark = markToBe(choices, questions, index);
  const isBegun = holdsGap(questions[index]?.text ?? '') && mark?.stance !== SKIP;
  return isBegun ? null : mark;
}

/** What is to be written, in the order of the note. */
export function changesOf(choices: Choices, questions: readonly Question[]): readonly MarkChange[] {
  const asked = questions.flatMap((question, index) => {
    const value = choices.get(index);
    return value === undefined ? [] : [{ question, value }];
  });
  return changesAmong(questions, asked);
}

/** Several marks on one question are never what is wanted: choosing even the first of them changes the note. */
function wouldChange(question: Question, value: MarkValue | null): boolean {
  return isConflict(question) || !sameMark(markOf(question), value);
}

function sameChoices(a: Choices, b: Choices): boolean {
  if (a.size !== b.size) return false;
  return [...a].every(([index, value]) => {
    const other = b.get(index);
    return other !== undefined && sameMark(value, other);
  });
}
