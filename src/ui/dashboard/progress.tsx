/** How far the reading of notes is, and the way to call it off or to go on; nothing once it is done. */
import { useDashboard } from './actions/dashboard-context';

export function Progress({ large = false }: { readonly large?: boolean }) {
  const { id, model, actions, strings } = useDashboard();
  const words = strings.dashboard;
  const { phase, done, total } = model.progress.value;
  if (phase === 'ready' && !large) return null;
  const isStopped = phase === 'stopped';
  const title = isStopped ? words.stopped : words.indexing;
  return (
    <div class={`question-stance-progress ${large ? 'is-large' : ''}`}>
      <span id={`${id}-progress`}>{title}</span>
      <progress max={Math.max(1, total)} value={done} aria-labelledby={`${id}-progress`} />
      <span class="question-stance-faint">{words.indexed(done, total)}</span>
      {phase === 'indexing' && total > 0 && (
        <button type="button" onClick={() => actions.stopReading()}>
          {words.stopReading}
        </button>
      )}
      {isStopped && (
        <button type="button" onClick={() => actions.resumeReading()}>
          {words.resumeReading}
        </button>
      )}
    </div>
  );
}
