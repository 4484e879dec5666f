/** Why a filter found nothing: which of its words fit no question by themselves, and what there is instead. */
import {
  type FactContext,
  type Filter,
  prepareRows,
  type Row,
  type Term,
  termsIn,
} from '../../src/core/query';
import { localDay } from '../../src/core/model/local-day';
import { stageKey } from '../../src/core/model/stage-key';

/** The fields whose values are few and known by name. */
const LISTED = ['stance', 'stage', 'label', 'speaker'] as const;
type Listed = (typeof LISTED)[number];

/** Named at most; a vault may have very many labels. */
const MOST = 20;

/** Looks at the questions that a filter is tried on, note by note. */
export class NoFit {
  readonly #values: { readonly [field in Listed]: Set<string> } = {
    stance: new Set(),
    stage: new Set(),
    label: new Set(),
    speaker: new Set(),
  };
  readonly #unfit: Set<Term>;

  readonly #facts: FactContext;

  constructor(filter: Filter, facts: FactContext) {
    this.#facts = facts;
    this.#unfit = new Set(termsIn(filter));
  }

  look(rows: readonly Row[]): void {
    for (const { question } of rows) {
      for (const mark of question.marks) {
        this.#values.stance.add(mark.stance);
        if (mark.stage !== null) this.#values.stage.add(stageKey(mark));
      }
      if (question.label !== null) this.#values.label.add(question.label);
      if (question.speaker !== null) this.#values.speaker.add(question.speaker);
    }
    if (this.#unfit.size === 0) return;
    const prepared = prepareRows(rows, { today: localDay() }, this.#facts);
    for (const term of this.#unfit) {
      if (prepared([term]).length > 0) this.#unfit.delete(term);
    }
  }

  /** What to say where nothing fits all of the filter: a sentence, then a line for each field that is to blame. */
  lines(): readonly string[] {
    const fields = new Set([...this.#unfit].map(({ field }) => field));
    return [
      'no question fits',
      ...LISTED.filter((field) => fields.has(field)).map((field) => this.#line(field)),
    ];
  }

  #line(field: Listed): string {
    const all = [...this.#values[field]].sort();
    if (all.length === 0) return `${field}: no question has one`;
    const left = all.length - MOST;
    const more = left > 0 ? `, and ${left} more` : '';
    return `${field}: there are ${all.slice(0, MOST).join(', ')}${more}`;
  }
}
