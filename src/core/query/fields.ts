/**
 * The fields a filter may name, in one table: for each, the test that a value makes of a note and its questions. Everything
 * folds case and width; nothing folds Traditional and Simplified Chinese together. A new field is a name
 * in `FIELDS` and an entry in `FIELD_TESTS`; parsing, formatting and running follow.
 */
import { isConflict, isSkipped, markOf, type MarkValue, type Question } from '../question';
import { foldText } from './folded-text';
import type { NoteTest, QuestionTest } from './note-test';
import { noteName } from './row';
import { searchNotes } from './search';

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

export const FIELD_TESTS: { readonly [field in Field]: (value: string) => NoteTest } = {
  stance: (value) => {
    const fits = equals(foldText(value));
    return always((question) => fits(markOf(question)?.stance ?? ''));
  },
  stage: (value) => {
    const wanted = foldText(value);
    const fits = equals(wanted);
    const read = wanted.includes('/') ? stageKey : stageAlone;
    return always((question) => {
      const mark = markOf(question);
      return mark !== null && fits(read(mark));
    });
  },
  label: (value) => {
    const fits = equals(foldText(value));
    return always((question) => fits(question.label ?? ''));
  },
  speaker: (value) => {
    const fits = equals(foldText(value));
    return always((question) => fits(question.speaker ?? ''));
  },
  is: (value) => {
    const wanted = foldText(value);
    return isValue(wanted) ? always(IS_TESTS[wanted]) : () => false;
  },
  note: (value) => {
    const wanted = foldText(value);
    return ({ path }) => foldText(path) === wanted || foldText(noteName(path)) === wanted;
  },
  folder: (value) => {
    const wanted = foldText(value.endsWith('/') ? value : `${value}/`);
    return ({ path }) => wanted === '/' || foldText(path).startsWith(wanted);
  },
  text: (value) => searchNotes(foldText(value)),
};

const IS_TESTS: { readonly [value in IsValue]: QuestionTest } = {
  tagged: (question) => markOf(question) !== null && !isSkipped(question),
  untagged: (question) => markOf(question) === null,
  conflict: isConflict,
  skipped: isSkipped,
};

function always(test: QuestionTest): NoteTest {
  return () => test;
}

/** Labels and stances repeat from question to question; each is folded once. */
function equals(wanted: string): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    let fits = known.get(text);
    if (fits === undefined) {
      fits = foldText(text) === wanted;
      known.set(text, fits);
    }
    return fits;
  };
}

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
