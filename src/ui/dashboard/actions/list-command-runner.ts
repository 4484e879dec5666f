/** Carries out the list's keyboard commands on the model; what leaves the dashboard goes to the actions. */
import { SKIP } from '../../../core/model/question';
import type { Row } from '../../../core/query';
import type { DashboardActions } from './dashboard-actions';
import type { DashboardModel } from '../model/dashboard-model';
import type { ListItem } from '../model/list-items';
import type { ListCommand } from './list-keys';
import { clearSelection, moveCursor, toggleRows } from '../model/list-selection';
import { activeTaxonomy } from '../../../settings/taxonomies';

type Actions = Pick<DashboardActions, 'notes' | 'focus' | 'marks' | 'menus' | 'ghosts'>;

/** Returns whether the command did anything; where it did not, the key is left to others. */
export function runListCommand(
  command: ListCommand,
  event: KeyboardEvent,
  model: DashboardModel,
  actions: Actions,
): boolean {
  const item = itemAtCursor(model);
  switch (command.kind) {
    case 'move':
      model.selection.select((selection, list) =>
        moveCursor(selection, list, command.by, command.extend),
      );
      return true;
    case 'edge': {
      const far = command.edge === 'first' ? -Infinity : Infinity;
      model.selection.select((selection, list) => moveCursor(selection, list, far, command.extend));
      return true;
    }
    case 'collapse': {
      const header = item?.kind === 'row' ? item.header : item?.key;
      if (header === undefined || header === null || model.state.peek().view === 'path')
        return false;
      if (command.collapsed)
        model.selection.select((selection) => ({ ...selection, cursor: header }));
      model.setCollapsed(header, command.collapsed);
      return true;
    }
    case 'toggle':
      if (item?.kind === 'header') model.selection.toggleGroup(item);
      else if (item)
        model.selection.select((selection) => toggleRows(selection, [item.key], item.key));
      return true;
    case 'select-all':
      model.selection.selectAll();
      return true;
    case 'open':
      if (item?.kind === 'row') actions.notes.open(item.row, event);
      else if (item) openHeader(item, model, actions, event);
      return item !== null;
    case 'stance': {
      const rows = rowsToMark(model, item);
      const isOne = Number(command.digit) <= activeTaxonomy(model.settings.peek()).stances.length;
      if (rows.length === 0 || !isOne) return false;
      actions.marks.tag(rows, { typed: command.digit, goesOn: true });
      return true;
    }
    case 'tag':
    case 'clear':
    case 'skip': {
      const rows = rowsToMark(model, item);
      if (rows.length === 0) return false;
      const value = command.kind === 'skip' ? { stance: SKIP, stage: null } : null;
      if (command.kind === 'tag') actions.marks.tag(rows, { goesOn: true });
      else void actions.marks.mark(rows, value, true);
      return true;
    }
    case 'accept':
      return item?.kind === 'row' && actions.marks.acceptGhost(item.row);
    case 'reject':
      return item?.kind === 'row' && actions.ghosts.reject(item.row);
    case 'search':
      actions.focus.toSearch();
      return true;
    case 'preview':
      return actions.notes.cursorPreview(item);
    case 'menu':
      actions.menus.showAtCursor(item);
      return item !== null;
    case 'escape':
      if (model.selection.now.peek().selected.size === 0) return false;
      model.selection.select(clearSelection);
      return true;
  }
}

/** The selected questions, else the one at the cursor. */
export function rowsToMark(model: DashboardModel, item: ListItem | null): readonly Row[] {
  const selected = model.selection.rows.peek();
  if (selected.length > 0) return selected;
  return item?.kind === 'row' ? [item.row] : [];
}

function itemAtCursor(model: DashboardModel): ListItem | null {
  const { cursor } = model.selection.now.peek();
  const list = model.shown.list.peek();
  const at = cursor === null ? undefined : list.indexOf(cursor);
  return at === undefined ? null : (list.at(at) ?? null);
}

function openHeader(
  item: Extract<ListItem, { kind: 'header' }>,
  model: DashboardModel,
  actions: Actions,
  event: KeyboardEvent,
): void {
  const { key, field } = item.group;
  if (field === 'note' && key !== null) actions.notes.openNote(key, event);
  else if (model.state.peek().view === 'path') model.listGroup(item.key);
  else model.setCollapsed(item.key, !item.collapsed);
}
