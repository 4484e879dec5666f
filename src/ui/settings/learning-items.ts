/** Of a stance's page in the settings tab: what each stage asks, and stems of such questions. */
import type { SettingDefinitionItem } from 'obsidian';
import { localized, type Language, type Stance } from '../../core/model/taxonomy';
import type { Strings } from '../../i18n';
import { stanceKey } from './bindings';

interface LearningWords {
  readonly language: Language;
  readonly strings: Strings;
}

export function learningItems(
  { language, strings }: LearningWords,
  { id, stages }: Stance,
): SettingDefinitionItem[] {
  const words = strings.settings.taxonomy;
  return [
    {
      type: 'group',
      heading: words.asks,
      items: stages.map((stage) => ({
        name: localized(stage.label, language),
        control: {
          type: 'text' as const,
          key: stanceKey.asks(id, stage.id),
          placeholder: words.asksHint,
        },
      })),
    },
    {
      type: 'group',
      heading: words.stems,
      items: stages.map((stage) => ({
        name: localized(stage.label, language),
        desc: words.stemsDesc,
        control: {
          type: 'textarea' as const,
          key: stanceKey.stems(id, stage.id),
          placeholder: words.stemsHint,
          rows: 5,
        },
      })),
    },
  ];
}
