/** What it takes to name marks and to make sentences of them: the taxonomy, and the interface's language and strings. */
import type { Language, Taxonomy } from '../../core/model/taxonomy';
import type { Strings } from '../../i18n';

export interface Wording {
  readonly taxonomy: Taxonomy;
  readonly language: Language;
  readonly strings: Strings;
}
