/**
 * What the dashboard tells screen readers beside the focus, in one polite region: how many questions are selected
 * where that changed, else how many fit. Each part with a region of its own would speak over the others.
 */
import { useRef } from 'preact/hooks';
import { useDashboard } from './actions/dashboard-context';

export function Announcements() {
  const { model, strings } = useDashboard();
  const words = strings.dashboard;
  const selected = model.selection.rows.value.length;
  const { total, tagged } = model.shown.totals.value;
  const { phase } = model.progress.value;
  const before = useRef(selected);
  const isOfSelection = selected !== before.current;
  before.current = selected;
  const fitting = `${strings.common.questions(total)} · ${words.number(tagged)} ${words.totalTagged}`;
  const reading = phase === 'stopped' ? words.stopped : words.indexing;
  const said = isOfSelection ? words.selected(selected) : phase === 'ready' ? fitting : reading;
  return (
    <div class="question-stance-for-screen-readers" role="status">
      {said}
    </div>
  );
}
