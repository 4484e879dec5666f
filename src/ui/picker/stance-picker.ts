/**
 * The picker of a stance and stage: one line for every choice, found by its name in any of the interface's
 * languages or by its two digits, with the question it is for above the box. What is suggested for it comes first.
 */
import { FuzzySuggestModal, Platform, renderMatches, setIcon, type FuzzyMatch } from 'obsidian';
import { stageKey } from '../../core/model/stage-key';
import type { MarkValue, Question } from '../../core/model/question';
import { NO_PROPOSALS, type QuestionProposals } from '../../core/suggest/note-proposals';
import { keepToOnce } from '../../keys/held-key';
import { isInputMethods, onKey, type KeyPress } from '../../keys/key-press';
import { closeWithPlugin } from '../parts/close-with-plugin';
import type { UiContext } from '../context';
import { namePicker } from '../parts/dialog-name';
import { matchesInText, searchFolded, unmatched } from '../parts/folded-search';
import { addLineBelow } from './line-below';
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
import { suggestedFirst, withSuggested } from './suggested-first';
import { activeTaxonomy } from '../../settings/taxonomies';
import { returnKeyboard } from '../parts/return-focus';

type PickerContext = Pick<UiContext, 'app' | 'settings' | 'language' | 'strings' | 'showOthers'>;

/** `proposals` is what was suggested for the question. */
type OnPick = (value: MarkValue | null, proposals: QuestionProposals) => void;

interface PickOptions {
  /** Stands in the box already. */
  readonly typed?: string;
  /** What is suggested by what is known by then; asked again once all tags of the vault are. */
  readonly suggested?: () => QuestionProposals;
}

/**
 * Lets the user choose a mark for `questions`, or, with null, to clear theirs. `onPick` is not called when
 * the picker is left. A question that is only a text is one that has no place in the note yet.
 */
export function pickStance(
  context: PickerContext & Pick<UiContext, 'operations' | 'suggester'>,
  questions: readonly Pick<Question, 'text' | 'marks'>[],
  onPick: OnPick,
  { typed = '', suggested }: PickOptions = {},
): void {
  const picker = new StancePicker(context, questions, onPick);
  closeWithPlugin(context, picker);
  picker.open();
  if (typed !== '') picker.type(typed);
  if (!suggested) return;
  picker.suggest(suggested());
  void context.suggester.ready().then(() => picker.suggestLate(suggested));
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
  #proposals = NO_PROPOSALS;
  #whyEl: HTMLElement | null = null;
  #isUsed = false;
  readonly #context: PickerContext;
  #questions: readonly Pick<Question, 'text' | 'marks'>[];
  readonly #onPick: OnPick;
  readonly #offers: 'marks' | 'stages';

  constructor(
    context: PickerContext,
    questions: readonly Pick<Question, 'text' | 'marks'>[],
    onPick: OnPick,
    offers: 'marks' | 'stages' = 'marks',
  ) {
    super(context.app);
    returnKeyboard(this);
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
        this.#isUsed = true;
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

  /** Begins with what these have, from the next time that choices are shown. */
  protected pickFor(questions: readonly Pick<Question, 'text' | 'marks'>[]): void {
    this.#questions = questions;
  }

  /** Shows what is suggested for the question that is picked for, in place of what was. */
  suggest(proposals: QuestionProposals): void {
    const before = this.#proposals.proposals;
    this.#proposals = proposals;
    if (proposals.proposals.length === 0 && before.length === 0) return;
    this.#showWhys();
    this.type(this.inputEl.value);
  }

  /** The same as long as nobody has begun to choose: what is under a key that is on its way stays there. */
  suggestLate(suggested: () => QuestionProposals): void {
    const isBegun =
      this.#isUsed || this.inputEl.value !== '' || this.#atCursor !== this.#offered[0];
    if (isBegun || !this.modalEl.isConnected) return;
    this.suggest(suggested());
  }

  override getSuggestions(query: string): FuzzyMatch<PickableMark>[] {
    const items = this.getItems();
    const picked = pickedByDigits(items, this.#taxonomy, query);
    const found = picked
      ? picked.map(unmatched)
      : searchFolded(this.#inOrder(items, query), query, namesOf);
    this.#offered = found.map(({ item }) => item);
    return found;
  }

  /** What the questions have first, so that Enter keeps it; then what is suggested, until something is typed. */
  #inOrder(items: readonly PickableMark[], query: string): readonly PickableMark[] {
    const suggested = query === '' ? suggestedFirst(items, this.#proposals.proposals) : items;
    return this.#offers === 'stages' ? suggested : currentFirst(suggested, this.#marks);
  }

  override getItems(): PickableMark[] {
    const { language, strings } = this.#context;
    const marks = this.#marks;
    const isTagged = marks.some((mark) => mark !== null);
    const items = pickableMarks(this.#taxonomy, language, strings, isTagged);
    if (this.#offers === 'stages') return items.filter(({ value }) => isOfStage(value));
    const words = { taxonomy: this.#taxonomy, language, strings };
    return [...withSuggested(items, this.#proposals.proposals, words)];
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
    this.#onPick(item.value, this.#proposals);
  }

  get #taxonomy() {
    return activeTaxonomy(this.#context.settings.get());
  }

  get #marks() {
    return currentMarks(this.#questions, this.#taxonomy.root);
  }

  /** The digit that completes a choice makes it, as in the tag modal. */
  #takeDigit({ name, mod, alt, isRepeat }: KeyPress, event: KeyboardEvent): void {
    // Behind a digit a layout's letter or punctuation on a digit's key is that digit; before one it is text.
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

  #showOthers({ isRepeat }: KeyPress, event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
    const { value = null } = this.#atCursor ?? {};
    if (!isRepeat) this.#others(value);
  }

  /** The choice that Enter would take. */
  get #atCursor(): PickableMark | undefined {
    const items = [...this.resultContainerEl.querySelectorAll('.suggestion-item')];
    return this.#offered[items.findIndex((item) => item.hasClass('is-selected'))];
  }

  /** The line below the list says why the choice at the cursor is suggested. */
  #showWhys(): void {
    const whyOf = () => this.#atCursor?.suggested?.why ?? '';
    this.#whyEl ??= addLineBelow(this.resultContainerEl, whyOf);
    this.#whyEl.toggle(this.#proposals.proposals.length > 0);
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
