/** What the picker offers, in order: every stage and bare stance, «not a question», and, for what is tagged, «clear». */
import { sameMark } from '../../core/model/mark';
import { markOf, SKIP, type MarkValue, type Question } from '../../core/model/question';
import { LANGUAGES, localized, type Language, type Stances } from '../../core/model/taxonomy';
import { stringsFor, type Strings } from '../../i18n';
import { colorClass } from '../parts/stance-chip';

export interface PickableMark {
  /** Null clears the mark. */
  readonly value: MarkValue | null;
  readonly name: string;
  /** What a question of the stage asks; empty where nothing is known of that. */
  readonly asks: string;
  /** Its names in the other languages, English first, which find it as well and are not shown. */
  readonly others: readonly string[];
  /** Where it is suggested: the word that says so, and why it is. */
  readonly suggested?: { readonly word: string; readonly why: string };
}

export function pickableMarks(
  taxonomy: Stances,
  language: Language,
  strings: Strings,
  canClear: boolean,
): readonly PickableMark[] {
  const offer = (
    value: MarkValue | null,
    nameIn: (wanted: Language) => string,
    asks = '',
  ): PickableMark => {
    const name = nameIn(language);
    const others = new Set(LANGUAGES.map(nameIn).filter((it) => it !== name));
    return { value, name, asks, others: [...others] };
  };
  const wordsIn = (wanted: Language) => (wanted === language ? strings : stringsFor(wanted));
  const ofStances = taxonomy.stances.flatMap(({ id, label, stages }) => [
    ...stages.map((stage) =>
      offer(
        { stance: id, stage: stage.id },
        (wanted) => `${localized(label, wanted)} › ${localized(stage.label, wanted)}`,
        localized(stage.asks, language),
      ),
    ),
    offer({ stance: id, stage: null }, (wanted) => localized(label, wanted)),
  ]);
  const skip = offer({ stance: SKIP, stage: null }, (wanted) => wordsIn(wanted).common.skip);
  const clear = offer(null, (wanted) => wordsIn(wanted).tagging.clear);
  return [...ofStances, skip, ...(canClear ? [clear] : [])];
}

/** What a choice is found in: its names in every language, those that are shown first. */
export function namesOf({ name, others }: PickableMark): string {
  return [name, ...others].join(' ');
}

/** Draws a choice: its colour, its name as `fillName` does, what it asks, and whether it is suggested. */
export function drawPick(
  el: HTMLElement,
  { value, asks, suggested }: PickableMark,
  taxonomy: Stances,
  fillName: (el: HTMLElement) => void,
): void {
  el.addClass('question-stance-pick', colorClass(value, taxonomy));
  el.createSpan('question-stance-pick-dot');
  const text = el.createDiv('question-stance-pick-text');
  fillName(text.createDiv());
  if (asks !== '') {
    text.createDiv({ cls: 'question-stance-pick-asks', text: asks, attr: { dir: 'auto' } });
  }
  if (suggested) el.createSpan({ cls: 'question-stance-pick-suggested', text: suggested.word });
}

/** What each of the questions has now, of marks under `root`. */
export function currentMarks(
  questions: readonly Pick<Question, 'marks'>[],
  root: string,
): readonly (MarkValue | null)[] {
  return questions.map((question) => markOf(question, root));
}

/** With what all of `marks` say first, so that Enter keeps it; the others in their order. */
export function currentFirst(
  items: readonly PickableMark[],
  marks: readonly (MarkValue | null)[],
): readonly PickableMark[] {
  const current = items.filter((item) => isCurrent(item, marks));
  return current.length === 0 ? items : [...new Set([...current, ...items])];
}

/** Whether all of `marks` say what the item says. «Clear» is no one's mark. */
export function isCurrent(item: PickableMark, marks: readonly (MarkValue | null)[]): boolean {
  return (
    item.value !== null && marks.length > 0 && marks.every((mark) => sameMark(mark, item.value))
  );
}
