/** The tags that make a note an article, as sentences name them. */
import type { ScopeRule } from '../../core/model/scope';
import type { Strings } from '../../i18n';

/** `#one or #two`; empty where no tag is asked for. */
export function articleTags(rule: Pick<ScopeRule, 'tags'>, words: Strings['dashboard']): string {
  return rule.tags.map((tag) => `#${tag.replace(/^#/, '')}`).join(words.tagOr);
}
