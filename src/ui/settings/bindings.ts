/**
 * How each control of the settings tab reads and changes the settings: one table, keyed as the controls are.
 * Pure; a key that the table does not know reads as undefined and changes nothing.
 */
import {
  DEFAULT_TAXONOMY,
  findStance,
  localized,
  STANCE_COLORS,
  type Language,
  type Localized,
  type Stance,
} from '../../core/model/taxonomy';
import { CHOICES, DEFAULT_SETTINGS, isTrigger, type Settings } from '../../settings/schema';
import { moveStage, moveStance } from '../../core/model/taxonomy-edit';
import { activeTaxonomy, editActive } from '../../settings/taxonomies';
import { changeStance, type Binding } from './binding';
import { asksBinding, stemsBinding } from './stage-bindings';

/** The checkbox's name that a re-ticked «ask for a checkbox» starts from. */
const DEFAULT_CHECKBOX = 'Checkbox 1';

const FIXED: { readonly [key: string]: Binding } = {
  'scope.mode': choice(
    CHOICES.scopeMode,
    ({ scope }) => scope.mode,
    ({ scope }, mode) => ({ scope: { ...scope, mode } }),
  ),
  'scope.tags': {
    read: ({ scope }) => scope.tags.join(', '),
    change: ({ scope }, value) => {
      const tags = splitTags(String(value));
      return tags.some((tag) => /\s/.test(tag)) ? {} : { scope: { ...scope, tags } };
    },
  },
  'scope.wantCheckbox': {
    read: ({ scope }) => scope.checkbox !== null,
    change: ({ scope }, value) => ({
      scope: { ...scope, checkbox: value === true ? (scope.checkbox ?? DEFAULT_CHECKBOX) : null },
    }),
  },
  'scope.checkbox': {
    read: ({ scope }) => scope.checkbox ?? '',
    change: ({ scope }, value) => {
      const name = String(value).trim();
      return name === '' ? {} : { scope: { ...scope, checkbox: name } };
    },
  },
  'scope.checkboxValue': {
    read: ({ scope }) => (scope.checkboxValue ? 'ticked' : 'not-ticked'),
    change: ({ scope }, value) => ({ scope: { ...scope, checkboxValue: value === 'ticked' } }),
  },
  'mark.root': {
    read: (settings) => activeTaxonomy(settings).root,
    change: (settings, value) =>
      editActive(settings, (taxonomy) => ({ ...taxonomy, root: String(value) })),
  },
  'mark.style': choice(
    CHOICES.markStyle,
    ({ mark }) => mark.style,
    ({ mark }, style) => ({ mark: { ...mark, style } }),
  ),
  'lists.showEmbedded': {
    read: ({ lists }) => lists.showEmbedded,
    change: ({ lists }, value) => ({ lists: { ...lists, showEmbedded: value === true } }),
  },
  'lists.showUnmarked': {
    read: ({ lists }) => lists.showUnmarked,
    change: ({ lists }, value) => ({ lists: { ...lists, showUnmarked: value === true } }),
  },
  'notes.leaveOutExcluded': {
    read: ({ notes }) => notes.leaveOutExcluded,
    change: ({ notes }, value) => ({ notes: { ...notes, leaveOutExcluded: value === true } }),
  },
  'notes.followLinks': {
    read: ({ notes }) => notes.followLinks,
    change: ({ notes }, value) => ({ notes: { ...notes, followLinks: value === true } }),
  },
  'notes.dateProperties': {
    read: ({ notes }) => notes.dateProperties.join(', '),
    change: ({ notes }, value) => ({
      notes: { ...notes, dateProperties: splitNames(String(value)) },
    }),
  },
  'notes.askersProperty': {
    read: ({ notes }) => notes.askersProperty,
    change: ({ notes }, value) => ({
      notes: {
        ...notes,
        askersProperty: String(value).trim() || DEFAULT_SETTINGS.notes.askersProperty,
      },
    }),
  },
  'editor.sign': choice(
    CHOICES.sign,
    ({ editor }) => editor.sign,
    ({ editor }, sign) => ({ editor: { ...editor, sign } }),
  ),
  'editor.trigger': {
    read: ({ editor }) => editor.trigger,
    change: ({ editor }, value) =>
      isTrigger(String(value)) ? { editor: { ...editor, trigger: String(value) } } : {},
  },
  'editor.readingClick': choice(
    CHOICES.readingClick,
    ({ editor }) => editor.readingClick,
    ({ editor }, readingClick) => ({ editor: { ...editor, readingClick } }),
  ),
  'suggest.mode': choice(
    CHOICES.suggestMode,
    ({ suggest }) => suggest.mode,
    (_, mode) => ({ suggest: { mode } }),
  ),
  'editor.readingComments': {
    read: ({ editor }) => editor.readingComments,
    change: ({ editor }, value) => ({ editor: { ...editor, readingComments: value === true } }),
  },
};

/** Keys of a stance's controls: its colour, its name, the name of one of its stages. */
export const stanceKey = {
  color: (stance: string) => `stance:${stance}:color`,
  label: (stance: string) => `stance:${stance}:label`,
  stageLabel: (stance: string, stage: string) => `stance:${stance}:label:${stage}`,
  /** What a stage asks, and beginnings of such questions, one a line. */
  asks: (stance: string, stage: string) => `stance:${stance}:asks:${stage}`,
  stems: (stance: string, stage: string) => `stance:${stance}:stems:${stage}`,
  /** Among the stances, from 1 on; of a stage, among those of its stance. */
  place: (stance: string) => `stance:${stance}:place`,
  stagePlace: (stance: string, stage: string) => `stance:${stance}:place:${stage}`,
};

