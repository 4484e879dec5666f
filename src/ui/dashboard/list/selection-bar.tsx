/** What can be done with the selected questions; shown while there are any. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isConflict, SKIP } from '../../../core/model/question';
import { useDashboard } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import { clearSelection } from '../model/list-selection';

export function SelectionBar() {
  const { id, model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const rows = model.selection.rows.value;
  // The bar goes with the selection, and the button that was pressed with it: the list goes on.
  const bar = useRef<HTMLDivElement>(null);
  const hasFocus = bar.current?.contains(bar.current.doc.activeElement) === true;
  useLayoutEffect(() => {
    if (rows.length === 0 && hasFocus) actions.focus.keep();
  }, [rows.length === 0]);
  if (rows.length === 0) return null;
  return (
    <div
      ref={bar}
      class="question-stance-selection-bar"
      role="toolbar"
      aria-labelledby={`${id}-selected`}
    >
      <span id={`${id}-selected`} class="question-stance-selection-count">
        {words.selected(rows.length)}
      </span>
      <button type="button" class="mod-cta" onClick={() => actions.marks.tag(rows)}>
        {words.tag}
      </button>
      {rows.some(({ question }) => isConflict(question)) && (
        <button type="button" onClick={() => void actions.marks.keepFirst(rows)}>
          {strings.bulk.resolve.keepFirst}
        </button>
      )}
      <button type="button" onClick={() => void actions.marks.mark(rows, null)}>
        {words.clearTag}
      </button>
      <button
        type="button"
        onClick={() => void actions.marks.mark(rows, { stance: SKIP, stage: null })}
      >
        {words.notAQuestion}
      </button>
      <button type="button" onClick={() => actions.saveAsFile(rows)}>
        {strings.saving.menu}
      </button>
      <button
        type="button"
        class="question-stance-bare-button"
        aria-label={words.unselect}
        onClick={() => model.selection.select(clearSelection)}
      >
        <Icon name="x" />
      </button>
    </div>
  );
}
