// The views of the plugin, in every state that has a look of its own.
import { expandMatrix } from '../harness/matrix.ts';
import type { Page } from 'playwright-core';
import {
  ARTICLE,
  holdDown,
  NOTE,
  openDashboard,
  turnAround,
  UNTOUCHED,
  type Surface,
} from './surface.ts';

const PAGE = '.question-stance-page';
const BLOCK = '.question-stance-block';
const STANCE = '.question-stance-stance-name';
const list = (page: Page) => page.locator('.question-stance-questions');

export const VIEWS: readonly Surface[] = [
  {
    name: 'the dashboard',
    open: openDashboard,
    within: PAGE,
    states: [
      UNTOUCHED,
      ['its matrix unfolded', expandMatrix],
      ['a stance under the pointer', (page) => page.locator(STANCE).first().hover()],
      ['a stance chosen, the pointer on it', (page) => page.locator(STANCE).first().click()],
      ['its keyboard focus', (page) => page.keyboard.press('Shift')],
      [
        'the number of tags without a question under the pointer',
        (page) => page.locator('.question-stance-stray-total').hover(),
      ],
      [
        'a stage under the pointer',
        (page) => page.locator('.question-stance-arrow').nth(1).hover(),
      ],
      ['a stage chosen', (page) => page.locator('.question-stance-arrow').nth(1).click()],
      [
        'a choice of notes held down',
        (page) => holdDown(page, '.question-stance-notes-switch button'),
      ],
      [
        'a cell outside the stances chosen',
        (page) =>
          page.locator('.question-stance-matrix-rest .question-stance-small-cell').first().click(),
      ],
      [
        'the list focused',
        async (page) => {
          await page.locator('.question-stance-clear-all').click();
          await list(page).focus();
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('ArrowDown');
        },
      ],
      [
        'rows selected',
        async (page) => {
          await page.keyboard.press(' ');
          await page.locator('.question-stance-selection-bar').waitFor();
        },
      ],
      [
        'a selected row under the pointer',
        (page) => page.locator('.question-stance-question.is-selected').first().hover(),
      ],
      [
        'a tag under the pointer',
        (page) => page.locator('.question-stance-chip-button').first().hover(),
      ],
      [
        'words searched for',
        async (page) => {
          await page.locator('.question-stance-search-input').fill('e');
          await page.locator('.question-stance-match').first().waitFor();
        },
      ],
      [
        'nothing that fits',
        async (page) => {
          await page.locator('.question-stance-search-input').fill('no such words');
          await page.locator('.question-stance-empty').waitFor();
        },
      ],
    ],
  },
  {
    name: 'the dashboard without articles',
    options: { notes: { 'a.md': 'Why?\n' } },
    open: async (ground) => {
      await ground.runCommand('open-dashboard');
      await ground.page.locator('.question-stance-empty').waitFor();
    },
    within: PAGE,
    states: [['empty', (page) => page.mouse.move(0, 0)]],
  },
  {
    name: 'a query block',
    open: async (ground) => {
      await ground.openNote('Week in questions.md');
      await ground.page.locator(`${BLOCK} .question-stance-question`).first().waitFor();
    },
    within: BLOCK,
    states: [
      UNTOUCHED,
      [
        'a question under the pointer',
        (page) => page.locator(`${BLOCK} .question-stance-question`).first().hover(),
      ],
      [
        'a tag under the pointer',
        (page) => page.locator(`${BLOCK} .question-stance-chip-button`).first().hover(),
      ],
      [
        'the list focused, a question selected',
        async (page) => {
          await page.locator(`${BLOCK} .question-stance-questions`).first().focus();
          for (const key of ['ArrowDown', 'ArrowDown', ' ']) await page.keyboard.press(key);
          await page.locator('.question-stance-selection-bar').waitFor();
        },
      ],
      [
        'its query being changed',
        async (page) => {
          await page.locator(`${BLOCK}-head button`).first().click();
          await page.locator('.menu-item').first().click();
          await page
            .locator('.question-stance-block-editor .question-stance-filter-chip')
            .first()
            .waitFor();
        },
        '.question-stance-block-editor',
      ],
    ],
  },
  {
    name: 'a note in the editor',
    open: async (ground) => {
      await ground.openNote(NOTE);
      await ground.page.locator('.question-stance-inline-chip').first().waitFor();
    },
    within: '.question-stance-inline-chip, .question-stance-sign, .question-stance-status',
    states: [
      UNTOUCHED,
      [
        'a tag under the pointer',
        (page) => page.locator('.question-stance-inline-chip').first().hover(),
      ],
    ],
  },
  {
    name: 'the dashboard from right to left',
    open: async (ground) => {
      await turnAround(ground.page);
      await openDashboard(ground);
    },
    within: PAGE,
    states: [
      ['its matrix unfolded', expandMatrix],
      ['a stance chosen', (page) => page.locator(STANCE).first().click()],
      [
        'rows selected',
        async (page) => {
          await list(page).focus();
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press('ArrowDown');
          await page.keyboard.press(' ');
          await page.locator('.question-stance-selection-bar').waitFor();
        },
      ],
    ],
  },
  {
    name: 'a note in the reading view',
    options: {
      notes: {
        'a.md': `${ARTICLE}## Why? #question/inward/anomaly\n\n- How? #question/outward/limits\n\nWho? #question/own/word %% #question/inward %%\n`,
      },
      data: { version: 1, editor: { readingComments: true } },
    },
    open: async (ground) => {
      await ground.openNote('a.md');
      await ground.runCommand('markdown:toggle-preview');
      await ground.page.locator('.question-stance-tag-chip').first().waitFor();
    },
    within: '.question-stance-tag-chip',
    // The link's own text is Obsidian's tag, which is not shown: its label stands there.
    passes: ['label-content-name-mismatch'],
    states: [
      UNTOUCHED,
      [
        'a tag under the pointer',
        (page) => page.locator('.question-stance-tag-chip').first().hover(),
      ],
      ['a tag focused', (page) => page.locator('.question-stance-tag-chip').nth(1).focus()],
    ],
  },
  {
    name: 'ask what is missing',
    open: async (ground) => {
      await ground.openNote(NOTE);
      await ground.runCommand('ask-missing');
      await ground.page.locator('.question-stance-missing-choice.is-cursor').waitFor();
    },
    within: '.question-stance-missing-panel',
    states: [
      UNTOUCHED,
      [
        'a stem under the pointer',
        (page) => page.locator('.question-stance-missing-choice').last().hover(),
      ],
      [
        'a stage focused',
        (page) => page.locator('button.question-stance-missing-stage').last().focus(),
      ],
      ['all shut', (page) => page.locator('.question-stance-missing-head').first().click()],
    ],
  },
  {
    name: 'the preview of a stem',
    only: 'desktop',
    open: async (ground) => {
      await ground.openNote(NOTE);
      await ground.runCommand('ask-missing');
      await ground.page.locator('.question-stance-stem-preview').waitFor();
    },
    within: '.question-stance-stem-preview',
    states: [UNTOUCHED],
  },
  {
    name: 'the list behind a question mark',
    options: { notes: { 'a.md': `${ARTICLE}Why?\n` } },
    open: async (ground) => {
      const { page } = ground;
      await ground.openNote('a.md');
      await page.locator('.cm-line', { hasText: 'Why?' }).click();
      await page.keyboard.press('End');
      await page.keyboard.type(';;');
      await page.locator('.question-stance-pick').first().waitFor();
    },
    within: '.question-stance-pick',
    states: [
      UNTOUCHED,
      [
        'a choice under the pointer',
        (page) => page.locator('.question-stance-pick').nth(2).hover(),
      ],
    ],
  },
  {
    name: 'the notice of what was written',
    open: async (ground) => {
      await openDashboard(ground);
      await list(ground.page).focus();
      await ground.page.keyboard.press('ArrowDown');
      await ground.page.keyboard.press('ArrowDown');
      await ground.page.keyboard.press('x');
      await ground.page.locator('.question-stance-notice-button').waitFor();
    },
    within: '.question-stance-notice-button',
    states: [
      UNTOUCHED,
      ['its button under the pointer', (page) => page.hover('.question-stance-notice-button')],
    ],
  },
];
