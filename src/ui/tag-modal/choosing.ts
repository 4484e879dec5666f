/** What a choice, or a word on what is suggested, does to the modal: choices are made, and the cursor goes on. */
import type { MarkValue } from '../../core/model/question';
import { stageKey } from '../../core/model/stage-key';
import type { SuggestMode } from '../../core/suggest/suggest-mode';
import { choose, countedMarkToBe, reject, type Choices, type undo } from './choices';
import { ghostAt, proposedFor } from './suggested';
import { targetsOf, type TagState } from './tag-state';

export function applyChoice(state: TagState, value: MarkValue | null): TagState {
  const targets = targetsOf(state);
  const last = targets.at(-1);
  if (last === undefined) return { ...state, openStance: null };
  const chosen = chooseFor(state, new Map(targets.map((index) => [index, value])));
  // The next choice is for the question behind those that had theirs.
  return { ...chosen, selected: new Set(), extension: null, cursor: behind(state, last) };
}

function chooseFor(state: TagState, wanted: Choices): TagState {
  const { choices, questions, cursor } = state;
  const proposedAt = (index: number) => proposedFor(state, index);
  return {
    ...state,
    choices: choose(choices, questions, wanted, proposedAt, cursor),
    openStance: null,
  };
}

/** The next question in the list; at its end, the last. */
function behind({ visible }: TagState, index: number): number {
  return visible.find((other) => other > index) ?? index;
}

/** What stands elsewhere than at the cursor is pointed at: the cursor stays where it is then. */
export function acceptGhost(state: TagState, index: number | null): TagState {
  if (index === null || !state.visible.includes(index)) return state;
  const ghost = ghostAt(state, index);
  if (!ghost) return state;
  const chosen = chooseFor(state, new Map([[index, ghost.mark]]));
  return index === state.cursor
    ? { ...chosen, cursor: behind(state, index), extension: null }
    : chosen;
}

export function rejectGhost(state: TagState): TagState {
  const { cursor, choices } = state;
  if (cursor === null) return state;
  const ghost = ghostAt(state, cursor);
  const question = state.questions[cursor];
  const proposed = state.suggested.get(cursor);
  if (!ghost || !question || !proposed) return state;
  const rejection = { text: question.text, stage: stageKey(ghost.mark), proposed };
  return { ...state, choices: reject(choices, rejection, cursor) };
}

export function acceptAll(state: TagState, offer: NonNullable<TagState['offer']>): TagState {
  const marks = new Map([...offer].map(([index, { mark }]) => [index, mark]));
  const chosen = chooseFor(state, marks);
  const isAtOne = state.cursor !== null && offer.has(state.cursor);
  const cursor = isAtOne ? nextUntagged(chosen) : state.cursor;
  return { ...chosen, selected: new Set(), extension: null, cursor };
}

/** The next question in the list that will have no tag, from its end on at its start; the cursor's where all will. */
export function nextUntagged({ visible, cursor, choices, questions }: TagState): number | null {
  const at = cursor === null ? 0 : visible.indexOf(cursor);
  const others = [...visible.slice(at + 1), ...visible.slice(0, at)];
  return others.find((index) => !countedMarkToBe(choices.now, questions, index)) ?? cursor;
}

/** Something is known, or known otherwise, of questions; in another mode, of these alone. */
export function takeProposals(
  state: TagState,
  mode: SuggestMode,
  proposals: TagState['suggested'],
): TagState {
  if (mode === state.mode) {
    return { ...state, suggested: new Map([...state.suggested, ...proposals]) };
  }
  return { ...state, mode, suggested: proposals, offer: null };
}

export function restore(state: TagState, restored: ReturnType<typeof undo>): TagState {
  if (!restored) return state;
  const isInSight = restored.cursor !== null && state.visible.includes(restored.cursor);
  return {
    ...state,
    choices: restored.history,
    cursor: isInSight ? restored.cursor : state.cursor,
    openStance: null,
  };
}
