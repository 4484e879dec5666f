/** Notes outside the scope are read only once somebody looks at them. */
import { effect } from '@preact/signals';
import type { App } from 'obsidian';
import type { DashboardModel } from '../model/dashboard-model';
import type { DashboardServices } from '../model/dashboard-services';

/** Has the notes read that `model` looks at, whichever they come to be; the result ends that. */
export function askForNotes(
  { vault }: Pick<App, 'vault'>,
  { notes }: Pick<DashboardModel, 'notes'>,
  services: Pick<DashboardServices, 'includeAll' | 'includeNote' | 'includeNotes'>,
): () => void {
  return effect(() => {
    const choice = notes.value;
    if (choice?.kind === 'vault') void services.includeAll();
    if (choice?.kind === 'given') {
      const paths = [...choice.notes.paths];
      services.includeNotes(paths.flatMap((path) => vault.getFileByPath(path) ?? []));
    }
    if (choice?.kind !== 'note') return;
    const file = vault.getFileByPath(choice.path);
    if (file) services.includeNote(file);
  });
}
