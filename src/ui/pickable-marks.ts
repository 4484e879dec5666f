/** What the picker offers, in order: every stage and bare stance, «not a question», and, for what is tagged, «clear». */
import { sameMark } from '../core/mark';
import { SKIP, type MarkValue } from '../core/question';
import { localized, type Language, type Taxonomy } from '../core/taxonomy';
import type { Strings } from '../i18n';
import { stringsFor } from '../i18n';

export interface PickableMark {
  /** Null clears the mark. */
  readonly value: MarkValue | null;
  readonly name: string;
  /** The English name, which finds it too; null where it is the name. */
  readonly english: string | null;
}

export function pickableMarks(
  taxonomy: Taxonomy,
  language: Language,
  strings: Strings,
  canClear: boolean,
): readonly PickableMark[] {
  const english = stringsFor('en');
  const offer = (value: MarkValue | null, name: string, inEnglish: string): PickableMark => ({
    value,
    name,
    english: inEnglish === name ? null : inEnglish,
  });
  const ofStances = taxonomy.stances.flatMap(({ id, label, stages }) => [
    ...stages.map((stage) => {
      const path = (wanted: Language) =>
        `${localized(label, wanted)} › ${localized(stage.label, wanted)}`;
      return offer({ stance: id, stage: stage.id }, path(language), path('en'));
    }),
    offer({ stance: id, stage: null }, localized(label, language), label.en),
  ]);
  const skip = offer({ stance: SKIP, stage: null }, strings.common.skip, english.common.skip);
  const clear = offer(null, strings.tagging.clear, english.tagging.clear);
  return [...ofStances, skip, ...(canClear ? [clear] : [])];
}

/** Whether all of `marks` say what the item says. «Clear» is no one's mark. */
export function isCurrent(item: PickableMark, marks: readonly (MarkValue | null)[]): boolean {
  return (
    item.value !== null && marks.length > 0 && marks.every((mark) => sameMark(mark, item.value))
  );
}
