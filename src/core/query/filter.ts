/**
 * A filter: terms that combine. Terms of one field widen (either value), terms of different fields narrow.
 * The dashboard's chips, the view's saved state and the command line's `--filter` are all this.
 */
import type { MarkValue } from '../question';
import { FIELD_TESTS, stageKey, type Field, type RowTest } from './fields';
import type { Row } from './row';

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

export function matchesTerm(row: Row, term: FilterTerm): boolean {
  return testOf(term)(row);
}

/** Rows that fit one term of every field that has terms. `text` terms narrow each other too. */
export function applyFilter(rows: readonly Row[], filter: Filter): readonly Row[] {
  const groups = new Map<string, RowTest[]>();
  filter.forEach((term, at) => {
    const key = term.field === 'text' ? `text ${at}` : fieldGroup(term);
    const tests = groups.get(key) ?? [];
    tests.push(testOf(term));
    groups.set(key, tests);
  });
  const wanted = [...groups.values()];
  return rows.filter((row) => wanted.every((tests) => tests.some((test) => test(row))));
}

function testOf(term: FilterTerm): RowTest {
  return FIELD_TESTS[term.field](term.value);
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
