// Notes made articles on the built plugin: by the command, and by the numbers of the empty dashboard.
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const DRAFT = '---\ntags:\n  - my-article\n---\nWhy wait? #question/inward/anomaly\n';
const NOTES = {
  'draft.md': DRAFT,
  'ticked.md': '---\nCheckbox 1: true\n---\n',
  'plain.md': 'Tea?\n',
};

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.waitForSelector('.question-stance-empty');
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const line = (text: string) => page.getByRole('button', { name: text });
const undo = () => page.locator('.question-stance-notice-button', { hasText: 'Undo' }).last();

it('the numbers of what is no article show which notes they count, and offer what these lack', async () => {
  await open();
  const tagOnly = line('1 note has the tag, but not the right checkbox.');
  await expect.poll(() => tagOnly.getAttribute('aria-expanded')).toBe('false');
  await tagOnly.click();
  await expect.poll(() => tagOnly.getAttribute('aria-expanded')).toBe('true');
  const list = page.locator('.question-stance-not-articles-list');
  await expect.poll(() => list.locator('li').allTextContents()).toEqual(['draftTick “Checkbox 1”']);
  await line('1 note has neither.').click();
  await expect
    .poll(() => list.last().locator('li').allTextContents())
    .toEqual(['plainMake it an article']);
  await list.getByRole('link', { name: 'draft' }).click();
  await page.locator('.cm-content:visible', { hasText: 'Why wait?' }).waitFor();
  await ground.runCommand('app:go-back');
  await tagOnly.click();
  await page.getByRole('button', { name: 'Tick “Checkbox 1”: draft' }).click();
  await page.locator('.question-stance-question', { hasText: 'Why wait?' }).waitFor();
  await expect.poll(() => ground.readNote('draft.md')).toContain('Checkbox 1: true');
  await undo().click();
  await expect.poll(() => ground.readNote('draft.md')).toBe(DRAFT);
  await page.waitForSelector('.question-stance-empty');
});

it('«Make this note an article» writes tag and checkbox in one change, undone by one press', async () => {
  await open();
  await ground.openNote('plain.md');
  await ground.runCommand('make-article');
  await page.locator('.notice', { hasText: '“plain” is now one of your articles.' }).waitFor();
  const text = await ground.readNote('plain.md');
  expect(text).toMatch(/tags:\s+- my-article\nCheckbox 1: true\n/);
  expect(text.endsWith('Tea?\n')).toBe(true);
  await ground.runCommand('open-dashboard');
  await page.locator('.question-stance-question', { hasText: 'Tea?' }).waitFor();
  await undo().click();
  await page.waitForSelector('.question-stance-empty');
  await expect.poll(() => ground.readNote('plain.md')).toBe('Tea?\n');
});

it('remarks in the properties stay, and the note’s open editor shows what is written and taken back', async () => {
  const note = '---\n# mine\ntags:   [one] # two\nCheckbox 1: false  # not yet\n---\nTea?\n';
  await open({ notes: { ...NOTES, 'kept.md': note } });
  await ground.openNote('kept.md');
  await page.locator('.cm-content:visible').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('Typed');
  await ground.runCommand('make-article');
  const made = note
    .replace('[one]', '[one, my-article]')
    .replace('false  #', 'true  #')
    .replace('Tea?\n', 'Tea?\nTyped');
  await expect.poll(() => ground.readNote('kept.md')).toBe(made);
  await undo().click();
  await expect.poll(() => ground.readNote('kept.md')).toBe(`${note}Typed`);
});

it.each([
  ['phone', 'light', 'zh-TW'],
  ['desktop', 'dark', 'en'],
] as const)('the numbers fit on a %s', async (width, theme, lang) => {
  await open({ width, theme, lang });
  for (const button of await page.locator('.question-stance-not-articles').all()) {
    await button.click();
  }
  await expect.poll(() => page.locator('.question-stance-not-articles-list li').count()).toBe(3);
  const overflow = await page
    .locator('.question-stance-dashboard')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