export function readSetting(settings: Settings, key: string, language: Language): unknown {
  return bindingOf(key)?.read(settings, language);
}

export function changeSetting(
  settings: Settings,
  key: string,
  value: unknown,
  language: Language,
): Partial<Settings> {
  return bindingOf(key)?.change(settings, value, language) ?? {};
}

/** Whether what was typed names a stance as another one is named, or a stage as another one of its stance. */
export function isNameTaken(
  settings: Settings,
  typed: string,
  stanceId: string,
  stageId: string | undefined,
  language: Language,
): boolean {
  const name = nameOf(typed, stanceId, stageId, language);
  const taxonomy = activeTaxonomy(settings);
  const others =
    stageId === undefined
      ? taxonomy.stances.filter(({ id }) => id !== stanceId)
      : findStance(taxonomy, stanceId)?.stages.filter(({ id }) => id !== stageId);
  return others?.some(({ label }) => localized(label, language) === name) === true;
}

/**
 * Tags as typed, separated by commas, `#` or not; each once. White space does not separate: `my article` is one
 * tag typed wrongly, and to make two of it would be a guess that nobody sees.
 */
export function splitTags(typed: string): string[] {
  return splitNames(typed, (name) => name.replace(/^#+|\/+$/g, ''));
}

/** Names as typed, separated by commas; each once. */
function splitNames(typed: string, plain = (name: string): string => name): string[] {
  const names = typed.split(/[,，、]/).map((name) => plain(name.trim()));
  return [...new Set(names.filter((name) => name !== ''))];
}

/** A setting that is one of a few words. */
function choice<C extends string>(
  choices: readonly C[],
  read: (settings: Settings) => C,
  change: (settings: Settings, chosen: C) => Partial<Settings>,
): Binding {
  return {
    read,
    change: (settings, value) => {
      const chosen = choices.find((each) => each === value);
      return chosen === undefined ? {} : change(settings, chosen);
    },
  };
}

function bindingOf(key: string): Binding | undefined {
  const fixed = FIXED[key];
  if (fixed) return fixed;
  const [kind, stanceId, what, stageId] = key.split(':');
  if (kind !== 'stance' || stanceId === undefined) return undefined;
  if (what === 'color') return colorBinding(stanceId);
  if (what === 'place') return placeBinding(stanceId, stageId);
  if (what === 'label') return labelBinding(stanceId, stageId);
  if (stageId === undefined) return undefined;
  if (what === 'asks') return asksBinding(stanceId, stageId);
  return what === 'stems' ? stemsBinding(stanceId, stageId) : undefined;
}

function colorBinding(stanceId: string): Binding {
  return {
    read: (settings) => findStance(activeTaxonomy(settings), stanceId)?.color,
    change: (settings, value) => {
      const color = STANCE_COLORS.find((each) => each === value);
      if (color === undefined) return {};
      return changeStance(settings, stanceId, (stance) => ({ ...stance, color }));
    },
  };
}

/** The place of a stance, or of one of its stages, in their order: what dragging does, for the keyboard. */
function placeBinding(stanceId: string, stageId: string | undefined): Binding {
  const id = stageId ?? stanceId;
  const among = (settings: Settings): readonly { readonly id: string }[] => {
    const taxonomy = activeTaxonomy(settings);
    return stageId === undefined
      ? taxonomy.stances
      : (findStance(taxonomy, stanceId)?.stages ?? []);
  };
  return {
    read: (settings) => String(among(settings).findIndex((each) => each.id === id) + 1),
    change: (settings, value) => {
      const target = among(settings)[Number(value) - 1];
      if (!target) return {};
      return editActive(settings, (taxonomy) =>
        stageId === undefined
          ? moveStance(taxonomy, id, target.id)
          : moveStage(taxonomy, stanceId, id, target.id),
      );
    },
  };
}

/** The name of a stance, or of one of its stages, in the interface's language. */
function labelBinding(stanceId: string, stageId: string | undefined): Binding {
  return {
    read: (settings, language) => {
      const label = labelOf(findStance(activeTaxonomy(settings), stanceId), stageId);
      return label && localized(label, language);
    },
    change: (settings, value, language) =>
      changeStance(settings, stanceId, (stance) => {
        const named = nameOf(String(value), stanceId, stageId, language);
        if (named === undefined) return stance;
        const rename = (label: Localized): Localized => ({ ...label, [language]: named });
        if (stageId === undefined) return { ...stance, label: rename(stance.label) };
        const stages = stance.stages.map((stage) =>
          stage.id === stageId ? { ...stage, label: rename(stage.label) } : stage,
        );
        return { ...stance, stages };
      }),
  };
}

/** The name that is meant by what was typed: the original one by nothing, if there is one. */
function nameOf(
  typed: string,
  stanceId: string,
  stageId: string | undefined,
  language: Language,
): string | undefined {
  const original = labelOf(findStance(DEFAULT_TAXONOMY, stanceId), stageId);
  return typed.trim() === '' ? original && localized(original, language) : typed.trim();
}

function labelOf(stance: Stance | null, stageId: string | undefined): Localized | undefined {
  if (stageId === undefined) return stance?.label;
  return stance?.stages.find((stage) => stage.id === stageId)?.label;
}
