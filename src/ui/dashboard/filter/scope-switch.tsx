/** The switch between the user's articles, the active note and the whole vault. */
import { SCOPE_KINDS, type ScopeKind } from '../model/dashboard-state';
import { SpokenName } from '../../parts/spoken-name';
import { useDashboard } from '../actions/dashboard-context';

export function ScopeSwitch() {
  const { id, model, strings } = useDashboard();
  const words = strings.dashboard;
  const names: { readonly [kind in ScopeKind]: string } = {
    articles: words.scopeArticles,
    note: words.scopeNote,
    vault: words.scopeVault,
  };
  const current = model.state.value.scope;
  return (
    <div class="question-stance-scope" role="group" aria-labelledby={`${id}-scope`}>
      <SpokenName id={`${id}-scope`} name={words.scope} />
      {SCOPE_KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          class="question-stance-scope-option"
          aria-pressed={kind === current}
          onClick={() => model.setScope(kind)}
        >
          {names[kind]}
        </button>
      ))}
    </div>
  );
}
