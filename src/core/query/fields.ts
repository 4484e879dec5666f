/**
 * The fields a filter may name, in one table: for each, the test that a value makes of a row. Everything
 * folds case and width; nothing folds Traditional and Simplified Chinese together. A new field is a name
 * in `FIELDS` and an entry in `FIELD_TESTS`; parsing, formatting and running follow.
 */
import { isConflict, isSkipped, markOf, type MarkValue } from '../question';
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

/** The values of the field `is`. A skipped question is neither tagged nor untagged. */
export const IS_VALUES = ['tagged', 'untagged', 'conflict', 'skipped'] as const;
export type IsValue = (typeof IS_VALUES)[number];

export type RowTest = (row: Row) => boolean;

export const FIELD_TESTS: { readonly [field in Field]: (value: string) => RowTest } = {
  stance: (value) => {
    const wanted = foldText(value);
    return ({ question }) => foldText(markOf(question)?.stance ?? '') === wanted;
  },
  stage: (value) => {
    const wanted = foldText(value);
    const read = wanted.includes('/') ? stageKey : stageAlone;
    return ({ question }) => {
      const mark = markOf(question);
      return mark !== null && foldText(read(mark)) === wanted;
    };
  },
  label: (value) => {
    const wanted = foldText(value);
    return ({ question }) => foldText(question.label ?? '') === wanted;
  },
  speaker: (value) => {
    const wanted = foldText(value);
    return ({ question }) => foldText(question.speaker ?? '') === wanted;
  },
  is: (value) => {
    const wanted = foldText(value);
    return (row) => isValue(wanted) && IS_TESTS[wanted](row);
  },
  note: (value) => {
    const wanted = foldText(value);
    return ({ entry }) =>
      foldText(entry.path) === wanted || foldText(noteName(entry.path)) === wanted;
  },
  folder: (value) => {
    const wanted = foldText(value.endsWith('/') ? value : `${value}/`);
    return ({ entry }) => wanted === '/' || foldText(entry.path).startsWith(wanted);
  },
  text: (value) => {
    const wanted = foldText(value);
    return ({ question, entry }) =>
      foldText(question.text).includes(wanted) ||
      foldText(question.label ?? '').includes(wanted) ||
      foldText(question.speaker ?? '').includes(wanted) ||
      foldText(noteName(entry.path)).includes(wanted);
  },
};

const IS_TESTS: { readonly [value in IsValue]: RowTest } = {
  tagged: ({ question }) => markOf(question) !== null && !isSkipped(question),
  untagged: ({ question }) => markOf(question) === null,
  conflict: ({ question }) => isConflict(question),
  skipped: ({ question }) => isSkipped(question),
};

export function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

export function isValue(name: string): name is IsValue {
  return IS_VALUES.some((value) => value === name);
}

/** The mark as filters and counts name it: `stance/stage`, `stance/` where it has no stage. */
export function stageKey(mark: MarkValue): string {
  return `${mark.stance}/${mark.stage ?? ''}`;
}

function stageAlone(mark: MarkValue): string {
  return mark.stage ?? '';
}

/** Case and width folded, so that a search finds `ＡＩ` by `ai`, and composed as file names may not be. */
export function foldText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
