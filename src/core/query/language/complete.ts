/**
 * What may be put where somebody is typing a query: instructions, fields, values, the names of saved queries. A
 * suggestion brings nothing wrong into the query; one that `opens` still needs what stands behind it. A saved
 * query brings what is wrong in itself.
 */
import { isAtOrBelow } from '../../model/path';
import type { Taxonomy } from '../../model/taxonomy';
import { foldText } from '../../text/fold-text';
import {
  completionPlace,
  INSTRUCTIONS,
  instructionTyped,
  type CompletionPlace,
  type InstructionWords,
  type WordList,
} from './completion-place';
import type { Term } from './condition';
import { RELATIVE_DATES } from './date-range';
import { FIELD_TABLE, FIELDS, SECTION_ALONE, type Field } from './fields';
import { formatName } from './instruction';
import { lineAt } from './lines';
import { formatValue, quoted } from './parse';
import { readQuery } from './read-query';
import { MOST_GROUPINGS, type Preset } from './statement';
import { afterValuesOf, keysOf, stancesOf } from './term';

export type CompletionItem =
  | { readonly kind: 'instruction'; readonly words: InstructionWords }
  | { readonly kind: 'field'; readonly field: Field }
  /** `count`: how many questions have it, where it comes from the notes. */
  | { readonly kind: 'value'; readonly term: Term; readonly count: number | null }
  | { readonly kind: 'word'; readonly list: WordList; readonly word: string }
  | { readonly kind: 'path'; readonly path: string; readonly count: number }
  | { readonly kind: 'preset'; readonly name: string };

export type QueryCompletion = {
  /** What it stands in place of, UTF-16 offsets into the query; the cursor goes behind it. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  /** Something has to stand behind it, which can be completed in its turn. */
  readonly opens: boolean;
} & CompletionItem;

/** What the notes have for values of a field. */
export interface KnownValue {
  readonly value: string;
  /** How many questions have it; of tags and properties, how many notes. */
  readonly count: number;
}

/** Whose values the notes know; `path` stands for the paths of notes. */
export type KnownField =
  'label' | 'speaker' | 'asker' | 'section' | 'note' | 'path' | 'folder' | 'tag' | 'prop';

export interface CompletionContext {
  readonly taxonomies: readonly Taxonomy[];
  readonly presets: readonly Preset[];
  /**
   * The values that the notes have, the commonest first; of `prop` the names of properties or, where one is given, its
   * values. The same array as long as they are the same.
   */
  readonly valuesOf: (field: KnownField, property?: string) => readonly KnownValue[];
  /** What the reader's language calls it, by which it is found too; empty where it is called as it is written. */
  readonly nameOf: (item: CompletionItem) => string;
}

/** More than anybody reads; who types on sees others. */
export const MOST_COMPLETIONS = 50;

/** The likeliest first; none where what stands there is whole already. */
export function completeQuery(
  query: string,
  offset: number,
  context: CompletionContext,
): readonly QueryCompletion[] {
  const place = completionPlace(query, offset);
  return place ? completionsAt(place, query, context) : [];
}

export function completionsAt(
  place: CompletionPlace,
  query: string,
  context: CompletionContext,
): readonly QueryCompletion[] {
  const { from, to } = place;
  return choicesAt(place, query, context)
    .slice(0, MOST_COMPLETIONS)
    .map(({ insert, opens, item }) => ({ from, to, insert, opens, ...item }));
}

interface Choice {
  readonly insert: string;
  readonly opens: boolean;
  readonly item: CompletionItem;
}

function choicesAt(
  place: CompletionPlace,
  query: string,
  context: CompletionContext,
): readonly Choice[] {
  switch (place.kind) {
    case 'line':
      return [...instructions(place, query, context), ...fields(place, context)];
    case 'field':
      return fields(place, context);
    case 'value':
      return values(place, place.field, context);
    case 'word': {
      const { list } = place;
      const items = place.words.map((word) => ({ kind: 'word', list, word }) as const);
      const choice = (item: CompletionItem, insert: string) => ({ insert, opens: false, item });
      return fitting(place, items, ({ word }) => word, context).map((item) =>
        choice(item, item.word),
      );
    }
    case 'path': {
      const paths = context.valuesOf(place.of === 'note' ? 'path' : 'folder');
      return known(place, paths).map(({ value: path, count }) => ({
        insert: formatName(path),
        opens: false,
        item: { kind: 'path', path, count },
      }));
    }
    case 'preset': {
      const items = context.presets
        .filter(({ name }) => isSayable(name))
        .map(({ name }) => ({ kind: 'preset', name }) as const);
      return fitting(place, items, ({ name }) => name, context).map((item) => ({
        insert: formatName(item.name.trim()),
        opens: false,
        item,
      }));
    }
  }
}

