/** Saves what the dashboard shows, or what of it is chosen, as a file: opens the dialog that asks how. */
import { type App, Notice } from 'obsidian';
import type { Row } from '../../../core/query';
import { activeTaxonomy, inWorkOrder } from '../../../settings/taxonomies';
import { noteFacts } from '../../../vault/reading/note-facts';
import type { UiContext } from '../../context';
import { openSaveDialog } from '../../export/save-dialog';
import type { RowChoice, SaveMemory } from '../../export/save-choice';
import { followPath } from '../../parts/follow-renames';
import type { DashboardModel } from '../model/dashboard-model';
import { outlineStyle } from '../model/outline-style';
import { renameRowKey } from '../model/row-keys';
import type { ShownQuestions } from '../model/shown-questions';
import { vaultLinks } from './link-to';

/** What of `chosen` is shown when it is written, or all that is shown where it is null. */
export function saveAsFile(
  context: UiContext,
  model: DashboardModel,
  memory: SaveMemory,
  chosen: readonly Row[] | null,
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
  const now = chosen && followShown(app, shown, chosen);
  const rowsOf = (which: RowChoice) => shown.listedRows(which === 'selected' && now ? now() : null);
  openSaveDialog(context, {
    rowsOf,
    sizeOf: (which) => (which === 'shown' ? shown.size.value : rowsOf(which).size),
    hasSelection: chosen !== null,
    taxonomies: inWorkOrder(settings),
    factsOf: noteFacts(app),
    outline: outlineStyle({ taxonomy, language, strings }, vaultLinks(app)),
    memory,
    closed,
  });
}

/** Those of the rows that are shown whenever it is asked, wherever they stand by then in which note. */
function followShown(
  app: Pick<App, 'vault'>,
  shown: ShownQuestions,
  rows: readonly Row[],
): () => readonly Row[] {
  const keys = rows.map((row) => ({ key: shown.keyOf(row), path: row.entry.path }));
  const notes = new Map(keys.map(({ path }) => [path, followPath(app, path)]));
  return () =>
    keys.flatMap(({ key, path }) => {
      const renamed = renameRowKey(key, () => notes.get(path)?.() ?? path);
      return shown.find(renamed) ?? [];
    });
}
