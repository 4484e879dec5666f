/** The switch between the user's articles, the active note and the whole vault. */
import { NOTE_CHOICES, type NoteChoiceKind } from '../state/dashboard-state';
import { SpokenName } from '../../parts/spoken-name';
import { useDashboard } from '../actions/dashboard-context';

export function NotesSwitch() {
  const { id, model, strings } = useDashboard();
  const words = strings.dashboard;
  const names: { readonly [kind in NoteChoiceKind]: string } = {
    articles: words.choiceArticles,
    note: words.choiceNote,
    vault: words.choiceVault,
  };
  const current = model.state.value.notes;
  return (
    <div class="question-stance-notes-switch" role="group" aria-labelledby={`${id}-notes-switch`}>
      <SpokenName id={`${id}-notes-switch`} name={words.notesToShow} />
      {NOTE_CHOICES.map((kind) => (
        <button
          key={kind}
          type="button"
          class="question-stance-notes-choice"
          aria-pressed={kind === current}
          onClick={() => model.setNotes(kind)}
        >
          {names[kind]}
        </button>
      ))}
    </div>
  );
}
