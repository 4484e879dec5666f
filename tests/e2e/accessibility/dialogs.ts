// The dialogs and pickers of the plugin, in every state that has a look of its own.
import { expect } from 'vitest';
import type { Playground } from '../harness/playground.ts';
import {
  ADD_TERM,
  ARTICLE,
  holdDown,
  NOTE,
  openDashboard,
  openSettings,
  turnAround,
  UNTOUCHED,
  type Surface,
} from './surface.ts';

const CONFIRMATION = '.mod-confirmation .modal';
const NEW_TERM = '.question-stance-new-term';
const FORMAT = '.question-stance-format-modal';
const BULK = '.question-stance-bulk-modal';
const SAVE = '.question-stance-save-modal';

/** More questions in more notes than are written without a preview. */
const MANY = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [`${at}.md`, `${ARTICLE}Why ${at}?\n`]),
);

async function previewMany(ground: Playground): Promise<void> {
  const { page } = ground;
  await openDashboard(ground);
  await page.focus('.question-stance-questions');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('x');
  await page.locator(BULK).waitFor();
}

/** Starts the change of many notes, each of which is long in being written. */
async function runMany(ground: Playground, pause = 150): Promise<void> {
  await previewMany(ground);
  await ground.page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, pause));
    await route.continue().catch(() => undefined);
  });
  await ground.page.keyboard.press('Enter');
  await ground.page.locator(`${BULK} progress`).waitFor();
}

