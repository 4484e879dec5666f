/** Asks before something that the settings hold goes for good. */
import { ConfirmationModal, type App } from 'obsidian';
import type { Strings } from '../../i18n';
import { nameDialog } from '../parts/dialog-name';
import { returnKeyboard } from '../parts/return-focus';

export interface Confirmation {
  readonly title: string;
  /** What goes, and what stays. */
  readonly text: string;
  readonly button: string;
  readonly act: () => void;
}

export function confirm(
  app: App,
  strings: Strings,
  { title, text, button, act }: Confirmation,
): void {
  const question = new ConfirmationModal(app);
  question.modalEl.addClass('question-stance-confirmation');
  returnKeyboard(question);
  question.setTitle(title);
  nameDialog(question, 'question-stance-confirmation-name');
  question.setContent(text);
  question.addButton((component) => component.setButtonText(button).setDestructive().onClick(act));
  question.addCancelButton(strings.common.cancel);
  question.open();
}
