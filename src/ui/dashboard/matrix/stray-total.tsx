/** How many tags belong to no question, beside the numbers of those that do; it leads to the notes they stand in. */
import { useDashboard } from '../actions/dashboard-context';

export function StrayTotal() {
  const { actions, model, strings } = useDashboard();
  const words = strings.dashboard;
  const count = model.strays.value.reduce((sum, note) => sum + note.count, 0);
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="question-stance-stray-total"
      onClick={(event) => actions.showStrays(event.currentTarget)}
    >
      <b>{words.number(count)}</b> {words.strays(count)}
    </button>
  );
}
