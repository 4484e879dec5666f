/**
 * The fields that a query may name, in one table: what a value of each means and which values there are.
 * Knows nothing of where the answers come from; `../internal/finders.ts` answers each of them, and the
 * compiler asks for that.
 */
import { QUESTION_KINDS } from '../../model/question';

export const FIELDS = [
  'stance',
  'stage',
  'label',
  'speaker',
  'asker',
  'section',
  'kind',
  'is',
  'has',
  'missing',
  'lacks',
  'after',
  'note',
  'path',
  'folder',
  'tag',
  'prop',
  'date',
  'text',
] as const;
export type Field = (typeof FIELDS)[number];

/** The values of the field `is`. A skipped question is neither tagged nor untagged. */
export const IS_VALUES = ['tagged', 'untagged', 'conflict', 'skipped'] as const;
export type IsValue = (typeof IS_VALUES)[number];

/** That a note's day is said by a property, and not by its file alone. */
export const DATE_PROPERTY = 'date-property';

/** What `has:` and `missing:` may ask of a question. */
export const ASKABLE_FIELDS = [
  'stance',
  'stage',
  'label',
  'speaker',
  'asker',
  'section',
  'date',
  DATE_PROPERTY,
] as const;
export type AskableField = (typeof ASKABLE_FIELDS)[number];

/**
 * - `free`: any text;
 * - `known`: one of `values`, in any case;
 * - `stance`, `stage`, `path-stage`: ids of the taxonomy; the last asks for `stance/stage`;
 * - `after`: `stance/stage`, and within what, as `after-value.ts` says;
 * - `has`, `missing`: one of `ASKABLE_FIELDS`; `missing` also takes `stance/stage`;
 * - `property`: `name` or `name=value`;
 * - `date`: as `date-range.ts` reads it.
 */
export type ValueRule =
  | { readonly kind: 'free' | 'stance' | 'stage' | 'path-stage' | 'after' | 'property' | 'date' }
  | { readonly kind: 'known' | 'missing'; readonly values: readonly string[] };

const FREE: ValueRule = { kind: 'free' };

/** Behind a folder's path: the notes in it, without those of the folders in it. */
export const FOLDER_ALONE = '/.';

/** Before each heading of a trail, outermost first: the questions under it, without those under a deeper heading. */
export const SECTION_ALONE = '› ';

/**
 * What a value of each field says:
 * `stage` `stance/stage`, `stance/` for those without a stage, or a stage's id alone, of any stance;
 * `label`, `speaker`, `asker` the whole of it, empty for none; `section` a heading above holds it,
 * or, with `SECTION_ALONE`, the whole trail; `note` a path or a name; `path` the note's path holds it;
 * `folder` a path, `/` for the vault's root, with `FOLDER_ALONE` behind it without the folders in it;
 * `tag` the note has the tag or a child of it; `text` a substring of text, label, speaker, heading or name;
 * `missing` the question has no such part, or its note no question of that stage; `lacks`
 * its asker asks that stage in none of the notes; `after` the nearest
 * tagged question before it has that stage, in its note, its section, or its asker's run: all that its asker asks in
 * its note.
 */
export const FIELD_TABLE: { readonly [field in Field]: ValueRule } = {
  stance: { kind: 'stance' },
  stage: { kind: 'stage' },
  label: FREE,
  speaker: FREE,
  asker: FREE,
  section: FREE,
  kind: { kind: 'known', values: QUESTION_KINDS },
  is: { kind: 'known', values: IS_VALUES },
  has: { kind: 'known', values: ASKABLE_FIELDS },
  missing: { kind: 'missing', values: ASKABLE_FIELDS },
  lacks: { kind: 'path-stage' },
  after: { kind: 'after' },
  note: FREE,
  path: FREE,
  folder: FREE,
  tag: FREE,
  prop: { kind: 'property' },
  date: { kind: 'date' },
  text: FREE,
};

export function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

export function isValue(name: string): name is IsValue {
  return IS_VALUES.some((value) => value === name);
}
