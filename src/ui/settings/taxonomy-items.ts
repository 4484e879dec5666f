/**
 * The stances and stages in the settings tab: a list of pages, one a stance, each with a list of its stages. Both
 * can be added to, taken from and put into another order; what stands in notes is left alone. What is drawn may be
 * older than the settings: a list's places are read as the ids that were drawn there, and every change is made to
 * the taxonomy of that moment.
 */
import type { App, SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import {
  DEFAULT_TAXONOMY,
  findStage,
  findStance,
  localized,
  STANCE_COLORS,
  type Language,
  type Localized,
  type Stance,
  type Taxonomy,
} from '../../core/model/taxonomy';
import {
  addStage,
  addStance,
  idFault,
  moveStage,
  moveStance,
  removeStage,
  removeStance,
} from '../../core/model/taxonomy-edit';
import type { Strings } from '../../i18n';
import { isSameData } from '../../settings/data';
import { stanceKey } from './bindings';
import { confirm } from './confirm';
import { learningItems } from './learning-items';
import { NewTermModal } from './new-term-modal';

export interface TaxonomyItemsOptions {
  readonly app: App;
  /** The taxonomy of this moment. */
  readonly taxonomy: () => Taxonomy;
  readonly language: Language;
  readonly strings: Strings;
  /** Whether another stance, or another stage of the stance, has the name. */
  readonly isNameTaken: (name: string, stanceId: string, stageId: string | undefined) => boolean;
  /** Saves what `edit` makes of the taxonomy of this moment, and shows it. */
  readonly change: (edit: (taxonomy: Taxonomy) => Taxonomy) => void;
}

export function taxonomyItems(options: TaxonomyItemsOptions): SettingDefinitionItem[] {
  const { taxonomy, strings, change } = options;
  const { stances } = taxonomy();
  const words = strings.settings.taxonomy;
  return [
    {
      type: 'list',
      heading: words.heading,
      items: stances.map((stance) => stancePage(options, stance)),
      onReorder: (from, to) => {
        const [stance, target] = [stances[from], stances[to]];
        if (stance && target) change((now) => moveStance(now, stance.id, target.id));
      },
      ...(stances.length > 1 && {
        onDelete: (index: number) => {
          const drawn = stances[index];
          if (!drawn) return;
          const { label } = findStance(taxonomy(), drawn.id) ?? drawn;
          confirmRemoval(options, label, (now) => removeStance(now, drawn.id));
        },
      }),
      addItem: { name: words.addStance, action: () => openNewStance(options) },
    },
    {
      name: words.restore,
      desc: words.restoreDesc,
      visible: () => !isSameData(taxonomy().stances, DEFAULT_TAXONOMY.stances),
      action: () =>
        confirmEdit(options, words.restoreTitle, words.restore, (now) => ({
          ...now,
          stances: DEFAULT_TAXONOMY.stances,
        })),
    },
  ];
}

function stancePage(options: TaxonomyItemsOptions, stance: Stance): SettingDefinitionPage {
  const { taxonomy, language, strings, isNameTaken, change } = options;
  const { id, stages } = stance;
  const stanceNow = () => findStance(taxonomy(), id) ?? stance;
  const words = strings.settings.taxonomy;
  const colors = STANCE_COLORS.map((color) => [color, words.colors[color]] as const);
  const name = localized(stance.label, language);
  return {
    type: 'page',
    // Pages are found by their names: two that settings from elsewhere name alike are told apart by their ids.
    name: isNameTaken(name, id, undefined) ? `${name} (${id})` : name,
    desc: stages.map((stage) => localized(stage.label, language)).join(' → '),
    displayValue: () => words.colors[stanceNow().color],
    items: [
      {
        name: words.label,
        desc: words.id(id),
        control: {
          type: 'text',
          key: stanceKey.label(id),
          placeholder: words.labelHint,
          validate: (typed) => (isNameTaken(typed, id, undefined) ? words.stanceTaken : undefined),
        },
      },
      {
        name: words.color,
        control: {
          type: 'dropdown',
          key: stanceKey.color(id),
          options: Object.fromEntries(colors),
        },
      },
      {
        type: 'list',
        heading: words.stages,
        items: stages.map((stage) => ({
          name: localized(stage.asks, language) || localized(stage.label, language),
          desc: words.id(`${id}/${stage.id}`),
          control: {
            type: 'text' as const,
            key: stanceKey.stageLabel(id, stage.id),
            placeholder: words.labelHint,
            validate: (typed: string) =>
              isNameTaken(typed, id, stage.id) ? words.stageTaken : undefined,
          },
        })),
        onReorder: (from, to) => {
          const [stage, target] = [stages[from], stages[to]];
          if (stage && target) change((now) => moveStage(now, id, stage.id, target.id));
        },
        ...(stages.length > 1 && {
          onDelete: (index: number) => {
            const drawn = stages[index];
            if (!drawn) return;
            const { label } = findStage(stanceNow(), drawn.id) ?? drawn;
            confirmRemoval(options, label, (now) => removeStage(now, id, drawn.id));
          },
        }),
        addItem: { name: words.addStage, action: () => openNewStage(options, stanceNow) },
      },
      ...learningItems(options, stance),
      orderItems(options, stance),
    ],
  };
}

/** What dragging in the lists does, for the keyboard: the place of the stance, and that of each of its stages. */
function orderItems(
  { taxonomy, language, strings }: TaxonomyItemsOptions,
  { id, label, stages }: Stance,
): SettingDefinitionItem {
  const words = strings.settings.taxonomy;
  const placeOf = (name: Localized, key: string, among: readonly unknown[]) => ({
    name: localized(name, language),
    control: {
      type: 'dropdown' as const,
      key,
      options: Object.fromEntries(
        among.map((_, at) => [String(at + 1), words.place(String(at + 1))]),
      ),
      disabled: among.length < 2,
    },
  });
  return {
    type: 'group',
    heading: words.order,
    items: [
      { ...placeOf(label, stanceKey.place(id), taxonomy().stances), desc: words.orderDesc },
      ...stages.map((stage) => placeOf(stage.label, stanceKey.stagePlace(id, stage.id), stages)),
    ],
  };
}

function openNewStance(options: TaxonomyItemsOptions): void {
  const { app, taxonomy, language, strings, change } = options;
  const words = strings.settings.taxonomy;
  new NewTermModal(app, strings, {
    title: words.addStance,
    path: [`#${taxonomy().root}`],
    fields: [
      {
        heading: words.stance,
        isNameTaken: (name) => hasName(taxonomy().stances, name, language),
        nameTaken: words.stanceTaken,
        idFault: (id) => idFault(taxonomy(), id),
      },
      {
        heading: words.firstStage,
        isNameTaken: () => false,
        nameTaken: words.stageTaken,
        idFault: (id) => idFault({ stances: [] }, id),
      },
    ],
    add: ([stance, stage]) => {
      if (!stance || !stage) return;
      change((now) => addStance(now, { ...stance, language }, { ...stage, language }));
    },
  }).open();
}

function openNewStage(options: TaxonomyItemsOptions, stanceNow: () => Stance): void {
  const { app, taxonomy, language, strings, change } = options;
  const { id: stanceId, label } = stanceNow();
  const words = strings.settings.taxonomy;
  new NewTermModal(app, strings, {
    title: words.addStage,
    path: [`#${taxonomy().root}`, stanceId],
    fields: [
      {
        heading: localized(label, language),
        isNameTaken: (name) => hasName(stanceNow().stages, name, language),
        nameTaken: words.stageTaken,
        idFault: (id) => idFault(taxonomy(), id, stanceId),
      },
    ],
    add: ([stage]) => {
      if (stage) change((now) => addStage(now, stanceId, { ...stage, language }));
    },
  }).open();
}

function hasName(
  terms: readonly Pick<Stance, 'label'>[],
  name: string,
  language: Language,
): boolean {
  return terms.some(({ label }) => localized(label, language) === name);
}

function confirmRemoval(
  options: TaxonomyItemsOptions,
  label: Localized,
  edit: (taxonomy: Taxonomy) => Taxonomy,
): void {
  const words = options.strings.settings.taxonomy;
  const title = words.removeTitle(localized(label, options.language));
  confirmEdit(options, title, words.remove, edit);
}

function confirmEdit(
  { app, strings, change }: TaxonomyItemsOptions,
  title: string,
  button: string,
  edit: (taxonomy: Taxonomy) => Taxonomy,
): void {
  const text = strings.settings.taxonomy.tagsStay;
  confirm(app, strings, { title, text, button, act: () => change(edit) });
}
