/** What the plugin offers for changes to many questions: undo and redo, another way of writing, copies without tags. */
import type { Plugin } from 'obsidian';
import type { Journal } from '../../vault/writing/journal';
import { activeNote } from '../parts/active-note';
import type { UiContext } from '../context';
import { copyNote, copySelection } from './copy-clean';
import { openFormatModal } from './format-modal';
import { registerChangeLinks } from './link-offer';
import { offerRecovery } from './offer-recovery';
import { takeBack } from './undo-actions';

export { openFormatModal } from './format-modal';

/** Registers the commands, lets the journal follow renames, and looks for what a crash left. */
export function registerBulk(
  host: Pick<Plugin, 'addCommand' | 'registerEvent'>,
  context: UiContext,
  journal: Pick<Journal, 'rename'>,
): void {
  const { app, strings } = context;
  const { commands } = strings.bulk;
  for (const way of ['undo', 'redo'] as const) {
    host.addCommand({
      id: `${way}-tagging`,
      name: commands[way],
      icon: way,
      callback: () => void takeBack(context, way),
    });
  }
  host.addCommand({
    id: 'change-format',
    name: commands.format,
    icon: 'replace-all',
    callback: () => openFormatModal(context),
  });
  host.addCommand({
    id: 'copy-note',
    name: commands.copyNote,
    icon: 'copy',
    checkCallback: (checking) => {
      const file = activeNote(context);
      if (file && !checking) void copyNote(context, file);
      return file !== null;
    },
  });
  host.addCommand({
    id: 'copy-selection',
    name: commands.copySelection,
    icon: 'copy',
    editorCheckCallback: (checking, editor) => {
      if (!editor.somethingSelected()) return false;
      if (!checking) void copySelection(context, editor);
      return true;
    },
  });
  registerChangeLinks(host, context, commands.changeLinks);
  app.workspace.onLayoutReady(() => {
    host.registerEvent(
      app.vault.on('rename', (file, from) => void journal.rename(from, file.path)),
    );
    void offerRecovery(context);
  });
}
