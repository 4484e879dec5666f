/** The controls of what a stage asks and of its stems. */
import { shippedStems, stemsIn, stemsOf } from '../../core/model/stems';
import {
  DEFAULT_TAXONOMY,
  findStage,
  findStance,
  localized,
  type Localized,
  type Stage,
  type Stances,
  type Stems,
} from '../../core/model/taxonomy';
import { isSameData } from '../../settings/data';
import type { Settings } from '../../settings/schema';
import { activeTaxonomy } from '../../settings/taxonomies';
import { changeStance, type Binding } from './binding';

const NONE: Localized = { en: '' };

/** What a stage asks, in the interface's language; nothing typed is the original, if there is one. */
export function asksBinding(stanceId: string, stageId: string): Binding {
  const asksOf = (taxonomy: Stances) => stageIn(taxonomy, stanceId, stageId)?.asks;
  return {
    read: (settings, language) => localized(asksOf(activeTaxonomy(settings)) ?? NONE, language),
    change: (settings, value, language) => {
      const typed = String(value).trim();
      const asks = typed || localized(asksOf(DEFAULT_TAXONOMY) ?? NONE, language);
      return changeStage(settings, stanceId, stageId, (stage) => ({
        ...stage,
        // English is what other languages fall back to.
        asks: { ...stage.asks, en: stage.asks.en || asks, [language]: asks },
      }));
    },
  };
}

/** A stage's stems in the interface's language, one a line; those that ship are not kept. */
export function stemsBinding(stance: string, stage: string): Binding {
  const mark = { stance, stage };
  return {
    read: (settings, language) => stemsOf(activeTaxonomy(settings), mark, language).join('\n'),
    change: (settings, value, language) => {
      const typed = stemsIn(String(value));
      const isOwn = typed.length > 0 && !isSameData(typed, shippedStems(mark, language));
      return changeStage(settings, stance, stage, ({ stems, ...rest }) => {
        const { [language]: _, ...others } = stems ?? {};
        const own: Stems = isOwn ? { ...others, [language]: typed } : others;
        return Object.keys(own).length === 0 ? rest : { ...rest, stems: own };
      });
    },
  };
}

function stageIn(taxonomy: Stances, stanceId: string, stageId: string): Stage | null {
  const stance = findStance(taxonomy, stanceId);
  return stance && findStage(stance, stageId);
}

function changeStage(
  settings: Settings,
  stanceId: string,
  stageId: string,
  change: (stage: Stage) => Stage,
): Partial<Settings> {
  return changeStance(settings, stanceId, (stance) => ({
    ...stance,
    stages: stance.stages.map((stage) => (stage.id === stageId ? change(stage) : stage)),
  }));
}
