// Stances and stages in the settings tab, in a real browser, on the built plugin: added, ordered, removed, and
// used on a note.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const DATA = '.obsidian/plugins/question-stance/data.json';
const NOTE =
  '---\ntags: [my-article]\nCheckbox 1: true\n---\n為什麼？ #question/inward/anomaly\n\n真的嗎？\n';

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}, first = 'Digging inward'): Promise<void> {
  ground = await openPlayground({ notes: { 'a.md': NOTE }, ...options });
  page = ground.page;
  await openTab(first);
}

/** Opens the plugin's settings. */
async function openTab(first: string): Promise<void> {
  await page.evaluate(() => {
    const { app } = (
      window as unknown as {
        playground: { app: { setting: { open(): void; openTabById(id: string): void } } };
      }
    ).playground;
    app.setting.open();
    app.setting.openTabById('question-stance');
  });
  await page.locator('.setting-item', { hasText: first }).first().waitFor();
}

interface Saved {
  readonly taxonomy: {
    readonly stances: readonly {
      readonly id: string;
      readonly stages: readonly { readonly id: string }[];
    }[];
  };
}

/** The tags that can be chosen by the settings on disk. */
async function saved(): Promise<readonly string[]> {
  const data = await readFile(join(ground.vaultPath, DATA), 'utf8').catch(() => null);
  if (data === null) return [];
  const { taxonomy } = JSON.parse(data) as Saved;
  return taxonomy.stances.flatMap(({ id, stages }) => stages.map((stage) => `${id}/${stage.id}`));
}

const eventuallySaved = () => expect.poll(saved, { timeout: 15_000 });

const field = (name: string, nth = 0) =>
  page.locator('.question-stance-new-term').getByLabel(name, { exact: true }).nth(nth);

afterEach(async () => {
  await ground.close();
});

describe('stances in the settings', () => {
  it('are added by keyboard, and tag questions from then on', async () => {
    await open();
    await page.getByRole('button', { name: 'Add a stance' }).click();
    await page.keyboard.type('Playful detours');
    await expect.poll(() => field('Word in the tag').inputValue()).toBe('playful-detours');
    // Nothing is added before all of it is there.
    await page.keyboard.press('Enter');
    await field('Name', 1).fill('玩笑');
    await field('Word in the tag', 1).fill('Joke');
    await page.getByText('Begin with a small letter', { exact: false }).waitFor();
    await field('Word in the tag', 1).fill('joke');
    await ground.screenshot('new-stance');
    await expect
      .poll(() => page.locator('.question-stance-new-term code').innerText())
      .toBe('#question/playful-detours/joke');
    await page.keyboard.press('Enter');
    await page.locator('.setting-item', { hasText: 'Playful detours' }).waitFor();
    await ground.screenshot('taxonomy-settings');
    await eventuallySaved().toContain('playful-detours/joke');
    await page.keyboard.press('Escape');
    await ground.openNote('a.md');
    await page.locator('.cm-line', { hasText: '真的嗎' }).click();
    await ground.runCommand('tag-note');
    await page.locator('.modal [aria-selected]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('31');
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => {
        await ground.settle();
        return ground.readNote('a.md');
      })
      .toBe(NOTE.replace('真的嗎？', '真的嗎？ #question/playful-detours/joke'));
    expect(ground.errors).toEqual([]);
  });

  it('refuse a name and a word that are there already', async () => {
    await open();
    await page.getByRole('button', { name: 'Add a stance' }).click();
    await field('Name').fill('Digging inward');
    await page.getByText('Another stance has this name already.').waitFor();
    await field('Word in the tag').fill('inward');
    await page.getByText('This word is taken.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => saved()).toEqual([]);
  });

  it('have their stages added, and removed once that is confirmed; tags in notes stay', async () => {
    await open();
    await page.locator('.setting-item', { hasText: 'Digging inward' }).first().click();
    await page.getByRole('button', { name: 'Add a stage' }).click();
    await field('Name').fill('Doubt');
    await page.keyboard.press('Enter');
    await eventuallySaved().toContain('inward/doubt');
    const row = page.locator('.setting-page .setting-item', { hasText: 'inward/anomaly' });
    await row.getByRole('button', { name: 'Delete' }).click();
    await ground.screenshot('remove-stage');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await eventuallySaved().not.toContain('inward/anomaly');
    await expect.poll(() => row.count()).toBe(0);
    await expect.poll(() => ground.readNote('a.md')).toBe(NOTE);
    await page.keyboard.press('Escape');
    await ground.runCommand('open-dashboard');
    await page.locator('.question-stance-question').first().waitFor();
    await ground.screenshot('stage-gone');
    await expect
      .poll(() => page.locator('.question-stance-question').first().innerText())
      .toContain('anomaly');
    expect(ground.errors).toEqual([]);
  });

  it('are put into another order by keyboard, and so are their stages', async () => {
    await open();
    await page.locator('.setting-item', { hasText: 'Digging inward' }).first().click();
    const place = (name: string) =>
      page
        .locator('.setting-page .setting-item')
        .filter({ has: page.locator('select') })
        .filter({ hasText: name })
        .locator('select');
    await place('Observed anomaly').focus();
    await page.keyboard.press('ArrowDown');
    const first = () => saved().then((tags) => tags[0]);
    await expect.poll(first, { timeout: 15_000 }).toBe('inward/difference');
    await expect.poll(() => place('Observed anomaly').inputValue()).toBe('2');
    await place('Digging inward').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(first, { timeout: 15_000 }).toBe('outward/definition');
    await ground.screenshot('order');
    expect(ground.errors).toEqual([]);
  });

  it('come back as they were', async () => {
    const one = { id: 'one', label: { en: 'One' }, asks: { en: '' } };
    const stances = [{ id: 'own', label: { en: 'Own' }, color: 'red', stages: [one] }];
    await open({ data: { version: 1, taxonomy: { stances } } }, 'Own');
    const restore = page.getByRole('button', { name: 'Restore the original stances' });
    await restore.click();
    await page.locator('.mod-destructive', { hasText: 'Restore' }).click();
    await eventuallySaved().toContain('outward/limits');
    await page.locator('.setting-item', { hasText: 'Digging inward' }).first().waitFor();
    await expect.poll(() => restore.isVisible()).toBe(false);
    // Read from disk they are the same stances, and nothing to restore.
    await ground.reload();
    await openTab('Digging inward');
    await expect.poll(() => restore.isVisible()).toBe(false);
    expect(ground.errors).toEqual([]);
  });
});
