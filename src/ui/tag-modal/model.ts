/**
 * What can happen to the modal «Tag questions in this note»: (state, action) → state, with no DOM and nothing written.
 * All actions stand here, since they are cases of one function.
 */
import type { RefusedChange } from '../../core/marks/change';
import { countedMark, type MarkValue, type Question, underRoot } from '../../core/model/question';
import { findStance, type Taxonomy } from '../../core/model/taxonomy';
import type { QuestionProposals } from '../../core/suggest/note-proposals';
import type { SuggestMode } from '../../core/suggest/suggest-mode';
import { questionAt } from '../parts/question-at';
import { NO_CHOICES, redo, undo } from './choices';
import {
  acceptAll,
  acceptGhost,
  applyChoice,
  nextUntagged,
  rejectGhost,
  restore,
  takeProposals,
} from './choosing';
import { groupsAround } from './rows';
import { ghostsIn, proposalsAtCursor } from './suggested';
import { listAgain, type HiddenKind, type Shows, type TagState } from './tag-state';
import { PAGE_ROWS } from '../../keys/key-press';

export interface Opening {
  /** Where the writer is in the note; null where that is not known. */
  readonly offset?: number | null;
  readonly unwritten?: readonly RefusedChange[];
  /** What is suggested; nothing unless told. */
  readonly mode?: SuggestMode;
}

export type Movement =
  'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up' | 'next-untagged';

export type TagAction =
  | { readonly type: 'move'; readonly to: Movement; readonly extend: boolean }
  | { readonly type: 'point'; readonly index: number; readonly how: 'move' | 'toggle' | 'extend' }
  | { readonly type: 'toggle' }
  | { readonly type: 'select-all' }
  | { readonly type: 'select-members'; readonly members: readonly number[] }
  | { readonly type: 'widen' }
  | { readonly type: 'digit'; readonly digit: number }
  | { readonly type: 'open-stance'; readonly stance: string }
  | { readonly type: 'choose'; readonly value: MarkValue | null }
  /** The proposal at that position, from 0, of those at the cursor: for all that the next choice is for. */
  | { readonly type: 'accept-proposal'; readonly position: number }
  /** The ghost at a question, at the cursor unless told. */
  | { readonly type: 'accept-ghost'; readonly index?: number }
  | { readonly type: 'reject-ghost' }
  /** Asks about all ghosts at once; nothing is chosen until `accept-offer`, and whatever else is done answers «no». */
  | { readonly type: 'offer-ghosts' }
  | { readonly type: 'accept-offer' }
  /** Something is known, or known otherwise, of questions; in another mode, of these alone. */
  | {
      readonly type: 'suggest';
      readonly mode: SuggestMode;
      readonly proposals: ReadonlyMap<number, QuestionProposals>;
    }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'focus'; readonly on: 'list' | 'filter' }
  | { readonly type: 'filter'; readonly text: string }
  | { readonly type: 'show'; readonly kind: HiddenKind; readonly on: boolean }
  | { readonly type: 'go-back' };

/**
 * The modal as it opens, with the marks of the taxonomy's root. Its cursor is on the question at `offset` in the note's text, or the nearest before it;
 * without one, on the first that has no tag, else on the first.
 */
export function openTagging(
  questions: readonly Question[],
  taxonomy: Taxonomy,
  shows: Shows,
  { offset = null, unwritten = [], mode = 'off' }: Opening = {},
): TagState {
  const state: TagState = {
    taxonomy,
    questions: questions.map((question) => underRoot(question, taxonomy.root)),
    visible: [],
    choices: NO_CHOICES,
    mode,
    suggested: new Map(),
    offer: null,
    cursor: null,
    selected: new Set(),
    extension: null,
    openStance: null,
    filter: '',
    focus: 'list',
    shows,
    unwritten,
  };
  const listed = listAgain(state);
  return { ...listed, cursor: startAt(listed, offset) };
}

function startAt({ questions, visible, cursor }: TagState, offset: number | null): number | null {
  const shown = visible.flatMap((index) => questions[index] ?? []);
  const under = offset === null ? null : questionAt(shown, offset);
  const start = under ?? shown.find((question) => countedMark(question) === null);
  return start ? questions.indexOf(start) : cursor;
}

export function reduceTagging(state: TagState, action: TagAction): TagState {
  if (action.type === 'suggest') return takeProposals(state, action.mode, action.proposals);
  if (state.offer === null) return act(state, action);
  const closed: TagState = { ...state, offer: null };
  if (action.type === 'go-back') return closed;
  return action.type === 'accept-offer' ? acceptAll(closed, state.offer) : act(closed, action);
}

