/**
 * The picker of a stance and stage: one line for every choice, found by its name in any of the interface's
 * languages, with the question it is for above the box.
 */
import { FuzzySuggestModal, renderMatches, type FuzzyMatch } from 'obsidian';
import type { MarkValue, Question } from '../core/question';
import type { UiContext } from './context';
import { colorClass } from './parts/stance-chip';
import { isCurrent, namesOf, pickableMarks, type PickableMark } from './pickable-marks';

type PickerContext = Pick<UiContext, 'app' | 'settings' | 'language' | 'strings'>;

/**
 * Lets the user choose a mark for `questions`, or, with null, to clear theirs. `onPick` is not called when
 * the picker is left. A question that is only a text is one that has no place in the note yet.
 */
export function pickStance(
  context: PickerContext,
  questions: readonly Pick<Question, 'text' | 'marks'>[],
  onPick: (value: MarkValue | null) => void,
): void {
  new StancePicker(context, questions, onPick).open();
}

export class StancePicker extends FuzzySuggestModal<PickableMark> {
  constructor(
    private readonly context: PickerContext,
    private readonly questions: readonly Pick<Question, 'text' | 'marks'>[],
    private readonly onPick: (value: MarkValue | null) => void,
  ) {
    super(context.app);
    const { picker } = context.strings.tagging;
    this.setPlaceholder(picker.placeholder);
    this.emptyStateText = picker.nothing;
    this.modalEl.addClass('question-stance-picker');
    this.#showQuestions();
  }

  override getItems(): PickableMark[] {
    const { settings, language, strings } = this.context;
    const isTagged = this.questions.some(({ marks }) => marks.length > 0);
    return [...pickableMarks(settings.get().taxonomy, language, strings, isTagged)];
  }

  override getItemText(item: PickableMark): string {
    return namesOf(item);
  }

  override renderSuggestion(found: FuzzyMatch<PickableMark>, el: HTMLElement): void {
    const { item, match } = found;
    const { strings, settings } = this.context;
    el.addClass('question-stance-pick', colorClass(item.value, settings.get().taxonomy));
    el.createSpan('question-stance-pick-dot');
    const text = el.createDiv('question-stance-pick-text');
    renderMatches(text.createDiv(), item.name, match.matches);
    if (item.english !== null) {
      const english = text.createDiv('question-stance-pick-english');
      renderMatches(english, item.english, match.matches, -(item.name.length + 1));
    }
    if (
      isCurrent(
        item,
        this.questions.map(({ marks }) => marks[0] ?? null),
      )
    ) {
      el.createSpan({ cls: 'question-stance-pick-current', text: strings.tagging.picker.current });
    }
  }

  override onChooseItem(item: PickableMark): void {
    this.onPick(item.value);
  }

  #showQuestions(): void {
    const [first, ...others] = this.questions;
    if (!first) return;
    const shown = this.modalEl.createDiv('question-stance-picker-question');
    shown.createSpan({ text: first.text });
    if (others.length > 0) {
      const more = this.context.strings.tagging.picker.more(others.length);
      shown.createSpan({ cls: 'question-stance-picker-more', text: more });
    }
    this.modalEl.prepend(shown);
  }
}