function instructions(
  place: CompletionPlace,
  query: string,
  context: CompletionContext,
): readonly Choice[] {
  const typed = foldText(instructionTyped(place.typed));
  return INSTRUCTIONS.flatMap((words): readonly Choice[] => {
    const item = { kind: 'instruction', words } as const;
    const isMeant =
      words.startsWith(typed) || (typed !== '' && foldText(context.nameOf(item)).startsWith(typed));
    // What is there already needs no choosing.
    if (!isMeant || words === typed) return [];
    if (words === 'group by ' && !canGroup(place, query, context)) return [];
    return [{ insert: words, opens: words.endsWith(' '), item }];
  });
}

function canGroup({ from }: CompletionPlace, query: string, context: CompletionContext): boolean {
  const line = lineAt(query, from);
  const others = query.slice(0, line.from) + query.slice(line.from + line.text.length);
  return readQuery(others, context).query.groups.length < MOST_GROUPINGS;
}

/** By the beginning of their name alone: most words of a query are text. */
function fields({ typed }: CompletionPlace, { nameOf }: CompletionContext): readonly Choice[] {
  const wanted = foldText(typed);
  return FIELDS.flatMap((field): readonly Choice[] => {
    const item = { kind: 'field', field } as const;
    // Text needs no field.
    if (field === 'text') return [];
    const isMeant =
      field.startsWith(wanted) || (wanted !== '' && foldText(nameOf(item)).startsWith(wanted));
    return isMeant ? [{ insert: `${field}:`, opens: true, item }] : [];
  });
}

function values(
  place: CompletionPlace,
  field: Field,
  context: CompletionContext,
): readonly Choice[] {
  const listed = listedValues(field, context);
  if (listed) {
    const items = listed.map(
      (value) => ({ kind: 'value', term: { field, value }, count: null }) as const,
    );
    return fitting(place, items, ({ term }) => term.value, context).map((item) =>
      valueChoice(item),
    );
  }
  const { from, found } = knownValues(place, field, context);
  return found.map(({ value, count }) =>
    valueChoice({ kind: 'value', term: { field, value: from + value }, count }),
  );
}

function valueChoice(item: Extract<CompletionItem, { readonly kind: 'value' }>): Choice {
  const { value } = item.term;
  const written = formatValue(value, false);
  // At a line's end a backslash would go on in the next.
  return { insert: written.endsWith('\\') ? quoted(value) : written, opens: false, item };
}

/** The values that the language has; null where they are whatever the notes have. */
function listedValues(field: Field, context: CompletionContext): readonly string[] | null {
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
function knownValues(
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

function known(
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

/** Those that what is typed stands in, in their words or their names; first those that begin with it. */
function fitting<Item extends CompletionItem>(
  { typed, isAtEnd }: CompletionPlace,
  items: readonly Item[],
  wordsOf: (item: Item) => string,
  { nameOf }: CompletionContext,
): readonly Item[] {
  const wanted = foldText(typed);
  const begin: Item[] = [];
  const within: Item[] = [];
  for (const item of items) {
    const words = foldText(wordsOf(item));
    if (isAtEnd && words === wanted) return [];
    const name = wanted === '' ? '' : foldText(nameOf(item));
    if (words.startsWith(wanted)) begin.push(item);
    else if (words.includes(wanted) || name.includes(wanted)) within.push(item);
  }
  return [...begin, ...within];
}

/** No words of a query have a line end in them. */
function isSayable(text: string): boolean {
  return text.trim() !== '' && !/[\r\n]/.test(text);
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
