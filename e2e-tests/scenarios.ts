// What a person does with the plugin, told once for Obsidian and for the playground: on the sample vault, in English.
// A scenario throws where something is not as it should be, and leaves notes and settings as it found them.
import type { Driver } from './driver.ts';

export interface Scenario {
  readonly name: string;
  readonly run: (app: Driver) => Promise<void>;
}

const PLUGIN = 'question-stance';
const NOTE = 'Lab/Kiln log.md';
const TAG = '#question/outward/limits';
const LABEL = 'Test against real limits';
const WITHIN_MS = 15_000;

const MODAL = '.question-stance-tag-modal';
const CHIP = '.question-stance-inline-chip';
const LINK = `.markdown-reading-view a.tag[href="${TAG}"]`;
const CELL = '.question-stance-matrix [data-term="stage:outward/limits"]';
const MATRIX_TOGGLE = '.question-stance-matrix-toggle';
const COLLAPSED = `${MATRIX_TOGGLE}[aria-expanded="false"]`;
const ROW = '.question-stance-question';
const STYLE = 'Style';
const REVIEW = 'Week in questions.md';
const ASKED = '.question-stance-block .question-stance-question';

/** Waits until `read` answers with something true; throws with `what` where it does not. */
async function until(what: string, read: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + WITHIN_MS;
  while (!(await read())) {
    if (Date.now() > end) throw new Error(`Not so after ${String(WITHIN_MS)} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const counts = (app: Driver, number: number, selector: string, text?: string) =>
  until(
    `${String(number)} × ${selector} ${text ?? ''}`,
    async () => (await app.count(selector, text)) === number,
  );

const shows = (app: Driver, selector: string, text?: string) =>
  until(`${selector} ${text ?? ''} is shown`, async () => (await app.count(selector, text)) > 0);

const reads = (app: Driver, what: string, test: (text: string) => boolean) =>
  until(`${NOTE} ${what}`, async () => test(await app.readNote(NOTE)));

/** Tags the first question of the note by keyboard; answers with the question's last words. */
async function tagFirst(app: Driver): Promise<string> {
  await app.openNote(NOTE);
  await app.runCommand(`${PLUGIN}:tag-note`);
  await shows(app, `${MODAL} [aria-selected]`);
  await app.type('23');
  await app.press('Enter');
  await reads(app, 'has the tag', (text) => text.includes(TAG));
  await counts(app, 0, MODAL);
  const text = await app.readNote(NOTE);
  return text.slice(0, text.indexOf(TAG)).trimEnd().slice(-20);
}

/** Undoes the tagging; the note then reads as before, to the byte. */
async function undo(app: Driver, before: string): Promise<void> {
  await app.runCommand(`${PLUGIN}:undo-tagging`);
  await reads(app, 'reads as before', (text) => text === before);
}

/** What is done with the note's first question tagged; it is not any more afterwards. */
const whileTagged =
  (deed: (app: Driver, words: string) => Promise<void>) => async (app: Driver) => {
    const before = await app.readNote(NOTE);
    const words = await tagFirst(app);
    await deed(app, words);
    await undo(app, before);
  };

async function chooseStyle(app: Driver, style: string): Promise<void> {
  await app.openSettings(PLUGIN);
  await app.choose(STYLE, style);
  await app.closeSettings();
}

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'questions are tagged by keyboard, one after another, in one step that is undone',
    run: async (app) => {
      const before = await app.readNote(NOTE);
      await app.openNote(NOTE);
      await app.runCommand(`${PLUGIN}:tag-note`);
      await shows(app, `${MODAL} [aria-selected]`);
      await app.type('232323');
      await app.press('Enter');
      const tags = (text: string) => text.split(TAG).length - 1;
      await reads(app, 'has three more tags', (text) => tags(text) === tags(before) + 3);
      await undo(app, before);
    },
  },
  {
    name: 'the dashboard shows the tagged question, filters by its stage, and opens it in its note',
    run: whileTagged(async (app, words) => {
      await app.runCommand(`${PLUGIN}:open-dashboard`);
      await shows(app, MATRIX_TOGGLE);
      // Where there is little room the matrix is one line, until it is pressed.
      if ((await app.count(COLLAPSED)) > 0) await app.click(COLLAPSED);
      await shows(app, CELL);
      await app.click('.question-stance-notes-switch button', 'This note');
      await app.click(CELL);
      await counts(app, 1, ROW);
      await app.click(ROW, words);
      await shows(app, '.workspace-leaf.mod-active .view-header-title', 'Kiln log');
      await shows(app, '.workspace-leaf.mod-active .cm-line', words);
    }),
  },
  {
    name: 'a base shows the questions of its notes, and opens one in its note',
    run: async (app) => {
      const words = 'Who says those are different?';
      await app.openNote('Questions.base');
      await shows(app, `.question-stance-base ${ROW}`, words);
      await app.click(`.question-stance-base ${ROW}`, words);
      await shows(app, '.workspace-leaf.mod-active .view-header-title', 'Quiet rooms');
      await shows(app, '.workspace-leaf.mod-active .cm-line', words);
    },
  },
  {
    name: 'Live Preview shows a chip in place of the tag, source mode the tag',
    run: whileTagged(async (app) => {
      await shows(app, CHIP, LABEL);
      await app.runCommand('editor:toggle-source');
      await shows(app, '.cm-line', TAG);
      await counts(app, 0, CHIP, LABEL);
      await app.runCommand('editor:toggle-source');
      await shows(app, CHIP, LABEL);
    }),
  },
  {
    name: 'the reading view shows the tag as a chip that stays a link to it',
    run: async (app) => {
      await app.openNote(NOTE);
      await app.runCommand('markdown:toggle-preview');
      await counts(app, 0, LINK);
      await app.runCommand('markdown:toggle-preview');
      await whileTagged(async () => {
        await app.runCommand('markdown:toggle-preview');
        await shows(app, `${LINK}.question-stance-tag-chip`);
        await app.runCommand('markdown:toggle-preview');
      })(app);
    },
  },
  {
    name: 'a block in a note lists the tagged question, and opens it in its note',
    run: whileTagged(async (app, words) => {
      await app.openNote(REVIEW);
      await shows(app, ASKED, words);
      await app.click(ASKED, words);
      await shows(app, '.workspace-leaf.mod-active .view-header-title', 'Kiln log');
    }),
  },
  {
    name: 'a tag is written in a comment once the settings say so',
    run: async (app) => {
      await chooseStyle(app, 'Tag in a comment, hidden while reading');
      await whileTagged(async () => {
        await reads(app, 'has the tag in a comment', (text) => text.includes(`%% ${TAG} %%`));
      })(app);
      await chooseStyle(app, 'Tag, seen while reading');
      await whileTagged(async () => {
        await reads(app, 'has the tag plainly', (text) => !text.includes(`%% ${TAG} %%`));
      })(app);
    },
  },
];
