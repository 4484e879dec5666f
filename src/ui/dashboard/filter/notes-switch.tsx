/** The switch between the user's articles, the active note and the whole vault. */
import { LISTED_NOTES } from '../state/dashboard-state';
import { useDashboard } from '../actions/dashboard-context';
import { choiceName } from '../model/arrangement';
import { Switch } from './switch';

export function NotesSwitch() {
  const { model, strings } = useDashboard();
  const words = strings.dashboard;
  return (
    <Switch
      of="notes-switch"
      name={words.notesToShow}
      values={LISTED_NOTES}
      nameOf={(each) => choiceName(each, words)}
      current={model.state.value.notes}
      onChoose={(notes) => model.setNotes(notes)}
    />
  );
}
