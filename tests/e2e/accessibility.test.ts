// What the plugin draws, in every state that has a look of its own: light, dark and with the system's forced
// colours, wide and on phones of two widths. axe-core finds no violation, and every text can be read.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { CONTRAST, faintTexts } from './harness/faint-texts.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules about whole pages: the page is the host's. */
const OF_THE_PAGE = ['region', 'page-has-heading-one', 'landmark-one-main', 'bypass'];

const THEMES = ['light', 'dark', 'forced'] as const;

const FORMS = [
  { width: 'desktop', lang: 'en', sizes: [{ width: 1280, height: 800 }] },
  {
    width: 'phone',
    lang: 'zh-TW',
    sizes: [
      { width: 390, height: 844 },
      { width: 330, height: 700 },
    ],
  },
] as const;

type State = readonly [name: string, enter: (page: Page) => Promise<unknown>];

interface Surface {
  readonly name: string;
  readonly open: (ground: Playground) => Promise<unknown>;
  /** What the plugin draws of it. */
  readonly within: string;
  /** Entered one after the other, each from the one before. */
  readonly states: readonly State[];
  readonly options?: PlaygroundOptions;
}

const NOTE = 'Interviews/Mara Lindqvist on giving a river back.md';
const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const MORE_NOTES = {
  'Odd tags.md': `${ARTICLE}Why? #question/inward/anomaly #question/outward/limits\n\nWho? #question/own/word\n\nלמה זה כך?\n\nWhat then? #question/skip\n`,
};

const PAGE = '.question-stance-page';
const STANCE = '.question-stance-stance-name';
const list = (page: Page) => page.locator('.question-stance-questions');

const SURFACES: readonly Surface[] = [
  {
    name: 'the dashboard',
    open: async (ground) => {
      await ground.runCommand('open-dashboard');
      await ground.page.locator('.question-stance-question').first().waitFor();
    },
    within: PAGE,
    states: [
      ['untouched', (page) => page.mouse.move(0, 0)],
      ['a stance under the pointer', (page) => page.locator(STANCE).first().hover()],
      ['a stance chosen, the pointer on it', (page) => page.locator(STANCE).first().click()],
      ['its keyboard focus', (page) => page.keyboard.press('Shift')],
      [
        'a stage under the pointer',
        (page) => page.locator('.question-stance-arrow').nth(1).hover(),
      ],
      ['a stage chosen', (page) => page.locator('.question-stance-arrow').nth(1).click()],
      ['a scope held down', (page) => holdDown(page, '.question-stance-scope-option')],
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
    name: 'the tag modal',
    open: async (ground) => {
      await ground.openNote(NOTE);
      await ground.runCommand('tag-note');
      await ground.page.locator('.question-stance-tag-row').first().waitFor();
    },
    within: '.question-stance-tag-modal',
    states: [
      ['untouched', (page) => page.mouse.move(0, 0)],
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
      ['untouched', (page) => page.mouse.move(0, 0)],
      [
        'a choice under the pointer',
        (page) => page.locator('.question-stance-pick').nth(2).hover(),
      ],
      ['words typed', (page) => page.keyboard.type('an')],
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
      ['untouched', (page) => page.mouse.move(0, 0)],
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
    states: [['untouched', (page) => page.mouse.move(0, 0)]],
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
      ['untouched', (page) => page.mouse.move(0, 0)],
      [
        'a note under the pointer',
        (page) => page.locator('.question-stance-bulk-note').first().hover(),
      ],
      ['a note folded', (page) => page.locator('.question-stance-bulk-note').first().click()],
    ],
  },
  {
    name: 'a note in the editor',
    open: async (ground) => {
      await ground.openNote(NOTE);
      await ground.page.locator('.question-stance-inline-chip').first().waitFor();
    },
    within: '.question-stance-inline-chip, .question-stance-sign',
    states: [
      ['untouched', (page) => page.mouse.move(0, 0)],
      [
        'a tag under the pointer',
        (page) => page.locator('.question-stance-inline-chip').first().hover(),
      ],
    ],
  },
];

let ground: Playground | null = null;

afterEach(async () => {
  await ground?.close();
  ground = null;
});

describe.each(FORMS)('on a $width', ({ width, lang, sizes }) => {
  it.each(SURFACES)(
    '$name has no fault in any state',
    async (surface) => {
      ground = await openPlayground({
        width,
        lang,
        ...(surface.options ?? { vault: 'sample-vault', notes: MORE_NOTES }),
      });
      const { page } = ground;
      await surface.open(ground);
      await page.evaluate(AXE);
      const faults: string[] = [];
      for (const [state, enter] of surface.states) {
        await enter(page);
        for (const size of sizes) {
          if (sizes.length > 1) await page.setViewportSize(size);
          for (const theme of THEMES) {
            await dress(page, theme);
            const found = await faultsWithin(page, surface.within, theme);
            faults.push(...found.map((fault) => `${state}, ${theme}, ${size.width} px: ${fault}`));
          }
        }
        await page.mouse.up();
      }
      expect(faults).toEqual([]);
      expect(ground.errors).toEqual([]);
    },
    300_000,
  );
});

/** The pointer goes down on it and stays there. */
async function holdDown(page: Page, control: string): Promise<void> {
  await page.locator(control).first().hover();
  await page.mouse.down();
}

async function dress(page: Page, theme: (typeof THEMES)[number]): Promise<void> {
  await page.emulateMedia({ forcedColors: theme === 'forced' ? 'active' : 'none' });
  await page.evaluate((isDark) => {
    document.body.classList.toggle('theme-dark', isDark);
    document.body.classList.toggle('theme-light', !isDark);
    // Colours on their way to others are nobody's colours yet.
    for (const animation of document.getAnimations()) {
      if (Number.isFinite(animation.effect?.getComputedTiming().endTime)) animation.finish();
    }
  }, theme === 'dark');
}

/** Of axe's rules, only that of contrast depends on the theme. */
async function faultsWithin(
  page: Page,
  within: string,
  theme: (typeof THEMES)[number],
): Promise<readonly string[]> {
  const violations = await page.evaluate(
    async ([include, rules, isFirst]) => {
      const { axe } = window as unknown as {
        axe: { run(context: unknown, options: unknown): Promise<AxeResults> };
      };
      const off = Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]));
      const found = await axe.run(
        { include: [include] },
        {
          resultTypes: ['violations'],
          ...(isFirst ? { rules: off } : { runOnly: ['color-contrast'] }),
        },
      );
      return found.violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`,
        ),
      );
    },
    [within, OF_THE_PAGE, theme === THEMES[0]] as const,
  );
  return [...violations, ...(await page.evaluate(faintTexts, [within, CONTRAST] as const))];
}
