/** How many notes and questions fit the filter, and how many of those are tagged. */
import { useDashboard } from '../actions/dashboard-context';
import { StrayTotal } from './stray-total';

export function Totals() {
  const { model, strings } = useDashboard();
  const words = strings.dashboard;
  const { notes, total, tagged, untagged } = model.shown.totals.value;
  const numbers = [
    { id: 'notes', count: notes, name: words.totalNotes(notes) },
    { id: 'questions', count: total, name: words.totalQuestions(total) },
    { id: 'tagged', count: tagged, name: words.totalTagged },
    { id: 'untagged', count: untagged, name: words.totalUntagged },
  ];
  return (
    <div class="question-stance-totals">
      {numbers.map(({ id, count, name }) => (
        <span key={id} class="question-stance-total" data-total={id}>
          <b>{words.number(count)}</b> {name}
        </span>
      ))}
      <StrayTotal />
    </div>
  );
}
