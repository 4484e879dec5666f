/**
 * The picker of a stance and stage: one line for every choice, found by its name in any of the interface's
 * languages or by its two digits, with the question it is for above the box.
 */
import { FuzzySuggestModal, Platform, renderMatches, setIcon, type FuzzyMatch } from 'obsidian';
import { stageKey } from '../../core/model/stage-key';
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

type PickerContext = Pick<UiContext, 'app' | 'settings' | 'language' | 'strings' | 'showOthers'>;

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

/** Lets the user choose a stage. */
export function pickStage(
  context: PickerContext & Pick<UiContext, 'operations'>,
  onPick: (stage: MarkValue) => void,
): void {
  const picker = new StancePicker(context, [], (value) => value && onPick(value), 'stages');
  closeWithPlugin(context, picker);
  picker.open();
}

export class StancePicker extends FuzzySuggestModal<PickableMark> {
  /** What is offered now, in order. */
  #offered: readonly PickableMark[] = [];
  readonly #context: PickerContext;
  readonly #questions: readonly Pick<Question, 'text' | 'marks'>[];
  readonly #onPick: (value: MarkValue | null) => void;
  readonly #offers: 'marks' | 'stages';

  constructor(
    context: PickerContext,
    questions: readonly Pick<Question, 'text' | 'marks'>[],
    onPick: (value: MarkValue | null) => void,
    offers: 'marks' | 'stages' = 'marks',
  ) {
    super(context.app);
    this.#offers = offers;
    this.#context = context;
    this.#questions = questions;
    this.#onPick = onPick;
    const { learning, tagging } = context.strings;
    const { picker } = tagging;
    this.setPlaceholder(offers === 'stages' ? learning.pickStage : picker.placeholder);
    this.emptyStateText = picker.nothing;
    this.modalEl.addClass('question-stance-picker');
    const name = offers === 'stages' ? learning.others : tagging.choose;
    namePicker(this, 'question-stance-picker-name', name);
    this.#showQuestions();
    this.setInstructions([
      { command: '↵', purpose: context.strings.editor.suggest.choose },
      { command: 'alt o', purpose: learning.keys.others },
    ]);
    this.inputEl.addEventListener(
      'keydown',
      onKey((press, event: KeyboardEvent) => {
        if (this.takesKey(press)) {
          event.preventDefault();
          event.stopPropagation();
        } else if (press.name === 'o' && press.alt && !press.mod) this.#showOthers(press, event);
        else this.#takeDigit(press, event);
      }),
    );
  }

  /** Whether a key in the box, before it is read as anything else, was for something that is no choice. */
  protected takesKey(_press: KeyPress): boolean {
    return false;
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
    const found = picked ? picked.map(unmatched) : searchFolded(items, query, namesOf);
    this.#offered = found.map(({ item }) => item);
    return found;
  }

  override getItems(): PickableMark[] {
    const { language, strings } = this.#context;
    const marks = this.#marks;
    const isTagged = marks.some((mark) => mark !== null);
    const items = pickableMarks(this.#taxonomy, language, strings, isTagged);
    if (this.#offers === 'stages') return items.filter(({ value }) => isOfStage(value));
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
    this.#addOthers(item, el);
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

  /** Of the choice that Enter would take. */
  #showOthers({ isRepeat }: KeyPress, event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const chosen = this.resultContainerEl.querySelector('.suggestion-item.is-selected');
    const at = [...this.resultContainerEl.querySelectorAll('.suggestion-item')].indexOf(
      chosen ?? this.resultContainerEl,
    );
    const { value = null } = this.#offered[at] ?? {};
    if (!isRepeat) this.#others(value);
  }

  #others(value: MarkValue | null): void {
    if (!isOfStage(value)) return;
    this.#context.showOthers(stageKey(value), () => this.close());
  }

  /** The same for the pointer. */
  #addOthers({ value }: PickableMark, el: HTMLElement): void {
    if (!isOfStage(value)) return;
    const { others } = this.#context.strings.learning;
    const button = el.createSpan({
      cls: 'question-stance-pick-others clickable-icon',
      attr: { 'aria-label': others },
    });
    setIcon(button, 'users');
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      this.#others(value);
    });
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

function isOfStage(value: MarkValue | null): value is MarkValue {
  return (value?.stage ?? null) !== null;
}
