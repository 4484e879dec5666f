/** What every part of the dashboard is given: the model, the actions, the language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, Taxonomy } from '../../../core/model/taxonomy';
import type { Strings } from '../../../i18n';
import type { DashboardActions } from './dashboard-actions';
import type { DashboardModel } from '../model/dashboard-model';
import type { Wording } from '../../parts/wording';
import { activeTaxonomy } from '../../../settings/taxonomies';

export interface DashboardParts {
  /** What the ids of this dashboard's elements begin with; another pane has another. */
  readonly id: string;
  readonly model: DashboardModel;
  readonly actions: DashboardActions;
  readonly language: Language;
  readonly strings: Strings;
}

export const DashboardContext = createContext<DashboardParts | null>(null);

export function useDashboard(): DashboardParts {
  const parts = useContext(DashboardContext);
  if (!parts) throw new Error('A part of the dashboard stands outside it.');
  return parts;
}

/** What is needed to name marks and terms, with the taxonomy as it is now. */
export function useWords(): Wording & { readonly taxonomy: Taxonomy } {
  const { model, language, strings } = useDashboard();
  return { taxonomy: activeTaxonomy(model.settings.value), language, strings };
}
