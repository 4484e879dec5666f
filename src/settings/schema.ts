/**
 * The user's settings: shape, defaults and the way from whatever `data.json` holds to valid settings.
 * Never throws: what is wrong takes its default and is named, what is unknown is kept as it is.
 */
import * as v from 'valibot';
import { DEFAULT_MARK_FORMAT, isMarkRoot, type MarkFormat } from '../core/model/mark';
import { DEFAULT_SCOPE, type ScopeRule } from '../core/model/scope';
import {
  DEFAULT_TAXONOMY,
  isTaxonomyId,
  STANCE_COLORS,
  type Taxonomy,
} from '../core/model/taxonomy';

/** Counts up when a newer version can no longer read what an older one wrote, or the other way round. */
export const SETTINGS_VERSION = 1;

const localizedText = v.object({
  en: v.string(),
  'zh-TW': v.exactOptional(v.string()),
  zh: v.exactOptional(v.string()),
});

const taxonomyId = v.pipe(v.string(), v.check(isTaxonomyId));

const stage = v.object({ id: taxonomyId, label: localizedText, asks: localizedText });

const stance = v.object({
  id: taxonomyId,
  label: localizedText,
  color: v.picklist(STANCE_COLORS),
  stages: v.pipe(
    v.array(stage),
    v.minLength(1),
    v.maxLength(9),
    v.check((stages) => hasDistinctIds(stages)),
  ),
});

const fields = {
  scope: v.object({
    mode: v.picklist(['rule', 'vault']),
    tags: v.array(v.pipe(v.string(), v.nonEmpty())),
    checkbox: v.nullable(v.pipe(v.string(), v.nonEmpty())),
    checkboxValue: v.boolean(),
  }),
  mark: v.object({
    root: v.pipe(v.string(), v.check(isMarkRoot)),
    style: v.picklist(['tag', 'comment']),
  }),
  taxonomy: v.object({
    stances: v.pipe(
      v.array(stance),
      v.minLength(1),
      v.maxLength(9),
      v.check((stances) => hasDistinctIds(stances)),
    ),
  }),
  lists: v.object({
    showEmbedded: v.boolean(),
    showUnmarked: v.boolean(),
  }),
  editor: v.object({
    sign: v.picklist(['off', 'hover', 'always']),
    trigger: v.pipe(v.string(), v.check(isTrigger)),
    readingClick: v.picklist(['dashboard', 'search']),
    readingComments: v.boolean(),
  }),
  notes: v.object({
    leaveOutExcluded: v.boolean(),
    followLinks: v.boolean(),
  }),
} as const;

export interface ListSettings {
  /** List embedded questions too. */
  readonly showEmbedded: boolean;
  /** Look for questions without a question mark, and list them. */
  readonly showUnmarked: boolean;
}

export interface EditorSettings {
  /** Whether questions without a mark have a sign in the editor. */
  readonly sign: 'off' | 'hover' | 'always';
  /** What, typed behind a question, offers its tags; beside the tag's own beginning. Empty: nothing else does. */
  readonly trigger: string;
  /** What a click on a chip in the reading view does. */
  readonly readingClick: 'dashboard' | 'search';
  /** Whether the reading view shows chips for marks in comments. */
  readonly readingComments: boolean;
}

export interface NoteSettings {
  /** Leave out of lists and counts what Obsidian's «Excluded files» name. */
  readonly leaveOutExcluded: boolean;
  /** Change the links that lead to a heading together with its tag. */
  readonly followLinks: boolean;
}

export interface Settings {
  readonly scope: ScopeRule;
  readonly mark: MarkFormat;
  readonly taxonomy: Taxonomy;
  readonly lists: ListSettings;
  readonly editor: EditorSettings;
  readonly notes: NoteSettings;
}

export const DEFAULT_SETTINGS: Settings = {
  scope: DEFAULT_SCOPE,
  mark: DEFAULT_MARK_FORMAT,
  taxonomy: DEFAULT_TAXONOMY,
  lists: { showEmbedded: false, showUnmarked: false },
  editor: { sign: 'hover', trigger: ';;', readingClick: 'dashboard', readingComments: false },
  notes: { leaveOutExcluded: true, followLinks: false },
};

/** The first segments of the tags that are marks, as notes are read: one of each taxonomy. */
export function rootsOf({ mark }: Settings): readonly string[] {
  return [mark.root];
}

export interface Migration {
  readonly settings: Settings;
  /** Parts of the settings that could not be read and have their defaults. */
  readonly faulty: readonly (keyof Settings)[];
  /** The data was written by a newer version of the plugin, or is no settings object at all. */
  readonly foreign: 'newer' | 'not-settings' | null;
}

/** Reads what `loadData` gave. `null` and `undefined` are a first start. */
export function migrate(data: unknown): Migration {
  if (data === null || data === undefined) {
    return { settings: DEFAULT_SETTINGS, faulty: [], foreign: null };
  }
  const record = v.safeParse(v.record(v.string(), v.unknown()), data);
  if (!record.success || Array.isArray(data)) {
    return { settings: DEFAULT_SETTINGS, faulty: [], foreign: 'not-settings' };
  }
  const { version, ...stored } = record.output;
  const faulty: (keyof Settings)[] = [];
  const read = <K extends keyof Settings>(
    field: K,
    schema: v.GenericSchema<unknown, Settings[K]>,
  ): Settings[K] => {
    const fallback = DEFAULT_SETTINGS[field];
    const value = stored[field];
    if (value === undefined) return fallback;
    // A part written by an older version may lack what came later.
    const complete =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...fallback, ...value }
        : value;
    const result = v.safeParse(schema, complete);
    if (!result.success) faulty.push(field);
    return result.success ? result.output : fallback;
  };
  const settings: Settings = {
    scope: read('scope', fields.scope),
    mark: read('mark', fields.mark),
    taxonomy: read('taxonomy', fields.taxonomy),
    lists: read('lists', fields.lists),
    editor: read('editor', fields.editor),
    notes: read('notes', fields.notes),
  };
  const newer = typeof version === 'number' && version > SETTINGS_VERSION;
  return { settings, faulty, foreign: newer ? 'newer' : null };
}

/** What `saveData` is to write. */
export function serialize(settings: Settings): Readonly<Record<string, unknown>> {
  return { version: SETTINGS_VERSION, ...settings };
}

/** What can stand behind a question to offer its tags: a few characters without white space, or nothing. */
export function isTrigger(typed: string): boolean {
  return typed.length <= 8 && !/\s/.test(typed);
}

function hasDistinctIds(items: readonly { readonly id: string }[]): boolean {
  return new Set(items.map((item) => item.id)).size === items.length;
}
