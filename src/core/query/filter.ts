/**
 * A filter: terms that combine. Terms of one field widen (either value), terms of different fields narrow.
 * The dashboard's chips, the view's saved state and the command line's `--filter` are all this.
 */
import type { MarkValue, Question } from '../question';
import type { NoteEntry } from '../question-index';
import { FIELD_TESTS, stageKey, type Field } from './fields';
import type { NoteTest, QuestionTest } from './note-test';
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
  return applyFilter([row], [term]).length > 0;
}

/** The filter made ready for many notes: one term of every field that has terms. `text` terms narrow each other too. */
export function noteFilter(filter: Filter): NoteTest {
  const groups = new Map<string, NoteTest[]>();
  filter.forEach((term, at) => {
    const key = term.field === 'text' ? `text ${at}` : fieldGroup(term);
    const tests = groups.get(key) ?? [];
    tests.push(FIELD_TESTS[term.field](term.value));
    groups.set(key, tests);
  });
  const wanted = [...groups.values()];
  return (entry) => {
    const left: QuestionTest[] = [];
    for (const tests of wanted) {
      const fits = anyOf(tests, entry);
      if (fits === false) return false;
      if (fits !== true) left.push(fits);
    }
    const [only, second] = left;
    if (only === undefined) return true;
    if (second === undefined) return only;
    return (question, at) => left.every((test) => test(question, at));
  };
}

/** What is left to test of each question, where one of the tests has to be passed. */
function anyOf(tests: readonly NoteTest[], entry: NoteEntry): boolean | QuestionTest {
  const open: QuestionTest[] = [];
  for (const test of tests) {
    const fits = test(entry);
    if (fits === true) return true;
    if (fits !== false) open.push(fits);
  }
  const [only, second] = open;
  if (only === undefined) return false;
  if (second === undefined) return only;
  return (question, at) => open.some((test) => test(question, at));
}

/** The rows that fit, in their order. */
export function applyFilter(rows: readonly Row[], filter: Filter): readonly Row[] {
  const fits = noteFilter(filter);
  let note: NoteEntry | null = null;
  let test: boolean | QuestionTest = false;
  let places: ReadonlyMap<Question, number> = new Map();
  return rows.filter(({ entry, question }) => {
    if (entry !== note) {
      note = entry;
      test = fits(entry);
      places = new Map(entry.questions.map((each, at) => [each, at]));
    }
    return typeof test === 'boolean' ? test : test(question, places.get(question) ?? -1);
  });
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
