/** What the editor's chips and signs show for the settings as they are. */
import { SKIP, type MarkValue } from '../../core/model/question';
import { findStance, type Language, type Taxonomy } from '../../core/model/taxonomy';
import type { ChipLook } from '../../editor/editor-options';
import type { Strings } from '../../i18n';
import { markLabel, markPath } from '../parts/stance-chip';

/** The chip of a mark: the stage's label, and «stance › stage» for the tooltip. */
export function chipLook(
  mark: MarkValue,
  taxonomy: Taxonomy,
  language: Language,
  strings: Strings,
): ChipLook {
  const stance = mark.stance === SKIP ? null : findStance(taxonomy, mark.stance);
  return {
    label: markLabel(mark, taxonomy, language, strings),
    title: markPath(mark, taxonomy, language, strings),
    color: stance?.color ?? null,
  };
}
