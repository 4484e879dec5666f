/** What the settings' page calls the parts of the settings, for whoever has to name one. Pure. */
import type { Strings } from '../../i18n';
import type { Settings } from '../../settings/schema';

/** The names of `parts` in a line, each once: some share a heading. */
export function partNames(parts: readonly (keyof Settings)[], strings: Strings): string {
  const { settings: words, suggest, common } = strings;
  const names: { readonly [part in keyof Settings]: string } = {
    scope: words.scope.heading,
    mark: words.marks.heading,
    taxonomies: words.taxonomy.heading,
    active: words.taxonomy.heading,
    lists: words.lists.heading,
    editor: words.editor.heading,
    notes: words.lists.heading,
    suggest: suggest.settings.heading,
    queries: words.queries.heading,
  };
  return [...new Set(parts.map((part) => names[part]))].join(common.listed);
}
