/** The menu of a block: its query changed, and what it found taken elsewhere. */
import type { Menu } from 'obsidian';
import type { UiContext } from '../context';
import type { DashboardActions } from '../dashboard/actions/dashboard-actions';

export interface BlockMenuParts {
  readonly actions: DashboardActions;
  /** Asks for another query; null where it can't be written from where the block is shown. */
  readonly edit: (() => void) | null;
  readonly open: () => void;
  readonly saveQuery: () => void;
}

export function addBlockItems(
  menu: Menu,
  { strings }: Pick<UiContext, 'strings'>,
  { actions, edit, open, saveQuery }: BlockMenuParts,
): void {
  const words = strings.block;
  if (edit) {
    menu.addItem((item) => item.setTitle(words.edit).setIcon('list-filter').onClick(edit));
  }
  menu.addItem((item) =>
    item.setTitle(words.openDashboard).setIcon('layout-dashboard').onClick(open),
  );
  menu.addSeparator();
  actions.addListItems(menu);
  menu.addItem((item) =>
    item.setTitle(strings.dashboard.saveView).setIcon('bookmark-plus').onClick(saveQuery),
  );
}
