/** Lets the settings follow how marks stand in the notes. A failed save is told; the change holds until the restart. */
import type { MarkFormat } from '../../core/model/mark';
import { withMarkFormat } from '../../settings/taxonomies';
import type { UiContext } from '../context';
import { tellNotSaved } from '../notices/save-failed';

export async function keepFormat(
  { settings, strings }: Pick<UiContext, 'settings' | 'strings'>,
  mark: MarkFormat,
): Promise<void> {
  try {
    await settings.update(withMarkFormat(settings.get(), mark));
  } catch (error) {
    tellNotSaved(strings, error);
  }
}
