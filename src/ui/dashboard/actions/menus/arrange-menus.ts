/** The menus that group and sort the list: by what, which way, and by what within. */
import { Menu } from 'obsidian';
import {
  GROUP_FIELDS,
  type GroupField,
  type Ordering,
  PARTS,
  SORT_FIELDS,
  type SortField,
} from '../../../../core/query';
import type { Strings } from '../../../../i18n';
import type { DashboardModel } from '../../model/dashboard-model';
import { isShown } from '../../model/shown-parts';
import { partName } from '../../model/term-label';

type Words = Strings['dashboard'];

/** The groups; once there are some, those within them, and which way each goes. */
export function showGroupMenu(button: HTMLElement, model: DashboardModel, words: Words): void {
  const menu = new Menu();
  const [outer, inner] = model.state.peek().groups;
  const set = (...groups: readonly (Ordering<GroupField> | undefined)[]): void =>
    model.setGroups(groups.filter((group) => group !== undefined));
  for (const by of GROUP_FIELDS) {
    menu.addItem((item) =>
      item
        .setTitle(words.by(words.fields[by]))
        .setChecked(outer?.by === by)
        .onClick(() => {
          // Within itself a group has nothing to part.
          set({ by, reverse: false }, inner?.by === by ? undefined : inner);
        }),
    );
  }
  menu.addItem((item) =>
    item
      .setTitle(words.ungrouped)
      .setChecked(outer === undefined)
      .onClick(() => set()),
  );
  if (outer) {
    menu.addSeparator();
    addReverse(menu, words, outer, (group) => set(group, inner));
    menu.addItem((item) =>
      item
        .setTitle(inner ? words.thenBy(words.fields[inner.by]) : words.thenByMore)
        .setIcon('list-tree')
        .onClick(() => showInnerMenu(button, model, words)),
    );
  }
  menu.addSeparator();
  menu.addItem((item) =>
    item
      .setTitle(words.collapseAll)
      .setIcon('chevrons-down-up')
      .onClick(() => model.setAllCollapsed(true)),
  );
  menu.addItem((item) =>
    item
      .setTitle(words.expandAll)
      .setIcon('chevrons-up-down')
      .onClick(() => model.setAllCollapsed(false)),
  );
  showBelow(menu, button);
}

function showInnerMenu(button: HTMLElement, model: DashboardModel, words: Words): void {
  const [outer, inner] = model.state.peek().groups;
  if (!outer) return;
  const menu = new Menu();
  for (const by of GROUP_FIELDS.filter((each) => each !== outer.by)) {
    menu.addItem((item) =>
      item
        .setTitle(words.thenBy(words.fields[by]))
        .setChecked(inner?.by === by)
        .onClick(() => model.setGroups([outer, { by, reverse: false }])),
    );
  }
  menu.addItem((item) =>
    item
      .setTitle(words.thenNothing)
      .setChecked(inner === undefined)
      .onClick(() => model.setGroups([outer])),
  );
  if (inner) {
    menu.addSeparator();
    addReverse(menu, words, inner, (group) => model.setGroups([outer, group]));
  }
  showBelow(menu, button);
}

export function showSortMenu(button: HTMLElement, model: DashboardModel, words: Words): void {
  const menu = new Menu();
  const [sort, ...others] = model.state.peek().sorts;
  const set = (by: SortField): void =>
    model.setSorts([{ by, reverse: false }, ...others.filter((other) => other.by !== by)]);
  menu.addItem((item) =>
    item
      .setTitle(words.unsorted)
      .setChecked(sort === undefined)
      .onClick(() => model.setSorts([])),
  );
  for (const by of SORT_FIELDS) {
    menu.addItem((item) =>
      item
        .setTitle(words.by(words.fields[by]))
        .setChecked(sort?.by === by)
        .onClick(() => set(by)),
    );
  }
  if (sort) {
    menu.addSeparator();
    addReverse(menu, words, sort, (now) => model.setSorts([now, ...others]));
  }
  showBelow(menu, button);
}

/** What of the questions shows beside their texts. */
export function showPartsMenu(button: HTMLElement, model: DashboardModel, words: Words): void {
  const menu = new Menu();
  for (const part of PARTS) {
    menu.addItem((item) =>
      item
        .setTitle(partName(part, words))
        .setChecked(isShown(part, model.state.peek()))
        .onClick(() => model.togglePart(part)),
    );
  }
  showBelow(menu, button);
}

function addReverse<Field extends string>(
  menu: Menu,
  words: Words,
  ordering: Ordering<Field>,
  set: (ordering: Ordering<Field>) => void,
): void {
  menu.addItem((item) =>
    item
      .setTitle(words.reverse)
      .setChecked(ordering.reverse)
      .onClick(() => set({ ...ordering, reverse: !ordering.reverse })),
  );
}

/** Pressed by keyboard, a button has no place of the mouse. */
export function showBelow(menu: Menu, button: HTMLElement): void {
  const { left, bottom } = button.getBoundingClientRect();
  menu.showAtPosition({ x: left, y: bottom }, button.doc);
}
