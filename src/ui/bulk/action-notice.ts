/** A notice with buttons, for what can be taken back or gone on with at once. */
import { Notice } from 'obsidian';
import { LONG_NOTICE } from '../notices/notice-time';

export interface NoticeAction {
  readonly label: string;
  readonly act: () => void;
}

export interface ShownNotice {
  isShown(): boolean;
  /** Takes the buttons away, and the notice too where it said nothing but good news. */
  expire(): void;
}

/** One of `actions` runs, once. Lines that are only good news go sooner where there is nothing to press. */
export function actionNotice(
  lines: readonly string[],
  actions: readonly NoticeAction[] = [],
): ShownNotice {
  const isGoodNews = lines.length <= 1;
  const staysLong = actions.length > 0 || !isGoodNews;
  const notice = new Notice(lines.join('\n'), staysLong ? LONG_NOTICE : undefined);
  const buttons = actions.map((action) => addButton(notice, action));
  return {
    isShown: () => notice.messageEl.isConnected,
    expire: () => {
      for (const button of buttons) button.remove();
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
