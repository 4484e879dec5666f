// Saved queries on the built plugin: saved on the dashboard, used there, in the palette and in the box, and edited in
// the settings.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { localDay } from '../../src/core/model/local-day.ts';
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
  await expect
    .poll(() => page.getByRole('button', { name: 'Save', exact: true }).isDisabled())
    .toBe(true);
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

const QUERIES = [
  { name: 'Cost', text: 'budget\ngroup by asker' },
  { name: 'Open', text: 'is:untagged\nscope vault\nsort by text\nlimit 2' },
  { name: 'Here', text: 'scope folder\nis:tagged' },
];

it('are dragged into another order and deleted in the settings, and asked about before', async () => {
  await open({ data: { version: 2, queries: QUERIES } });
  await openSettings();
  const row = (name: string) => page.locator('.setting-item[draggable]', { hasText: name });
  const names = async () => ((await saved()) as typeof QUERIES).map(({ name }) => name);
  await row('Here').locator('.setting-list-handle').dragTo(row('Cost'));
  await eventually(names).toEqual(['Here', 'Cost', 'Open']);
  await row('Here').locator('.setting-list-handle').dragTo(row('Cost'));
  await eventually(names).toEqual(['Cost', 'Here', 'Open']);
  await row('Here').getByLabel('Delete').click();
  await page.locator('.modal').getByRole('button', { name: 'Cancel' }).click();
  await row('Cost').getByLabel('Delete').click();
  const question = page.locator('.question-stance-confirmation');
  await expect.poll(() => question.textContent()).toContain('“Cost”');
  await question.getByRole('button', { name: 'Delete' }).click();
  await eventually(names).toEqual(['Here', 'Open']);
  await eventually(() => row('Cost').count()).toBe(0);
  await expect.poll(() => row('Open').count()).toBe(1);
});

describe('saved as a file', () => {
  const DIALOG = '.question-stance-save-modal';
  const CSV = `Questions ${localDay()}.csv`;

  async function saveAs(name: string): Promise<string> {
    await page.locator('.question-stance-query-picker').waitFor();
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.locator(`${DIALOG} select`).waitFor();
    await page.locator(`${DIALOG} summary`, { hasText: 'Columns' }).click();
    await page.locator(DIALOG).getByLabel('All columns').uncheck();
    await page.locator(`${DIALOG} li label`, { hasText: /^Text/ }).click();
    await page.locator(DIALOG).getByRole('button', { name: 'Save', exact: true }).click();
    await page.locator(DIALOG).waitFor({ state: 'detached' });
    return ground.readNote(CSV);
  }

  it('with no dashboard open: all notes that it looks at are read first, in its order and up to its limit', async () => {
    ground = await openPlayground({
      notes: { 'talk.md': TALK, 'tea.md': 'Milk or tea?\n\nAnd then?\n' },
      data: { version: 2, queries: QUERIES },
    });
    page = ground.page;
    await ground.runCommand('save-saved-query');
    await expect.poll(() => saveAs('Open')).toBe('\uFEFFtext\r\nAnd then?\r\nMilk or tea?\r\n');
    await expect.poll(() => page.locator('.question-stance-page').count()).toBe(0);
  });

  it('from the menu of saved queries, whatever the dashboard shows', async () => {
    await open({ data: { version: 2, queries: QUERIES } });
    await page.getByRole('button', { name: 'Saved queries' }).click();
    await page.locator('.menu-item', { hasText: 'Save one as file…' }).click();
    await expect
      .poll(() => saveAs('Open'))
      .toBe('\uFEFFtext\r\nMilk or tea?\r\nWhat did the others do?\r\n');
    await expect.poll(() => questions()).toHaveLength(2);
  });

  it('not where it asks for the folder of a note and none is open, which is said', async () => {
    await open({ data: { version: 2, queries: QUERIES } });
    await ground.runCommand('save-saved-query');
    await page.keyboard.type('Here');
    await page.keyboard.press('Enter');
    const said = '“scope folder” needs an open note, or a path behind it.';
    await page.locator('.notice', { hasText: said }).waitFor();
    await expect.poll(() => page.locator(DIALOG).count()).toBe(0);
    // Shown, it says the same, and the dashboard looks on at its notes.
    await page.getByRole('button', { name: 'Saved queries' }).click();
    await page.locator('.menu-item', { hasText: 'Here' }).click();
    await eventually(() => page.locator('.notice', { hasText: said }).count()).toBe(2);
    await eventually(questions).toEqual(['How would anyone know?']);
  });
});
