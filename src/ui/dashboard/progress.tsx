/** How far the first pass over the notes is; nothing once it is done. */
import { useDashboard } from './dashboard-context';

export function Progress({ large = false }: { readonly large?: boolean }) {
  const { model, strings } = useDashboard();
  const words = strings.dashboard;
  const { phase, done, total } = model.progress.value;
  if (phase === 'ready' && !large) return null;
  return (
    <div class={`question-stance-progress ${large ? 'is-large' : ''}`} role="status">
      <span>{words.indexing}</span>
      <progress max={Math.max(1, total)} value={done} aria-label={words.indexing} />
      <span class="question-stance-faint">{words.indexed(done, total)}</span>
    </div>
  );
}