export const DIALOGS: readonly Surface[] = [
  {
    name: 'the tag modal',
    open: async (ground) => {
      await ground.openNote(NOTE);
      await ground.runCommand('tag-note');
      await ground.page.locator('.question-stance-tag-row').first().waitFor();
    },
    within: '.question-stance-tag-modal',
    states: [
      UNTOUCHED,
      [
        'a stance open, the pointer on it',
        (page) => page.locator('.question-stance-choice').first().click(),
      ],
      [
        'a stage chosen, the pointer on it',
        (page) => page.locator('.question-stance-choices-stages button').first().click(),
      ],
      [
        'a row under the pointer',
        (page) => page.locator('.question-stance-tag-row').nth(2).hover(),
      ],
      [
        'rows selected',
        (page) =>
          page.locator('.question-stance-tag-row .question-stance-tag-check').nth(2).click(),
      ],
      [
        'a choice held down',
        (page) => holdDown(page, '.question-stance-choices-end .question-stance-choice'),
      ],
      [
        'nothing that fits',
        async (page) => {
          await page.locator('.question-stance-tagging-filter').fill('no such words');
          await page.locator('.question-stance-tagging-empty').waitFor();
        },
      ],
    ],
  },
  {
    name: 'a note without questions in the tag modal',
    options: { notes: { 'a.md': 'No.\n' } },
    open: async (ground) => {
      await ground.openNote('a.md');
      await ground.runCommand('tag-note');
      await ground.page.locator('.question-stance-tagging-empty').waitFor();
    },
    within: '.question-stance-tag-modal',
    states: [['empty', (page) => page.mouse.move(0, 0)]],
  },
  {
    name: 'the stance picker',
    open: async (ground) => {
      await ground.runCommand('open-dashboard');
      await ground.page.locator('.question-stance-chip-button').first().click();
      await ground.page.locator('.question-stance-pick').first().waitFor();
    },
    within: '.question-stance-picker',
    states: [
      UNTOUCHED,
      [
        'a choice under the pointer',
        (page) => page.locator('.question-stance-pick').nth(2).hover(),
      ],
      ['words typed', (page) => page.keyboard.type('an')],
      ['nothing that fits', (page) => page.keyboard.type('zzzz')],
    ],
  },
  {
    name: 'how others asked',
    open: async (ground) => {
      await ground.runCommand('how-others-asked');
      await ground.page.locator('.question-stance-picker').waitFor();
      await ground.page.keyboard.type('13');
      await ground.page.locator('.question-stance-example').first().waitFor();
    },
    within: '.question-stance-others',
    states: [
      UNTOUCHED,
      [
        'an example under the pointer',
        (page) => page.locator('.question-stance-example').nth(1).hover(),
      ],
      ['nothing that fits', (page) => page.keyboard.type('zzzz')],
    ],
  },
  {
    name: 'the filter picker',
    open: async (ground) => {
      await ground.runCommand('open-dashboard');
      await ground.page.locator('.question-stance-tool').first().click();
      await ground.page.locator('.question-stance-facet').first().waitFor();
    },
    within: '.question-stance-filter-picker',
    states: [
      UNTOUCHED,
      [
        'a value under the pointer',
        (page) => page.locator('.question-stance-facet').nth(2).hover(),
      ],
    ],
  },
  {
    name: 'the review',
    open: async (ground) => {
      await ground.runCommand('review-untagged');
      await expect
        .poll(() => ground.page.locator('.question-stance-review-question').textContent())
        .not.toBe('');
    },
    within: '.question-stance-picker',
    states: [UNTOUCHED],
  },
  {
    name: 'the preview of a change',
    open: async (ground) => {
      await ground.runCommand('change-format');
      await ground.page.locator('.modal select').first().selectOption({ index: 1 });
      await ground.page.locator('.modal .mod-cta').click();
      await ground.page.locator('.question-stance-bulk-change').first().waitFor();
    },
    within: '.question-stance-bulk-modal',
    states: [
      UNTOUCHED,
      [
        'a note under the pointer',
        (page) => page.locator('.question-stance-bulk-note').first().hover(),
      ],
      ['a note folded', (page) => page.locator('.question-stance-bulk-note').first().click()],
    ],
  },
  {
    name: 'the stance picker from right to left',
    open: async (ground) => {
      await turnAround(ground.page);
      await openDashboard(ground);
      await ground.page.locator('.question-stance-chip-button').first().click();
      await ground.page.locator('.question-stance-pick').first().waitFor();
    },
    within: '.question-stance-picker',
    states: [UNTOUCHED],
  },
  {
    name: 'the tag modal from right to left',
    open: async (ground) => {
      await turnAround(ground.page);
      await ground.openNote(NOTE);
      await ground.runCommand('tag-note');
      await ground.page.locator('.question-stance-tag-row').first().waitFor();
    },
    within: '.question-stance-tag-modal',
    states: [['a stance open', (page) => page.locator('.question-stance-choice').first().click()]],
  },
  {
    name: 'what asks about leaving',
    open: async (ground) => {
      await ground.openNote(NOTE);
      await ground.runCommand('tag-note');
      await ground.page.locator('.question-stance-tag-row').first().waitFor();
      await ground.page.keyboard.press('x');
      await ground.page.keyboard.press('Escape');
      await ground.page.locator(CONFIRMATION).waitFor();
    },
    within: CONFIRMATION,
    states: [UNTOUCHED],
  },
  {
    name: 'the settings',
    open: openSettings,
    within: '.vertical-tab-content-container',
    // Rows that open a page and can be dragged and deleted are Obsidian's own, and so are their handles.
    passes: ['nested-interactive', 'aria-prohibited-attr'],
    states: [
      UNTOUCHED,
      [
        'a stance that is to go',
        (page) => page.locator('.setting-item.mod-clickable .clickable-icon').last().click(),
        CONFIRMATION,
      ],
      [
        'a stance’s page',
        async (page) => {
          await page.locator(`${CONFIRMATION} button`).last().click();
          await page.locator('.setting-item.mod-clickable').first().click();
          await page.locator('.setting-page').waitFor();
        },
      ],
      [
        'the form for a stance',
        async (page) => {
          await page.locator('.setting-page-back').click();
          await page.locator(ADD_TERM).first().click();
          await page.locator(NEW_TERM).waitFor();
        },
        NEW_TERM,
      ],
      [
        'a word that is taken',
        (page) => page.locator(`${NEW_TERM} input`).nth(1).fill('inward'),
        NEW_TERM,
      ],
    ],
  },
  {
    name: 'how tags are written',
    open: async (ground) => {
      await ground.runCommand('change-format');
      await ground.page.locator(FORMAT).waitFor();
    },
    within: FORMAT,
    states: [
      UNTOUCHED,
      ['a word that can’t be', (page) => page.locator(`${FORMAT} input`).first().fill('a b')],
    ],
  },
  {
    name: 'what saves questions as a file',
    open: async (ground) => {
      await openDashboard(ground);
      await ground.page.focus('.question-stance-questions');
      await ground.page.keyboard.press('ArrowDown');
      await ground.page.keyboard.press('ArrowDown');
      await ground.page.keyboard.press(' ');
      await ground.runCommand('save-questions');
      await ground.page.locator(SAVE).waitFor();
    },
    within: SAVE,
    states: [
      UNTOUCHED,
      [
        'all unfolded',
        async (page) => {
          for (const part of await page.locator(`${SAVE} summary`).all()) await part.click();
        },
      ],
      ['a name that can’t be', (page) => page.locator(`${SAVE} input`).nth(2).fill('Why?')],
    ],
  },
  {
    name: 'a change of many notes',
    options: { notes: MANY },
    open: runMany,
    within: BULK,
    states: [
      ['running', (page) => page.mouse.move(0, 0)],
      [
        'stopped',
        async (page) => {
          await page.locator(`${BULK} button:not(.mod-cta)`).last().click();
          await page.locator(`${BULK} .question-stance-bulk-sentences[role="status"]`).waitFor();
        },
      ],
    ],
  },
  {
    name: 'what asks after a crash',
    options: { notes: MANY },
    open: async (ground) => {
      let reached = 0;
      await previewMany(ground);
      // Gone in the middle: what is written after the third note never comes back.
      await ground.page.route('**/api/**', async (route) => {
        if (route.request().method() === 'GET' || reached++ < 3) await route.continue();
      });
      await ground.page.keyboard.press('Enter');
      await expect.poll(() => reached).toBeGreaterThan(3);
      await ground.page.unrouteAll({ behavior: 'ignoreErrors' });
      await ground.reload();
      await ground.page.locator(CONFIRMATION).waitFor();
    },
    within: CONFIRMATION,
    states: [UNTOUCHED],
  },
];
