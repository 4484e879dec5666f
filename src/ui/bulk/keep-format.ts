/** Lets the settings follow how marks stand in the notes. A failed save is told; the change holds until the restart. */
import { Notice } from 'obsidian';
import type { MarkFormat } from '../../core/model/mark';
import { withMarkFormat } from '../../settings/taxonomies';
import type { UiContext } from '../context';

export async function keepFormat(
  { settings, strings }: Pick<UiContext, 'settings' | 'strings'>,
  mark: MarkFormat,
): Promise<void> {
  try {
    await settings.update(withMarkFormat(settings.get(), mark));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    new Notice(strings.settings.faults.saveFailed(reason));
  }
}
