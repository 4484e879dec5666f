/** The matrix by itself, with what each stage asks, and the way to the questions that its cells have chosen. */
import { useImperativeHandle, useRef } from 'preact/hooks';
import { useDashboard } from '../actions/dashboard-context';
import { Icon } from '../../parts/icon';
import type { ViewProps } from '../list/question-list';
import { MatrixCells, MatrixSection } from './matrix';

export function MatrixView({ handle }: ViewProps) {
  const { model, strings } = useDashboard();
  const view = useRef<HTMLDivElement>(null);
  useImperativeHandle(handle, () => ({
    focus: () => view.current?.querySelector('button')?.focus(),
    hasFocus: () => view.current?.contains(view.current.doc.activeElement) === true,
  }));
  const { total } = model.shown.totals.value;
  return (
    <div ref={view} class="question-stance-matrix-view question-stance-main">
      <MatrixAlone />
      {total > 0 && (
        <button type="button" class="mod-cta" onClick={() => model.setView('list')}>
          {strings.dashboard.showQuestions(total)}
          <Icon name="arrow-right" />
        </button>
      )}
    </div>
  );
}

export function MatrixAlone() {
  return (
    <MatrixSection class="is-large">
      <MatrixCells />
    </MatrixSection>
  );
}
