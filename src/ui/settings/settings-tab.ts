/**
 * The settings tab, declared for Obsidian 1.13's searchable settings. Every control reads and writes through
 * the table in `bindings.ts`; a failed save is told, and the change holds until the restart.
 */
import { PluginSettingTab } from 'obsidian';
import type { App, Plugin, SettingDefinitionItem } from 'obsidian';
import type { Language, Taxonomy } from '../../core/model/taxonomy';
import type { Strings } from '../../i18n';
import type { Settings } from '../../settings/schema';
import type { SettingsStore } from '../../settings/store';
import { activeTaxonomy, editActive } from '../../settings/taxonomies';
import { changeSetting, isNameTaken, readSetting } from './bindings';
import { nameControls } from './control-names';
import { editorItems, listItems, markItems, scopeItems } from './setting-items';
import { queryItems } from './query-items';
import { suggestItems, type SuggestItemsParts } from './suggest-items';
import { taxonomyItems } from './taxonomy-items';
import { tellNotSaved } from '../notices/save-failed';

export interface SettingsTabOptions {
  readonly settings: SettingsStore;
  readonly language: Language;
  readonly strings: Strings;
  readonly suggester: SuggestItemsParts['suggester'];
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
    const { settings, strings, language, suggester, rewrite } = this.#options;
    const parts = { settings, strings, rewrite };
    return [
      { type: 'group', heading: strings.settings.scope.heading, items: scopeItems(parts) },
      { type: 'group', heading: strings.settings.marks.heading, items: markItems(parts) },
      ...taxonomyItems({
        app: this.app,
        taxonomy: () => activeTaxonomy(this.#settings),
        language,
        strings,
        isNameTaken: (name, stanceId, stageId) =>
          isNameTaken(this.#settings, name, stanceId, stageId, language),
        change: (edit) => void this.#changeTaxonomy(edit),
      }),
      queryItems({
        app: this.app,
        settings: () => this.#settings,
        strings,
        save: (queries) => void this.#saveAndDraw({ queries }),
      }),
      { type: 'group', heading: strings.settings.lists.heading, items: listItems(parts) },
      { type: 'group', heading: strings.settings.editor.heading, items: editorItems(parts) },
      {
        type: 'group',
        heading: strings.suggest.settings.heading,
        items: suggestItems({ app: this.app, strings, suggester }),
      },
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
    // What takes the focus next, or is clicked, comes first.
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
      tellNotSaved(strings, error);
    }
  }

  async #changeTaxonomy(edit: (taxonomy: Taxonomy) => Taxonomy): Promise<void> {
    await this.#saveAndDraw(editActive(this.#settings, edit));
  }

  async #saveAndDraw(change: Partial<Settings>): Promise<void> {
    const saved = this.#save(change);
    // Whoever drags or deletes is done with typing.
    super.update();
    await saved;
  }

  get #settings(): Settings {
    return this.#options.settings.get();
  }
}
