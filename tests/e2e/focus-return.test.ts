// Whoever goes by the keyboard is back where they were once a modal or picker is left, whatever it was opened from;
// and where that has gone with what was chosen, at what stands in its place.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ARTICLE, openDashboard, openSettings } from './accessibility/surface.ts';
import { openPlayground, type Playground } from './harness/playground.ts';

const NOTES = {
  'a.md': `${ARTICLE}Why? #question/inward/anomaly\n\nHow so?\n`,
  'b.md': `${ARTICLE}${Array.from({ length: 12 }, (_, at) => `Who is number ${at}?\n\n`).join('')}`,
};

let ground: Playground;
let page: Page;

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const LIST = '.question-stance-questions';
const BAR = '.question-stance-selection-bar';
const EDITOR = '.cm-content';

type Step = () => Promise<unknown>;

interface Walk {
  /** What has the keyboard. */
  readonly from: string;
  readonly start: Step;
  /** Opens it. */
  readonly open: Step;
  readonly modal: string;
  /** Each way out, and what has the keyboard then, where it is not what had it before. */
  readonly ways: Readonly<Record<string, readonly [leave: Step, then?: string]>>;
}

const press = (key: string) => () => page.keyboard.press(key);
const type = (text: string, key: string) => async () => {
  await page.keyboard.type(text);
  await page.keyboard.press(key);
};
const click =
  (selector: string, nth = 0) =>
  () =>
    page.locator(selector).nth(nth).click();

async function startInList(): Promise<void> {
  await openDashboard(ground);
  await page.focus(LIST);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
}

/** In the bar of a selection, on its button at that place. */
const startInBar =
  (nth: number, isAll = false) =>
  async () => {
    await startInList();
    await page.keyboard.press(isAll ? 'Control+a' : ' ');
    await page.locator(BAR).waitFor();
    await page.locator(`${BAR} button`).nth(nth).focus();
  };

async function startInEditor(): Promise<void> {
  await ground.openNote('a.md');
  await page.locator('.cm-line', { hasText: 'How so?' }).click();
}

const startInSettings = (selector: string) => async () => {
  await openSettings(ground);
  await page.locator(selector).first().focus();
};

const command = (id: string) => () => ground.runCommand(id);

const PICKER = '.question-stance-picker';
const FILTER = '.question-stance-filter-picker';
const TAGGING = '.question-stance-tag-modal';
const BULK = '.question-stance-bulk-modal';
const SAVE = '.question-stance-save-modal';
const FORMAT = '.question-stance-format-modal';
const TERM = '.question-stance-new-term';
const CONFIRM = '.mod-confirmation .modal';
/** In the settings, anything. */
const SETTINGS = '.mod-settings *';

const ADD = '.clickable-icon[aria-label="Add a stance"]';
const DELETE = '.setting-item .clickable-icon[aria-label="Delete"]';

