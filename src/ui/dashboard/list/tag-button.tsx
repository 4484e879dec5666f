/** A question's tag, as a button that changes it; in its place what is suggested, where that may stand alone. */
import { useRef } from 'preact/hooks';
import type { Row } from '../../../core/query';
import { isConflict, markOf } from '../../../core/model/question';
import { holdsGap } from '../../../core/text/gap';
import { markLabel, StanceChip } from '../../parts/stance-chip';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import { whyLine } from '../../suggest/why-line';
import { useGhost } from '../ghosts/use-ghost';

export function TagButton({ row }: { readonly row: Row }) {
  const { actions, strings } = useDashboard();
  const words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const ghost = useGhost(actions.ghosts, row, button)?.ghost ?? null;
  const mark = ghost?.mark ?? markOf(row.question);
  const name = isConflict(row.question)
    ? strings.common.conflict
    : markLabel(mark, words.taxonomy, words.language, strings);
  const isBegun = mark !== null && !ghost && holdsGap(row.question.text);
  const label = ghost
    ? strings.common.suggested(name)
    : isBegun
      ? strings.common.begun(name)
      : name;
  const why = ghost?.whys[0];
  const said = strings.dashboard.changeTag(label);
  return (
    <button
      ref={button}
      type="button"
      tabIndex={-1}
      class="question-stance-chip-button"
      aria-label={why ? `${said} · ${whyLine(why, words)}` : said}
      onClick={(event) => {
        event.stopPropagation();
        actions.marks.tag([row]);
      }}
    >
      {isConflict(row.question) && (
        <span class="question-stance-conflict" aria-hidden="true">
          <Icon name="alert-triangle" />
        </span>
      )}
      <StanceChip mark={mark} pending={isBegun} ghost={ghost !== null} {...words} />
    </button>
  );
}
