/** Says which settings another device changed as well, and what they are there. Pure. */
import {
  DEFAULT_TAXONOMY,
  findStage,
  findStance,
  localized,
  type Language,
  type Taxonomy,
} from '../../core/model/taxonomy';
import type { Strings } from '../../i18n';
import type { Settings } from '../../settings/schema';
import { ORDER, type Overruled } from '../../settings/merge';

export interface OverruledWords {
  readonly strings: Strings;
  readonly language: Language;
  /** The settings as they are here, for the names of stances. */
  readonly settings: Settings;
}

/** The whole sentence; null where nothing was overruled. */
export function overruledLines(
  overruled: readonly Overruled[],
  context: OverruledWords,
): string | null {
  if (overruled.length === 0) return null;
  const { faults } = context.strings.settings;
  const lines = overruled.map((each) =>
    faults.there(nameOf(each, context), valueOf(each, context)),
  );
  return faults.overruled([...new Set(lines)].join('\n'));
}

function nameOf({ path }: Overruled, context: OverruledWords): string {
  const [part = '', ...rest] = path;
  if (part === 'taxonomies') return taxonomyName(rest, context);
  if (part === 'queries') return queryName(rest, context);
  const key = path.join('.');
  return settingNames(context.strings).get(key) ?? key;
}

/** The names that the settings tab has for them. */
function settingNames({ settings: words, suggest }: Strings): ReadonlyMap<string, string> {
  const { scope, marks, taxonomy, lists, editor } = words;
  return new Map([
    ['active', taxonomy.heading],
    ['scope.mode', scope.mode],
    ['scope.tags', scope.tags],
    ['scope.checkbox', scope.checkbox],
    ['scope.checkboxValue', scope.checkboxValue],
    ['mark.style', marks.style],
    ['lists.showEmbedded', lists.embedded],
    ['lists.showUnmarked', lists.unmarked],
    ['notes.leaveOutExcluded', lists.excluded],
    ['notes.followLinks', marks.followLinks],
    ['notes.dateProperties', lists.dateProperties],
    ['notes.askersProperty', lists.askersProperty],
    ['suggest.mode', suggest.settings.mode],
    ['editor.sign', editor.sign],
    ['editor.trigger', editor.trigger],
    ['editor.readingClick', editor.readingClick],
    ['editor.readingComments', editor.readingComments],
  ]);
}

/** `path` is what stands behind `queries`: the name of one, or their order. */
function queryName([name = ORDER]: readonly string[], { strings }: OverruledWords): string {
  const { heading, called } = strings.settings.queries;
  return name === ORDER ? heading : called(name);
}

/** `path` is what stands behind `taxonomies`: a taxonomy, what of it, and where that is its stances, which of them. */
function taxonomyName([id, part, ...path]: readonly string[], context: OverruledWords): string {
  const { marks, taxonomy: words } = context.strings.settings;
  if (part === 'root') return marks.root;
  const taxonomy = context.settings.taxonomies.find((each) => each.id === id) ?? DEFAULT_TAXONOMY;
  return part === 'stances' ? termName(path, taxonomy, context) : words.heading;
}

/** `path` is what stands behind `stances`: a stance, `stages`, a stage, and what of them. */
function termName(
  path: readonly string[],
  taxonomy: Taxonomy,
  { strings, language }: OverruledWords,
): string {
  const { taxonomy: words, faults } = strings.settings;
  const of = faults.thereOf;
  const [stanceId = ORDER, part, stageId = ORDER, stagePart] = path;
  if (stanceId === ORDER) return words.heading;
  const stance = findStance(taxonomy, stanceId) ?? findStance(DEFAULT_TAXONOMY, stanceId);
  const name = stance ? localized(stance.label, language) : stanceId;
  if (part === 'color') return of(name, words.color);
  if (part !== 'stages') return part === undefined ? name : of(name, words.label);
  if (stageId === ORDER) return of(name, words.stages);
  const stage = stance ? findStage(stance, stageId) : null;
  const stageName = stage ? localized(stage.label, language) : stageId;
  if (stagePart === undefined) return stageName;
  const parts = new Map([
    ['asks', faults.thereAsks],
    ['stems', words.stems],
  ]);
  const what = parts.get(stagePart) ?? words.label;
  return of(stageName, what);
}

function valueOf({ path, theirs }: Overruled, { strings, language }: OverruledWords): string {
  const { faults, taxonomy, scope, marks, editor } = strings.settings;
  const last = path[path.length - 1] ?? '';
  if (last === ORDER) return faults.thereOrder;
  if (theirs === undefined) return faults.thereGone;
  if (theirs === null || theirs === '') return faults.thereNone;
  if (path[0] === 'scope' && last === 'checkboxValue') {
    return theirs === true ? scope.ticked : scope.notTicked;
  }
  if (typeof theirs === 'boolean') return theirs ? faults.thereOn : faults.thereOff;
  if (Array.isArray(theirs)) return theirs.join(strings.common.listed) || faults.thereNone;
  if (typeof theirs === 'string') {
    const chosen: ReadonlyMap<string, string> = new Map([
      ...wordsOf('mode', { ...scope.modes, ...strings.suggest.settings.modes }),
      ...wordsOf('style', marks.styles),
      ...wordsOf('sign', editor.signs),
      ...wordsOf('readingClick', editor.readingClicks),
      ...wordsOf('color', taxonomy.colors),
    ]);
    return chosen.get(`${last}:${theirs}`) ?? theirs;
  }
  return labelIn(theirs, language) ?? JSON.stringify(theirs);
}

function wordsOf(
  setting: string,
  words: { readonly [choice: string]: string },
): readonly (readonly [string, string])[] {
  return Object.entries(words).map(([choice, word]) => [`${setting}:${choice}`, word]);
}

/** The name of a stance or stage that the other side has, or of which it changed the name. */
function labelIn(theirs: unknown, language: Language): string | null {
  if (typeof theirs !== 'object' || theirs === null) return null;
  const label: unknown = Reflect.get(theirs, 'label') ?? theirs;
  if (typeof label !== 'object' || label === null) return null;
  const name: unknown = Reflect.get(label, language) ?? Reflect.get(label, 'en');
  return typeof name === 'string' ? name : null;
}
