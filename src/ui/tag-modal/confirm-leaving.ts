/** Asks what is to become of the choices that have not been written. */
import { ConfirmationModal } from 'obsidian';
import type { UiContext } from '../context';

interface WaysOut {
  readonly write: () => void;
  readonly discard: () => void;
}

export function confirmLeaving(
  { app, strings }: Pick<UiContext, 'app' | 'strings'>,
  count: number,
  ways: WaysOut,
): void {
  const { leave, write } = strings.tagging;
  const question = new ConfirmationModal(app);
  question.setTitle(leave.title);
  question.setContent(leave.text(count));
  question.addButton((button) =>
    button.setButtonText(write(count)).setCta().setInitialFocus().onClick(ways.write),
  );
  question.addButton((button) =>
    button.setButtonText(leave.discard).setDestructive().onClick(ways.discard),
  );
  question.addCancelButton(leave.stay);
  question.open();
}