function act(state: TagState, action: Exclude<TagAction, { type: 'suggest' }>): TagState {
  switch (action.type) {
    case 'move':
      return move(state, destination(state, action.to), action.extend);
    case 'point':
      if (!state.visible.includes(action.index)) return state;
      if (action.how === 'toggle') return toggle(move(state, action.index, false), action.index);
      return move(state, action.index, action.how === 'extend');
    case 'toggle':
      return state.cursor === null ? state : toggle(state, state.cursor);
    case 'select-all':
      return selectMembers(state, state.visible);
    case 'select-members':
      return selectMembers(state, action.members);
    case 'widen':
      return widen(state);
    case 'digit':
      return digit(state, action.digit);
    case 'open-stance':
      return {
        ...state,
        openStance: state.openStance === action.stance ? null : action.stance,
      };
    case 'choose':
      return applyChoice(state, action.value);
    case 'accept-proposal': {
      const proposal = proposalsAtCursor(state)[action.position];
      return proposal ? applyChoice(state, proposal.mark) : state;
    }
    case 'accept-ghost':
      return acceptGhost(state, action.index ?? state.cursor);
    case 'reject-ghost':
      return rejectGhost(state);
    case 'offer-ghosts': {
      const offer = ghostsIn(state);
      return offer.size > 0 ? { ...state, offer, openStance: null } : state;
    }
    case 'accept-offer':
      return state;
    case 'undo':
      return restore(state, undo(state.choices, state.cursor));
    case 'redo':
      return restore(state, redo(state.choices, state.cursor));
    case 'focus':
      if (state.focus === action.on) return state;
      return { ...state, focus: action.on, openStance: null };
    case 'filter':
      return listAgain({ ...state, filter: action.text });
    case 'show':
      return listAgain({ ...state, shows: { ...state.shows, [action.kind]: action.on } });
    case 'go-back':
      return goBack(state);
  }
}

/** Whether Escape has something to take back before it leaves: an offer, an open stance, the filter. */
export function canGoBack(state: TagState): boolean {
  const { offer, openStance, selected, focus, filter } = state;
  const isBegun = offer !== null || openStance !== null || selected.size > 0;
  return isBegun || focus === 'filter' || filter !== '';
}

function destination(state: TagState, to: Movement): number | null {
  const { visible, cursor } = state;
  const last = visible.length - 1;
  const at = cursor === null ? 0 : visible.indexOf(cursor);
  const nearest = (index: number) => visible[Math.min(Math.max(index, 0), last)] ?? null;
  switch (to) {
    case 'next':
      return nearest(at + 1);
    case 'previous':
      return nearest(at - 1);
    case 'first':
      return nearest(0);
    case 'last':
      return nearest(last);
    case 'page-down':
      return nearest(at + PAGE_ROWS);
    case 'page-up':
      return nearest(at - PAGE_ROWS);
    case 'next-untagged':
      return nextUntagged(state);
  }
}

function move(state: TagState, to: number | null, extend: boolean): TagState {
  if (to === null || state.cursor === null) return state;
  if (!extend) return { ...state, cursor: to, extension: null, openStance: null };
  const extension = state.extension ?? { anchor: state.cursor, base: state.selected };
  const ends = [extension.anchor, to];
  const range = state.visible.filter(
    (index) => index >= Math.min(...ends) && index <= Math.max(...ends),
  );
  return {
    ...state,
    cursor: to,
    extension,
    openStance: null,
    selected: new Set([...extension.base, ...range]),
  };
}

function toggle(state: TagState, index: number): TagState {
  const selected = new Set(state.selected);
  if (!selected.delete(index)) selected.add(index);
  return { ...state, selected, extension: null };
}

/** Selects all of `members` beside what is selected; where they all are, takes them out. */
function selectMembers(state: TagState, members: readonly number[]): TagState {
  const areAll = members.length > 0 && members.every((index) => state.selected.has(index));
  const selected = new Set(state.selected);
  for (const index of members) {
    if (areAll) selected.delete(index);
    else if (state.visible.includes(index)) selected.add(index);
  }
  return { ...state, selected, extension: null };
}

function widen(state: TagState): TagState {
  const { cursor, selected } = state;
  if (cursor === null) return state;
  const groups = groupsAround(state.questions, state.visible, cursor);
  // A question in no group is one by itself.
  const all = groups.length > 0 ? groups : [[cursor]];
  const wider = all.find((members) => members.some((index) => !selected.has(index)));
  if (!wider) return state;
  return {
    ...state,
    selected: new Set([...selected, ...wider]),
    extension: null,
  };
}

function digit(state: TagState, pressed: number): TagState {
  if (state.openStance === null) {
    const stance = state.taxonomy.stances[pressed - 1];
    return stance ? { ...state, openStance: stance.id } : state;
  }
  const stance = findStance(state.taxonomy, state.openStance);
  if (!stance) return state;
  if (pressed === 0) return applyChoice(state, { stance: stance.id, stage: null });
  const stage = stance.stages[pressed - 1];
  return stage ? applyChoice(state, { stance: stance.id, stage: stage.id }) : state;
}

function goBack(state: TagState): TagState {
  if (state.openStance !== null) return { ...state, openStance: null };
  if (state.selected.size > 0) return { ...state, selected: new Set(), extension: null };
  return listAgain({ ...state, filter: '', focus: 'list' });
}
