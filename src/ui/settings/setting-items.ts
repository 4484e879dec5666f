/** What the settings tab has of its own beside the taxonomy: scope, marks, lists, editor. */
import type { SettingDefinition } from 'obsidian';
import { formatMark, isMarkRoot } from '../../core/model/mark';
import type { Strings } from '../../i18n';
import { CHOICES, DEFAULT_SETTINGS, isTrigger } from '../../settings/schema';
import type { SettingsStore } from '../../settings/store';
import { activeTaxonomy, markFormat } from '../../settings/taxonomies';
import { splitTags } from './bindings';

export interface SettingItemsParts {
  readonly settings: SettingsStore;
  readonly strings: Strings;
  /** Opens what rewrites the marks that stand in notes. */
  readonly rewrite: () => void;
}

export function scopeItems({ settings, strings }: SettingItemsParts): SettingDefinition[] {
  const words = strings.settings.scope;
  const byRule = () => settings.get().scope.mode === 'rule';
  const byCheckbox = () => byRule() && settings.get().scope.checkbox !== null;
  return [
    {
      name: words.mode,
      desc: words.modeDesc,
      control: {
        type: 'dropdown',
        key: 'scope.mode',
        options: optionsOf(CHOICES.scopeMode, words.modes),
      },
    },
    {
      name: words.tags,
      desc: words.tagsDesc,
      visible: byRule,
      control: {
        type: 'text',
        key: 'scope.tags',
        placeholder: 'my-article',
        validate: (value) => {
          const wrong = splitTags(value).find((tag) => !tag.split('/').every(isTagSegment));
          return wrong === undefined ? undefined : words.tagsInvalid(wrong);
        },
      },
    },
    {
      name: words.wantCheckbox,
      desc: words.wantCheckboxDesc,
      visible: byRule,
      control: { type: 'toggle', key: 'scope.wantCheckbox' },
    },
    {
      name: words.checkbox,
      desc: words.checkboxDesc,
      visible: byCheckbox,
      control: {
        type: 'text',
        key: 'scope.checkbox',
        validate: (value) => (value.trim() === '' ? words.checkboxEmpty : undefined),
      },
    },
    {
      name: words.checkboxValue,
      visible: byCheckbox,
      control: {
        type: 'dropdown',
        key: 'scope.checkboxValue',
        options: { ticked: words.ticked, 'not-ticked': words.notTicked },
      },
    },
  ];
}

export function markItems(parts: SettingItemsParts): SettingDefinition[] {
  const { strings, rewrite } = parts;
  const words = strings.settings.marks;
  return [
    {
      name: words.style,
      desc: words.styleDesc,
      control: {
        type: 'dropdown',
        key: 'mark.style',
        options: optionsOf(CHOICES.markStyle, words.styles),
      },
    },
    {
      name: words.root,
      desc: words.rootDesc,
      control: {
        type: 'text',
        key: 'mark.root',
        placeholder: 'question',
        validate: (value) => (isMarkRoot(value) ? undefined : words.rootInvalid),
      },
    },
    {
      name: strings.bulk.format.setting,
      desc: strings.bulk.format.settingDesc,
      render: (setting) => {
        setting.addButton((button) =>
          button.setButtonText(strings.bulk.format.button).onClick(rewrite),
        );
      },
    },
    {
      name: words.followLinks,
      desc: words.followLinksDesc,
      control: { type: 'toggle', key: 'notes.followLinks' },
    },
    { name: words.example, render: (setting) => showExample(setting.descEl, parts) },
  ];
}

export function listItems({ strings }: SettingItemsParts): SettingDefinition[] {
  const words = strings.settings.lists;
  return [
    {
      name: words.embedded,
      desc: words.embeddedDesc,
      control: { type: 'toggle', key: 'lists.showEmbedded' },
    },
    {
      name: words.unmarked,
      desc: words.unmarkedDesc,
      control: { type: 'toggle', key: 'lists.showUnmarked' },
    },
    {
      name: words.excluded,
      desc: words.excludedDesc,
      control: { type: 'toggle', key: 'notes.leaveOutExcluded' },
    },
    {
      name: words.dateProperties,
      desc: words.datePropertiesDesc,
      control: {
        type: 'text',
        key: 'notes.dateProperties',
        placeholder: DEFAULT_SETTINGS.notes.dateProperties.join(', '),
      },
    },
    {
      name: words.askersProperty,
      desc: words.askersPropertyDesc,
      control: {
        type: 'text',
        key: 'notes.askersProperty',
        placeholder: DEFAULT_SETTINGS.notes.askersProperty,
      },
    },
  ];
}

export function editorItems({ strings }: SettingItemsParts): SettingDefinition[] {
  const words = strings.settings.editor;
  return [
    {
      name: words.sign,
      desc: words.signDesc,
      control: {
        type: 'dropdown',
        key: 'editor.sign',
        options: optionsOf(CHOICES.sign, words.signs),
      },
    },
    {
      name: words.trigger,
      desc: words.triggerDesc,
      control: {
        type: 'text',
        key: 'editor.trigger',
        validate: (value) => (isTrigger(value) ? undefined : words.triggerInvalid),
      },
    },
    {
      name: words.readingClick,
      desc: words.readingClickDesc,
      control: {
        type: 'dropdown',
        key: 'editor.readingClick',
        options: optionsOf(CHOICES.readingClick, words.readingClicks),
      },
    },
    {
      name: words.readingComments,
      desc: words.readingCommentsDesc,
      control: { type: 'toggle', key: 'editor.readingComments' },
    },
  ];
}

/** Shows a tagged question as it will stand in a note; follows the controls above it. */
function showExample(el: HTMLElement, { settings, strings }: SettingItemsParts): () => void {
  const show = () => {
    const stance = activeTaxonomy(settings.get()).stances[0];
    const stage = stance?.stages[0];
    if (!stance || !stage) return;
    const text = formatMark({ stance: stance.id, stage: stage.id }, markFormat(settings.get()));
    el.empty();
    el.createSpan({ text: `${strings.settings.marks.exampleQuestion} ` });
    el.createEl('code', { text });
  };
  show();
  return settings.subscribe(show);
}

/** What a dropdown offers: each choice there is, in its order, with its word. */
export function optionsOf<C extends string>(
  choices: readonly C[],
  words: { readonly [choice in C]: string },
): Record<string, string> {
  return Object.fromEntries(choices.map((choice) => [choice, words[choice]]));
}

function isTagSegment(segment: string): boolean {
  return segment !== '' && (isMarkRoot(segment) || /^\d+$/.test(segment));
}
