/**
 * A filter: terms that combine. Terms of one field widen (either value), terms of different fields narrow.
 * The dashboard's chips, the view's saved state and the command line's `--filter` are all this.
 */
import { isConflict, markOf } from '../question';
import { noteName, type Row } from './row';

export const FIELDS = [
  'stance',
  'stage',
  'label',
  'speaker',
  'is',
  'note',
  'folder',
  'text',
] as const;
export type Field = (typeof FIELDS)[number];

export interface FilterTerm {
  readonly field: Field;
  /**
   * `stage`: `stance/stage`, or `stance/` for a stance's questions without a stage; `is`: one of `IS_VALUES`;
   * `note`: a path; `folder`: a path, `/` for the vault's root; `text`: a substring, in any case.
   */
  readonly value: string;
}

export type Filter = readonly FilterTerm[];

export const IS_VALUES = ['tagged', 'untagged', 'conflict'] as const;

const MATCHES: { readonly [field in Field]: (row: Row, value: string) => boolean } = {
  stance: ({ question }, value) => markOf(question)?.stance === value,
  stage: ({ question }, value) => {
    const mark = markOf(question);
    return mark !== null && `${mark.stance}/${mark.stage ?? ''}` === value;
  },
  label: ({ question }, value) => question.label === value,
  speaker: ({ question }, value) => question.speaker === value,
  is: ({ question }, value) => {
    if (value === 'conflict') return isConflict(question);
    return (markOf(question) !== null) === (value === 'tagged');
  },
  note: ({ entry }, value) => entry.path === value || noteName(entry.path) === value,
  folder: ({ entry }, value) =>
    value === '/' || entry.path.startsWith(value.endsWith('/') ? value : `${value}/`),
  text: ({ question, entry }, value) => {
    const wanted = fold(value);
    return (
      fold(question.text).includes(wanted) ||
      fold(question.label ?? '').includes(wanted) ||
      fold(noteName(entry.path)).includes(wanted)
    );
  },
};

export function matchesTerm(row: Row, term: FilterTerm): boolean {
  return MATCHES[term.field](row, term.value);
}

/** Rows that fit one term of every field that has terms. `text` terms narrow each other too. */
export function applyFilter(rows: readonly Row[], filter: Filter): readonly Row[] {
  const groups = new Map<string, FilterTerm[]>();
  filter.forEach((term, at) => {
    const key = term.field === 'text' ? `text ${at}` : fieldGroup(term);
    groups.set(key, [...(groups.get(key) ?? []), term]);
  });
  const wanted = [...groups.values()];
  return rows.filter((row) =>
    wanted.every((terms) => terms.some((term) => matchesTerm(row, term))),
  );
}

/** Stance, stage and `is:untagged` are cells of one matrix: choosing two shows both. */
function fieldGroup(term: FilterTerm): string {
  return term.field === 'stance' || term.field === 'stage' || isUntagged(term)
    ? 'cell'
    : term.field;
}

function isUntagged(term: FilterTerm): boolean {
  return term.field === 'is' && term.value === 'untagged';
}

/** Terms that choose cells of the matrix; the matrix itself is counted without them. */
export function isCellTerm(term: FilterTerm): boolean {
  return fieldGroup(term) === 'cell';
}

export function sameTerm(a: FilterTerm, b: FilterTerm): boolean {
  return a.field === b.field && a.value === b.value;
}

/** The filter with the term added, or taken out where it stood. */
export function toggleTerm(filter: Filter, term: FilterTerm): Filter {
  const without = filter.filter((other) => !sameTerm(other, term));
  return without.length < filter.length ? without : [...filter, term];
}

/** Case and width folded, so that a search finds `ＡＩ` by `ai`. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
