/** Saves a query under a name that is asked for. */
import type { UiContext } from '../context';
import { tellNotSaved } from '../notices/save-failed';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { QueryModal } from './query-modal';

export function askForName(context: UiContext, text: string): void {
  const { app, settings, strings } = context;
  const modal = new QueryModal(app, strings, {
    title: strings.dashboard.saveView.replace(/\s*…$/, ''),
    own: null,
    name: '',
    text,
    settings: () => settings.get(),
    save: (queries) => {
      settings.update({ queries }).catch((error: unknown) => tellNotSaved(strings, error));
    },
  });
  closeWithPlugin(context, modal);
  modal.open();
}
