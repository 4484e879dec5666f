/**
 * What the modal «Tag questions in this note» shows: which of the note's questions are listed, how many count, and which
 * the next choice is for. Questions are named by their index in `questions` throughout.
 */
import type { RefusedChange } from '../../core/marks/change';
import { isListed, isSkipped, SKIP, type Question } from '../../core/model/question';
import type { Taxonomy } from '../../core/model/taxonomy';
import { foldText } from '../../core/query';
import type { QuestionProposals } from '../../core/suggest/note-proposals';
import type { SuggestMode } from '../../core/suggest/suggest-mode';
import type { Ghost } from '../../core/suggest/proposals';
import { countedMarkToBe, markToBe, type ChoiceHistory } from './choices';

/** Questions that are listed only when asked for. */
export const HIDDEN_KINDS = ['embedded', 'unmarked', 'skipped'] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];
export type Shows = { readonly [kind in HiddenKind]: boolean };

export interface TagState {
  readonly taxonomy: Taxonomy;
  /** All questions of the note, listed or not, in its order. */
  readonly questions: readonly Question[];
  /** Those in the list now. */
  readonly visible: readonly number[];
  readonly choices: ChoiceHistory;
  readonly mode: SuggestMode;
  /** What is proposed, as far as it is worked out; which of it may stand says `suggested.ts`. */
  readonly suggested: ReadonlyMap<number, QuestionProposals>;
  /** The ghosts that were asked about all at once, while that is not answered. */
  readonly offer: ReadonlyMap<number, NonNullable<Ghost>> | null;
  readonly cursor: number | null;
  readonly selected: ReadonlySet<number>;
  /** While Shift extends: where it started and what was selected before. */
  readonly extension: { readonly anchor: number; readonly base: ReadonlySet<number> } | null;
  /** The stance chosen, its stage not yet. */
  readonly openStance: string | null;
  readonly filter: string;
  readonly focus: 'list' | 'filter';
  readonly shows: Shows;
  /** What the last writing could not write; the note had changed. */
  readonly unwritten: readonly RefusedChange[];
}

/** The questions that the next choice is for: the selected ones, else the one at the cursor. */
export function targetsOf(state: TagState): readonly number[] {
  if (state.selected.size > 0) return state.visible.filter((index) => state.selected.has(index));
  return state.cursor === null ? [] : [state.cursor];
}

/** Why a question is not listed without being asked for; null where it is. */
export function hiddenAs(question: Question): HiddenKind | null {
  if (isListed(question)) return null;
  if (isSkipped(question)) return 'skipped';
  return question.kind === 'unmarked' ? 'unmarked' : 'embedded';
}

/** How many questions count (listed, or given a tag here), and how many of them will have a tag. */
export function tally(state: TagState): { readonly listed: number; readonly tagged: number } {
  let listed = 0;
  let tagged = 0;
  state.questions.forEach((question, index) => {
    const mark = markToBe(state.choices.now, state.questions, index);
    if (mark?.stance === SKIP || (mark === null && hiddenAs(question) !== null)) return;
    listed += 1;
    if (countedMarkToBe(state.choices.now, state.questions, index)) tagged += 1;
  });
  return { listed, tagged };
}

/** The state with the questions listed that its filter and what it shows ask for. */
export function listAgain(state: TagState): TagState {
  const wanted = foldText(state.filter.trim());
  const visible = state.questions.flatMap((question, index) => {
    const hidden = hiddenAs(question);
    const isShown = hidden === null || state.shows[hidden] || state.choices.now.has(index);
    return isShown && matches(question, wanted) ? [index] : [];
  });
  const { cursor } = state;
  const stays = cursor !== null && visible.includes(cursor);
  const nearest = visible.find((index) => index >= (cursor ?? 0)) ?? visible[visible.length - 1];
  return {
    ...state,
    visible,
    cursor: stays ? cursor : (nearest ?? null),
    // A choice must never reach a question that is out of sight.
    selected: new Set(visible.filter((index) => state.selected.has(index))),
    extension: null,
  };
}

function matches(question: Question, wanted: string): boolean {
  if (wanted === '') return true;
  const { text, label, speaker, section } = question;
  return [text, label, speaker, ...section].some(
    (part) => part !== null && foldText(part).includes(wanted),
  );
}
