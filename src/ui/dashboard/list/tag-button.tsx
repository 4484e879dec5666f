/** A question's tag, as a button that changes it. */
import type { Row } from '../../../core/query';
import { isConflict, markOf } from '../../../core/model/question';
import { holdsGap } from '../../../core/text/gap';
import { markLabel, StanceChip } from '../../parts/stance-chip';
import { useDashboard, useWords } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';

export function TagButton({ row }: { readonly row: Row }) {
  const { actions, strings } = useDashboard();
  const words = useWords();
  const mark = markOf(row.question);
  const name = isConflict(row.question)
    ? strings.common.conflict
    : markLabel(mark, words.taxonomy, words.language, strings);
  const isBegun = mark !== null && holdsGap(row.question.text);
  const label = isBegun ? strings.common.begun(name) : name;
  return (
    <button
      type="button"
      tabIndex={-1}
      class="question-stance-chip-button"
      aria-label={strings.dashboard.changeTag(label)}
      onClick={(event) => {
        event.stopPropagation();
        actions.tag([row]);
      }}
    >
      {isConflict(row.question) && (
        <span class="question-stance-conflict" aria-hidden="true">
          <Icon name="alert-triangle" />
        </span>
      )}
      <StanceChip mark={mark} pending={isBegun} {...words} />
    </button>
  );
}
