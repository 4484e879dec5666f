/**
 * The picker of a stance and stage: one line for every choice, found by its name in any of the interface's
 * languages or by its two digits, with the question it is for above the box.
 */
import { FuzzySuggestModal, Platform, renderMatches, type FuzzyMatch } from 'obsidian';
import type { MarkValue, Question } from '../../core/model/question';
import { keepToOnce } from '../../keys/held-key';
import { isInputMethods, onKey, type KeyPress } from '../../keys/key-press';
import { closeWithPlugin } from '../parts/close-with-plugin';
import type { UiContext } from '../context';
import { namePicker } from '../parts/dialog-name';
import { matchesInText, searchFolded, unmatched } from '../parts/folded-search';
import { chosenByDigits, digitsOf, pickedByDigits, pickKeys } from './pick-keys';
import {
  currentFirst,
  currentMarks,
  drawPick,
  isCurrent,
  namesOf,
  pickableMarks,
  type PickableMark,
} from './pickable-marks';
import { activeTaxonomy } from '../../settings/taxonomies';

type PickerContext = Pick<UiContext, 'app' | 'settings' | 'language' | 'strings'>;

/**
 * Lets the user choose a mark for `questions`, or, with null, to clear theirs. `onPick` is not called when
 * the picker is left. A question that is only a text is one that has no place in the note yet. `typed` stands
 * in the box already.
 */
export function pickStance(
  context: PickerContext & Pick<UiContext, 'operations'>,
  questions: readonly Pick<Question, 'text' | 'marks'>[],
  onPick: (value: MarkValue | null) => void,
  typed = '',
): void {
  const picker = new StancePicker(context, questions, onPick);
  closeWithPlugin(context, picker);
  picker.open();
  if (typed !== '') picker.type(typed);
}

export class StancePicker extends FuzzySuggestModal<PickableMark> {
  readonly #context: PickerContext;
  readonly #questions: readonly Pick<Question, 'text' | 'marks'>[];
  readonly #onPick: (value: MarkValue | null) => void;

  constructor(
    context: PickerContext,
    questions: readonly Pick<Question, 'text' | 'marks'>[],
    onPick: (value: MarkValue | null) => void,
  ) {
    super(context.app);
    this.#context = context;
    this.#questions = questions;
    this.#onPick = onPick;
    const { picker } = context.strings.tagging;
    this.setPlaceholder(picker.placeholder);
    this.emptyStateText = picker.nothing;
    this.modalEl.addClass('question-stance-picker');
    namePicker(this, 'question-stance-picker-name', context.strings.tagging.choose);
    this.#showQuestions();
    this.inputEl.addEventListener(
      'keydown',
      onKey((press, event: KeyboardEvent) => this.#takeDigit(press, event)),
    );
  }

  /** Puts `text` into the box in place of what stands there. */
  type(text: string): void {
    this.inputEl.value = text;
    this.inputEl.dispatchEvent(new Event('input'));
    this.inputEl.focus();
  }

  override getSuggestions(query: string): FuzzyMatch<PickableMark>[] {
    const items = this.getItems();
    const picked = pickedByDigits(items, this.#taxonomy, query);
    return picked ? picked.map(unmatched) : searchFolded(items, query, namesOf);
  }

  override getItems(): PickableMark[] {
    const { language, strings } = this.#context;
    const marks = this.#marks;
    const isTagged = marks.some((mark) => mark !== null);
    const items = pickableMarks(this.#taxonomy, language, strings, isTagged);
    return [...currentFirst(items, marks)];
  }

  override getItemText(item: PickableMark): string {
    return namesOf(item);
  }

  override renderSuggestion(found: FuzzyMatch<PickableMark>, el: HTMLElement): void {
    const { item, match } = found;
    const matches = matchesInText(namesOf(item), match.matches);
    const { strings } = this.#context;
    drawPick(el, item, this.#taxonomy, (name) => renderMatches(name, item.name, matches));
    if (isCurrent(item, this.#marks)) {
      el.createSpan({ cls: 'question-stance-pick-current', text: strings.tagging.picker.current });
    }
    this.#showKeys(item, el);
  }

  override selectSuggestion(
    found: FuzzyMatch<PickableMark>,
    event: MouseEvent | KeyboardEvent,
  ): void {
    if (isInputMethods(event)) return;
    // An editor that gets the focus back would take a held Enter as its own.
    if ('repeat' in event) keepToOnce(event);
    super.selectSuggestion(found, event);
  }

  override onChooseItem(item: PickableMark): void {
    this.#onPick(item.value);
  }

  get #taxonomy() {
    return activeTaxonomy(this.#context.settings.get());
  }

  get #marks() {
    return currentMarks(this.#questions, this.#taxonomy.root);
  }

  /** The digit that completes a choice makes it, as in the tag modal. */
  #takeDigit({ name, mod, alt, isRepeat }: KeyPress, event: KeyboardEvent): void {
    // Behind a digit a layout's letter or sign at a digit's place is that digit; before one it is text.
    const begun = digitsOf(this.inputEl.value);
    if (mod || alt || begun === null || !/^[0-9]$/.test(name)) return;
    event.preventDefault();
    event.stopPropagation();
    // The key that opened the picker may be held still.
    if (isRepeat) return;
    const typed = begun + name;
    const item = chosenByDigits(this.getItems(), this.#taxonomy, typed);
    if (!item) {
      this.type(typed);
      return;
    }
    this.selectSuggestion(unmatched(item), event);
  }

  #showKeys(item: PickableMark, el: HTMLElement): void {
    const keys = pickKeys(item, this.#taxonomy);
    if (keys === null || Platform.isPhone) return;
    const hint = el.createSpan({ cls: 'question-stance-hint', attr: { 'aria-hidden': 'true' } });
    for (const text of keys) hint.createEl('kbd', { cls: 'question-stance-key', text });
  }

  #showQuestions(): void {
    const [first, ...others] = this.#questions;
    if (!first) return;
    const shown = this.modalEl.createDiv('question-stance-picker-question');
    shown.createSpan({ text: first.text, attr: { dir: 'auto' } });
    if (others.length > 0) {
      const more = this.#context.strings.common.andMore(others.length);
      shown.createSpan({ cls: 'question-stance-picker-more', text: more });
    }
    this.modalEl.prepend(shown);
  }
}
