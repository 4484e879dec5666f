/**
 * A filter: terms that combine. Terms of one field widen (either value), terms of different fields narrow.
 * The dashboard's chips, the view's saved state and the command line's `--filter` are all this.
 */
import type { MarkValue } from '../../model/question';
import type { NoteEntry } from '../../index/question-index';
import { Codes, Columns } from '../columns/columns';
import { FIELD_FINDERS, type Field, type Finder } from './fields';
import type { Row } from '../columns/row';
import { stageKey } from '../../model/stage-key';

export { FIELDS, IS_VALUES, type Field } from './fields';

export interface FilterTerm {
  readonly field: Field;
  /**
   * `stage`: `stance/stage`, `stance/` for a stance's questions without a stage, or a stage's id alone for
   * that stage of any stance; `label`, `speaker`: the whole of it, empty for none; `is`: one of `IS_VALUES`;
   * `note`: a path or a name; `folder`: a path, `/` for the vault's root; `text`: a substring.
   */
  readonly value: string;
}

export type Filter = readonly FilterTerm[];

/** The term that finds questions with this mark: its stage, or its stance where it has none. */
export function markTerm(mark: MarkValue): FilterTerm {
  return mark.stage === null
    ? { field: 'stance', value: mark.stance }
    : { field: 'stage', value: stageKey(mark) };
}

/**
 * The filter made ready for many columns: one term of every field that has terms. `text` terms narrow each
 * other too.
 */
export function finderOf(filter: Filter): Finder {
  const groups = new Map<string, Finder[]>();
  filter.forEach((term, at) => {
    const key = term.field === 'text' ? `text ${at}` : fieldGroup(term);
    const finders = groups.get(key) ?? [];
    finders.push(FIELD_FINDERS[term.field](term.value));
    groups.set(key, finders);
  });
  const [first, ...others] = groups.values();
  if (!first) return (_columns, hits) => void hits.fill(1);
  return (columns, hits) => {
    for (const find of first) find(columns, hits);
    for (const finders of others) {
      const also = new Uint8Array(hits.length);
      for (const find of finders) find(columns, also);
      for (let at = 0; at < hits.length; at++) hits[at] = (hits[at] ?? 0) & (also[at] ?? 0);
    }
  };
}

/** Looks at the rows once, then filters them as often as asked. */
export function prepareRows(rows: readonly Row[]): (filter: Filter) => readonly Row[] {
  const entries: NoteEntry[] = [];
  /** The place of each row's question in the columns; −1 where its note does not have it. */
  const places: number[] = [];
  let first = 0;
  let next = 0;
  for (const { entry, question } of rows) {
    const last = entries.at(-1);
    if (entry !== last) {
      first += last?.questions.all().length ?? 0;
      next = 0;
      entries.push(entry);
    }
    // Mostly rows come in the order of their questions.
    const questions = entry.questions.all();
    const at = questions[next] === question ? next : questions.indexOf(question);
    places.push(at === -1 ? -1 : first + at);
    next = at + 1;
  }
  const columns = new Columns(entries, new Codes());
  return (filter) => {
    const hits = new Uint8Array(columns.size);
    finderOf(filter)(columns, hits);
    return rows.filter((_, at) => hits[places[at] ?? -1] === 1);
  };
}

/** The rows that fit, in their order. */
export function applyFilter(rows: readonly Row[], filter: Filter): readonly Row[] {
  return prepareRows(rows)(filter);
}

/** Stance, stage, `is:untagged` and `is:skipped` are cells of one matrix: choosing two shows both. */
function fieldGroup(term: FilterTerm): string {
  return isCellTerm(term) ? 'cell' : term.field;
}

/** Terms that choose cells of the matrix; the matrix itself is counted without them. */
export function isCellTerm(term: FilterTerm): boolean {
  return (
    term.field === 'stance' ||
    term.field === 'stage' ||
    (term.field === 'is' && (term.value === 'untagged' || term.value === 'skipped'))
  );
}

export function sameTerm(a: FilterTerm, b: FilterTerm): boolean {
  return a.field === b.field && a.value === b.value;
}

/** The filter with the term added, or taken out where it stood. */
export function toggleTerm(filter: Filter, term: FilterTerm): Filter {
  const without = filter.filter((other) => !sameTerm(other, term));
  return without.length < filter.length ? without : [...filter, term];
}
