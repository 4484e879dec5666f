/**
 * What the modal tells screen readers beside the focus, in one polite region: the choice that was made, else what
 * the next one is for. Two regions would speak over each other.
 */
import { useRef } from 'preact/hooks';
import { sameMark } from '../../core/model/mark';
import { markOfKey } from '../../core/model/stage-key';
import { markPath } from '../parts/stance-chip';
import { markToBe } from './choices';
import type { TagPartProps } from './modal-environment';
import { offerLine } from './suggested';
import { tally, targetsOf, type TagState } from './tag-state';

export function TagAnnouncements({ environment, state }: TagPartProps) {
  const { taxonomy, language, strings, noteName } = environment;
  const before = useRef(state);
  const said = useRef('');
  const changed = chosenSince(before.current, state);
  const [first] = changed;
  const { rejected } = state.choices;
  const isRejected = rejected.size > before.current.choices.rejected.size;
  const rejection = isRejected ? [...rejected.values()].pop() : undefined;
  if (state.offer !== null) {
    said.current = offerLine(state.offer, strings);
  } else if (rejection) {
    const stage = markPath(markOfKey(rejection.stage), taxonomy, language, strings);
    said.current = strings.tagging.suggest.rejected(stage);
  } else if (first !== undefined) {
    const mark = markToBe(state.choices.now, state.questions, first);
    said.current = strings.tagging.chosen(
      changed.length,
      markPath(mark, taxonomy, language, strings),
    );
  } else if (state.selected !== before.current.selected && state.selected.size > 0) {
    said.current = strings.tagging.forMany(targetsOf(state).length);
  } else if (said.current === '' || state.visible !== before.current.visible) {
    const { listed, tagged } = tally(state);
    said.current = strings.tagging.summary(noteName, listed, tagged);
  }
  before.current = state;
  return (
    <div class="question-stance-for-screen-readers" role="status">
      {said.current}
    </div>
  );
}

/** The questions whose mark to be a choice has made another. */
function chosenSince(before: TagState, { choices, questions }: TagState): readonly number[] {
  const [then, now] = [before.choices.now, choices.now];
  // A note that is read anew has none yet: what was chosen before is written by then, or could not be.
  if (then === now || before.questions !== questions) return [];
  return [...new Set([...then.keys(), ...now.keys()])].filter(
    (index) =>
      then.has(index) !== now.has(index) ||
      !sameMark(markToBe(then, questions, index), markToBe(now, questions, index)),
  );
}
