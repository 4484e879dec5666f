/** «Make this note an article»: the tag and the checkbox that it lacks, in one change, with a notice that takes it back. */
import { Notice, type TFile } from 'obsidian';
import { excludedPaths } from '../../core/model/excluded-path';
import { judgeScope } from '../../core/model/scope';
import { noteName } from '../../core/query';
import { excludedFiles } from '../../vault/reading/excluded-files';
import { writeArticle } from '../../vault/writing/checkbox';
import type { VaultFailure } from '../../vault/failure';
import { actionNotice } from '../bulk/action-notice';
import type { UiContext } from '../context';
import { failureLine } from '../notices/failure-line';
import { LONG_NOTICE } from '../notices/notice-time';

type ArticleContext = Pick<UiContext, 'app' | 'settings' | 'strings'>;

/** Whether the note is none yet and a tag or a checkbox would make it one. */
export function canBeArticle({ app, settings }: ArticleContext, file: TFile): boolean {
  const { scope, notes } = settings.get();
  if (scope.tags.length === 0 && scope.checkbox === null) return false;
  if (notes.leaveOutExcluded && excludedPaths(excludedFiles(app.vault))(file.path)) return false;
  const frontmatter = app.metadataCache.getFileCache(file)?.frontmatter ?? null;
  return !judgeScope(frontmatter, scope).inScope;
}

export async function makeArticle(context: ArticleContext, file: TFile): Promise<void> {
  const { app, settings, strings } = context;
  const fail = (failure: VaultFailure): void => {
    new Notice(failureLine(strings, noteName(file.path), failure), LONG_NOTICE);
  };
  const outcome = await writeArticle(app, file, settings.get().scope);
  if (!outcome.ok) {
    fail(outcome.failure);
    return;
  }
  const takeBack = async (): Promise<void> => {
    const back = await outcome.takeBack();
    if (!back.ok) fail(back.failure);
  };
  actionNotice(
    [strings.dashboard.ticked.article(noteName(file.path))],
    [{ label: strings.bulk.summary.undo, act: () => void takeBack() }],
  );
}
