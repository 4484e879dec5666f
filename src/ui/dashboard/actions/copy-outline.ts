/** Copies questions of the dashboard as a Markdown outline. */
import { Notice } from 'obsidian';
import type { Row } from '../../../core/query';
import { activeTaxonomy } from '../../../settings/taxonomies';
import type { UiContext } from '../../context';
import { copyText, tellNotCopied } from '../../notices/clipboard';
import type { DashboardModel } from '../model/dashboard-model';
import { outlineOf } from '../model/list-outline';
import { vaultLinks } from './link-to';

/** In the list's groups, by the clipboard of the window `win`. */
export async function copyOutline(
  { app, language, strings }: UiContext,
  model: DashboardModel,
  rows: readonly Row[],
  win: Parameters<typeof copyText>[0],
): Promise<void> {
  const [group] = model.state.peek().groups;
  const by = group?.by ?? null;
  const keyOf = (row: Row) => model.shown.groupKeyOf(row, by);
  const words = { taxonomy: activeTaxonomy(model.settings.peek()), language, strings };
  const linkTo = vaultLinks(app);
  try {
    await copyText(win, outlineOf(rows, { by, keyOf, words, linkTo }));
    new Notice(strings.dashboard.outlineCopied(rows.length));
  } catch (error) {
    tellNotCopied(strings, error);
  }
}
