/** What is asked, in words: each part of the filter with how many questions it fits alone, then how they are shown. */
import { type Condition, isNegation, isTerm } from '../../../core/query';
import type { Wording } from '../../parts/wording';
import { SpokenName } from '../../parts/spoken-name';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import { arrangementIn, choiceName } from '../model/arrangement';
import { termLabel } from '../model/term-label';

export function Explanation() {
  const { id, model, actions, strings } = useDashboard();
  const wording = useWords();
  const words = strings.dashboard;
  const state = model.state.value;
  if (!state.explain) return null;
  const { listed, totals, explained } = model.shown;
  const { parts, more } = explained.value;
  return (
    <section class="question-stance-explanation" aria-labelledby={`${id}-explanation`}>
      <SpokenName id={`${id}-explanation`} name={words.explanation} />
      <ul>
        <Part text={choiceName(state.notes, words)} count={listed.value} depth={0} />
        {parts.map(({ condition, depth, matched }, at) => (
          <Part key={at} text={partLabel(condition, wording)} count={matched} depth={depth + 1} />
        ))}
        {more > 0 && <li class="question-stance-faint">{strings.common.andMore(more)}</li>}
        <Part text={words.fitsAll} count={totals.value.total} depth={0} />
        <li class="question-stance-faint">{arrangementIn(state, words).join(' · ')}</li>
      </ul>
      <button
        type="button"
        class="question-stance-bare-button"
        aria-label={words.stopExplaining}
        onClick={() => {
          model.setExplained(false);
          actions.focus.toSearch();
        }}
      >
        <Icon name="x" />
      </button>
    </section>
  );
}

interface PartProps {
  readonly text: string;
  readonly count: number;
  readonly depth: number;
}

function Part({ text, count, depth }: PartProps) {
  const { strings } = useDashboard();
  return (
    <li style={{ '--question-stance-depth': depth }}>{strings.dashboard.cell(text, count)}</li>
  );
}

/** A condition by its name; of what holds several together, how: they stand below. */
function partLabel(condition: Condition, wording: Wording): string {
  const words = wording.strings.dashboard;
  if (isTerm(condition)) return termLabel(condition, wording);
  if (isNegation(condition)) return words.not(partLabel(condition.not, wording));
  return condition.any.length === 1 ? words.allOf : words.anyOf;
}
