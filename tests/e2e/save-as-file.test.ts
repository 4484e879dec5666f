// Questions of the dashboard saved as a file of the vault, on the built plugin: what stands in it, under which name, and
// that nothing is written over.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { localDay } from '../../src/core/model/local-day.ts';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const HEAD =
  '---\ntags: [my-article]\nCheckbox 1: true\nstatus: open\nplaces: [臺北, Paris]\nsum: =1+1\n---\n';

const NOTES = {
  '研究/甲.md': `${HEAD}## 核心\n\n為什麼模型需要海量數據？ #question/inward/difference\n\n是多少？\n`,
  'b.md': `${HEAD.replace('status', 'Status').replace('open', 'done')}# One\n\nWhy, “so”?\n\n## Two\n\nHow?\n`,
};

const MARK = '\uFEFF';
const DAY = localDay();
const CSV = `Questions ${DAY}.csv`;

let ground: Playground;
let page: Page;

async function open(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: NOTES, ...options });
  page = ground.page;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await ground.runCommand('open-dashboard');
  await page.locator('.question-stance-question').nth(3).waitFor();
}

afterEach(async () => {
  expect(ground.errors).toEqual([]);
  await ground.close();
});

const MODAL = '.question-stance-save-modal';
const LIST = '.question-stance-questions';

const field = (name: string) => page.locator(MODAL).getByLabel(name, { exact: true });
const format = (value: string) => page.locator(`${MODAL} select`).selectOption(value);
const button = (name: string) => page.locator(MODAL).getByRole('button', { name, exact: true });

async function openDialog(): Promise<void> {
  await ground.runCommand('save-questions');
  await page.locator(MODAL).waitFor();
}

/** Saves, and answers with the notice’s words. */
async function save(): Promise<string | null> {
  await button('Save').click();
  await page.locator(MODAL).waitFor({ state: 'detached' });
  return page.locator('.notice', { hasText: 'Saved' }).last().textContent();
}

const filesIn = (folder = '') =>
  readdir(join(ground.vaultPath, folder)).then((names) =>
    names.filter((name) => name !== '.obsidian').sort(),
  );

/** Chooses no columns but those. */
async function onlyColumns(...columns: readonly string[]): Promise<void> {
  await page.locator(`${MODAL} summary`, { hasText: 'Columns' }).click();
  await field('All columns').uncheck();
  for (const column of columns) {
    await page.locator(`${MODAL} li label`, { hasText: new RegExp(`^${column}`) }).click();
  }
}

