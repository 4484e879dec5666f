/** The switch between the views: a list, rows side by side, what follows what, bars over time, the matrix, paths of stages, a table. */
import { type ViewName, VIEWS } from '../../../core/query';
import { useDashboard } from '../actions/dashboard-context';
import { Switch } from './switch';

const ICONS: { readonly [view in ViewName]: string } = {
  list: 'list',
  compare: 'table-properties',
  transitions: 'spline',
  timeline: 'chart-column-stacked',
  matrix: 'layout-grid',
  path: 'route',
  table: 'table',
};

export function ViewSwitch() {
  const { model, strings } = useDashboard();
  const { view, views } = strings.dashboard;
  return (
    <Switch
      of="view-switch"
      name={view}
      values={VIEWS}
      nameOf={(each) => views[each]}
      icons={ICONS}
      current={model.state.value.view}
      onChoose={(chosen) => model.setView(chosen)}
    />
  );
}