const WALKS: Readonly<Record<string, Walk>> = {
  'the picker, from the list': {
    from: LIST,
    start: startInList,
    open: press('t'),
    modal: PICKER,
    ways: { left: [press('Escape')], chosen: [type('limits', 'Enter')] },
  },
  'the picker, from the bar of a selection': {
    from: `${BAR} .mod-cta`,
    start: startInBar(0),
    open: press('Enter'),
    modal: PICKER,
    ways: { left: [press('Escape')], chosen: [type('limits', 'Enter'), LIST] },
  },
  'the picker, from the editor': {
    from: EDITOR,
    start: startInEditor,
    open: command('tag-at-cursor'),
    modal: PICKER,
    ways: { left: [press('Escape')], chosen: [type('limits', 'Enter')] },
  },
  'the picker, from a chip in the editor': {
    from: '.question-stance-inline-chip',
    start: async () => {
      await startInEditor();
      await page.locator('.question-stance-inline-chip').focus();
    },
    open: press('Enter'),
    modal: PICKER,
    ways: { left: [press('Escape'), EDITOR], chosen: [type('limits', 'Enter'), EDITOR] },
  },
  'what saves a selection as a file, from its bar': {
    from: `${BAR} button:nth-of-type(4)`,
    start: startInBar(3),
    open: press('Enter'),
    modal: SAVE,
    ways: { left: [press('Escape')], saved: [press('Enter')] },
  },
  'what saves questions as a file, from the list': {
    from: LIST,
    start: startInList,
    open: command('save-questions'),
    modal: SAVE,
    ways: { left: [press('Escape')], saved: [press('Enter')] },
  },
  'the filters': {
    from: '.question-stance-tool',
    start: async () => {
      await openDashboard(ground);
      await page.locator('.question-stance-tool').first().focus();
    },
    open: press('Enter'),
    modal: FILTER,
    ways: { left: [press('Escape')], chosen: [type('untagged', 'Enter')] },
  },
  'the preview of many, from the list': {
    from: LIST,
    start: async () => {
      await startInList();
      await page.keyboard.press('Control+a');
    },
    open: async () => {
      await page.keyboard.press('t');
      await type('limits', 'Enter')();
    },
    modal: BULK,
    ways: { left: [press('Escape')], written: [press('Enter')] },
  },
  'the preview of many, from the bar of a selection': {
    from: `${BAR} .mod-cta`,
    start: startInBar(0, true),
    open: async () => {
      await page.keyboard.press('Enter');
      await type('limits', 'Enter')();
    },
    modal: BULK,
    ways: { left: [press('Escape')], written: [press('Enter'), LIST] },
  },
  'the tag modal, from the editor': {
    from: EDITOR,
    start: startInEditor,
    open: command('tag-note'),
    modal: TAGGING,
    ways: {
      left: [press('Escape')],
      written: [type('22', 'Enter')],
      'left with choices given up': [
        async () => {
          await page.keyboard.type('22');
          await page.keyboard.press('Escape');
          await page.locator(`${CONFIRM} .mod-destructive`).click();
        },
      ],
    },
  },
  'what asks about leaving, from the tag modal': {
    from: `${TAGGING} *`,
    start: async () => {
      await startInEditor();
      await ground.runCommand('tag-note');
      await page.locator(TAGGING).waitFor();
      await page.keyboard.type('22');
    },
    open: press('Escape'),
    modal: CONFIRM,
    ways: { 'staying with it': [press('Escape')] },
  },
  'the review, from the editor': {
    from: EDITOR,
    start: startInEditor,
    open: command('review-untagged'),
    modal: PICKER,
    ways: { left: [press('Escape')] },
  },
  'how tags are written, from the editor': {
    from: EDITOR,
    start: startInEditor,
    open: command('change-format'),
    modal: FORMAT,
    ways: { left: [press('Escape')] },
  },
  'how tags are written, from the settings': {
    from: '.mod-settings button.rewrite',
    start: async () => {
      await openSettings(ground);
      const button = page.locator('.vertical-tab-content button:not(.clickable-icon)').first();
      await button.evaluate((el) => el.classList.add('rewrite'));
      await button.focus();
    },
    open: press('Enter'),
    modal: FORMAT,
    ways: {
      left: [press('Escape')],
      'left at its preview': [
        async () => {
          await page.locator(`${FORMAT} .mod-cta`).click();
          await page.locator(BULK).waitFor();
          await page.keyboard.press('Escape');
          await page.locator(BULK).waitFor({ state: 'detached' });
        },
      ],
    },
  },
  'the form for a stance, from the settings': {
    from: ADD,
    start: startInSettings(ADD),
    open: press('Enter'),
    modal: TERM,
    ways: {
      left: [press('Escape')],
      added: [
        async () => {
          const inputs = page.locator(`${TERM} input`);
          for (const [at, text] of ['New', 'new', 'First', 'first'].entries())
            await inputs.nth(at).fill(text);
          await page.keyboard.press('Enter');
        },
        SETTINGS,
      ],
    },
  },
  'what asks about a stance, from the settings': {
    from: DELETE,
    start: startInSettings(DELETE),
    open: press('Enter'),
    modal: CONFIRM,
    ways: { left: [press('Escape')], removed: [click(`${CONFIRM} .mod-destructive`), SETTINGS] },
  },
};

const cases = Object.entries(WALKS).flatMap(([name, walk]) =>
  Object.entries(walk.ways).map(([way, [leave, then]]) => ({ name, way, walk, leave, then })),
);

/** The selector where it names what has the keyboard, else what has it. */
const focused = (selector: string) =>
  page.evaluate((wanted) => {
    const { activeElement } = document;
    if (activeElement?.matches(wanted) === true) return wanted;
    return `${activeElement?.tagName ?? ''} ${activeElement?.className ?? ''}`;
  }, selector);

describe('the keyboard is back', () => {
  it.each(cases)('from $name, $way', async ({ walk, leave, then = walk.from }) => {
    ground = await openPlayground({ notes: NOTES });
    page = ground.page;
    await walk.start();
    await expect.poll(() => focused(walk.from), { timeout: 5_000 }).toBe(walk.from);
    await walk.open();
    await page.locator(walk.modal).waitFor();
    // A key is for the modal once it has the keyboard.
    const isInside = () =>
      page.evaluate((modal) => document.activeElement?.closest(modal) !== null, walk.modal);
    await expect.poll(isInside, { timeout: 5_000 }).toBe(true);
    await leave();
    await page.locator(walk.modal).waitFor({ state: 'detached' });
    await ground.settle();
    await expect.poll(() => focused(then), { timeout: 5_000 }).toBe(then);
  });

  it.each([
    ['without the tag', 1],
    ['said to be no question', 2],
    ['unselected', 4],
  ] as const)('in the list, where what was selected is %s', async (_, button) => {
    ground = await openPlayground({ notes: NOTES });
    page = ground.page;
    await startInBar(button)();
    await page.keyboard.press('Enter');
    await page.locator(BAR).waitFor({ state: 'detached' });
    await expect.poll(() => focused(LIST), { timeout: 5_000 }).toBe(LIST);
  });
});

describe('a row’s preview', () => {
  it('is shown by a key and goes by Escape, by the key again, and with the cursor', async () => {
    ground = await openPlayground({ notes: NOTES });
    page = ground.page;
    await startInList();
    const popover = page.locator('.hover-popover');
    for (const leave of ['Escape', 'p', 'ArrowDown']) {
      await page.keyboard.press('p');
      await popover.waitFor();
      await expect.poll(() => popover.innerText()).toContain('How so?');
      await expect.poll(() => focused(LIST)).toBe(LIST);
      await page.keyboard.press(leave);
      await popover.waitFor({ state: 'detached' });
    }
  });
});
