/**
 * What is suggested for the questions of the modal, as its rows and keys see it: without what was rejected here, and
 * only where it may stand. Nothing of it is a choice until a key makes it one.
 */
import { markOf } from '../../core/model/question';
import { stageKey } from '../../core/model/stage-key';
import { GHOST } from '../../core/suggest/ghost';
import type { QuestionProposals } from '../../core/suggest/note-proposals';
import type { Source } from '../../core/suggest/opinion';
import type { Ghost, Proposal } from '../../core/suggest/proposals';
import { rejectionOf } from '../../core/suggest/rejection';
import { holdsGap } from '../../core/text/gap';
import type { Strings } from '../../i18n';
import { shortText } from '../notices/short-text';
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

/** Why ghosts stand where they do: how many for each reason, the commonest first. */
export interface GhostReason {
  readonly source: Source;
  /** Of the label, heading or person; null where the source has none. */
  readonly name: string | null;
  readonly count: number;
}

export function reasonsOf(ghosts: Iterable<StandingGhost>): readonly GhostReason[] {
  const reasons = new Map<string, GhostReason>();
  for (const { lead, whys } of ghosts) {
    const why = whys.find(({ source }) => source === lead);
    const name = why && 'name' in why ? why.name : null;
    const key = `${lead} ${name ?? ''}`;
    reasons.set(key, { source: lead, name, count: (reasons.get(key)?.count ?? 0) + 1 });
  }
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}

/** Beyond these, reasons are counted together. */
const MOST_REASONS = 3;

/** How many suggestions would be accepted, and why they stand there, in a line. */
export function offerLine(offer: NonNullable<TagState['offer']>, strings: Strings): string {
  const { offer: line, reasons: words } = strings.tagging.suggest;
  const all = reasonsOf(offer.values());
  const said = all.slice(0, MOST_REASONS).map(({ source, name, count }) => {
    const isShared = source === 'label' || source === 'section' || source === 'asker';
    return isShared ? words[source](count, shortText(name ?? '')) : words[source](count);
  });
  const others = all.slice(MOST_REASONS).reduce((sum, { count }) => sum + count, 0);
  const parts = others > 0 ? [...said, words.others(others)] : said;
  return line(offer.size, parts.join(strings.common.listed));
}

/** How sure a proposal is, as far as it can be told apart at a glance. */
export function likelihoodOf({
  probability,
}: Proposal): keyof Strings['tagging']['suggest']['likely'] {
  if (probability >= GHOST) return 'sure';
  if (probability >= 0.5) return 'probable';
  return probability >= 0.2 ? 'possible' : 'faint';
}

function isRejected({ choices }: Pick<TagState, 'choices'>, text: string, stage: string): boolean {
  return choices.rejected.size > 0 && choices.rejected.has(rejectionOf(text, stage));
}
