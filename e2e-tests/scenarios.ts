// What a person does with the plugin, told once for Obsidian and for the playground: on the sample vault, in English.
// A scenario throws where something is not as it should be.
import type { Driver } from './driver.ts';

export interface Scenario {
  readonly name: string;
  readonly run: (app: Driver) => Promise<void>;
}

const PLUGIN = 'question-stance';
const NOTE = 'Lab/Kiln log.md';
const TAG = '#question/outward/limits';
const WITHIN_MS = 15_000;

/** Waits until `read` answers with something true; throws with `what` where it does not. */
async function until(what: string, read: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WITHIN_MS;
  while (!(await read())) {
    if (Date.now() > end) throw new Error(`Not so after ${String(WITHIN_MS)} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const shows = (app: Driver, selector: string) =>
  until(`${selector} is shown`, async () => (await app.count(selector)) > 0);

const reads = (app: Driver, what: string, test: (text: string) => boolean) =>
  until(what, async () => test(await app.readNote(NOTE)));

/** Tags the first question of the note by keyboard; answers with what the note read before. */
async function tagFirst(app: Driver): Promise<string> {
  const before = await app.readNote(NOTE);
  await app.openNote(NOTE);
  await app.runCommand(`${PLUGIN}:tag-note`);
  await shows(app, '.question-stance-tag-modal [aria-selected]');
  await app.type('23');
  await app.press('Enter');
  await reads(app, `${NOTE} has the tag`, (text) => text.includes(TAG));
  return before;
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a question is tagged by keyboard, shows as a chip, and is taken back',
    run: async (app) => {
      const before = await tagFirst(app);
      await shows(app, '.question-stance-inline-chip');
      await app.runCommand('markdown:toggle-preview');
      await shows(app, '.markdown-reading-view a.tag');
      await app.runCommand('markdown:toggle-preview');
      await app.runCommand(`${PLUGIN}:undo-tagging`);
      await reads(app, `${NOTE} reads as before`, (text) => text === before);
    },
  },
  {
    name: 'the dashboard shows the question, filters by its stage, and leads to it',
    run: async (app) => {
      const before = await tagFirst(app);
      await app.runCommand(`${PLUGIN}:open-dashboard`);
      await shows(app, '.question-stance-matrix [data-term="stage:outward/limits"]');
      await app.click('.question-stance-matrix [data-term="stage:outward/limits"]');
      await shows(app, '.question-stance-question');
      await app.click('.question-stance-question');
      await shows(app, '.cm-content');
      await app.runCommand(`${PLUGIN}:undo-tagging`);
      await reads(app, `${NOTE} reads as before`, (text) => text === before);
    },
  },
];
