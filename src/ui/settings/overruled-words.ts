/** Says which settings another device changed as well, and what they are there. Pure. */
import {
  DEFAULT_TAXONOMY,
  findStage,
  findStance,
  localized,
  STANCE_COLORS,
  type Language,
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
  if (part === 'taxonomy') return termName(rest, context);
  const key = path.join('.');
  return settingNames(context.strings).get(key) ?? key;
}

/** The names that the settings tab has for them. */
function settingNames({ settings: words }: Strings): ReadonlyMap<string, string> {
  const { scope, marks, lists, editor } = words;
  return new Map([
    ['scope.mode', scope.mode],
    ['scope.tags', scope.tags],
    ['scope.checkbox', scope.checkbox],
    ['scope.checkboxValue', scope.checkboxValue],
    ['mark.root', marks.root],
    ['mark.style', marks.style],
    ['lists.showEmbedded', lists.embedded],
    ['lists.showUnmarked', lists.unmarked],
    ['notes.leaveOutExcluded', lists.excluded],
    ['notes.followLinks', marks.followLinks],
    ['editor.sign', editor.sign],
    ['editor.trigger', editor.trigger],
    ['editor.readingClick', editor.readingClick],
    ['editor.readingComments', editor.readingComments],
  ]);
}

/** `path` is what stands behind `taxonomy`: `stances`, a stance, `stages`, a stage, and what of them. */
function termName(
  path: readonly string[],
  { strings, language, settings }: OverruledWords,
): string {
  const words = strings.settings.taxonomy;
  const [, stanceId = ORDER, , stageId = ORDER] = path;
  if (stanceId === ORDER) return words.heading;
  const stance = findStance(settings.taxonomy, stanceId) ?? findStance(DEFAULT_TAXONOMY, stanceId);
  const name = stance ? localized(stance.label, language) : stanceId;
  if (path[2] === 'color') return `${name}, ${words.color}`;
  if (path[2] !== 'stages') return path.length === 2 ? name : `${name}, ${words.label}`;
  if (stageId === ORDER) return `${name}, ${words.stages}`;
  const stage = stance ? findStage(stance, stageId) : null;
  const stageName = stage ? localized(stage.label, language) : stageId;
  if (path.length === 4) return stageName;
  const what = path[4] === 'asks' ? strings.settings.faults.thereAsks : words.label;
  return `${stageName}, ${what}`;
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
  if (Array.isArray(theirs)) return theirs.join(', ') || faults.thereNone;
  if (typeof theirs === 'string') {
    const chosen: ReadonlyMap<string, string> = new Map([
      ['mode:rule', scope.byRule],
      ['mode:vault', scope.wholeVault],
      ['style:tag', marks.tag],
      ['style:comment', marks.comment],
      ...Object.entries(editor.signs).map(([key, word]) => [`sign:${key}`, word] as const),
      ...Object.entries(editor.readingClicks).map(
        ([key, word]) => [`readingClick:${key}`, word] as const,
      ),
      ...STANCE_COLORS.map((color) => [`color:${color}`, taxonomy.colors[color]] as const),
    ]);
    return chosen.get(`${last}:${theirs}`) ?? theirs;
  }
  return labelIn(theirs, language) ?? JSON.stringify(theirs);
}

/** The name of a stance or stage that the other side has, or of which it changed the name. */
function labelIn(theirs: unknown, language: Language): string | null {
  if (typeof theirs !== 'object' || theirs === null) return null;
  const label: unknown = Reflect.get(theirs, 'label') ?? theirs;
  if (typeof label !== 'object' || label === null) return null;
  const name: unknown = Reflect.get(label, language) ?? Reflect.get(label, 'en');
  return typeof name === 'string' ? name : null;
}
