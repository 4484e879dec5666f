/**
 * The settings tab, declared for Obsidian 1.13's searchable settings. Every control reads and writes through
 * the table in `bindings.ts`; a failed save is told, and the change holds until the restart.
 */
import { Notice, PluginSettingTab } from 'obsidian';
import type { App, Plugin, SettingDefinition, SettingDefinitionItem } from 'obsidian';
import { formatMark, isMarkRoot } from '../../core/model/mark';
import type { Language, Taxonomy } from '../../core/model/taxonomy';
import type { Strings } from '../../i18n';
import { CHOICES, DEFAULT_SETTINGS, isTrigger, type Settings } from '../../settings/schema';
import type { SettingsStore } from '../../settings/store';
import { activeTaxonomy, editActive, markFormat } from '../../settings/taxonomies';
import { changeSetting, isNameTaken, readSetting, splitTags } from './bindings';
import { nameControls } from './control-names';
import { taxonomyItems } from './taxonomy-items';

export interface SettingsTabOptions {
  readonly settings: SettingsStore;
  readonly language: Language;
  readonly strings: Strings;
  /** Opens what rewrites the marks that stand in notes. */
  readonly rewrite: () => void;
}

/** Fields of settings that are typed in, in a tab or a page of one. */
const TYPED_FIELDS = '.setting-item input:not([type="checkbox"]), .setting-item textarea';

export class SettingsTab extends PluginSettingTab {
  override icon = 'message-circle-question';
  /** The field that a redrawing waits for. */
  #waitsFor: Element | null = null;
  #isToName = false;
  #named = 0;

  readonly #options: SettingsTabOptions;

  constructor(app: App, plugin: Plugin, options: SettingsTabOptions) {
    super(app, plugin);
    this.#options = options;
  }

  override getSettingDefinitions(): SettingDefinitionItem[] {
    const { strings, language } = this.#options;
    return [
      { type: 'group', heading: strings.settings.scope.heading, items: this.#scopeItems() },
      { type: 'group', heading: strings.settings.marks.heading, items: this.#markItems() },
      ...taxonomyItems({
        app: this.app,
        taxonomy: () => activeTaxonomy(this.#settings),
        language,
        strings,
        isNameTaken: (name, stanceId, stageId) =>
          isNameTaken(this.#settings, name, stanceId, stageId, language),
        change: (edit) => void this.#changeTaxonomy(edit),
      }),
      { type: 'group', heading: strings.settings.lists.heading, items: this.#listItems() },
      { type: 'group', heading: strings.settings.editor.heading, items: this.#editorItems() },
    ];
  }

  override getControlValue(key: string): unknown {
    // Every control that is drawn asks for its value, on a stance's page as well.
    this.#nameControls();
    return readSetting(this.#settings, key, this.#options.language);
  }

  override async setControlValue(key: string, value: unknown): Promise<void> {
    const { settings, language } = this.#options;
    const change = changeSetting(settings.get(), key, value, language);
    if (Object.keys(change).length === 0) return;
    await this.#save(change);
    // The example and the pages' names show what other controls hold; typing must not lose its focus to it.
    if (key === 'mark.style' || key.startsWith('scope.')) this.refreshDomState();
    // So does the list of stances, which Obsidian does not draw anew when one comes back from a stance's page.
    else if (key.startsWith('stance:')) this.redraw();
  }

  /**
   * Draws the tab anew once settings came from elsewhere. A field that is being typed in would lose what stands
   * there, its cursor and an input method's unfinished word: as long as there is one, it waits.
   */
  redraw(): void {
    const typed = this.#typedField();
    if (!typed) {
      super.update();
      return;
    }
    if (typed === this.#waitsFor) return;
    this.#waitsFor = typed;
    typed.addEventListener('blur', () => this.#redrawLate(typed), { once: true });
  }

  /** Obsidian calls it itself, whenever the file of the settings was changed from elsewhere. */
  override update(): void {
    this.redraw();
  }

  override hide(): void {
    super.hide();
    if (this.#waitsFor) this.#redrawLate(this.#waitsFor);
  }

  /** Once what is being drawn is there. Pages of the tab stand beside its own element. */
  #nameControls(): void {
    if (this.#isToName) return;
    this.#isToName = true;
    const { containerEl } = this;
    containerEl.win.setTimeout(() => {
      this.#isToName = false;
      const idOf = () => `question-stance-setting-${(this.#named += 1)}`;
      nameControls(containerEl.parentElement ?? containerEl, idOf);
    });
  }

  #redrawLate(field: Element): void {
    if (this.#waitsFor !== field) return;
    this.#waitsFor = null;
    // What takes the focus next, or is clicked, has its turn first.
    this.containerEl.win.setTimeout(() => this.redraw());
  }

  /** The field of some settings that has the focus; pages of a tab stand outside its own element. */
  #typedField(): Element | null {
    const { activeElement } = this.containerEl.doc;
    return activeElement?.matches(TYPED_FIELDS) === true ? activeElement : null;
  }

  async #save(change: Partial<Settings>): Promise<void> {
    const { settings, strings } = this.#options;
    try {
      await settings.update(change);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      new Notice(strings.settings.faults.saveFailed(reason));
    }
  }

  async #changeTaxonomy(edit: (taxonomy: Taxonomy) => Taxonomy): Promise<void> {
    const saved = this.#save(editActive(this.#settings, edit));
    // Whoever drags or deletes is done with typing.
    super.update();
    await saved;
  }

  get #settings(): Settings {
    return this.#options.settings.get();
  }

  #scopeItems(): SettingDefinition[] {
    const words = this.#options.strings.settings.scope;
    const byRule = () => this.#settings.scope.mode === 'rule';
    const byCheckbox = () => byRule() && this.#settings.scope.checkbox !== null;
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

  #markItems(): SettingDefinition[] {
    const words = this.#options.strings.settings.marks;
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
        name: this.#options.strings.bulk.format.setting,
        desc: this.#options.strings.bulk.format.settingDesc,
        render: (setting) => {
          setting.addButton((button) =>
            button
              .setButtonText(this.#options.strings.bulk.format.button)
              .onClick(this.#options.rewrite),
          );
        },
      },
      {
        name: words.followLinks,
        desc: words.followLinksDesc,
        control: { type: 'toggle', key: 'notes.followLinks' },
      },
      { name: words.example, render: (setting) => this.#showExample(setting.descEl) },
    ];
  }

  #listItems(): SettingDefinition[] {
    const words = this.#options.strings.settings.lists;
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
    ];
  }

  #editorItems(): SettingDefinition[] {
    const words = this.#options.strings.settings.editor;
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
  #showExample(el: HTMLElement): () => void {
    const show = () => {
      const stance = activeTaxonomy(this.#settings).stances[0];
      const stage = stance?.stages[0];
      if (!stance || !stage) return;
      const text = formatMark({ stance: stance.id, stage: stage.id }, markFormat(this.#settings));
      el.empty();
      el.createSpan({ text: `${this.#options.strings.settings.marks.exampleQuestion} ` });
      el.createEl('code', { text });
    };
    show();
    return this.#options.settings.subscribe(show);
  }
}

/** What a dropdown offers: each choice there is, in its order, with its word. */
function optionsOf<C extends string>(
  choices: readonly C[],
  words: { readonly [choice in C]: string },
): Record<string, string> {
  return Object.fromEntries(choices.map((choice) => [choice, words[choice]]));
}

function isTagSegment(segment: string): boolean {
  return segment !== '' && (isMarkRoot(segment) || /^\d+$/.test(segment));
}
