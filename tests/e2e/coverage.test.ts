// What notes and askers do not ask, on the built plugin: told in words, pressed, and sorted by.
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
/** Of seven stages `full` asks six, `half` two, `none` none; Ann three, Ben four, Dan none. */
const NOTES = {
  'full.md': `${HEAD}Ann: One? #question/inward/anomaly

Ann: Two? #question/inward/difference

Ben: Three? #question/outward/definition

Ben: Four? #question/outward/analogy

Ben: Five? #question/outward/limits

Ben: Six? #question/outward/philosophy
`,
  'half.md': `${HEAD}Ann: Seven? #question/inward/anomaly

Ann: Eight? #question/outward/limits
`,
  'none.md': `${HEAD}Dan: Nine?\n\nDan: Ten?\n`,
};

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.locator('.question-stance-question').first().waitFor();
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const BOX = '.question-stance-search-input';
const header = (name: string) =>
  page.locator('.question-stance-group').filter({ hasText: new RegExp(`^${name}`) });
/** Without what keeps signs on the line of the word before them. */
const inWords = async (name: string) =>
  (await header(name).locator('.question-stance-missing').textContent())?.replaceAll('\u2060', '');
const names = () =>
  page.locator('.question-stance-note-title, .question-stance-group-name').allTextContents();
async function choose(tool: string, item: string): Promise<void> {
  await page.getByRole('button', { name: tool }).click();
  await page.locator('.menu-item', { hasText: item }).first().click();
}

it('a note says in words what it misses, and its missing stages find all notes that do', async () => {
  await open();
  await expect.poll(() => inWords('full')).toBe('6 of 7 stages asked · missing: New direction');
  await expect
    .poll(() => inWords('half'))
    .toBe(
      '2 of 7 stages asked · missing: Fundamental difference, New direction, Clarify the definition and 2 more',
    );
  await expect.poll(() => inWords('none')).toBe('0 of 7 stages asked');
  // What is read out at the row, and at the path itself.
  await expect.poll(() => header('half').ariaSnapshot()).toContain('2 of 7 stages asked');
  await expect
    .poll(() => header('half').getByRole('toolbar').getAttribute('aria-label'))
    .toBe('half: 2 of 7 stages asked');
  await header('full').getByRole('button', { name: 'New direction: missing' }).click();
  await expect.poll(() => page.inputValue(BOX)).toBe('missing:inward/direction');
  await expect.poll(() => names()).toEqual(['full', 'half', 'none']);
  await header('half').getByRole('button', { name: 'Clarify the definition', exact: true }).click();
  await expect.poll(names).toEqual(['full', 'half', 'none']);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await header('half').locator('[data-missing="inward/difference"]').click();
  await expect.poll(names).toEqual(['half', 'none']);
  await ground.runCommand('app:go-back');
  await expect.poll(names).toEqual(['full', 'half', 'none']);
});

it('the stages of a path, missing ones too, are gone through by arrows', async () => {
  await open();
  const stages = header('none').locator('button.question-stance-path-stage');
  await expect.poll(() => stages.count()).toBe(7);
  await stages.first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.inputValue(BOX)).toBe('missing:inward/difference');
});

it('an asker says what they never ask in the notes shown, and a stage finds all who never do', async () => {
  await open();
  await choose('Grouped by note', 'By asker');
  await expect.poll(names).toEqual(['Ann', 'Ben', 'Dan']);
  await expect
    .poll(() => inWords('Ann'))
    .toContain('3 of 7 stages asked · missing: New direction, Clarify');
  // What is filtered for does not make anybody ask less.
  await page.fill(BOX, 'Seven');
  await expect.poll(names).toEqual(['Ann']);
  await expect.poll(() => inWords('Ann')).toContain('3 of 7 stages asked');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await header('Ann').getByRole('button', { name: 'Build an analogy: missing' }).click();
  await expect.poll(() => page.inputValue(BOX)).toBe('lacks:outward/analogy');
  await expect.poll(names).toEqual(['Ann', 'Dan']);
  await expect
    .poll(() => page.locator('.question-stance-filter-chip').allTextContents())
    .toEqual([expect.stringContaining('Build an analogy')]);
});

it('notes and askers are sorted by how much they ask', async () => {
  await open();
  await choose('Not sorted', 'By coverage');
  await expect.poll(names).toEqual(['none', 'half', 'full']);
  await choose('Sorted by coverage', 'Reverse');
  await expect.poll(names).toEqual(['full', 'half', 'none']);
  await choose('Grouped by note', 'By asker');
  await expect.poll(names).toEqual(['Ben', 'Ann', 'Dan']);
});

it.each([
  ['phone', 'light', 'zh-TW'],
  ['phone', 'dark', 'en'],
  ['desktop', 'dark', 'zh'],
  ['desktop', 'light', 'en'],
] as const)('fits a %s (%s, %s)', async (width, theme, lang) => {
  await open({ width, theme, lang, foot: 'hidden' });
  const overflow = await page
    .locator('.question-stance-dashboard')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
