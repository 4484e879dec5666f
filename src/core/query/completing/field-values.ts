/** The values that may stand behind a field: those that the language has, and those that the notes have. */
import { isAtOrBelow } from '../../model/path';
import { foldText } from '../../text/fold-text';
import {
  MOST_COMPLETIONS,
  type CompletionContext,
  type KnownField,
  type KnownValue,
} from './completion';
import type { CompletionPlace } from './completion-place';
import { RELATIVE_DATES } from '../language/date-range';
import { FIELD_TABLE, SECTION_ALONE, type Field } from '../language/fields';
import { afterValuesOf, keysOf, stancesOf } from '../language/term';

/** The values that the language has; null where they are whatever the notes have. */
export function listedValues(field: Field, context: CompletionContext): readonly string[] | null {
  const rule = FIELD_TABLE[field];
  switch (rule.kind) {
    case 'known':
      return rule.values;
    case 'missing':
      return [...rule.values, ...keysOf(context)];
    case 'stance':
      return unique(stancesOf(context));
    case 'stage':
    case 'path-stage':
      return unique(keysOf(context));
    case 'after':
      return unique(afterValuesOf(context));
    case 'date':
      return RELATIVE_DATES;
    case 'free':
    case 'property':
      return null;
  }
}

/** Where the values of a field come from; of the others the language knows them, or nobody does. */
const SOURCES: { readonly [field in Field]?: KnownField } = {
  label: 'label',
  speaker: 'speaker',
  asker: 'asker',
  section: 'section',
  note: 'note',
  folder: 'folder',
  // A part of a path is enough; those of folders are most of what notes share.
  path: 'folder',
  tag: 'tag',
  prop: 'prop',
};

/** `from`: what stands before each of them. */
export function knownValues(
  place: CompletionPlace,
  field: Field,
  { valuesOf, taxonomies }: CompletionContext,
): { readonly from: string; readonly found: readonly KnownValue[] } {
  const source = SOURCES[field];
  if (source === undefined) return { from: '', found: [] };
  const { typed } = place;
  if (field === 'tag') {
    const roots = taxonomies.map(({ root }) => foldText(root));
    // Tags of stages are asked for by their stage.
    const isMark = (tag: string) => roots.some((root) => isAtOrBelow(foldText(tag), root));
    const there = { ...place, typed: typed.replace(/^#/, '') };
    return { from: '', found: known(there, valuesOf(source), (tag) => !isMark(tag)) };
  }
  if (field === 'prop') {
    const equals = typed.indexOf('=');
    if (equals === -1) {
      return { from: '', found: known(place, valuesOf(source), (name) => !name.includes('=')) };
    }
    const name = typed.slice(0, equals);
    if (name.trim() === '') return { from: '', found: [] };
    const there = { ...place, typed: typed.slice(equals + 1) };
    return { from: `${name}=`, found: known(there, valuesOf(source, name)) };
  }
  const isMeant = (value: string) => field !== 'section' || !value.startsWith(SECTION_ALONE);
  return { from: '', found: known(place, valuesOf(source), isMeant) };
}

/** Values folded once, for as long as they are the same. */
const foldedValues = new WeakMap<readonly KnownValue[], readonly string[]>();

export function known(
  { typed, isAtEnd }: CompletionPlace,
  all: readonly KnownValue[],
  isMeant: (value: string) => boolean = () => true,
): readonly KnownValue[] {
  let folded = foldedValues.get(all);
  if (!folded) {
    folded = all.map(({ value }) => foldText(value));
    foldedValues.set(all, folded);
  }
  const wanted = foldText(typed);
  const begin: KnownValue[] = [];
  const within: KnownValue[] = [];
  for (const [at, text] of folded.entries()) {
    const found = text.indexOf(wanted);
    if (found === -1) continue;
    // What is there already needs no choosing.
    if (isAtEnd && text === wanted) return [];
    const list = found === 0 ? begin : within;
    const value = all[at];
    if (!value || list.length === MOST_COMPLETIONS) continue;
    if (isSayable(value.value) && isMeant(value.value)) list.push(value);
  }
  return [...begin, ...within];
}

/** No words of a query have a line end in them. */
export function isSayable(text: string): boolean {
  return text.trim() !== '' && !/[\r\n]/.test(text);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
