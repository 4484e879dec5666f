/**
 * «Filter»: one picker over every value that can be filtered by, with counts, found by its name in any of the
 * interface's languages. Choosing one adds it, or takes it away.
 */
import { FuzzySuggestModal, setIcon, type App, type FuzzyMatch } from 'obsidian';
import { type Facet, type Filter, type Term, foldText, sameCondition } from '../../../core/query';
import { isInputMethods } from '../../../keys/key-press';
import { namePicker } from '../../parts/dialog-name';
import { searchFolded } from '../../parts/folded-search';
import { colorClass } from '../../parts/stance-chip';
import { findableText, termMark, valueLabel } from '../model/term-label';
import type { Wording } from '../../parts/wording';
import { returnKeyboard } from '../../parts/return-focus';

/** More values than this are looked through by their words before they are matched. */
const MOST_FUZZY = 2000;

export class FilterPicker extends FuzzySuggestModal<Facet> {
  #folded: readonly string[] | null = null;

  readonly #facets: readonly Facet[];
  readonly #filter: Filter;
  readonly #words: Wording;
  readonly #onChoose: (term: Term) => void;

  constructor(
    app: App,
    facets: readonly Facet[],
    filter: Filter,
    words: Wording,
    onChoose: (term: Term) => void,
  ) {
    super(app);
    returnKeyboard(this);
    this.#facets = facets;
    this.#filter = filter;
    this.#words = words;
    this.#onChoose = onChoose;
    this.modalEl.addClass('question-stance-filter-picker');
    namePicker(this, 'question-stance-filter-picker-name', words.strings.dashboard.filter);
    this.setPlaceholder(words.strings.dashboard.filterPlaceholder);
    this.emptyStateText = words.strings.dashboard.filterNothing;
    this.limit = 200;
  }

  override getItems(): Facet[] {
    return [...this.#facets];
  }

  /** Fuzzy matching of very many values would be felt at every letter; then their words have to stand in them. */
  override getSuggestions(query: string): FuzzyMatch<Facet>[] {
    const textOf = (facet: Facet) => this.getItemText(facet);
    if (this.#facets.length <= MOST_FUZZY) return searchFolded(this.#facets, query, textOf);
    const words = foldText(query).split(/\s+/).filter(Boolean);
    this.#folded ??= this.#facets.map((facet) => foldText(textOf(facet)));
    const candidates: Facet[] = [];
    for (const [at, text] of this.#folded.entries()) {
      const facet = this.#facets[at];
      if (facet && words.every((word) => text.includes(word))) candidates.push(facet);
      if (candidates.length === MOST_FUZZY) break;
    }
    return searchFolded(candidates, query, textOf);
  }

  override getItemText({ term }: Facet): string {
    return findableText(term, this.#words);
  }

  override selectSuggestion(found: FuzzyMatch<Facet>, event: MouseEvent | KeyboardEvent): void {
    if (isInputMethods(event)) return;
    super.selectSuggestion(found, event);
  }

  override onChooseItem({ term }: Facet): void {
    this.#onChoose(term);
  }

  override renderSuggestion({ item }: FuzzyMatch<Facet>, element: HTMLElement): void {
    const { fields, number } = this.#words.strings.dashboard;
    const { term, count } = item;
    element.addClass('question-stance-facet');
    const chosen = this.#filter.some((other) => sameCondition(other, term));
    const check = element.createSpan({ cls: 'question-stance-facet-check' });
    if (chosen) setIcon(check, 'check');
    element.createSpan({ cls: 'question-stance-facet-field', text: fields[term.field] });
    const value = element.createSpan({ cls: 'question-stance-facet-value' });
    const mark = termMark(term);
    if (mark) {
      value.addClass(colorClass(mark, this.#words.taxonomy));
      value.createSpan({ cls: 'question-stance-dot' });
    }
    const text = valueLabel(term, this.#words);
    value.createSpan({ cls: 'question-stance-ellipsis', text, attr: { dir: 'auto' } });
    element.createSpan({ cls: 'question-stance-facet-count', text: number(count) });
  }
}
