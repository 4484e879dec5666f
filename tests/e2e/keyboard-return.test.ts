// The keyboard goes back to what had it when a modal closes, also beside an editor that has the window's selection: what
// is typed next must not go into a note.
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { openPlayground, type Playground, type PlaygroundOptions } from './harness/playground.ts';

const ARTICLE = '---\ntags: [my-article]\nCheckbox 1: true\n---\n';
const ASKED = `${ARTICLE}## Ann asks\n\nWhy is salt white?\n\nWhat is salt?\n`;
const OWN = 'My own text\n';

let ground: Playground;
let page: Page;

/** A note beside, with the editor's cursor in it. */
async function openBeside(options: PlaygroundOptions = {}): Promise<void> {
  ground = await openPlayground({ notes: { 'asked.md': ASKED, 'own.md': OWN }, ...options });
  page = ground.page;
}

async function putCursorIn(text: string): Promise<void> {
  await page.locator('.cm-line', { hasText: text }).click();
  await page.keyboard.press('End');
}

function focused(): Promise<string> {
  return page.evaluate(() => document.activeElement?.className ?? '');
}

async function onDisk(path: string): Promise<string> {
  await ground.settle();
  return ground.readNote(path);
}

afterEach(async () => {
  const { errors } = ground;
  await ground.close();
  expect(errors).toEqual([]);
});

it('goes back to the dashboard’s list from the picker, so that the next digits tag the next row', async () => {
  await openBeside();
  await ground.runCommand('open-dashboard');
  await page.waitForSelector('.question-stance-question');
  await ground.openNote('own.md', 'split');
  await putCursorIn('My own');
  const first = page.locator('.question-stance-question', { hasText: 'Why is salt' });
  await first.locator('input').click();
  await page.keyboard.press('Escape');
  await page.keyboard.type('12');
  const cursor = page.locator('.question-stance-question.is-active');
  await expect.poll(() => cursor.textContent()).toContain('What is salt');
  await page.keyboard.type('13');
  await expect
    .poll(() => onDisk('asked.md'))
    .toBe(
      ASKED.replace('white?', 'white? #question/inward/difference').replace(
        'is salt?',
        'is salt? #question/inward/direction',
      ),
    );
  expect(await onDisk('own.md')).toBe(OWN);
});

it.each(['Escape', 'Enter'])('goes back to the tag modal from who asks, by %s', async (key) => {
  await openBeside();
  await ground.openNote('asked.md');
  await putCursorIn('Why is salt');
  await ground.runCommand('tag-note');
  await page.locator('.question-stance-tag-row').nth(1).waitFor();
  await page.keyboard.press('a');
  await page.locator('.question-stance-askers').waitFor();
  await page.keyboard.press(key);
  await page.locator('.question-stance-askers').waitFor({ state: 'detached' });
  await expect.poll(focused).toContain('question-stance-tagging-list');
  await page.keyboard.type('qw');
  expect(await onDisk('asked.md')).not.toContain('qw');
});
