/** Copies questions of the dashboard as a Markdown outline. */
import { Notice, stripHeadingForLink } from 'obsidian';
import { noteName, type Row } from '../../../core/query';
import { activeTaxonomy } from '../../../settings/taxonomies';
import type { UiContext } from '../../context';
import { copyText, tellNotCopied } from '../../notices/clipboard';
import type { DashboardModel } from '../model/dashboard-model';
import { type LinkTo, outlineOf } from '../model/list-outline';

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
  const linkTo: LinkTo = (path, heading = null, shown) => {
    const file = app.vault.getFileByPath(path);
    if (!file) return shown ?? noteName(path);
    const subpath = heading === null ? '' : `#${stripHeadingForLink(heading)}`;
    return app.fileManager.generateMarkdownLink(file, '', subpath, shown);
  };
  try {
    await copyText(win, outlineOf(rows, { by, keyOf, words, linkTo }));
    new Notice(strings.dashboard.outlineCopied(rows.length));
  } catch (error) {
    tellNotCopied(strings, error);
  }
}
