/** «How others asked this»: the vault's questions of one stage, one a note, other askers first; a key opens one. */
import { FuzzySuggestModal, Keymap, type FuzzyMatch } from 'obsidian';
import { markOfKey } from '../../core/model/stage-key';
import { findStage, findStance, localized } from '../../core/model/taxonomy';
import { type AnswerRow, noteName, type StageExamples } from '../../core/query';
import { keepToOnce } from '../../keys/held-key';
import { isInputMethods } from '../../keys/key-press';
import { activeTaxonomy } from '../../settings/taxonomies';
import { activeNote } from '../parts/active-note';
import { namePicker } from '../parts/dialog-name';
import { closeWithPlugin } from '../parts/close-with-plugin';
import { searchFolded } from '../parts/folded-search';
import { colorClass, markLabel } from '../parts/stance-chip';
import { openExample, exampleSource, vaultExamples, type ExamplesContext } from './vault-examples';
import { returnKeyboard } from '../parts/return-focus';

/** More are no examples any more, but a list of questions, which the dashboard has. */
const MOST = 200;

/** `onChoose`: told when an example is opened, for what stands below. */
export function showOthers(
  context: ExamplesContext,
  stage: string,
  onChoose: () => void = () => undefined,
): void {
  const examples = vaultExamples(context, stage, activeNote(context)?.path ?? null, MOST);
  const modal = new OthersModal(context, stage, examples, onChoose);
  closeWithPlugin(context, modal);
  modal.open();
}

class OthersModal extends FuzzySuggestModal<AnswerRow> {
  readonly #context: ExamplesContext;
  readonly #examples: StageExamples;
  readonly #onChoose: () => void;

  constructor(
    context: ExamplesContext,
    stage: string,
    examples: StageExamples,
    onChoose: () => void,
  ) {
    super(context.app);
    returnKeyboard(this);
    this.#context = context;
    this.#examples = examples;
    this.#onChoose = onChoose;
    const { strings, language, settings } = context;
    const words = strings.learning;
    const taxonomy = activeTaxonomy(settings.get());
    const mark = markOfKey(stage);
    const label = markLabel(mark, taxonomy, language, strings);
    this.modalEl.addClass('question-stance-others');
    namePicker(this, 'question-stance-others-name', words.othersOf(label));
    this.setPlaceholder(words.search);
    this.limit = MOST;
    this.emptyStateText =
      context.index.progress.phase === 'indexing' ? strings.dashboard.indexing : words.nobody;
    const head = this.modalEl.createDiv(
      `question-stance-others-head ${colorClass(mark, taxonomy)}`,
    );
    head.createDiv({ cls: 'question-stance-others-stage', text: words.othersOf(label) });
    const stance = findStance(taxonomy, mark.stance);
    const asks = stance && findStage(stance, mark.stage)?.asks;
    if (asks) head.createDiv({ text: localized(asks, language), attr: { dir: 'auto' } });
    const { questions, notes } = examples;
    if (questions > 0) {
      head.createDiv({ cls: 'question-stance-faint', text: words.found(questions, notes) });
    }
    this.modalEl.prepend(head);
    this.setInstructions([
      { command: '↵', purpose: words.keys.open },
      { command: 'esc', purpose: words.keys.close },
    ]);
  }

  override getItems(): AnswerRow[] {
    return [...this.#examples.rows];
  }

  override getItemText({ text, asker, path }: AnswerRow): string {
    return `${text} ${asker ?? ''} ${noteName(path)}`;
  }

  override getSuggestions(query: string): FuzzyMatch<AnswerRow>[] {
    return searchFolded(this.#examples.rows, query, (row) => this.getItemText(row));
  }

  override renderSuggestion({ item }: FuzzyMatch<AnswerRow>, el: HTMLElement): void {
    drawExample(this.#context, item, el);
  }

  override selectSuggestion(found: FuzzyMatch<AnswerRow>, event: MouseEvent | KeyboardEvent): void {
    if (isInputMethods(event)) return;
    if ('repeat' in event) keepToOnce(event, true);
    super.selectSuggestion(found, event);
  }

  override onChooseItem(row: AnswerRow, event: MouseEvent | KeyboardEvent): void {
    this.#onChoose();
    openExample(this.#context, row, Keymap.isModEvent(event));
  }
}

function drawExample(context: ExamplesContext, row: AnswerRow, el: HTMLElement): void {
  el.addClass('question-stance-example');
  el.createDiv({ text: row.text, attr: { dir: 'auto' } });
  const place = el.createDiv('question-stance-example-place');
  place.createEl('bdi', { text: exampleSource(context, row) });
  place.createSpan({ text: context.strings.common.line(row.line) });
}
