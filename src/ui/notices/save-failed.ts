/** The notice that settings could not be saved. */
import { Notice } from 'obsidian';
import type { Strings } from '../../i18n';
import { reasonOf } from '../../vault/failure';

/** Tells the user why; what was changed holds until the restart. */
export function tellNotSaved({ settings }: Strings, error: unknown): void {
  new Notice(settings.faults.saveFailed(reasonOf(error)));
}
