/** Saves what the dashboard shows, or what of it is chosen, as a file: opens the dialog that asks how. */
import { Notice } from 'obsidian';
import type { Row } from '../../../core/query';
import { activeTaxonomy, inWorkOrder } from '../../../settings/taxonomies';
import { noteFacts } from '../../../vault/reading/note-facts';
import type { UiContext } from '../../context';
import { openSaveDialog } from '../../export/save-dialog';
import type { SaveMemory } from '../../export/save-choice';
import type { DashboardModel } from '../model/dashboard-model';
import { outlineStyle } from '../model/outline-style';
import { vaultLinks } from './link-to';

/** `chosen` are asked for once they are written, under the names that their notes have then. */
export function saveAsFile(
  context: UiContext,
  model: DashboardModel,
  memory: SaveMemory,
  chosen: (() => readonly Row[]) | null,
  closed: () => void = () => undefined,
): void {
  const { app, language, strings } = context;
  const { shown } = model;
  if (shown.totals.peek().total === 0) {
    new Notice(strings.saving.nothing);
    closed();
    return;
  }
  const settings = model.settings.peek();
  const taxonomy = activeTaxonomy(settings);
  openSaveDialog(context, {
    rowsOf: (which) => shown.listedRows(which === 'selected' && chosen ? chosen() : null),
    hasSelection: chosen !== null,
    taxonomies: inWorkOrder(settings),
    factsOf: noteFacts(app),
    outline: outlineStyle({ taxonomy, language, strings }, vaultLinks(app)),
    memory,
    closed,
  });
}
