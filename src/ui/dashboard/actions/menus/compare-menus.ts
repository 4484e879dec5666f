/** The comparison's menus: what its rows are, their order, and taking the table elsewhere. */
import { Menu } from 'obsidian';
import { ROW_FIELDS, ROW_ORDERS } from '../../../../core/query';
import type { Strings } from '../../../../i18n';
import type { DashboardModel } from '../../model/dashboard-model';
import { showBelow } from './arrange-menus';

export function showRowsMenu(button: HTMLElement, model: DashboardModel, strings: Strings): void {
  const menu = new Menu();
  const { by } = model.shown.comparison.peek();
  for (const field of ROW_FIELDS) {
    menu.addItem((item) =>
      item
        .setTitle(strings.dashboard.fields[field])
        .setChecked(field === by)
        .onClick(() => model.setGroups([{ by: field, reverse: false }])),
    );
  }
  showBelow(menu, button);
}

export function showOrderMenu(button: HTMLElement, model: DashboardModel, strings: Strings): void {
  const menu = new Menu();
  const { comparing } = model.state.peek();
  for (const order of ROW_ORDERS) {
    menu.addItem((item) =>
      item
        .setTitle(strings.compare.orders[order])
        .setChecked(order === comparing.order)
        .onClick(() => model.setComparing({ order })),
    );
  }
  showBelow(menu, button);
}

/** What can be done with the table as it is shown. */
export interface TableExits {
  readonly copyMarkdown: () => void;
  readonly copyTsv: () => void;
  readonly save: (kind: PictureKind, isDark: boolean) => void;
}

export type PictureKind = 'svg' | 'png';

export function showTableMenu(button: HTMLElement, exits: TableExits, { compare }: Strings): void {
  const menu = new Menu();
  const add = (title: string, icon: string, act: () => void) =>
    menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(act));
  add(compare.copyMarkdown, 'copy', exits.copyMarkdown);
  add(compare.copyTsv, 'table', exits.copyTsv);
  menu.addSeparator();
  for (const isDark of [false, true]) {
    for (const kind of ['svg', 'png'] as const) {
      const title = compare.picture[kind];
      add(isDark ? compare.onDark(title) : title, 'image', () => exits.save(kind, isDark));
    }
  }
  showBelow(menu, button);
}
