/** One of the saved queries, found by its name or its text in any script. */
import { FuzzySuggestModal, type App, type FuzzyMatch } from 'obsidian';
import type { Preset } from '../../core/query';
import type { Strings } from '../../i18n';
import { isInputMethods } from '../../keys/key-press';
import type { UiContext } from '../context';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { namePicker } from '../parts/dialog-name';
import { searchFolded } from '../parts/folded-search';
import { returnKeyboard } from '../parts/return-focus';

/** Lets the reader choose one of the saved queries. */
export function pickQuery(context: UiContext, onChoose: (query: Preset) => void): void {
  const { queries } = context.settings.get();
  const picker = new QueryPicker(context.app, context.strings, queries, onChoose);
  closeWithPlugin(context, picker);
  picker.open();
}

class QueryPicker extends FuzzySuggestModal<Preset> {
  readonly #queries: readonly Preset[];
  readonly #onChoose: (query: Preset) => void;

  constructor(
    app: App,
    strings: Strings,
    queries: readonly Preset[],
    onChoose: (query: Preset) => void,
  ) {
    super(app);
    returnKeyboard(this);
    this.#queries = queries;
    this.#onChoose = onChoose;
    const { heading, choose } = strings.settings.queries;
    this.modalEl.addClass('question-stance-query-picker');
    namePicker(this, 'question-stance-query-picker-name', heading);
    this.setPlaceholder(choose);
  }

  override getItems(): Preset[] {
    return [...this.#queries];
  }

  override getItemText({ name, text }: Preset): string {
    return `${name} ${text}`;
  }

  override getSuggestions(query: string): FuzzyMatch<Preset>[] {
    return searchFolded(this.#queries, query, (each) => this.getItemText(each));
  }

  override selectSuggestion(found: FuzzyMatch<Preset>, event: MouseEvent | KeyboardEvent): void {
    if (isInputMethods(event)) return;
    super.selectSuggestion(found, event);
  }

  override renderSuggestion({ item }: FuzzyMatch<Preset>, element: HTMLElement): void {
    element.createDiv({ text: item.name, attr: { dir: 'auto' } });
    const text = item.text.split('\n').join(' · ');
    element.createDiv({ cls: 'question-stance-faint', text, attr: { dir: 'auto' } });
  }

  override onChooseItem(query: Preset): void {
    this.#onChoose(query);
  }
}
