/** How many notes fulfil which part of the scope's rule, so that an empty list can say why it is empty. */
import type { App } from 'obsidian';
import { judgeScope, type ScopeReason, type ScopeRule } from '../../core/model/scope';

export interface ScopeCensus {
  readonly inScope: number;
  /** They have the tag, but the checkbox is not as wanted. */
  readonly tagOnly: number;
  readonly checkboxOnly: number;
  readonly neither: number;
  /** The paths of the first `MOST_NAMED` of those that are out. */
  readonly paths: { readonly [part in NotArticles]: readonly string[] };
}

/** Notes that are no articles, by what they have of the rule. */
export type NotArticles = 'tagOnly' | 'checkboxOnly' | 'neither';

export const MOST_NAMED = 20;

const COUNTED_AS: { readonly [reason in Exclude<ScopeReason, 'in' | 'excluded'>]: NotArticles } = {
  'checkbox-off': 'tagOnly',
  'tag-missing': 'checkboxOnly',
  'tag-missing-and-checkbox-off': 'neither',
};

/** Notes judged between two breaks. */
const AT_ONCE = 500;

/** Judges all notes of the vault by the metadata cache, with breaks; reads none. Excluded notes don't count. */
export async function countScope(
  { vault, metadataCache }: App,
  rule: ScopeRule,
  yieldToEventLoop: () => Promise<void>,
  isExcluded: (path: string) => boolean = () => false,
): Promise<ScopeCensus> {
  const census = { inScope: 0, tagOnly: 0, checkboxOnly: 0, neither: 0 };
  const paths = { tagOnly: [] as string[], checkboxOnly: [] as string[], neither: [] as string[] };
  let judged = 0;
  for (const file of vault.getMarkdownFiles()) {
    if (isExcluded(file.path)) continue;
    const frontmatter = metadataCache.getFileCache(file)?.frontmatter ?? null;
    const { reason } = judgeScope(frontmatter, rule);
    if (reason === 'in') census.inScope += 1;
    else if (reason !== 'excluded') {
      const part = COUNTED_AS[reason];
      census[part] += 1;
      if (census[part] <= MOST_NAMED) paths[part].push(file.path);
    }
    judged += 1;
    if (judged % AT_ONCE === 0) await yieldToEventLoop();
  }
  return { ...census, paths };
}
