// Links to headings that get a tag, and files that Obsidian excludes, in a real browser, on the built plugin.
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const NOTE = `${ARTICLE}## Is it so?\n\nText.\n\n## Another\n`;
const LINKING = 'See [[note#Is it so?|there]] and ![[note#Is it so?]].\n';
const TAG = 'question/inward/anomaly';
const CHANGED = LINKING.replaceAll('so?', `so? ${TAG}`);

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({
    notes: { 'note.md': NOTE, 'linking.md': LINKING },
    ...options,
  });
  page = ground.page;
}

const eventually = (path: string) =>
  expect.poll(
    async () => {
      await ground.settle();
      return ground.readNote(path);
    },
    { timeout: 15_000 },
  );

async function chooseInModal(): Promise<void> {
  await ground.openNote('note.md');
  await page.locator('.cm-line', { hasText: 'Is it so' }).click();
  await ground.runCommand('tag-note');
  await page.locator('.modal [aria-selected]').first().waitFor();
  await page.keyboard.type('11');
}

const links = () => page.locator('.question-stance-links');

afterEach(async () => {
  await ground.close();
});

describe('links to a heading that is tagged', () => {
  it('are told of in the modal, left alone by default, and said to lead nowhere', async () => {
    await open();
    await chooseInModal();
    await links().getByText('2 links lead to headings').waitFor();
    await expect.poll(() => links().getByRole('checkbox').isChecked()).toBe(false);
    await ground.screenshot('heading-links-modal');
    await page.keyboard.press('Enter');
    await eventually('note.md').toBe(NOTE.replace('so?', `so? #${TAG}`));
    await page
      .locator('.notice', { hasText: '2 links lead to a heading by its old text' })
      .waitFor();
    await expect.poll(() => ground.readNote('linking.md')).toBe(LINKING);
    expect(ground.errors).toEqual([]);
  });

  it('are changed with it where that is chosen, which is remembered, and undone with it', async () => {
    await open();
    await chooseInModal();
    await links().getByRole('checkbox').check();
    await page.locator('.modal').getByRole('button', { name: 'Write' }).click();
    await eventually('linking.md').toBe(CHANGED);
    await page.locator('.notice', { hasText: 'undo takes back its note alone' }).waitFor();
    await ground.screenshot('heading-links-notice');
    await ground.runCommand('undo-tagging');
    await eventually('linking.md').toBe(LINKING);
    await eventually('note.md').toBe(NOTE);
    await chooseInModal();
    await expect.poll(() => links().getByRole('checkbox').isChecked()).toBe(true);
    expect(ground.errors).toEqual([]);
  });
});

describe('links to a heading that is tagged without a preview', () => {
  const notice = () => page.locator('.notice', { hasText: '2 links lead to a heading' });
  const changeNow = () => notice().getByRole('button', { name: 'Change links, from now on too' });

  async function pickAtCursor(): Promise<void> {
    await ground.openNote('note.md');
    await page.locator('.cm-line', { hasText: 'Is it so' }).click();
    await ground.runCommand('tag-at-cursor');
    await page.locator('.question-stance-picker .suggestion-item').first().waitFor();
    await page.keyboard.type('11');
  }

  async function pickOnDashboard(): Promise<void> {
    await ground.runCommand('open-dashboard');
    const row = page.locator('.question-stance-question', { hasText: 'Is it so' });
    // Taken back, it is shown so a moment later.
    await row.locator('.question-stance-chip-button', { hasNotText: 'anomaly' }).click();
    await page.locator('.question-stance-picker .suggestion-item').first().waitFor();
    await page.keyboard.type('11');
  }

  async function typeTag(): Promise<void> {
    await ground.openNote('note.md');
    await page.locator('.cm-line', { hasText: 'Is it so' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(' #question/inward/ano');
    await page.locator('.suggestion-item', { hasText: 'nomaly' }).first().waitFor();
    await page.keyboard.press('Enter');
  }

  it.each([
    ['picker', pickAtCursor, () => changeNow().click()],
    ['dashboard', pickOnDashboard, () => changeNow().click()],
    ['completion', typeTag, () => ground.runCommand('change-links')],
  ])('are counted by the notice of the %s and changed from there', async (name, tag, change) => {
    await open();
    await tag();
    await notice().waitFor();
    await ground.screenshot(`heading-links-${name}`);
    await expect.poll(() => ground.readNote('linking.md')).toBe(LINKING);
    await change();
    await eventually('linking.md').toBe(CHANGED);
    await page.locator('.notice', { hasText: 'undo takes back its note alone' }).waitFor();
    await ground.runCommand('undo-tagging');
    await eventually('linking.md').toBe(LINKING);
    await eventually('note.md').toBe(NOTE);
    await tag();
    await eventually('linking.md').toBe(CHANGED);
    expect(ground.errors).toEqual([]);
  });
});

describe('links to headings, in a preview', () => {
  it('are counted and changed where questions of several notes are tagged', async () => {
    const other = `${ARTICLE}Why is that?\n`;
    await open({ notes: { 'note.md': NOTE, 'other.md': other, 'linking.md': LINKING } });
    await ground.runCommand('open-dashboard');
    const boxes = page.locator('.question-stance-question input[type=checkbox]');
    for (const at of [0, 1]) await boxes.nth(at).check();
    await page.locator('.question-stance-selection-bar .mod-cta').click();
    await page.locator('.question-stance-picker .suggestion-item').first().waitFor();
    await page.keyboard.type('11');
    await links().getByText('2 links lead to headings').waitFor();
    await expect.poll(() => links().getByRole('checkbox').isChecked()).toBe(false);
    await links().getByRole('checkbox').check();
    await page.locator('.modal').getByRole('button', { name: 'Change 2 notes' }).click();
    await eventually('linking.md').toBe(CHANGED);
    await eventually('other.md').toContain(`#${TAG}`);
    expect(ground.errors).toEqual([]);
  });

  it('are counted and changed where tags are written anew', async () => {
    const tagged = NOTE.replace('so?', `so? #${TAG}`);
    await open({ notes: { 'note.md': tagged, 'linking.md': CHANGED } });
    await ground.runCommand('change-format');
    const modal = page.locator('.modal');
    await modal.getByRole('textbox').first().fill('ask');
    await modal.getByRole('button', { name: 'Preview' }).click();
    await links().getByText('2 links lead to headings').waitFor();
    await ground.screenshot('heading-links-preview');
    await links().getByRole('checkbox').check();
    await modal.getByRole('button', { name: 'Change 1 note' }).click();
    await eventually('linking.md').toBe(LINKING.replaceAll('so?', 'so? ask/inward/anomaly'));
    expect(ground.errors).toEqual([]);
  });
});

describe('files that Obsidian excludes', () => {
  const notes = {
    'note.md': NOTE,
    'Archive/old.md': `${ARTICLE}An old question, is it not?\n`,
    '.obsidian/app.json': JSON.stringify({ userIgnoreFilters: ['Archive/', '/(/'] }),
  };
  const shown = () => page.locator('.question-stance-question').allInnerTexts();

  it('are not on the dashboard, until the setting is turned off', async () => {
    await open({ notes });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
    await expect.poll(async () => (await shown()).join()).not.toContain('An old question');
    await ground.close();
    await open({ notes, data: { version: 1, notes: { leaveOutExcluded: false } } });
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question', { hasText: 'An old question' }).waitFor();
    expect(ground.errors).toEqual([]);
  });
});
