/** A notice with a button, for what can be taken back at once. */
import { Notice } from 'obsidian';
import { LONG_NOTICE } from '../notice-time';

/** `act` runs at most once. Lines that are only good news go sooner where there is nothing to press. */
export function actionNotice(
  lines: readonly string[],
  action: { readonly label: string; readonly act: () => void } | null,
): void {
  const notice = new Notice(lines.join('\n'), action || lines.length > 1 ? LONG_NOTICE : undefined);
  if (!action) return;
  const button = notice.messageEl.createEl('button', {
    cls: 'question-stance-notice-button',
    text: action.label,
  });
  button.addEventListener(
    'click',
    () => {
      notice.hide();
      action.act();
    },
    { once: true },
  );
}
