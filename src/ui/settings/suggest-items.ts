/** Suggestions in the settings tab: which there are, what they have learnt on this vault, and the way to forget it. */
import type { App, Setting, SettingDefinition } from 'obsidian';
import { SOURCES } from '../../core/suggest/opinion';
import type { Strings } from '../../i18n';
import { CHOICES } from '../../settings/schema';
import type { Suggester } from '../../vault/suggest/suggester';
import { confirm } from './confirm';
import { drawLearnt } from './learnt-table';
import { optionsOf } from './setting-items';

export interface SuggestItemsParts {
  readonly app: App;
  readonly strings: Strings;
  readonly suggester: Pick<Suggester, 'records' | 'rejections' | 'forget' | 'subscribe'>;
}

export function suggestItems(parts: SuggestItemsParts): SettingDefinition[] {
  const { strings, suggester } = parts;
  const words = strings.suggest.settings;
  return [
    {
      name: words.mode,
      desc: words.modeDesc,
      control: {
        type: 'dropdown',
        key: 'suggest.mode',
        options: optionsOf(CHOICES.suggestMode, words.modes),
      },
    },
    {
      name: words.learnt,
      render: ({ descEl }) =>
        follow(suggester, () => drawLearnt(descEl, suggester.records, strings)),
    },
    {
      name: words.forget,
      desc: words.forgetDesc,
      render: (setting) => addForget(setting, parts),
    },
  ];
}

function addForget(setting: Setting, { app, strings, suggester }: SuggestItemsParts): () => void {
  const words = strings.suggest.settings;
  const learntFrom = () => SOURCES.filter((source) => suggester.records[source]).length;
  let stop = (): void => undefined;
  setting.addButton((button) => {
    button.setButtonText(words.forgetButton).onClick(() =>
      confirm(app, strings, {
        title: words.forgetTitle,
        text: words.forgetText(learntFrom(), suggester.rejections),
        button: words.forgetButton,
        act: () => suggester.forget(),
      }),
    );
    stop = follow(suggester, () => {
      button.setDisabled(learntFrom() === 0 && suggester.rejections === 0);
    });
  });
  return stop;
}

/** Shows it now, and whenever it may be other. */
function follow(suggester: Pick<Suggester, 'subscribe'>, show: () => void): () => void {
  show();
  return suggester.subscribe(show);
}
