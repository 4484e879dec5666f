/** Shows the menus of what stands in the dashboard: of a question, of a group, of the item at the cursor, of a stage. */
import { Menu } from 'obsidian';
import { titlesOf, type Row } from '../../../../core/query';
import type { UiContext } from '../../../context';
import { followPath, followRows } from '../../../parts/follow-renames';
import type { DashboardModel } from '../../model/dashboard-model';
import type { ItemGroup, ListItem } from '../../model/list-items';
import { addAskedBy, addNoteItems, addRowItems, type MenuActions } from './row-menu';

export interface ItemMenusParts {
  readonly context: UiContext;
  readonly model: DashboardModel;
  readonly view: { readonly contentEl: HTMLElement };
  readonly actions: MenuActions & {
    /** Shows how others asked the stage. */
    showOthers(stage: string): void;
  };
}

export class ItemMenus {
  readonly #parts: ItemMenusParts;

  constructor(parts: ItemMenusParts) {
    this.#parts = parts;
  }

  showForRow(row: Row, event: MouseEvent): void {
    this.#ofRow(row).showAtMouseEvent(event);
  }

  /** Whether the group has a menu, which then shows. */
  showForGroup(group: ItemGroup, event: MouseEvent): boolean {
    return this.#ofGroup(group)?.showAtMouseEvent(event) !== undefined;
  }

  /** That of the item at the cursor, for the keyboard. */
  showAtCursor(item: ListItem | null): void {
    const { contentEl } = this.#parts.view;
    const element = contentEl.querySelector('.question-stance-questions .is-active');
    if (!item || !element) return;
    const menu = item.kind === 'row' ? this.#ofRow(item.row) : this.#ofGroup(item.group);
    const { left, bottom } = element.getBoundingClientRect();
    menu?.showAtPosition({ x: left, y: bottom }, element.doc);
  }

  /** What there is to do with a stage. Browsers ask for it by the pointer, a long press and the menu's key alike. */
  showForStage(stage: string, event: MouseEvent): void {
    const { actions, context } = this.#parts;
    event.preventDefault();
    event.stopPropagation();
    const menu = new Menu();
    menu.addItem((item) =>
      item
        .setTitle(context.strings.learning.others)
        .setIcon('users')
        .onClick(() => actions.showOthers(stage)),
    );
    menu.showAtMouseEvent(event);
  }

  #ofRow(row: Row): Menu {
    const selected = this.#parts.model.selection.rows.peek();
    const menu = new Menu();
    addRowItems(menu, row, selected.includes(row) ? selected : [row], this.#menuParts());
    return menu;
  }

  /** Of a note, or of a section in one note; null for other groups. */
  #ofGroup({ entry, field, key, rows }: ItemGroup): Menu | null {
    const menu = new Menu();
    const now = followPath(this.#parts.context.app, entry.path);
    if (field === 'note') {
      addNoteItems(menu, now, this.#menuParts());
      return menu;
    }
    const isOfOneNote = () => rows().every((row) => row.entry.path === entry.path);
    if (field !== 'section' || key === null || !isOfOneNote()) return null;
    addAskedBy(menu, now, titlesOf(key), this.#menuParts());
    return menu;
  }

  #menuParts() {
    const { actions, context, model } = this.#parts;
    const { app, strings, language } = context;
    const follow = (rows: readonly Row[]) => followRows(app, rows);
    return { model, actions, follow, strings, language };
  }
}
