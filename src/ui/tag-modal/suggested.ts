/**
 * What is suggested for the questions of the modal, as its rows and keys see it: without what was rejected here, and
 * only where it may stand. Nothing of it is a choice until a key makes it one.
 */
import { markOf } from '../../core/model/question';
import { stageKey } from '../../core/model/stage-key';
import type { QuestionProposals } from '../../core/suggest/note-proposals';
import type { Ghost, Proposal } from '../../core/suggest/proposals';
import { rejectionOf } from '../../core/suggest/rejection';
import { holdsGap } from '../../core/text/gap';
import { hiddenAs, type TagState } from './tag-state';

/** A proposal that stands at a question by itself, to be accepted with one key. */
export type StandingGhost = NonNullable<Ghost>;

/** What can be proposed for the question at `index`, the likeliest first: nothing for one that is tagged in the note. */
export function proposalsAt(state: TagState, index: number): readonly Proposal[] {
  const question = state.questions[index];
  const known = state.suggested.get(index);
  if (!question || !known) return [];
  if (markOf(question) !== null && !state.choices.now.has(index)) return [];
  return known.proposals.filter(({ mark }) => !isRejected(state, question.text, stageKey(mark)));
}

/**
 * What the keys of proposals choose: those of the question at the cursor, unless the next choice is for others, which
 * they say nothing of.
 */
export function proposalsAtCursor(state: TagState): readonly Proposal[] {
  const { cursor, selected } = state;
  if (cursor === null || (selected.size > 0 && !selected.has(cursor))) return [];
  return proposalsAt(state, cursor);
}

/** The ghost at the question; null where none may stand: it is untagged, whole, listed, and nothing is chosen for it. */
export function ghostAt(state: TagState, index: number): StandingGhost | null {
  const question = state.questions[index];
  const ghost = state.suggested.get(index)?.ghost;
  if (!question || !ghost || state.choices.now.has(index)) return null;
  if (markOf(question) !== null || hiddenAs(question) !== null || holdsGap(question.text)) {
    return null;
  }
  return isRejected(state, question.text, stageKey(ghost.mark)) ? null : ghost;
}

/** What is known of the question, for the record: a ghost that was rejected does not stand there any more. */
export function proposedFor(state: TagState, index: number): QuestionProposals | undefined {
  const known = state.suggested.get(index);
  return known?.ghost && !ghostAt(state, index) ? { ...known, ghost: null } : known;
}

/** Those that «accept all» is about: of the selected questions, else of all in the list. */
export function ghostsIn(state: TagState): ReadonlyMap<number, StandingGhost> {
  const asked = state.visible.filter(
    (index) => state.selected.size === 0 || state.selected.has(index),
  );
  return new Map(
    asked.flatMap((index) => {
      const ghost = ghostAt(state, index);
      return ghost ? [[index, ghost] as const] : [];
    }),
  );
}

function isRejected({ choices }: Pick<TagState, 'choices'>, text: string, stage: string): boolean {
  return choices.rejected.size > 0 && choices.rejected.has(rejectionOf(text, stage));
}
