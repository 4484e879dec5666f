/**
 * The user's settings: shape, allowed values, defaults and the way from whatever `data.json` holds to valid settings.
 * Never throws: what is wrong takes its default and is named, what is unknown is kept as it is.
 */
import * as v from 'valibot';
import { DEFAULT_MARK_FORMAT } from '../core/model/mark';
import { MARK_STYLES } from '../core/model/question';
import { DEFAULT_SCOPE, SCOPE_MODES } from '../core/model/scope';
import { DEFAULT_TAXONOMY } from '../core/model/taxonomy';
import { SUGGEST_MODES } from '../core/suggest/suggest-mode';
import { ASKERS_PROPERTY, DATE_PROPERTIES, type Preset } from '../core/query';
import { isRecord, ownOf, type Data } from './data';
import { readQueries } from './read-queries';
import { readTaxonomies } from './read-taxonomies';
import type { Taxonomies } from './taxonomies';
import { withUnknown } from './unknown-data';
import { raise, withEdits } from './version-1';

/** Counts up when a newer version can no longer read all of what an older one wrote, or the other way round. */
export const SETTINGS_VERSION = 2;

/** The settings that are one of a few words, and the words: what is stored, and what the settings tab offers. */
export const CHOICES = {
  scopeMode: SCOPE_MODES,
  markStyle: MARK_STYLES,
  sign: ['off', 'hover', 'always'],
  readingClick: ['dashboard', 'search'],
  suggestMode: SUGGEST_MODES,
} as const;

const fields = {
  scope: v.object({
    mode: v.picklist(CHOICES.scopeMode),
    tags: v.array(v.pipe(v.string(), v.nonEmpty())),
    checkbox: v.nullable(v.pipe(v.string(), v.nonEmpty())),
    checkboxValue: v.boolean(),
  }),
  mark: v.object({
    style: v.picklist(CHOICES.markStyle),
  }),
  active: v.string(),
  lists: v.object({
    /** List embedded questions too. */
    showEmbedded: v.boolean(),
    /** Look for questions without an asking sign, and list them. */
    showUnmarked: v.boolean(),
  }),
  editor: v.object({
    /** Whether questions without a mark have a sign in the editor. */
    sign: v.picklist(CHOICES.sign),
    /** What, typed behind a question, offers its tags; beside the tag's own beginning. Empty: nothing else does. */
    trigger: v.pipe(v.string(), v.check(isTrigger)),
    /** What a click on a chip in the reading view does. */
    readingClick: v.picklist(CHOICES.readingClick),
    /** Whether the reading view shows chips for marks in comments. */
    readingComments: v.boolean(),
  }),
  notes: v.object({
    /** Leave out of lists and counts what Obsidian's «Excluded files» name. */
    leaveOutExcluded: v.boolean(),
    /** Change the links that lead to a heading together with its tag. */
    followLinks: v.boolean(),
    /** The properties that say a note's day; the first that does is believed. */
    dateProperties: v.array(v.pipe(v.string(), v.nonEmpty())),
    /** The property that says who asks in a note. */
    askersProperty: v.pipe(v.string(), v.nonEmpty()),
  }),
  suggest: v.object({
    mode: v.picklist(CHOICES.suggestMode),
  }),
} as const;

type Frozen<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [K in keyof T]: Frozen<T[K]> };
type Fields = { readonly [K in keyof typeof fields]: Frozen<v.InferOutput<(typeof fields)[K]>> };

const SCHEMAS: { readonly [K in keyof Fields]: v.GenericSchema<unknown, Fields[K]> } = fields;

export interface Settings extends Fields, Taxonomies {
  /** Saved queries, in the order that the reader gave them; names are unique as people write them. */
  readonly queries: readonly Preset[];
}

export const DEFAULT_SETTINGS: Settings = {
  scope: DEFAULT_SCOPE,
  mark: { style: DEFAULT_MARK_FORMAT.style },
  taxonomies: [DEFAULT_TAXONOMY],
  active: DEFAULT_TAXONOMY.id,
  lists: { showEmbedded: false, showUnmarked: false },
  editor: { sign: 'hover', trigger: ';;', readingClick: 'dashboard', readingComments: false },
  notes: {
    leaveOutExcluded: true,
    followLinks: false,
    dateProperties: DATE_PROPERTIES,
    askersProperty: ASKERS_PROPERTY,
  },
  suggest: { mode: 'ghosts' },
  queries: [],
};

export interface Migration {
  readonly settings: Settings;
  /** Parts of the settings that could not be read, or not whole; `before` stands in for what could not. */
  readonly faulty: readonly (keyof Settings)[];
  /** The data was written by a newer version of the plugin, or is no settings object at all. */
  readonly foreign: 'newer' | 'not-settings' | null;
  /** The data in this version's shape, with all that is not understood; null where it is no settings object. */
  readonly data: Data | null;
}

/**
 * Reads what `loadData` gave. `null` and `undefined` are a first start. What is there and can't be read says nothing:
 * it stays as `before` has it.
 */
export function migrate(data: unknown, before: Settings = DEFAULT_SETTINGS): Migration {
  if (data === null || data === undefined) {
    return { settings: DEFAULT_SETTINGS, faulty: [], foreign: null, data: null };
  }
  if (!isRecord(data)) {
    return { settings: DEFAULT_SETTINGS, faulty: [], foreign: 'not-settings', data: null };
  }
  const stored = raise(data);
  const faulty: (keyof Settings)[] = [];
  const read = <K extends keyof Fields>(field: K): Fields[K] => {
    const value = ownOf(stored, field);
    if (value === undefined) return DEFAULT_SETTINGS[field];
    const usual: unknown = DEFAULT_SETTINGS[field];
    const schema: v.GenericSchema<unknown, Fields[K]> = SCHEMAS[field];
    // A part written by an older version may lack what came later.
    const complete = isRecord(value) && isRecord(usual) ? { ...usual, ...value } : value;
    const result = v.safeParse(schema, complete);
    if (!result.success) faulty.push(field);
    return result.success ? result.output : before[field];
  };
  const taxonomies = readTaxonomies(ownOf(stored, 'taxonomies'), before.taxonomies);
  if (!taxonomies.isWhole) faulty.push('taxonomies');
  const queries = readQueries(ownOf(stored, 'queries'));
  if (!queries.isWhole) faulty.push('queries');
  const settings: Settings = {
    scope: read('scope'),
    mark: read('mark'),
    taxonomies: taxonomies.items,
    active: read('active'),
    lists: read('lists'),
    editor: read('editor'),
    notes: read('notes'),
    suggest: read('suggest'),
    queries: queries.items,
  };
  const edited = withEdits(settings, data);
  const { version } = data;
  return {
    settings: { ...settings, taxonomies: edited },
    faulty,
    foreign: typeof version === 'number' && version > SETTINGS_VERSION ? 'newer' : null,
    data: withUnknown({ taxonomies: edited }, stored, { taxonomies: taxonomies.items }),
  };
}

/** What the settings are in the file; what stands there for an older version, `withVersion1` adds. */
export function serialize(settings: Settings): Data {
  return { version: SETTINGS_VERSION, ...settings };
}

/** What can stand behind a question to offer its tags: a few characters without white space, or nothing. */
export function isTrigger(typed: string): boolean {
  return typed.length <= 8 && !/\s/.test(typed);
}
