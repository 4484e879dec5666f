/** «Saved queries»: the menu that shows one, and saves what is shown. */
import { Menu } from 'obsidian';
import type { UiContext } from '../../../context';
import { askForName } from '../../../saved-queries/ask-for-name';
import type { DashboardModel } from '../../model/dashboard-model';
import { showBelow } from './arrange-menus';
import { tellProblems } from '../../../saved-queries/query-problems';

export interface SavedMenuParts {
  readonly context: UiContext;
  readonly model: DashboardModel;
  readonly openSettings: () => void;
  /** Asks which one is to be saved as a file. */
  readonly saveAsFile: () => void;
  /** A link to what is shown. */
  readonly copyLink: () => void;
}

export function showSavedMenu(button: HTMLElement, parts: SavedMenuParts): void {
  const { context, model, openSettings, saveAsFile, copyLink } = parts;
  const words = context.strings.dashboard;
  const { queries } = context.settings.get();
  const shown = model.query.asText();
  const menu = new Menu();
  for (const { name, text } of queries) {
    menu.addItem((item) =>
      item
        .setTitle(name)
        .setChecked(text === shown)
        .onClick(() => tellProblems(context.strings, model.query.show(text))),
    );
  }
  if (queries.length > 0) menu.addSeparator();
  menu.addItem((item) =>
    item
      .setTitle(words.saveView)
      .setIcon('bookmark-plus')
      .onClick(() => askForName(context, model.query.asText())),
  );
  menu.addItem((item) =>
    item
      .setTitle(words.copyLink)
      .setIcon('link')
      .onClick(() => copyLink()),
  );
  if (queries.length > 0) {
    menu.addItem((item) =>
      item
        .setTitle(context.strings.saving.query)
        .setIcon('file-down')
        .onClick(() => saveAsFile()),
    );
  }
  const { explain } = model.state.peek();
  menu.addItem((item) =>
    item
      .setTitle(words.explain)
      .setIcon('list-checks')
      .setChecked(explain)
      .onClick(() => model.setExplained(!explain)),
  );
  menu.addItem((item) =>
    item
      .setTitle(words.editSaved)
      .setIcon('settings')
      .onClick(() => openSettings()),
  );
  showBelow(menu, button);
}
