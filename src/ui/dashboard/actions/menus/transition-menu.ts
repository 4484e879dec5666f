/** The menu of what transitions are looked for in. A pressed pair stays pressed there. */
import { Menu } from 'obsidian';
import { GROUP_OF_WITHIN, WITHINS, withPairIn } from '../../../../core/query';
import type { Strings } from '../../../../i18n';
import type { DashboardModel } from '../../model/dashboard-model';
import { showBelow } from './arrange-menus';

export function showWithinMenu(
  button: HTMLElement,
  model: DashboardModel,
  { transitions }: Strings,
): void {
  const menu = new Menu();
  const { within } = model.shown.transitions.peek();
  for (const each of WITHINS) {
    menu.addItem((item) =>
      item
        .setTitle(transitions.withins[each])
        .setChecked(each === within)
        .onClick(() => {
          const { filter } = model.state.peek();
          const moved = withPairIn(filter, within, each);
          if (moved !== filter) model.setFilter(moved);
          model.setGroups([{ by: GROUP_OF_WITHIN[each], reverse: false }]);
        }),
    );
  }
  showBelow(menu, button);
}
