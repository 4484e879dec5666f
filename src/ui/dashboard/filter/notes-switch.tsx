/** The switch between the user's articles, the active note and the whole vault. */
import { NOTE_CHOICES } from '../state/dashboard-state';
import { useDashboard } from '../actions/dashboard-context';
import { Switch } from './switch';

export function NotesSwitch() {
  const { model, strings } = useDashboard();
  const words = strings.dashboard;
  const names = {
    articles: words.choiceArticles,
    note: words.choiceNote,
    vault: words.choiceVault,
  };
  return (
    <Switch
      of="notes-switch"
      name={words.notesToShow}
      values={NOTE_CHOICES}
      nameOf={(each) => names[each]}
      current={model.state.value.notes}
      onChoose={(notes) => model.setNotes(notes)}
    />
  );
}
