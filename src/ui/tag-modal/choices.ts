/**
 * The choices made in the modal and not yet written, with their history. Keyed by the question's position in
 * the list of questions; a choice that changes nothing is no choice and is not kept. What was rejected of what
 * was suggested is part of the history: it is taken back with the choices around it.
 */
import { changesAmong, type MarkChange } from '../../core/marks/change';
import { sameMark } from '../../core/model/mark';
import { isConflict, markOf, SKIP, type MarkValue, type Question } from '../../core/model/question';
import type { QuestionProposals } from '../../core/suggest/note-proposals';
import { rejectionOf } from '../../core/suggest/rejection';
import { holdsGap } from '../../core/text/gap';

export type Choices = ReadonlyMap<number, MarkValue | null>;

/** A stage, by its key, that is not to be proposed any more for questions of that text. */
export interface Rejection {
  readonly text: string;
  readonly stage: string;
  /** What was proposed when it was rejected. */
  readonly proposed: QuestionProposals;
}

/** What has been done to the questions so far. */
export interface Done {
  readonly now: Choices;
  /** What was rejected here, by its `rejectionOf`. */
  readonly rejected: ReadonlyMap<string, Rejection>;
  /** What was proposed for a question when its stage was chosen first. */
  readonly stood: ReadonlyMap<number, QuestionProposals>;
}

export interface ChoiceHistory extends Done {
  readonly past: readonly PastChoice[];
  readonly future: readonly PastChoice[];
}

/** What was done, and where the cursor stood when that was changed. */
export interface PastChoice {
  readonly done: Done;
  readonly cursor: number | null;
}

export const NO_CHOICES: ChoiceHistory = {
  now: new Map(),
  rejected: new Map(),
  stood: new Map(),
  past: [],
  future: [],
};

/**
 * Gives the questions at positions the marks that are wanted for them, as one choice that can be taken back. `proposedAt`
 * says what is proposed for a question now.
 */
export function choose(
  history: ChoiceHistory,
  questions: readonly Question[],
  wanted: Choices,
  proposedAt: (index: number) => QuestionProposals | undefined,
  cursor: number | null,
): ChoiceHistory {
  const now = new Map(history.now);
  const stood = new Map(history.stood);
  for (const [index, value] of wanted) {
    const question = questions[index];
    if (!question) continue;
    if (wouldChange(question, value)) {
      now.set(index, value);
      const proposed = stood.get(index) ?? proposedAt(index);
      if (proposed) stood.set(index, proposed);
    } else {
      now.delete(index);
      stood.delete(index);
    }
  }
  if (sameChoices(now, history.now)) return history;
  return goOn(history, { now, rejected: history.rejected, stood }, cursor);
}

export function reject(
  history: ChoiceHistory,
  rejection: Rejection,
  cursor: number | null,
): ChoiceHistory {
  const hash = rejectionOf(rejection.text, rejection.stage);
  const rejected = new Map(history.rejected).set(hash, rejection);
  return goOn(history, { ...doneIn(history), rejected }, cursor);
}

function goOn(history: ChoiceHistory, done: Done, cursor: number | null): ChoiceHistory {
  return { ...done, past: [...history.past, { done: doneIn(history), cursor }], future: [] };
}

function doneIn({ now, rejected, stood }: ChoiceHistory): Done {
  return { now, rejected, stood };
}

/** Takes back what was done last; null where there is nothing. It says where its cursor stood. */
export function undo(
  history: ChoiceHistory,
  cursor: number | null,
): { readonly history: ChoiceHistory; readonly cursor: number | null } | null {
  const last = history.past[history.past.length - 1];
  if (!last) return null;
  return {
    history: {
      ...last.done,
      past: history.past.slice(0, -1),
      future: [{ done: doneIn(history), cursor }, ...history.future],
    },
    cursor: last.cursor,
  };
}

/** Does again what was taken back last; null where there is nothing. */
export function redo(
  history: ChoiceHistory,
  cursor: number | null,
): { readonly history: ChoiceHistory; readonly cursor: number | null } | null {
  const [next, ...future] = history.future;
  if (!next) return null;
  return {
    history: {
      ...next.done,
      past: [...history.past, { done: doneIn(history), cursor }],
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
export function chosenChanges(
  choices: Choices,
  questions: readonly Question[],
): readonly MarkChange[] {
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
