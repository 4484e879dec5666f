/** What the editor's chips and signs show for the settings as they are. */
import { SKIP, type MarkValue } from '../../core/question';
import { findStance, localized, type Language, type Taxonomy } from '../../core/taxonomy';
import type { ChipLook } from '../../editor/editor-options';
import type { Strings } from '../../i18n';
import { markLabel } from '../parts/stance-chip';

/** The chip of a mark: the stage's label, and «stance › stage» for the tooltip. */
export function chipLook(
  mark: MarkValue,
  taxonomy: Taxonomy,
  language: Language,
  strings: Strings,
): ChipLook {
  const label = markLabel(mark, taxonomy, language, strings);
  const stance = mark.stance === SKIP ? null : findStance(taxonomy, mark.stance);
  const stanceLabel = stance && localized(stance.label, language);
  const isStage = stanceLabel !== null && mark.stage !== null;
  return {
    label,
    title: isStage ? `${stanceLabel} › ${label}` : label,
    color: stance ? stance.color : null,
  };
}
