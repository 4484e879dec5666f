// Where the playground keeps what is its own, beside the vaults it serves: which one is running, and for each vault
// served in place what Obsidian would keep in that vault's `.obsidian`. `PLAYGROUND_FOLDER` names another place.
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER =
  process.env.PLAYGROUND_FOLDER ?? fileURLToPath(new URL('../.playground', import.meta.url));

/** Tells `npm run app-cli` the running playground's address. */
export const RUNNING_FILE = join(FOLDER, 'running.json');

/**
 * The folder for what the app keeps about a vault.
 * @param {string} vault its real path
 */
export function configFolderOf(vault) {
  const sum = createHash('sha256').update(vault).digest('hex').slice(0, 12);
  return join(FOLDER, 'vaults', `${basename(vault)}-${sum}`);
}
