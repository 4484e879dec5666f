/** A note that could not be read or written, as one sentence, everywhere in the same words. */
import type { Strings } from '../../i18n';
import type { VaultFailure } from '../../vault/failure';

/** `note` is the note's name. */
export function failureLine(
  { tagging: { failures } }: Strings,
  note: string,
  { code, detail }: VaultFailure,
): string {
  return failures[code](note, detail);
}
