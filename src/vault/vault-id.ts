/**
 * A name for the vault on this device. Databases belong to all vaults alike, a vault's local storage to it
 * alone; so the name is made up once and kept there.
 */
import type { App } from 'obsidian';

const KEY = 'question-stance-vault-id';

export function vaultId(app: Pick<App, 'loadLocalStorage' | 'saveLocalStorage'>): string {
  const known: unknown = app.loadLocalStorage(KEY);
  if (typeof known === 'string' && known !== '') return known;
  const made = crypto.randomUUID();
  app.saveLocalStorage(KEY, made);
  return made;
}
