/** Copies questions of the dashboard as a Markdown outline, in the list's order and groups. */
import { Notice } from 'obsidian';
import { writeRows } from '../../../core/export';
import type { Row } from '../../../core/query';
import { activeTaxonomy } from '../../../settings/taxonomies';
import type { UiContext } from '../../context';
import { joinPieces } from '../../export/join-pieces';
import { copyText, tellNotCopied } from '../../notices/clipboard';
import type { DashboardModel } from '../model/dashboard-model';
import { outlineStyle } from '../model/outline-style';
import { vaultLinks } from './link-to';

/** Of `chosen`, or of all that the list has where it is null; by the clipboard of the window `win`. */
export async function copyOutline(
  { app, language, operations, strings }: UiContext,
  model: DashboardModel,
  chosen: readonly Row[] | null,
  win: Parameters<typeof copyText>[0],
): Promise<void> {
  const taxonomy = activeTaxonomy(model.settings.peek());
  const { groups, rows, size } = model.shown.listedRows(chosen);
  const outline = outlineStyle({ taxonomy, language, strings }, vaultLinks(app));
  const pieces = writeRows('md', rows, { taxonomies: [taxonomy], groups, outline });
  try {
    await copyText(win, joinPieces(pieces, operations.stopped));
    new Notice(strings.dashboard.outlineCopied(size));
  } catch (error) {
    if (!operations.stopped.aborted) tellNotCopied(strings, error);
  }
}