describe('questions saved as a file', () => {
  it('are CSV that spreadsheets read as Chinese and calculate nothing of, beside what is there', async () => {
    await open();
    await openDialog();
    await onlyColumns('Text', 'Stage');
    await page.locator(`${MODAL} summary`, { hasText: 'Properties' }).click();
    await field('sum').check();
    await expect.poll(() => save()).toContain(`Saved 4 questions as “${CSV}”.`);
    await expect
      .poll(() => ground.readNote(CSV))
      .toBe(
        [
          `${MARK}text,stage,prop:sum`,
          `"Why, “so”?",,'=1+1`,
          "How?,,'=1+1",
          "為什麼模型需要海量數據？,difference,'=1+1",
          "是多少？,,'=1+1",
          '',
        ].join('\r\n'),
      );
    await openDialog();
    await expect.poll(() => field('Name').inputValue()).toBe(`Questions ${DAY} 1`);
    // What was chosen last is chosen again.
    await expect
      .poll(() => page.locator(`${MODAL} summary`).first().textContent())
      .toContain('2 of 17');
    await field('Name').fill(`questions ${DAY}.CSV`);
    await expect
      .poll(() => page.locator('.question-stance-save-hint').textContent())
      .toContain(`this one becomes “questions ${DAY} 1.csv”`);
    await page.keyboard.press('Enter');
    await page.locator(MODAL).waitFor({ state: 'detached' });
    await expect
      .poll(() => filesIn())
      .toEqual([CSV, 'b.md', `questions ${DAY} 1.csv`, '研究'].sort());
    await expect.poll(async () => (await ground.readNote(CSV)).length).toBeGreaterThan(10);
  });

  it('go into a folder that is made for them, without a byte order mark where none is wanted', async () => {
    await open();
    await openDialog();
    await format('tsv');
    await onlyColumns('Line');
    await field('Folder').fill('Out/2026');
    await page.locator(MODAL).getByText('byte order mark').click();
    await expect.poll(() => save()).toContain(`“Out/2026/Questions ${DAY}.tsv”`);
    await expect
      .poll(() => ground.readNote(`Out/2026/Questions ${DAY}.tsv`))
      .toBe('line\n10\n14\n10\n12\n');
  });

  it('can’t have a name or folder that some system can’t, and say why', async () => {
    await open();
    await openDialog();
    const hint = () => page.locator('.question-stance-save-hint').textContent();
    await field('Name').fill('Why?');
    await expect.poll(hint).toContain('can’t have any of');
    await expect.poll(() => button('Save').isDisabled()).toBe(true);
    await field('Name').fill('a');
    await field('Folder').fill('../elsewhere');
    await expect.poll(hint).toContain('can’t begin with a dot');
    await page.keyboard.press('Enter');
    await field('Folder').fill('b.md');
    await button('Save').click();
    await expect.poll(hint).toBe('“b.md” is a file, not a folder.');
    await page.keyboard.press('Escape');
    await page.locator(MODAL).waitFor({ state: 'detached' });
    await expect.poll(() => filesIn()).toEqual(['b.md', '研究']);
  });

  it('are the selected ones where some are, with the notes’ properties', async () => {
    await open();
    await page.focus(LIST);
    for (const key of ['ArrowDown', 'ArrowDown', ' ', 'ArrowDown', 'ArrowDown', 'ArrowDown', ' ']) {
      await page.keyboard.press(key);
    }
    await page.locator('.question-stance-selection-bar').getByText('Save as file…').click();
    await page.locator(MODAL).waitFor();
    await expect.poll(() => field('Selected (2)').isChecked()).toBe(true);
    await onlyColumns('Text');
    await page.locator(`${MODAL} summary`, { hasText: 'Properties' }).click();
    await field('places').check();
    await field('Status').check();
    await expect.poll(() => save()).toContain('Saved 2 questions');
    await expect
      .poll(() => ground.readNote(CSV))
      .toBe(
        [
          `${MARK}text,prop:places,prop:Status`,
          '"Why, “so”?",臺北; Paris,done',
          '為什麼模型需要海量數據？,臺北; Paris,open',
          '',
        ].join('\r\n'),
      );
  });

  it('are as many as the dialog says, also when a program beside it adds and takes questions away', async () => {
    await open();
    await openDialog();
    await field('Shown (4)').waitFor();
    await ground.writeNote('c.md', `${HEAD}What?\n\nWho?\n\nWhen?\n`);
    await field('Shown (7)').waitFor();
    await ground.writeNote('b.md', `${HEAD}How?\n`);
    await field('Shown (6)').waitFor();
    await expect.poll(() => save()).toContain(`Saved 6 questions as “${CSV}”.`);
    expect((await ground.readNote(CSV)).trim().split('\r\n')).toHaveLength(7);
  });

  it('are the selected ones wherever they stand by then, and none where none is left', async () => {
    await open();
    for (const text of ['Why, “so”?', 'How?']) {
      await page.locator('.question-stance-question', { hasText: text }).locator('input').click();
    }
    await openDialog();
    await field('Selected (2)').waitFor();
    await ground.writeNote('b.md', `${HEAD}Something before it.\n\nWhat else?\n\nHow?\n`);
    await field('Selected (1)').waitFor();
    await field('Shown (4)').waitFor();
    await onlyColumns('Text');
    await button('Copy').click();
    await page.getByText('Copied 1 question.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll('\r\n', '\n')).toBe('text\nHow?\n');
    await openDialog();
    await ground.deleteNote('b.md');
    await field('Selected (0)').waitFor();
    await expect.poll(() => button('Save').isDisabled()).toBe(true);
    expect(await button('Copy').isDisabled()).toBe(true);
    await field('Name').press('Enter');
    await field('Shown (2)').check();
    await expect.poll(() => save()).toContain('Saved 2 questions');
    await expect.poll(() => filesIn()).toEqual([CSV, '研究']);
  });

  it('are tables for statistics, with columns of their own', async () => {
    await open();
    await openDialog();
    await format('wide');
    await expect.poll(() => page.locator(`${MODAL} summary`).count()).toBe(1);
    await save();
    const [head, ...rows] = (await ground.readNote(CSV)).trim().split('\r\n');
    expect(head).toContain('inward/difference');
    expect(rows).toHaveLength(4);
  });

  it('are Markdown whose links open the question’s place', async () => {
    await open();
    await openDialog();
    await format('md');
    await save();
    const name = `Questions ${DAY}.md`;
    const text = await ground.readNote(name);
    expect(text).toContain('- How? · [[b#Two|line 14]]');
    expect(text).toContain('[[甲#核心|line 10]]');
    expect(text).not.toContain('#question');
    // The notice opens it; its link opens the note at the heading.
    await page.locator('.question-stance-notice-button').click();
    await page.locator('.cm-content:visible', { hasText: 'line 14' }).waitFor();
    await ground.runCommand('markdown:toggle-preview');
    await page.locator('a.internal-link:visible', { hasText: 'line 14' }).click();
    await page.locator('h2:visible', { hasText: 'Two' }).waitFor();
  });

  it('are copied without a byte order mark, and no file is made', async () => {
    await open();
    await openDialog();
    await onlyColumns('Text');
    await button('Copy').click();
    await page.getByText('Copied 4 questions.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replaceAll('\r\n', '\n')).toBe(
      'text\n"Why, “so”?"\nHow?\n為什麼模型需要海量數據？\n是多少？\n',
    );
    await expect.poll(() => filesIn()).toEqual(['b.md', '研究']);
  });

  it('go from the view’s menu and back by keys alone', async () => {
    await open();
    await page.locator('.view-action').last().click();
    await page.getByText('Save as file…').click();
    await page.locator(MODAL).waitFor();
    await expect
      .poll(() => field('Name').evaluate((box) => box.ownerDocument.activeElement === box))
      .toBe(true);
    await page.keyboard.press('Enter');
    await page.locator(MODAL).waitFor({ state: 'detached' });
    await expect.poll(() => filesIn()).toContain(CSV);
  });
});
