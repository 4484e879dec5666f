/** The matrix above a list, which collapses to one line: each stance's stages side by side, shaded, with their sum. */
import { useRef } from 'preact/hooks';
import { localized } from '../../../core/model/taxonomy';
import { stageKey } from '../../../core/model/stage-key';
import { activeTaxonomy } from '../../../settings/taxonomies';
import { Icon } from '../../parts/icon';
import { useDashboard } from '../actions/dashboard-context';
import { MatrixCells, MatrixSection } from './matrix';
import { useMatrixCollapse } from './use-matrix-collapse';

export function CollapsibleMatrix({ scroller }: { readonly scroller: HTMLElement }) {
  const { model, strings, language } = useDashboard();
  const words = strings.dashboard;
  const { stances } = activeTaxonomy(model.settings.value);
  const { byStage, byStance } = model.shown.matrix.value;
  const element = useRef<HTMLElement>(null);
  const content = stances.map(({ stages }) => stages.length).join();
  const { isCollapsed, toggle } = useMatrixCollapse(element, scroller, content);
  const most = Math.max(1, ...byStage.values());
  const sums = stances.map((stance) => ({ stance, sum: byStance.get(stance.id) ?? 0 }));
  const told = sums.map(({ stance, sum }) => words.cell(localized(stance.label, language), sum));
  return (
    <MatrixSection element={element} class={isCollapsed ? 'is-collapsed' : ''}>
      <button
        type="button"
        class="question-stance-bare-button question-stance-matrix-toggle"
        aria-expanded={!isCollapsed}
        aria-label={[words.matrix, ...(isCollapsed ? told : [])].join('\n')}
        onClick={toggle}
      >
        <Icon name="chevron-down" />
        {isCollapsed &&
          sums.map(({ stance, sum }) => (
            <span
              key={stance.id}
              class={`question-stance-collapsed-stance question-stance-color-${stance.color}`}
            >
              {stance.stages.map(({ id: stage }) => {
                const count = byStage.get(stageKey({ stance: stance.id, stage })) ?? 0;
                return (
                  <span
                    key={stage}
                    class={`question-stance-collapsed-stage ${count === 0 ? 'is-empty' : ''}`}
                    style={{ '--question-stance-shade': (count / most).toFixed(3) }}
                  />
                );
              })}
              {/* Drawn by the style: the button's name, which is its tooltip too, says it in words. */}
              <b data-sum={words.number(sum)} />
            </span>
          ))}
      </button>
      {!isCollapsed && <MatrixCells />}
    </MatrixSection>
  );
}
