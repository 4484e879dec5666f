// `npm run app-cli -- <command> [key=value …]`: runs a plugin's command line handler in a running playground, as
// Obsidian's own command line runs it in the app. Prints the answer. Exits with 1 where no playground runs or none
// of its pages is open; a command that fails says so in its answer, as in Obsidian.
import { readFile } from 'node:fs/promises';
import { RUNNING_FILE } from './playground-folder.mjs';

/** @returns {Promise<string>} */
async function addressOfRunning() {
  const text = await readFile(RUNNING_FILE, 'utf8').catch(() => null);
  if (text === null) throw new Error('No playground is running. Start one: npm start');
  return JSON.parse(text).url;
}

try {
  const response = await fetch(new URL('/api/cli', await addressOfRunning()), {
    method: 'POST',
    body: JSON.stringify(process.argv.slice(2)),
  }).catch(() => {
    throw new Error('No playground is running. Start one: npm start');
  });
  const { answer, error } = await response.json();
  if (!response.ok) throw new Error(error);
  if (answer !== '') console.log(answer);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
