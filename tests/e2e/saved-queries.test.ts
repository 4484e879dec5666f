// Saved queries on the built plugin: saved on the dashboard, used there, in the palette and in the box, and edited in
// the settings.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const DATA = '.obsidian/plugins/question-stance/data.json';
const HEAD = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const TALK = `${HEAD}Ann: How would anyone know? #question/outward/philosophy

Ben: What did the others do?
`;

const BOX = '.question-stance-search-input';
const MODAL = '.question-stance-query-modal';

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({
    notes: { 'talk.md': TALK, 'tea.md': 'Milk or tea?\n' },
    ...options,
  });
  page = ground.page;
  await ground.runCommand('open-dashboard');
  await page.waitForSelector('.question-stance-page');
  await eventually(questions).toHaveLength(2);
}

function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: 15_000 });
}

const questions = () =>
  page.locator('.question-stance-question-text > span:first-child').allTextContents();

async function saved(): Promise<unknown> {
  const data = await readFile(join(ground.vaultPath, DATA), 'utf8').catch(() => '{}');
  return (JSON.parse(data) as { readonly queries?: unknown }).queries;
}

async function openSettings(): Promise<void> {
  await page.evaluate(() => {
    const { app } = (
      window as unknown as {
        playground: { app: { setting: { open(): void; openTabById(id: string): void } } };
      }
    ).playground;
    app.setting.open();
    app.setting.openTabById('question-stance');
  });
  await page.locator('.setting-item', { hasText: 'Saved queries' }).first().waitFor();
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

it('saves what the dashboard shows, and shows it again from the menu, the palette and the box', async () => {
  await open();
  await page.fill(BOX, 'is:untagged scope vault group by stance');
  await page.press(BOX, 'Enter');
  await eventually(questions).toEqual(['What did the others do?', 'Milk or tea?']);
  await page.getByRole('button', { name: 'Saved queries' }).click();
  await page.locator('.menu-item', { hasText: 'Save this view …' }).click();
  await page.locator(MODAL).getByLabel('Name', { exact: true }).fill('Still open');
  await page.keyboard.press('Enter');
  const text = 'is:untagged\nscope vault\ngroup by stance\nview list';
  await eventually(saved).toEqual([{ name: 'Still open', text }]);

  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.getByRole('button', { name: 'My articles', exact: true }).click();
  await eventually(questions).toHaveLength(2);
  await page.getByRole('button', { name: 'Saved queries' }).click();
  await page.locator('.menu-item', { hasText: 'Still open' }).click();
  await eventually(() => page.inputValue(BOX)).toBe('is:untagged');
  await eventually(questions).toEqual(['What did the others do?', 'Milk or tea?']);
  await ground.runCommand('app:go-back');
  await eventually(() => page.inputValue(BOX)).toBe('');

  await ground.runCommand('open-saved-query');
  await page.keyboard.type('still');
  await page.keyboard.press('Enter');
  await eventually(() => page.inputValue(BOX)).toBe('is:untagged');

  await page.focus(BOX);
  await page.fill(BOX, 'tea preset still open');
  await page.press(BOX, 'Enter');
  await eventually(() => page.inputValue(BOX)).toBe('tea is:untagged');
  await page.focus(BOX);
  await page.fill(BOX, 'preset stil open');
  await eventually(() => page.textContent('.question-stance-search-notes p span[dir]')).toBe(
    'No saved query is called “stil open”. Did you mean “Still open”?',
  );
});

it('are added, changed, moved and deleted in the settings, which say what is wrong in which line', async () => {
  await open();
  await openSettings();
  const add = async (name: string, text: string): Promise<void> => {
    await page
      .getByText('Add a query', { exact: true })
      .or(page.getByLabel('Add a query'))
      .first()
      .click();
    const modal = page.locator(MODAL);
    await modal.getByLabel('Name', { exact: true }).fill(name);
    await modal.getByLabel('Query', { exact: true }).fill(text);
  };
  await add('Cost', 'budget\ngroup by askr');
  await eventually(() => page.textContent('.question-stance-query-problems')).toBe(
    'Line 2: “askr” is not known here. Did you mean “asker”?',
  );
  await page.locator(MODAL).getByLabel('Query', { exact: true }).fill('budget\npreset cost');
  await eventually(() => page.textContent('.question-stance-query-problems')).toContain(
    'in itself',
  );
  await page.locator(MODAL).getByLabel('Query', { exact: true }).fill('budget\ngroup by asker');
  await eventually(() => page.textContent('.question-stance-query-problems')).toBe('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await add('COST', 'x');
  await eventually(() => page.locator(MODAL).textContent()).toContain('has this name already');
  expect(await page.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true);
  await page.locator(MODAL).getByLabel('Name', { exact: true }).fill('Late');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await eventually(saved).toEqual([
    { name: 'Cost', text: 'budget\ngroup by asker' },
    { name: 'Late', text: 'x' },
  ]);
  await page.locator('.setting-item', { hasText: 'Late' }).first().click();
  await page.locator(MODAL).getByLabel('Name', { exact: true }).fill('Later');
  await page.locator(MODAL).getByLabel('Place').selectOption({ index: 0 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await eventually(saved).toMatchObject([{ name: 'Later' }, { name: 'Cost' }]);
});
