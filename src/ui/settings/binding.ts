/** How a control of the settings tab reads and changes the settings. Pure. */
import type { Language, Stance } from '../../core/model/taxonomy';
import type { Settings } from '../../settings/schema';
import { editActive } from '../../settings/taxonomies';

export interface Binding {
  readonly read: (settings: Settings, language: Language) => unknown;
  /** The part of the settings that is different now; empty where the value can't be taken. */
  readonly change: (settings: Settings, value: unknown, language: Language) => Partial<Settings>;
}

/** The settings with one stance of the taxonomy that is worked with as `change` makes it. */
export function changeStance(
  settings: Settings,
  id: string,
  change: (stance: Stance) => Stance,
): Partial<Settings> {
  return editActive(settings, (taxonomy) => ({
    ...taxonomy,
    stances: taxonomy.stances.map((stance) => (stance.id === id ? change(stance) : stance)),
  }));
}
