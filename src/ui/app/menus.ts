/** Entries in the editor's context menu and a note's file menu, and the ribbon's icon. */
import { Notice, TFile, type EventRef, type IconName, type Menu, type MenuItem } from 'obsidian';
import { activeNote } from '../parts/active-note';
import { EDITOR_ACTIONS, TAG_NOTE_ICON } from './commands';
import type { UiContext } from '../context';
import { openTagModal } from '../tag-modal/tag-modal';

/** Whoever keeps event hooks and ribbon icons until unload: the plugin. */
export interface MenuHost {
  registerEvent(event: EventRef): void;
  addRibbonIcon(icon: IconName, title: string, callback: (event: MouseEvent) => void): HTMLElement;
}

const SECTION = 'action';

export function registerMenus(host: MenuHost, context: UiContext): void {
  const { app, strings } = context;
  const { commands } = strings.tagging;
  const addTagNote = (menu: Menu, file: TFile) =>
    menu.addItem((item) =>
      entry(item, commands.tagNote, TAG_NOTE_ICON).onClick(() => void openTagModal(context, file)),
    );

  host.registerEvent(
    app.workspace.on('editor-menu', (menu, editor, { file }) => {
      if (!file) return;
      for (const { inMenu, name, icon, applies, run } of EDITOR_ACTIONS) {
        if (!inMenu || !applies(context, editor)) continue;
        menu.addItem((item) =>
          entry(item, name(strings), icon).onClick(() => run(context, editor, file)),
        );
      }
      addTagNote(menu, file);
    }),
  );
  host.registerEvent(
    app.workspace.on('file-menu', (menu, file) => {
      if (file instanceof TFile && file.extension === 'md') addTagNote(menu, file);
    }),
  );
  host.addRibbonIcon(TAG_NOTE_ICON, commands.tagNote, () => {
    const file = activeNote(context);
    if (file) void openTagModal(context, file);
    else new Notice(strings.tagging.notices.noNote);
  });
}

function entry(item: MenuItem, title: string, icon: IconName): MenuItem {
  return item.setTitle(title).setIcon(icon).setSection(SECTION);
}
