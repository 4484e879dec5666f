/** Asks what is to become of the choices that have not been written. */
import { ConfirmationModal } from 'obsidian';
import { nameDialog } from '../parts/dialog-name';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { returnKeyboard } from '../parts/return-focus';
import type { UiContext } from '../context';

interface WaysOut {
  readonly write: () => void;
  readonly discard: () => void;
}

export function confirmLeaving(
  context: Pick<UiContext, 'app' | 'operations' | 'strings'>,
  count: number,
  ways: WaysOut,
): void {
  const { leave, write } = context.strings.tagging;
  const question = new ConfirmationModal(context.app);
  question.modalEl.addClass('question-stance-confirmation');
  closeWithPlugin(context, question);
  returnKeyboard(question);
  question.setTitle(leave.title);
  nameDialog(question, 'question-stance-leaving-name');
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
