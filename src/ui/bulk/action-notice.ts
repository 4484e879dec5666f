/** A notice with a button, for what can be taken back at once. */
import { Notice } from 'obsidian';
import { LONG_NOTICE } from '../notices/notice-time';

export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

export interface ShownNotice {
  isShown(): boolean;
  /** Takes the button away, and the notice too where it said nothing but good news. */
  expire(): void;
}

/** `act` runs at most once. Lines that are only good news go sooner where there is nothing to press. */
export function actionNotice(lines: readonly string[], action: NoticeAction | null): ShownNotice {
  const isGoodNews = lines.length <= 1;
  const notice = new Notice(lines.join('\n'), action || !isGoodNews ? LONG_NOTICE : undefined);
  const button = action && addButton(notice, action);
  return {
    isShown: () => notice.messageEl.isConnected,
    expire: () => {
      button?.remove();
      if (isGoodNews) notice.hide();
    },
  };
}

function addButton(notice: Notice, { label, act }: NoticeAction): HTMLElement {
  const button = notice.messageEl.createEl('button', {
    cls: 'question-stance-notice-button',
    text: label,
  });
  button.addEventListener(
    'click',
    () => {
      notice.hide();
      act();
    },
    { once: true },
  );
  return button;
}
