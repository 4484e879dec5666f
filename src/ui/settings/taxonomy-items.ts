/**
 * The stances and stages in the settings tab: a list of pages, one a stance, each with a list of its stages. Both
 * can be added to, taken from and put into another order; what stands in notes is left alone.
 */
import { ConfirmationModal } from 'obsidian';
import type { App, SettingDefinitionItem, SettingDefinitionPage } from 'obsidian';
import {
  DEFAULT_TAXONOMY,
  localized,
  STANCE_COLORS,
  type Language,
  type Stance,
  type StanceColor,
  type Taxonomy,
} from '../../core/taxonomy';
import {
  addStage,
  addStance,
  idFault,
  moveStage,
  moveStance,
  MOST_TERMS,
  removeStage,
  removeStance,
} from '../../core/taxonomy-edit';
import type { Strings } from '../../i18n';
import { stanceKey } from './bindings';
import { NewTermModal } from './new-term-modal';

export interface TaxonomyItemsOptions {
  readonly app: App;
  readonly taxonomy: Taxonomy;
  /** The first word of tags. */
  readonly root: string;
  readonly language: Language;
  readonly strings: Strings;
  /** Whether another stance, or another stage of the stance, has the name. */
  readonly isNameTaken: (name: string, stanceId: string, stageId: string | undefined) => boolean;
  /** The stance's colour at this moment. */
  readonly colorOf: (stanceId: string) => StanceColor | undefined;
  /** Saves the taxonomy and shows it. */
  readonly change: (taxonomy: Taxonomy) => void;
}

export function taxonomyItems(options: TaxonomyItemsOptions): SettingDefinitionItem[] {
  const { taxonomy, strings, change } = options;
  const { stances } = taxonomy;
  const words = strings.settings.taxonomy;
  return [
    {
      type: 'list',
      heading: words.heading,
      items: stances.map((stance) => stancePage(options, stance)),
      onReorder: (from, to) => change(moveStance(taxonomy, from, to)),
      ...(stances.length > 1 && {
        onDelete: (index: number) =>
          confirmRemoval(options, nameOf(options, stances[index]), removeStance(taxonomy, index)),
      }),
      ...(stances.length < MOST_TERMS && {
        addItem: { name: words.addStance, action: () => openNewStance(options) },
      }),
    },
    {
      name: words.restore,
      desc: words.restoreDesc,
      visible: () => JSON.stringify(taxonomy) !== JSON.stringify(DEFAULT_TAXONOMY),
      action: () => confirm(options, words.restoreTitle, words.restore, DEFAULT_TAXONOMY),
    },
  ];
}

function stancePage(options: TaxonomyItemsOptions, stance: Stance): SettingDefinitionPage {
  const { taxonomy, language, strings, isNameTaken, colorOf, change } = options;
  const { id, stages } = stance;
  const words = strings.settings.taxonomy;
  const colors = STANCE_COLORS.map((color) => [color, words.colors[color]] as const);
  const name = localized(stance.label, language);
  return {
    type: 'page',
    // Pages are found by their names: two that settings from elsewhere name alike are told apart by their ids.
    name: isNameTaken(name, id, undefined) ? `${name} (${id})` : name,
    desc: stages.map((stage) => localized(stage.label, language)).join(' → '),
    displayValue: () => words.colors[colorOf(id) ?? stance.color],
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
        onReorder: (from, to) => change(moveStage(taxonomy, id, from, to)),
        ...(stages.length > 1 && {
          onDelete: (index: number) =>
            confirmRemoval(
              options,
              nameOf(options, stages[index]),
              removeStage(taxonomy, id, index),
            ),
        }),
        ...(stages.length < MOST_TERMS && {
          addItem: { name: words.addStage, action: () => openNewStage(options, stance) },
        }),
      },
    ],
  };
}

function openNewStance(options: TaxonomyItemsOptions): void {
  const { app, taxonomy, root, language, strings, change } = options;
  const words = strings.settings.taxonomy;
  new NewTermModal(app, strings, {
    title: words.addStance,
    path: [`#${root}`],
    fields: [
      {
        heading: words.stance,
        isNameTaken: (name) => hasName(taxonomy.stances, name, language),
        nameTaken: words.stanceTaken,
        idFault: (id) => idFault(taxonomy, id),
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
      change(addStance(taxonomy, { ...stance, language }, { ...stage, language }));
    },
  }).open();
}

function openNewStage(options: TaxonomyItemsOptions, stance: Stance): void {
  const { app, taxonomy, root, language, strings, change } = options;
  const words = strings.settings.taxonomy;
  new NewTermModal(app, strings, {
    title: words.addStage,
    path: [`#${root}`, stance.id],
    fields: [
      {
        heading: localized(stance.label, language),
        isNameTaken: (name) => hasName(stance.stages, name, language),
        nameTaken: words.stageTaken,
        idFault: (id) => idFault(taxonomy, id, stance.id),
      },
    ],
    add: ([stage]) => {
      if (stage) change(addStage(taxonomy, stance.id, { ...stage, language }));
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

function nameOf(
  { language }: TaxonomyItemsOptions,
  term: Pick<Stance, 'label'> | undefined,
): string {
  return term ? localized(term.label, language) : '';
}

function confirmRemoval(options: TaxonomyItemsOptions, name: string, after: Taxonomy): void {
  const words = options.strings.settings.taxonomy;
  confirm(options, words.removeTitle(name), words.remove, after);
}

function confirm(
  { app, strings, change }: TaxonomyItemsOptions,
  title: string,
  button: string,
  after: Taxonomy,
): void {
  const words = strings.settings.taxonomy;
  const question = new ConfirmationModal(app);
  question.setTitle(title);
  question.setContent(words.tagsStay);
  question.addButton((component) =>
    component
      .setButtonText(button)
      .setDestructive()
      .onClick(() => change(after)),
  );
  question.addCancelButton(words.cancel);
  question.open();
}
