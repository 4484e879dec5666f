/**
 * The fields a filter may name, in one table: for each, how a value finds the questions that fit it among
 * columns. Everything folds case and width; nothing folds Traditional and Simplified Chinese together. Begin a new
 * field with its name in `FIELDS`: the compiler asks for the rest, and parsing, formatting and running follow.
 */
import { BREAK, FLAGS, type Columns, type Joined } from '../columns/columns';
import { foldText } from '../columns/folded-text';
import { partsOfKey } from '../../model/stage-key';

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

/** Sets `hits` to 1 at the place of every question that fits; leaves it as it is elsewhere. */
export type Finder = (columns: Columns, hits: Uint8Array) => void;

export const FIELD_FINDERS: { readonly [field in Field]: (value: string) => Finder } = {
  stance: (value) => {
    const wanted = foldText(value);
    return byCode(
      'stages',
      (key) => foldText(key === null ? '' : partsOfKey(key).stance) === wanted,
    );
  },
  stage: (value) => {
    const wanted = foldText(value);
    return byCode('stages', (key) => {
      if (key === null) return false;
      return foldText(wanted.includes('/') ? key : partsOfKey(key).stage) === wanted;
    });
  },
  label: (value) => {
    const wanted = foldText(value);
    return byCode('labels', (label) => foldText(label ?? '') === wanted);
  },
  speaker: (value) => {
    const wanted = foldText(value);
    return byCode('speakers', (speaker) => foldText(speaker ?? '') === wanted);
  },
  is: (value) => {
    const wanted = foldText(value);
    return isValue(wanted) ? byFlags(...IS_FLAGS[wanted]) : () => undefined;
  },
  note: (value) => {
    const wanted = foldText(value);
    return byNote(({ paths, names }, at) => paths[at] === wanted || stringAt(names, at) === wanted);
  },
  folder: (value) => {
    const wanted = foldText(value.endsWith('/') ? value : `${value}/`);
    return byNote(({ paths }, at) => wanted === '/' || paths[at]?.startsWith(wanted) === true);
  },
  text: (value) => {
    const wanted = foldText(value);
    return (columns, hits) => {
      const { firsts, words, sections, names } = columns;
      findIn(words, wanted, (at) => (hits[at] = 1));
      findIn(sections.titles, wanted, (at) =>
        hits.fill(1, sections.firsts[at], sections.firsts[at + 1]),
      );
      findIn(names, wanted, (at) => hits.fill(1, firsts[at], firsts[at + 1]));
    };
  },
};

/** The flags looked at, and what they are to be. */
const IS_FLAGS: { readonly [value in IsValue]: readonly [mask: number, wanted: number] } = {
  tagged: [FLAGS.marked | FLAGS.skipped, FLAGS.marked],
  untagged: [FLAGS.marked, 0],
  conflict: [FLAGS.conflict, FLAGS.conflict],
  skipped: [FLAGS.skipped, FLAGS.skipped],
};

/** Labels and stances repeat from question to question; each is compared once. */
function byCode(
  column: 'stages' | 'labels' | 'speakers',
  fits: (text: string | null) => boolean,
): Finder {
  const known: (0 | 1 | undefined)[] = [];
  return (columns, hits) => {
    const codes = columns[column];
    for (let at = 0; at < codes.length; at++) {
      const code = codes[at] ?? 0;
      const hit = (known[code] ??= fits(columns.codes.textOf(code)) ? 1 : 0);
      if (hit === 1) hits[at] = 1;
    }
  };
}

function byFlags(mask: number, wanted: number): Finder {
  return ({ flags }, hits) => {
    for (let at = 0; at < flags.length; at++) {
      if (((flags[at] ?? 0) & mask) === wanted) hits[at] = 1;
    }
  };
}

function byNote(fits: (columns: Columns, at: number) => boolean): Finder {
  return (columns, hits) => {
    const { firsts } = columns;
    for (let at = 0; at < columns.entries.length; at++) {
      const first = firsts[at] ?? 0;
      const end = firsts[at + 1] ?? 0;
      if (first < end && fits(columns, at)) hits.fill(1, first, end);
    }
  };
}

/** Calls `found` with the place of every string that has `wanted` in it. */
function findIn({ text, starts }: Joined, wanted: string, found: (at: number) => void): void {
  if (wanted.includes(BREAK)) return;
  let at = 0;
  for (let place = text.indexOf(wanted); place !== -1;) {
    while ((starts[at + 1] ?? Infinity) <= place) at += 1;
    if (at >= starts.length - 1) return;
    found(at);
    place = text.indexOf(wanted, starts[at + 1]);
  }
}

function stringAt({ text, starts }: Joined, at: number): string {
  return text.slice(starts[at], (starts[at + 1] ?? 0) - BREAK.length);
}

export function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

export function isValue(name: string): name is IsValue {
  return IS_VALUES.some((value) => value === name);
}
